// Hours, numbers, weights and distances as people here write them; days come along from days.js.
import { dayOf, format, HOUR, shortDay } from './days.js';
import { language, t } from './i18n.js';

export { addDays, dayOf, shortDay, weekday, weekdayOf, weekendOf } from './days.js';

/** 16:42. @param {string} moment */
export const clock = (moment) => format({ hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment));
/** 22/11, 16:42. @param {string} moment */
export const dayAndClock = (moment) => `${shortDay(moment)}, ${clock(moment)}`;

/** hôm nay, hôm qua, 3 ngày trước, else the day. @param {string} day day or moment */
export function relativeDay(day) {
  const date = day.length > 10 ? dayOf(day) : day;
  const days = Math.round((Date.parse(dayOf()) - Date.parse(date)) / (24 * HOUR));
  if (days === 0) return t('day.today');
  if (days === 1) return t('day.yesterday');
  if (days === -1) return t('day.tomorrow');
  if (days > 1 && days < 7) return t('day.ago', { n: days });
  if (days < -1 && days > -7) return t('day.ahead', { n: -days });
  return shortDay(date);
}

/** 5 phút trước, 2 giờ trước, then days. @param {string} moment */
export function ago(moment) {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(moment)) / 60e3));
  if (minutes < 1) return t('day.now');
  if (minutes < 60) return t('day.minutes', { n: minutes });
  if (dayOf(moment) === dayOf()) return t('day.hours', { n: Math.round(minutes / 60) });
  return relativeDay(moment);
}

/** 1.234,5. @param {number | null | undefined} value */
export const number = (value) =>
  value == null ? '' : new Intl.NumberFormat(language() === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 }).format(value);
/** 180 kg, 2,5 tấn. @param {number | null | undefined} kg */
export const weight = (kg) => (kg == null ? '' : kg < 1000 ? `${number(kg)}\u00a0kg` : t('unit.tonnes', { n: number(kg / 1000) }));
/** 240 m, 1,2 km. @param {number} metres */
export const distance = (metres) => (metres < 995 ? `${number(Math.round(metres / 10) * 10 || 10)}\u00a0m` : `${number(metres / 1000)}\u00a0km`);
/** 0,6 MB. @param {number} bytes */
export const fileSize = (bytes) => `${number(Math.max(0.1, bytes / 1e6))}\u00a0MB`;
