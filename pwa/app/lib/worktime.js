// Working time left until a deadline, in words. The server decides what is due; this only says how far away it is.
import { addDays, dayOf, format, HOUR, weekdayOf } from './days.js';
import { t } from './i18n.js';

const MINUTE = 60e3;
/** Minutes of the day, Vietnam time: the same two shifts the server counts. */
const SHIFTS = [
  [450, 690],
  [810, 1020],
];
const DAY_MINUTES = 450;
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

/**
 * "Còn 7 giờ làm việc", "Quá hạn 2 ngày"; '' when no clock runs.
 * @param {{ due_at: string | null, status: string, priority: string }} one @param {Desk.Rules} rules @param {number} [now]
 */
export function timeLeft({ due_at, status, priority }, rules, now = Date.now()) {
  if (!due_at) return '';
  const due = Date.parse(due_at);
  if (due <= now) return t('due.over', { time: span((now - due) / MINUTE, 1440, 'due') });
  const unit = rules.units[`${STEP_OF[status]}/${priority}`] ?? 'working_hours';
  const working = unit.startsWith('working');
  const minutes = working ? workingMinutes(now, due, rules.exceptions) : (due - now) / MINUTE;
  return t('due.left', { time: span(minutes, working ? DAY_MINUTES : 1440, working ? 'work' : 'due') });
}

/** @param {number} minutes @param {number} day minutes of one day @param {'work' | 'due'} kind */
function span(minutes, day, kind) {
  if (minutes < 60) return t('due.minutes', { n: Math.max(1, Math.round(minutes)) });
  if (minutes < day) return t(`${kind}.hours`, { n: Math.floor(minutes / 60) });
  const days = Math.floor(minutes / day);
  const hours = Math.floor((minutes - days * day) / 60);
  return hours && days < 3 ? t(`${kind}.days_hours`, { n: days, hours }) : t(`${kind}.days`, { n: days });
}

/** "8:40 thứ Năm 26/11", nearer days by name. @param {string} moment */
export function dueMoment(moment) {
  const date = new Date(moment);
  const day = dayOf(moment);
  const hour = format({ hour: 'numeric', minute: '2-digit', hour12: false }).format(date);
  const ahead = Math.round((Date.parse(day) - Date.parse(dayOf())) / (24 * HOUR));
  if (ahead === 0) return t('due.today', { hour });
  if (ahead === 1) return t('due.tomorrow', { hour });
  const [, month, number] = day.split('-');
  return t('due.moment', { hour, day: `${t(`weekday.${weekdayOf(day)}`)} ${number}/${month}` });
}
