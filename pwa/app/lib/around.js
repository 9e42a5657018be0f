// What the home page tells about this person's place: the next collection and the last weekend. Fetched after the first drawing.
import { get } from './api.js';
import { addDays, dayOf, weekdayOf, weekendOf } from './calendar.js';
import { shortDay } from './days.js';
import { number, weight } from './format.js';
import { t } from './i18n.js';
import { nextCollection, nextWords } from './schedule.js';

/** @typedef {{ title: string, text: string, href: string }} Told */

/** @param {AbortSignal} signal @returns {Promise<{ collection: Told | null, weekend: Told | null, cases: string }>} */
export async function around(signal) {
  const hamlet = localStorage.getItem('hamlet') ?? '';
  const [from, to] = lastWeekend();
  const quiet = (/** @type {string} */ path) => get(path, { signal }).catch(() => null);
  const [points, all, own, counts] = await Promise.all([
    hamlet || localStorage.getItem('point') ? quiet('/api/collection-points') : null,
    quiet(`/api/cleanups?from=${from}&to=${to}`),
    hamlet ? quiet(`/api/cleanups?hamlet_id=${hamlet}&from=${addDays(from, -21)}&to=${to}`) : null,
    quiet('/api/complaints/counts'),
  ]);
  return { collection: collection(points ?? [], hamlet), weekend: weekend(all, own?.items[0], to), cases: cases(counts) };
}

/** Counted no further than a thousand. @param {{ open: number, done: number } | null} counts */
function cases(counts) {
  if (!counts?.open && !counts?.done) return '';
  const many = (/** @type {number} */ n) => (n < 1000 ? number(n) : `${number(1000)}+`);
  return t('home.cases', { open: many(counts.open), done: many(counts.done) });
}

/** On working days it is the weekend just past. */
function lastWeekend() {
  const today = dayOf();
  return weekendOf(weekdayOf(today) >= 6 ? today : addDays(today, -7));
}

/** The soonest collection at the points of my hamlet, else at the point that was nearest. @param {App.CollectionPoint[]} points @param {string} hamlet @returns {Told | null} */
function collection(points, hamlet) {
  const open = points.filter((one) => one.state === 'open' && one.schedule.length);
  const ours = open.filter((one) => one.hamlet_id === hamlet);
  const near = open.filter((one) => one.id === localStorage.getItem('point'));
  const when = (/** @type {App.CollectionPoint} */ one) => {
    const next = nextCollection(one.schedule);
    return next ? `${next.day} ${next.from}` : '~';
  };
  const [first] = (ours.length ? ours : near).sort((a, b) => when(a).localeCompare(when(b)));
  return first ? { title: nextWords(first.schedule), text: first.name, href: `/diem-tap-ket/${first.id}` } : null;
}

/** How many hamlets took part, and what one's own did. @param {App.Page<App.Cleanup> | null} all @param {App.Cleanup | undefined} own @param {string} sunday @returns {Told | null} */
function weekend(all, own, sunday) {
  const held = new Set((all?.items ?? []).filter((one) => one.outcome === 'held').map((one) => one.hamlet_id)).size;
  if (!held && !own) return null;
  const key = sunday >= dayOf() ? 'home.weekend_now' : 'home.weekend_past';
  const title = held ? t(key, { n: all?.next ? `${held}+` : held }) : t('home.weekend');
  return { title, text: own ? mine(own) : t('home.weekend_hint'), href: own ? `/cuoi-tuan/${own.id}` : '/cuoi-tuan' };
}

/** @param {App.Cleanup} own */
function mine(own) {
  const words = { hamlet: own.hamlet_name, day: shortDay(own.held_on), n: number(own.participants) };
  if (own.outcome === 'not_held') return t('home.mine_not_held', words);
  return [t('home.mine_held', words), weight(own.waste_kg)].filter(Boolean).join(', ');
}
