// Rules of the count of sorting households, without a browser.
import { addDays, dayOf } from './calendar.js';

const MOST = 20_000;
const JUMP = 30; // points of a hundred that the share moves between two counts before somebody is asked

/** @param {unknown} text digits as typed */
const whole = (text) => (text === '' || text == null ? null : Number(String(text).replace(/\D/g, '')));

/** What is missing or cannot be, by name. @param {Record<string, any>} fields @param {string} [today] @returns {string[]} */
export function gapsOf(fields, today = dayOf()) {
  const [households, sorting, composting] = [whole(fields.households), whole(fields.sorting), whole(fields.composting)];
  const gaps = [];
  if (!fields.hamlet_id) gaps.push('hamlet');
  if (!households || households > MOST) gaps.push('households');
  if (sorting === null) gaps.push('sorting');
  if (households && sorting !== null && sorting > households) gaps.push('more');
  if (sorting !== null && composting !== null && composting > sorting) gaps.push('composting');
  if (!fields.checked_on || fields.checked_on > today || fields.checked_on < addDays(today, -2000)) gaps.push('day');
  return gaps;
}

/** Whether the numbers are far from those of last time. @param {Record<string, any>} fields @param {{ households: number, sorting: number } | null} last */
export function isJump(fields, last) {
  const [households, sorting] = [whole(fields.households) ?? 0, whole(fields.sorting) ?? 0];
  if (!last || !households || !last.households) return false;
  const share = Math.abs((100 * sorting) / households - (100 * last.sorting) / last.households);
  return share > JUMP || Math.abs(households - last.households) * 100 > JUMP * last.households;
}

/** As the server takes it. @param {Record<string, any>} fields @param {Date} now */
export const countWords = (fields, now) => ({
  hamlet_id: fields.hamlet_id,
  checked_on: fields.checked_on,
  households: whole(fields.households),
  sorting: whole(fields.sorting),
  composting: whole(fields.composting),
  method: fields.method,
  words: (fields.words ?? '').trim(),
  made_at: now.toISOString(),
  ...(fields.replaces_id ? { replaces_id: fields.replaces_id } : {}),
});
