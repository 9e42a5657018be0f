// Counting days and weeks on Vietnam's calendar, wherever the phone is. Pure, and small enough for the first screen.

export const HOUR = 3600e3;
/** The Vietnam day (YYYY-MM-DD) of a moment. @param {number | string | Date} [moment] */
export const dayOf = (moment = Date.now()) => new Date(new Date(moment).getTime() + 7 * HOUR).toISOString().slice(0, 10);
/** @param {string} day @param {number} count */
export const addDays = (day, count) => new Date(Date.parse(`${day}T00:00Z`) + count * 24 * HOUR).toISOString().slice(0, 10);
/** 1 Monday … 7 Sunday. @param {string} day */
export const weekdayOf = (day) => new Date(`${day}T00:00Z`).getUTCDay() || 7;
/** The Saturday and Sunday of the week this day lies in. @param {string} day */
export const weekendOf = (day) => [6, 7].map((weekday) => addDays(day, weekday - weekdayOf(day)));
