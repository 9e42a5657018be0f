// Reads ahead, quietly and once a day, what residents look at, so that it can be read without a network. The service worker keeps it.
import { addDays, dayOf, weekendOf } from './calendar.js';

const MOST_CASES = 8;

/** The weekends' results; the address stays the same for a week, so that what was read can be found again. @param {number} [weeks] */
export function weekendsPath(weeks = 8) {
  const [, sunday] = weekendOf(dayOf());
  return `/api/cleanups?from=${addDays(sunday, 1 - weeks * 7)}&to=${sunday}`;
}

/** @param {string} hamlet */
export const weekendsOf = (hamlet) => `${weekendsPath()}&hamlet_id=${hamlet}`;
/** Where the hamlet meets at the weekend of the week from this Monday. @param {string} hamlet @param {string} [monday] */
export const weekendPlanOf = (hamlet, monday = addDays(weekendOf(dayOf())[0], -5)) => `/api/weekend-plans/${hamlet}?week=${monday}`;
/** @param {string} hamlet */
export const reportsOf = (hamlet) => `/api/complaints?hamlet_id=${hamlet}`;

/** Not on a phone that saves data, not without a worker that keeps it, not twice on a day. */
export async function fetchAhead() {
  const line = /** @type {any} */ (navigator).connection;
  if (!navigator.serviceWorker.controller || !navigator.onLine || line?.saveData || /2g/.test(line?.effectiveType ?? '')) return;
  if (localStorage.getItem('ahead') === dayOf()) return;
  const hamlet = localStorage.getItem('hamlet');
  const lists = ['/api/hamlets', '/api/catalogue', '/api/outline', '/api/collection-points', '/api/guide', weekendsPath()];
  if (hamlet) lists.push(weekendsOf(hamlet), weekendPlanOf(hamlet), reportsOf(hamlet));
  try {
    for (const path of lists) await read(path);
    const { items } = await (await read('/api/complaints')).json();
    for (const { code } of items.slice(0, MOST_CASES)) await read(`/api/complaints/${code}`);
    localStorage.setItem('ahead', dayOf());
  } catch {
    // Another time: nobody asked for it.
  }
}

/** One after another, each when the phone has nothing else to do. @param {string} path @returns {Promise<Response>} */
async function read(path) {
  await new Promise((done) => ('requestIdleCallback' in self ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 200)));
  const answer = await fetch(path, /** @type {RequestInit} */ ({ priority: 'low' }));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}
