// How a figure is said: its share, its target, and whether the commune is on its way.
import { number } from './format.js';

/** @param {number | null} value in percent */
export const shareWords = (value) => (value === null ? '–' : `${number(value)} %`);

/** @param {{ target: number, is_ceiling: boolean, is_strict: boolean }} one */
export const targetWords = ({ target, is_ceiling, is_strict }) => `${is_ceiling ? '≤ ' : is_strict ? '> ' : ''}${number(target)} %`;

/**
 * Met; ahead of the year's milestone; moving the right way; or to be pushed.
 * @param {Api.FigureShape} one @returns {'met' | 'on_way' | 'slow' | 'push' | 'none'}
 */
export function paceOf(one) {
  if (one.value === null || !one.is_ready) return 'none';
  if (one.state === 'met') return 'met';
  const better = (/** @type {number} */ a, /** @type {number} */ b) => (one.is_ceiling ? a <= b : a >= b);
  if (one.milestone !== null) return better(one.value, one.milestone) ? 'on_way' : 'slow';
  const known = one.trend.filter((each) => each.value !== null);
  const before = known.length > 1 ? known[Math.max(0, known.length - 4)].value : null;
  if (before === null || before === one.value) return 'push';
  return better(one.value, before) ? 'on_way' : 'slow';
}

/** @type {Record<string, [string, string]>} */
const LOOKS = { met: ['done', 'check'], on_way: ['leaf', 'route'], slow: ['amber', 'clock'], push: ['brick', 'flag'], none: ['', 'info'] };
/** @param {string} pace */
export const paceLook = (pace) => LOOKS[pace] ?? LOOKS.none;
