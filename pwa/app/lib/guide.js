// Finding a thing in the sorting guide, with or without diacritics.
import { plain } from './asked.js';

const SURE = 80;
/** @typedef {Pick<Api.GuideEntryShape, 'name' | 'other_names'>} Named */

/**
 * Those whose name begins with it, then those with every word in name or other names. When there is none: those with
 * most of the words, so that "vỏ chai nước mắm cũ" finds bottles.
 * @template {Named} E @param {E[]} entries @param {string} typed @param {number} [most] @returns {E[]}
 */
export function found(entries, typed, most = 20) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const words = wanted.split(' ');
  const ranked = entries.map((one) => ({ one, rank: rank(one, wanted, words) })).filter(({ rank }) => rank > 0);
  const sure = ranked.filter(({ rank }) => rank >= SURE);
  return (sure.length ? sure : ranked)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

/** @param {Named} one @param {string} wanted @param {string[]} words */
function rank(one, wanted, words) {
  const name = plain(one.name);
  const text = `${name} ${plain(one.other_names)}`;
  if (name.startsWith(wanted)) return 100;
  if (` ${text}`.includes(` ${wanted}`)) return 90;
  const hits = words.filter((word) => ` ${text}`.includes(` ${word}`)).length;
  if (hits === words.length) return SURE;
  return words.length > 1 && hits * 2 >= words.length ? hits : 0;
}
