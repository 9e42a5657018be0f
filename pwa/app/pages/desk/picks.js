// Which cases are picked for an act on many, and the last such act, as long as it can be undone.
import { signal } from '../../lib/html.js';
import { list } from './shelf.js';

export const MOST = 200;
/** Picked cases as they were when they were picked. @type {App.Kept<Record<string, Desk.Listed>>} */
export const picks = signal({});
/** @type {App.Kept<{ id: string, words: string, until: string } | null>} */
export const lastAct = signal(null);
let anchor = '';

export const drop = () => (picks.value = {});

/** @param {string} id */
export function toggle(id) {
  const one = list.value.items.find((each) => each.id === id);
  const { [id]: had, ...rest } = picks.value;
  anchor = id;
  if (had) picks.value = rest;
  else if (one && Object.keys(rest).length < MOST) picks.value = { ...rest, [id]: one };
}

/** From the case picked last to this one. @param {string} id */
export function range(id) {
  const { items } = list.value;
  const [a, b] = [items.findIndex((one) => one.id === anchor), items.findIndex((one) => one.id === id)];
  if (a < 0 || b < 0) return toggle(id);
  const among = items.slice(Math.min(a, b), Math.max(a, b) + 1);
  picks.value = Object.fromEntries(Object.entries({ ...picks.value, ...Object.fromEntries(among.map((one) => [one.id, one])) }).slice(0, MOST));
}

/** What is sent: each with the version that the list shows now. */
export function pickedCases() {
  const shown = new Map(list.value.items.map((one) => [one.id, one]));
  return Object.values(picks.value).map((one) => ({ id: one.id, version: shown.get(one.id)?.version ?? one.version }));
}
