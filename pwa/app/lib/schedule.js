// When rubbish is fetched: the next time at a point, and its week in words.
import { addDays, dayOf, weekday, weekdayOf } from './days.js';
import { t } from './i18n.js';

/** @param {App.CollectionPoint['schedule']} schedule @param {number} [now] @returns {{ day: string, from: string, to: string | null } | null} */
export function nextCollection(schedule, now = Date.now()) {
  const hour = new Date(now + 7 * 3600e3).toISOString().slice(11, 16);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = addDays(dayOf(now), ahead);
    const slot = schedule.filter((one) => one.weekday === weekdayOf(day) && (ahead || one.from >= hour)).sort((a, b) => a.from.localeCompare(b.from))[0];
    if (slot) return { day, from: slot.from, to: slot.to };
  }
  return null;
}

/** @param {App.CollectionPoint['schedule']} schedule */
export function nextWords(schedule) {
  const next = nextCollection(schedule);
  if (!next) return '';
  return next.day === dayOf() ? t('home.collect_today', { time: next.from }) : t('home.collect_later', { day: lower(weekday(next.day)), time: next.from });
}

/** @param {string} words */
const lower = (words) => words[0].toLowerCase() + words.slice(1);

/** @param {{ from: string, to: string | null }} slot */
export const hours = ({ from, to }) => (to ? `${from} – ${to}` : from);
