// Dump sites as the pages need them: tones of the stages, outlines from corners, what goes to the server.
import { distanceM } from './place.js';

export const KINDS = ['wild_dump', 'unsanitary_landfill', 'polluted_area'];
export const RESULTS = ['clean', 'some_waste', 'dumped_again'];
/** @typedef {{ lat: number, lon: number }} Corner */

/** @type {Record<string, App.Tone>} */
const TONES = { found: 'wait', listed: 'wait', planned: 'work', closed: 'work', restoring: 'work', watching: 'done', done: 'done' };
/** @param {string} stage @returns {App.Tone} */
export const toneOf = (stage) => TONES[stage] ?? 'wait';

/** The corners of a drawn outline, else the pin alone. @param {{ outline?: any, lat?: number | null, lon?: number | null }} site @returns {Corner[]} */
export function cornersOf({ outline, lat, lon }) {
  if (outline) return outline.coordinates[0].slice(0, -1).map((/** @type {number[]} */ [x, y]) => ({ lat: y, lon: x }));
  return lat == null || lon == null ? [] : [{ lat, lon }];
}

/** Three corners and more are an outline with its middle, one or two only a pin. @param {Corner[]} corners */
export function placeOf(corners) {
  if (!corners.length) return { lat: null, lon: null, outline: null };
  if (corners.length < 3) return { ...rounded(corners[0]), outline: null };
  const ring = corners.map(rounded).map(({ lat, lon }) => [lon, lat]);
  const mean = (/** @type {(one: Corner) => number} */ of) => corners.reduce((sum, one) => sum + of(one), 0) / corners.length;
  return { ...rounded({ lat: mean((one) => one.lat), lon: mean((one) => one.lon) }), outline: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } };
}

/** @param {Corner} corner */
const rounded = ({ lat, lon }) => ({ lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) });

/** Square metres inside the corners (the shoelace formula on a plane). @param {Corner[]} corners */
export function areaOf(corners) {
  if (corners.length < 3) return 0;
  const [{ lat, lon }] = corners;
  const flat = corners.map((one) => ({
    x: Math.sign(one.lon - lon) * distanceM({ lat, lon }, { lat, lon: one.lon }),
    y: Math.sign(one.lat - lat) * distanceM({ lat, lon }, { lat: one.lat, lon }),
  }));
  const twice = flat.reduce((sum, one, at) => sum + one.x * flat[(at + 1) % flat.length].y - flat[(at + 1) % flat.length].x * one.y, 0);
  return Math.abs(twice) / 2;
}

/** A number as people type it, "1.250,5" or "1250.5". @param {unknown} typed @returns {number | null} NaN when it is none */
export function amount(typed) {
  const text = String(typed ?? '').trim();
  if (!text) return null;
  return Number(/,/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(/\.(?=\d{3}(\D|$))/g, ''));
}

/** What the form of a site says, for the server. @param {Record<string, any>} form */
export const siteWords = ({ name, code, hamlet_id, place_words, area_m2, volume_m3, plan_year, cost_vnd, funding_source, unit_id, is_public, corners }) => ({
  ...{ name, ...(code && { code }), hamlet_id: hamlet_id || null, place_words: place_words ?? '', funding_source: funding_source ?? '' },
  ...{ area_m2: amount(area_m2), volume_m3: amount(volume_m3), plan_year: amount(plan_year), cost_vnd: amount(cost_vnd) },
  ...{ unit_id: unit_id || null, is_public: Boolean(is_public), ...placeOf(corners) },
});

/** @param {Partial<Api.SiteSummary>} site */
export const siteForm = (site) => ({ ...site, corners: cornersOf(site) });

/** What is missing before a visit can be sent. @param {Record<string, any>} fields @param {number} photos */
export const visitGaps = (fields, photos) => [!fields.result && 'result', !photos && 'photo'].filter(Boolean);
