// Days as people here count them. The calendar is Vietnam's, wherever the phone is.
import { language } from './i18n.js';

const ZONE = 'Asia/Ho_Chi_Minh';
export const HOUR = 3600e3;
/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};

/** @param {Intl.DateTimeFormatOptions} options */
export const format = (options) =>
  (formats[JSON.stringify(options)] ??= new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'vi-VN', { timeZone: ZONE, ...options }));

/** The Vietnam day (YYYY-MM-DD) of a moment. @param {number | string | Date} [moment] */
export const dayOf = (moment = Date.now()) => new Date(new Date(moment).getTime() + 7 * HOUR).toISOString().slice(0, 10);
/** @param {string} day @param {number} count */
export const addDays = (day, count) => new Date(Date.parse(`${day}T00:00Z`) + count * 24 * HOUR).toISOString().slice(0, 10);
/** 1 Monday … 7 Sunday. @param {string} day */
export const weekdayOf = (day) => new Date(`${day}T00:00Z`).getUTCDay() || 7;
/** The Saturday and Sunday of the week this day lies in. @param {string} day */
export const weekendOf = (day) => [6, 7].map((weekday) => addDays(day, weekday - weekdayOf(day)));

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
