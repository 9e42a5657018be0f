// Days as people here write them; the counting comes along from calendar.js.
import { dayOf } from './calendar.js';
import { language } from './i18n.js';

export { addDays, dayOf, HOUR, weekdayOf, weekendOf } from './calendar.js';

const ZONE = 'Asia/Ho_Chi_Minh';
/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};

/** @param {Intl.DateTimeFormatOptions} options */
export const format = (options) =>
  (formats[JSON.stringify(options)] ??= new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'vi-VN', { timeZone: ZONE, ...options }));

/** @param {string} day */
const noon = (day) => new Date(`${day.slice(0, 10)}T12:00+07:00`);
/** 22/11, with the year when it is not this one. @param {string | null | undefined} day day or moment */
export function shortDay(day) {
  if (!day) return '';
  const date = day.length > 10 ? dayOf(day) : day;
  const [year, month, number] = date.split('-');
  return `${number}/${month}${year === dayOf().slice(0, 4) ? '' : `/${year}`}`;
}
/** Chủ nhật 29/11. @param {string} day */
export const weekday = (day) => {
  const name = format({ weekday: 'long' }).format(noon(day));
  return `${name[0].toUpperCase()}${name.slice(1)} ${shortDay(day)}`;
};
