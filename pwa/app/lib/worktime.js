// How much working time lies between two moments, and which step's clock runs in a state. The server decides what is due.
import { addDays, dayOf, weekdayOf } from './calendar.js';

export const MINUTE = 60e3;
/** Minutes of the day, Vietnam time: the same two shifts the server counts. */
const SHIFTS = [
  [450, 690],
  [810, 1020],
];
export const DAY_MINUTES = 450;
const FIXED_DAYS_OFF = ['01-01', '04-30', '05-01', '09-01', '09-02', '11-24'];
/** Tết and the Hùng kings' day, month/day of the lunar calendar. */
const LUNAR_DAYS_OFF = ['12/29', '12/30', '1/1', '1/2', '1/3', '1/4', '3/10'];
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'Asia/Ho_Chi_Minh', month: 'numeric', day: 'numeric' });

/** The step whose clock runs in a state. @type {Record<string, string>} */
export const STEP_OF = {
  submitted: 'receive',
  accepted: 'assign',
  reopened: 'assign',
  assigned: 'verify',
  verifying: 'resolve',
  processing: 'resolve',
  resolved: 'reply',
};

/** @typedef {Record<string, boolean>} Exceptions day → worked or not, as the commune entered them */

/** @param {string} day @param {Exceptions} exceptions */
function isWorked(day, exceptions) {
  if (day in exceptions) return exceptions[day];
  if (weekdayOf(day) > 5 || FIXED_DAYS_OFF.includes(day.slice(5))) return false;
  return !LUNAR_DAYS_OFF.includes(lunar.format(new Date(`${day}T05:00Z`)));
}

/** Working minutes between two moments. @param {number} from @param {number} to milliseconds @param {Exceptions} exceptions */
export function workingMinutes(from, to, exceptions) {
  let total = 0;
  for (let day = dayOf(from); Date.parse(`${day}T00:00+07:00`) < to; day = addDays(day, 1)) {
    if (!isWorked(day, exceptions)) continue;
    const midnight = Date.parse(`${day}T00:00+07:00`);
    for (const [opens, closes] of SHIFTS) total += Math.max(0, Math.min(to, midnight + closes * MINUTE) - Math.max(from, midnight + opens * MINUTE)) / MINUTE;
  }
  return Math.round(total);
}
