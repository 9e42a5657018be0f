// The sites under watch that a person may visit; what was read last stays on the phone for a day without a network.
import { get } from '../../lib/api.js';
import { recall, remember } from '../../lib/idb.js';

/** The one to be looked at first comes first. @param {App.Account} who @param {AbortSignal} [signal] @returns {Promise<Api.SiteSummary[]>} */
export async function watched(who, signal) {
  const name = `watched-sites:${who.id}`;
  try {
    const all = /** @type {Api.SiteSummary[]} */ (await get(`/api/dump-sites${who.hamlet ? `?hamlet_id=${who.hamlet.id}` : ''}`, { signal }));
    const found = all.filter((one) => one.visit_due_on).sort((a, b) => String(a.visit_due_on).localeCompare(String(b.visit_due_on)));
    await remember(name, found).catch(() => {});
    return found;
  } catch (error) {
    const known = await recall(name).catch(() => null);
    if (!known) throw error;
    return known;
  }
}
