// What can be chosen for a weekend, and how its hours are said. Pure.
import { addDays, dayOf, weekdayOf, weekendOf } from './calendar.js';

const FIRST = 5;
const LAST = 18;

/** The Monday of a day's week. @param {string} [day] */
export const mondayOf = (day = dayOf()) => addDays(day, 1 - weekdayOf(day));

/** The Saturdays and Sundays of this week and the next that are not over, and the day planned already. @param {string | undefined} planned @param {string} [today] */
export function daysToPlan(planned, today = dayOf()) {
  const days = [...weekendOf(today), ...weekendOf(addDays(today, 7))].filter((day) => day >= today);
  return planned && !days.includes(planned) ? [planned, ...days] : days;
}

/** Every half hour of the day's light, and the hour planned already. @param {string} planned */
export function hoursToPlan(planned) {
  const hours = Array.from(
    { length: (LAST - FIRST) * 2 + 1 },
    (_, half) => `${String(FIRST + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  );
  return hours.includes(planned) ? hours : [planned, ...hours].sort();
}

/** "06:30" as the hour and the minutes that are said, none on the hour. @param {string} at */
export function hourParts(at) {
  const [h, m] = at.split(':');
  return { h: Number(h), m: m === '00' ? '' : m };
}

/** What the server takes; names of what is missing come back instead. @param {Record<string, any>} fields */
export const gapsOfPlan = ({ held_on, starts_at, place }) =>
  [!held_on && 'held_on', !starts_at && 'starts_at', !String(place ?? '').trim() && 'place'].filter(Boolean);
