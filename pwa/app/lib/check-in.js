// The rules of a clean-up result: what is missing, which numbers deserve a second look, the words that go to the server.

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
  ['flower_road_m', 'unit.m'],
  ['funding_vnd', 'unit.vnd'],
];
export const FORCES = ['residents', 'youth', 'women', 'veterans', 'farmers', 'armed_forces', 'officials', 'students', 'religious'];
/** Usual weights of what people can count. */
export const HEAPS = [
  ['bag', 20],
  ['barrow', 60],
  ['cart', 200],
];
const UNUSUAL = { participants: 1000, waste_kg: 5000, hyacinth_kg: 20000, recyclable_kg: 3000, trees: 2000 };

/** @param {Record<string, any>} fields @returns {string[]} */
export function gapsOf(fields) {
  const gaps = [];
  if (!fields.hamlet_id) gaps.push('hamlet');
  if (fields.outcome === 'not_held') {
    if (!fields.no_event_reason?.trim()) gaps.push('reason');
  } else if (!(Number(fields.participants) > 0)) gaps.push('participants');
  return gaps;
}

/** @param {Record<string, any>} fields @returns {{ name: string, value: number }[]} */
export const unusual = (fields) =>
  Object.entries(UNUSUAL)
    .filter(([name, most]) => Number(fields[name]) > most)
    .map(([name]) => ({ name, value: Number(fields[name]) }));

/** @param {unknown} text digits as typed, or nothing */
export const whole = (text) => (text === '' || text == null ? null : Number(String(text).replace(/\D/g, '')));

/** @param {Record<string, any>} fields @param {Date} now */
export function cleanupWords(fields, now) {
  const { hamlet_id, held_on, slot, outcome } = fields;
  const base = { hamlet_id, held_on, slot, outcome, channel: 'app', made_at: now.toISOString(), note: fields.note?.trim() || null };
  if (outcome === 'not_held') return { ...base, no_event_reason: fields.no_event_reason.trim(), participants: null, waste_kg: null };
  const numbers = Object.fromEntries([...MORE_NUMBERS.map(([name]) => name), 'waste_kg'].map((name) => [name, whole(fields[name])]));
  const forces = Object.fromEntries(FORCES.filter((name) => whole(fields.forces?.[name])).map((name) => [name, whole(fields.forces[name])]));
  return {
    ...base,
    no_event_reason: null,
    participants: Number(fields.participants),
    ...numbers,
    in_kind: fields.in_kind?.trim() || null,
    ...(Object.keys(forces).length ? { forces } : {}),
  };
}
