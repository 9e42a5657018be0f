// A clock in words: how much time is left, and until when. What is left is the server's reckoning: it knows the calendar.
import { dayOf, HOUR, weekdayOf } from './calendar.js';
import { format } from './days.js';
import { t } from './i18n.js';

const ALL_DAY = 1440;

/**
 * "Còn 3 giờ 20 phút làm việc", "Quá hạn 2 ngày làm việc", "Đang chờ bà con trả lời, đồng hồ dừng"; '' when no clock runs.
 * @param {Due.Known} one a case as the list knows it, or whole
 */
export function timeLeft(one) {
  if (one.status === 'need_info') return t('due.paused');
  const { minutes_left: left, day_minutes: day } = one.clock ?? one;
  if (!one.due_at || left === null || left === undefined || !day) return '';
  return t(left < 0 || one.due_state === 'overdue' ? 'due.over' : 'due.left', { time: span(Math.abs(left), day) });
}

/** @param {number} minutes @param {number} day minutes of one day of this clock */
export function span(minutes, day) {
  const kind = day < ALL_DAY ? 'work' : 'due';
  if (minutes < 60) return t(`${kind}.minutes`, { n: Math.max(1, minutes) });
  const rest = minutes % 60;
  if (minutes < day) return rest ? t(`${kind}.hours_minutes`, { n: Math.floor(minutes / 60), minutes: rest }) : t(`${kind}.hours`, { n: minutes / 60 });
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
