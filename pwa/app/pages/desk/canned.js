// The canned replies that fit the open form, fetched when it opens.
import { CannedPicker } from '../../components/desk/canned-picker.js';
import { get } from '../../lib/api.js';
import { h } from '../../lib/html.js';
import { useLoad } from '../../lib/load.js';

/** The state a case comes into with the words of each form. @type {Partial<Record<Desk.Kind, Api.Status>>} */
const LEADS = { reply: 'replied', ask: 'need_info', reject: 'rejected' };

/** @param {{ one: Api.Detail, kind: Desk.Kind, values: Desk.Values, set: (change: Desk.Values) => void }} props */
export function Canned({ one, kind, values, set }) {
  const status = LEADS[kind];
  const { data } = useLoad((signal) => (status ? get(`/api/desk/complaints/${one.id}/replies`, { signal }) : Promise.resolve([])), [one.id, kind]);
  const fits = /** @type {Api.Offer[]} */ (data ?? []).filter((offer) => !offer.status || offer.status === status);
  return h(CannedPicker, { offers: fits, typed: values.text ?? '', onText: (text) => set({ text }) });
}
