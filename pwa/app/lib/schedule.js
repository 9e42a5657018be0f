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

/** The hours in which it is open at this moment. @param {App.CollectionPoint} point @param {number} now */
function slotAt({ opening_hours }, now) {
  const hour = new Date(now + 7 * 3600e3).toISOString().slice(11, 16);
  return opening_hours.find(({ weekday, from, to }) => weekday === weekdayOf(dayOf(now)) && from <= hour && hour < (to ?? ''));
}

/** Whether the point takes waste at this moment: in use, and inside its opening hours if it has any. @param {App.CollectionPoint} point @param {number} [now] */
export const isOpen = (point, now = Date.now()) => point.state !== 'closed' && (!point.opening_hours?.length || Boolean(slotAt(point, now)));

/** "Đang mở, đến 17:00" or when it opens next; nothing for a point that never shuts. @param {App.CollectionPoint} point @param {number} [now] */
export function openWords(point, now = Date.now()) {
  if (point.state === 'closed' || !point.opening_hours?.length) return '';
  const slot = slotAt(point, now);
  if (slot) return t('points.open_until', { time: slot.to ?? '' });
  const next = nextCollection(point.opening_hours, now);
  return next ? t('points.opens', { day: next.day === dayOf(now) ? t('points.today') : lower(weekday(next.day)), time: next.from }) : '';
}

/** @param {string} words */
const lower = (words) => words[0].toLowerCase() + words.slice(1);

/** @param {{ from: string, to: string | null }} slot */
export const hours = ({ from, to }) => (to ? `${from} – ${to}` : from);
