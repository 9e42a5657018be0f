// Figures as people read them, and the periods they are asked for.
import { addDays, dayOf, number } from './format.js';
import { t } from './i18n.js';

/** @typedef {{ count: number, of: number }} Share */

/** "86 % (13/15)"; a dash when there is nothing to speak of. @param {Share} share */
export const shareWords = ({ count, of }) => (of ? `${Math.round((100 * count) / of)}\u00a0% (${number(count)}/${number(of)})` : '–');

/** @param {number | null} hours */
export const hoursWords = (hours) => (hours === null ? '–' : t('figures.hours', { n: number(hours) }));

/** "11/2026". @param {string} day */
export const monthWords = (day) => `${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** @param {string} [today] @returns {Record<string, [string, string]>} the usual periods, by name */
export function periods(today = dayOf()) {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  const quarter = String(month - ((month - 1) % 3)).padStart(2, '0');
  return {
    month: [`${today.slice(0, 8)}01`, today],
    quarter: [`${year}-${quarter}-01`, today],
    year: [`${year}-01-01`, today],
    months: [addDays(today, -364), today],
  };
}

/**
 * A round step for the axis of a chart: 1, 2 or 5 and zeros, at most four steps high.
 * @param {number} most @returns {number[]} the marks from zero up
 */
export function marks(most) {
  const wanted = Math.max(most, 1) / 4;
  const tens = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * tens).find((one) => one >= wanted) ?? 10 * tens);
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step);
}
