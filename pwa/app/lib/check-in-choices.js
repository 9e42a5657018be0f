// The commune's lists behind the check-in, kept on the phone so that they are there without a network.
import { get } from './api.js';
import { useEffect, useState } from './html.js';
import { recall, remember } from './idb.js';

/** @typedef {Api.CleanupChoiceShape} Choice */

/** Those in use; empty until they are known. @returns {Choice[]} */
export function useChoices() {
  const [choices, setChoices] = useState(/** @type {Choice[]} */ ([]));
  useEffect(() => {
    let isHere = true;
    const show = (/** @type {Choice[] | undefined} */ items) => isHere && items && setChoices(items.filter((one) => one.is_active));
    const fetched = get('/api/cleanup-choices').then(({ items }) => {
      remember('cleanup-choices', items).catch(() => {});
      return items;
    });
    recall('cleanup-choices').then(show, () => {});
    fetched.then(show, () => {});
    return () => {
      isHere = false;
    };
  }, []);
  return choices;
}

/** @param {Choice[]} choices @param {string} kind */
export const ofKind = (choices, kind) => choices.filter((one) => one.kind === kind);

/** Days with a name of their own that this day is one of. @param {Choice[]} choices @param {string} day */
export const campaignsOn = (choices, day) => ofKind(choices, 'campaign').filter((one) => (one.first_day ?? '') <= day && day <= (one.last_day ?? ''));

/** What the heaps weigh together, in kilograms. @param {Choice[]} choices @param {Record<string, number>} heaps */
export const weightOf = (choices, heaps) => Math.round(ofKind(choices, 'heap').reduce((sum, one) => sum + (one.kilograms ?? 0) * (heaps[one.id] ?? 0), 0));
