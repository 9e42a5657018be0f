// A collection point as it stands in the form, and the words that go to the server.
import { lineFaults, linesOf, scheduleOf } from './timetable.js';

export const KINDS = ['collection_point', 'transfer_station', 'public_bin', 'hazardous', 'bulky', 'pesticide'];
export const PLACES = ['hamlet', 'market', 'school', 'station', 'recreation', 'office', 'other'];
export const CLASSES = ['recyclable', 'food', 'other', 'bulky', 'hazardous', 'pesticide', 'construction'];
/** @typedef {{ code: string, name: string, kind: string, hamlet_id: string, lat: number | null, lon: number | null, place_words: string,
 *   lines: import('./timetable.js').Line[], households_served: string, contact: string, note: string,
 *   hours: import('./timetable.js').Line[], place_kind: string, area_m2: string, capacity_m3: string, accepts: string[], crew: string, opened_on: string, state: string, state_since: string, state_why: string }} PointForm */

/** @param {Partial<App.CollectionPoint>} point @returns {PointForm} */
export const formOfPoint = (point) => ({
  code: point.code ?? '',
  name: point.name ?? '',
  kind: point.kind ?? 'collection_point',
  hamlet_id: point.hamlet_id ?? '',
  lat: point.lat ?? null,
  lon: point.lon ?? null,
  place_words: point.place_words ?? '',
  lines: linesOf(point.schedule ?? []),
  hours: linesOf(point.opening_hours ?? []),
  households_served: point.households_served == null ? '' : String(point.households_served),
  contact: point.contact ?? '',
  note: point.note ?? '',
  place_kind: point.place_kind ?? '',
  area_m2: told(point.area_m2),
  capacity_m3: told(point.capacity_m3),
  accepts: point.accepts ?? [],
  crew: point.crew ?? '',
  opened_on: point.opened_on ?? '',
  state: point.state ?? 'open',
  state_since: point.state_since ?? '',
  state_why: point.state_why ?? '',
});

/** @param {number | null | undefined} value */
const told = (value) => (value == null ? '' : String(value).replace('.', ','));

/** @param {string} text */
const amount = (text) => (text.trim() === '' ? null : Number(text.replace(',', '.')));

/** @param {PointForm} form @returns {Record<string, any>} */
export const pointWords = ({ code, name, kind, hamlet_id, lat, lon, place_words, lines, households_served, contact, note, ...more }) => ({
  ...{ code: code.trim(), name: name.trim(), kind, hamlet_id: hamlet_id || null, lat, lon, place_words: place_words.trim() },
  ...{ schedule: scheduleOf(lines), opening_hours: scheduleOf(more.hours), households_served: households_served === '' ? null : Number(households_served) },
  ...{ contact: contact.trim(), note: note.trim(), crew: more.crew.trim(), accepts: more.accepts },
  ...{ place_kind: more.place_kind || null, opened_on: more.opened_on || null },
  ...{ state: more.state, state_why: more.state_why.trim() },
  ...(more.state_since && { state_since: more.state_since }),
  ...{ area_m2: amount(more.area_m2), capacity_m3: amount(more.capacity_m3) },
});

/** Only what was changed; both halves of a place together. @param {Partial<App.CollectionPoint>} point @param {PointForm} form @returns {Record<string, any>} */
export function pointChange(point, form) {
  const before = pointWords(formOfPoint(point));
  const now = pointWords(form);
  const same = (/** @type {string} */ name) => JSON.stringify(before[name]) === JSON.stringify(now[name]);
  const moved = !same('lat') || !same('lon');
  return Object.fromEntries(Object.entries(now).filter(([name]) => (name === 'lat' || name === 'lon' ? moved : !same(name))));
}

/** @param {PointForm} form @returns {Record<string, string>} field → what is missing */
export function pointGaps(form) {
  /** @type {Record<string, string>} */
  const gaps = {};
  if (!form.name.trim()) gaps.name = 'name';
  if (!form.code.trim()) gaps.code = 'code';
  if (lineFaults(form.lines).some(Boolean)) gaps.lines = 'lines';
  if (lineFaults(form.hours, true).some(Boolean)) gaps.hours = 'lines';
  return gaps;
}

/** The code after the highest one in use: TK-08 after TK-07. @param {string[]} codes */
export function nextCode(codes) {
  const [best] = codes
    .map((code) => /^(.*?)(\d+)$/.exec(code))
    .filter((found) => found !== null)
    .sort((a, b) => Number(b[2]) - Number(a[2]));
  if (!best) return 'TK-01';
  return `${best[1]}${String(Number(best[2]) + 1).padStart(best[2].length, '0')}`;
}

/** What a point of a kind takes when nobody has said so. @type {Record<string, string[]>} */
const USUAL = { hazardous: ['hazardous'], pesticide: ['pesticide'], bulky: ['bulky'] };

/** Household waste of every day, as far as anybody has said. @param {App.CollectionPoint} point */
export const isGeneral = ({ accepts, kind }) => !accepts?.length && !USUAL[kind];

/** The points where this may be brought; all when nothing is asked for. @param {App.CollectionPoint[]} points @param {string} waste */
export const taking = (points, waste) =>
  waste ? points.filter((one) => (one.accepts?.length ? one.accepts : (USUAL[one.kind] ?? ['recyclable', 'food', 'other'])).includes(waste)) : points;
