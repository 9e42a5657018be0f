// The rules of a clean-up result: what is missing, which numbers deserve a second look, the words that go to the server.
import { addDays, dayOf } from './calendar.js';

/** Numbers beyond the three required ones, in the order they are asked. Unit keys are words. */
export const MORE_NUMBERS = [
  ['households_joined', 'unit.households'],
  ['recyclable_kg', 'unit.kg'],
  ['hyacinth_kg', 'unit.kg'],
  ['road_m', 'unit.m'],
  ['road_count', 'unit.roads'],
  ['canal_m', 'unit.m'],
  ['spots_cleared', 'unit.spots'],
  ['ads_removed', 'unit.spots'],
  ['trees', 'unit.trees'],
  ['pledges', 'unit.pledges'],
  ['flower_road_m', 'unit.m'],
  ['funding_vnd', 'unit.vnd'],
];
export const FORCES = ['residents', 'youth', 'women', 'veterans', 'farmers', 'armed_forces', 'officials', 'students', 'religious'];
export const SLOTS = ['morning', 'afternoon', 'all_day'];
export const REASONS = ['storm', 'village', 'funeral', 'harvest'];
/** How a result reached the clerk who enters it. */
export const CHANNELS = ['zalo', 'paper', 'phone'];
/** Figures older than this are closed. */
export const OLDEST_DAYS = 60;
const UNUSUAL = { participants: 1000, waste_kg: 5000, hyacinth_kg: 20000, recyclable_kg: 3000, trees: 2000 };
/** The server's own limits of what is written. */
const LONGEST = { note: 1000, in_kind: 300, no_event_reason: 300 };
const MOST_PEOPLE = 10_000;
const NUMBERS = ['participants', 'waste_kg', ...MORE_NUMBERS.map(([name]) => name)];

/** @param {Record<string, any>} fields @param {number} photos how many there are @param {string} [today] @returns {string[]} */
export function gapsOf(fields, photos, today = dayOf()) {
  const gaps = [];
  if (!fields.hamlet_id) gaps.push('hamlet');
  if (fields.held_on > today) gaps.push('future');
  if (fields.held_on < addDays(today, -OLDEST_DAYS)) gaps.push('old');
  if (Object.entries(LONGEST).some(([name, most]) => fields[name]?.length > most)) gaps.push('long');
  if (fields.outcome === 'not_held') {
    if (!fields.no_event_reason?.trim()) gaps.push('reason');
    return gaps;
  }
  const people = Number(fields.participants) || 0;
  if (people <= 0) gaps.push('participants');
  if (people > MOST_PEOPLE) gaps.push('crowd');
  if (people > 0 && sumOf(fields.forces) > people) gaps.push('forces');
  if (!photos && (fields.channel ?? 'app') === 'app') gaps.push('photo');
  return gaps;
}

/** @param {Record<string, any> | undefined} forces */
const sumOf = (forces) => Object.values(forces ?? {}).reduce((sum, count) => sum + (whole(count) ?? 0), 0);

/** @param {Record<string, any>} fields @returns {{ name: string, value: number }[]} */
export const unusual = (fields) =>
  fields.outcome === 'not_held'
    ? []
    : Object.entries(UNUSUAL)
        .filter(([name, most]) => Number(fields[name]) > most)
        .map(([name]) => ({ name, value: Number(fields[name]) }));

/** @param {unknown} text digits as typed, or nothing */
export const whole = (text) => (text === '' || text == null ? null : Number(String(text).replace(/\D/g, '')));

/** @param {Record<string, number> | undefined} heaps @returns {Record<string, number> | null} null when nothing was counted */
export function counted(heaps) {
  const some = Object.entries(heaps ?? {}).filter(([, count]) => count > 0);
  return some.length ? Object.fromEntries(some) : null;
}

/** The result alone, as the server keeps it; nothing counted when nothing was held. @param {Record<string, any>} fields @returns {Record<string, any>} */
function result(fields) {
  const { hamlet_id, held_on, slot, outcome, channel = 'app', organiser_id } = fields;
  const held = outcome !== 'not_held';
  const forces = FORCES.filter((name) => whole(fields.forces?.[name])).map((name) => [name, whole(fields.forces[name])]);
  return {
    ...{ hamlet_id, held_on, slot, outcome, channel, organiser_id: organiser_id || null, note: fields.note?.trim() || null },
    campaign_id: (held && fields.campaign_id) || null,
    places: held && fields.places?.length ? [...fields.places].sort() : null,
    route: held && fields.route?.length ? fields.route : null,
    heaps: (held && counted(fields.heaps)) || null,
    no_event_reason: held ? null : fields.no_event_reason.trim(),
    ...Object.fromEntries(NUMBERS.map((name) => [name, held ? whole(fields[name]) : null])),
    in_kind: (held && fields.in_kind?.trim()) || null,
    forces: held && forces.length ? Object.fromEntries(forces) : null,
  };
}

/** @param {Record<string, any>} fields @param {Date} now */
export const cleanupWords = (fields, now) => ({ ...result(fields), made_at: now.toISOString() });

/** What the server keeps, as it stands in the form. @param {Record<string, any>} record @returns {Record<string, any>} */
export function formOf(record) {
  const { hamlet_id, held_on, slot, outcome, channel } = record;
  const texts = Object.fromEntries(['no_event_reason', 'in_kind', 'note'].map((name) => [name, record[name] ?? '']));
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, record[name] == null ? '' : String(Math.round(record[name]))]));
  const forces = Object.fromEntries(Object.entries(record.forces ?? {}).map(([name, count]) => [name, String(count)]));
  const { organiser_id = null, campaign_id = null, places = [], heaps = {}, route = [] } = record;
  return { hamlet_id, held_on, slot, outcome, channel, organiser_id, campaign_id, places, heaps, route, ...texts, ...numbers, forces };
}

/** Only what was really changed in the form. @param {Record<string, any>} record as the server keeps it @param {Record<string, any>} fields the form now @returns {Record<string, any>} */
export function correctionWords(record, fields) {
  const before = result(formOf(record));
  return Object.fromEntries(Object.entries(result(fields)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}
