// How long a bulletin takes to read out, and the weeks it can tell of.
import { addDays, dayOf, weekdayOf } from './calendar.js';

/** Vietnamese is read syllable by syllable, and each is written apart: the server's own rule. @param {string} text */
export const wordCount = (text) =>
  text
    .replace(/-/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** @param {string} text @param {number} pace words a minute */
export const secondsOf = (text, pace) => Math.ceil((wordCount(text) * 60) / pace);

/** The Mondays of the last weeks, the newest first; this week's once its Sunday has come. @param {string} [today] @param {number} [most] */
export function weeks(today = dayOf(), most = 8) {
  const monday = addDays(today, 1 - weekdayOf(today));
  const newest = weekdayOf(today) === 7 ? monday : addDays(monday, -7);
  return Array.from({ length: most }, (_, back) => addDays(newest, -7 * back));
}
