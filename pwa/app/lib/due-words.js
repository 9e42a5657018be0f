// A deadline in words: how much time is left, and until when.
import { dayOf, HOUR, weekdayOf } from './calendar.js';
import { format } from './days.js';
import { t } from './i18n.js';
import { DAY_MINUTES, MINUTE, STEP_OF, workingMinutes } from './worktime.js';

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
  if (minutes < 60) return t(`${kind}.minutes`, { n: Math.max(1, Math.round(minutes)) });
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
