// Merging at the desk: fetches what belongs to the case, asks once, and shows the case as it then stands.
import { MergePanel } from '../../components/desk/merge-panel.js';
import { askDialog } from '../../components/dialog.js';
import { toast } from '../../components/toast.js';
import { ApiProblem, get, post, sayProblem } from '../../lib/api.js';
import { h, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can } from '../../lib/session.js';
import { addressOf, openCase } from './address.js';
import { fetchCase, putDetail, refused } from './shelf.js';

/** @param {{ one: Api.Detail }} props */
export function Duplicates({ one }) {
  const path = `/api/desk/complaints/${one.id}`;
  const { data, reload } = useLoad((signal) => get(`${path}/duplicates`, { signal }), [one.id, one.version]);
  const [contacts, setContacts] = useState(/** @type {Record<string, Api.ContactView>} */ ({}));
  useEffect(() => setContacts({}), [one.id]);
  const found = /** @type {Api.Duplicates | null} */ (data);
  const say = (/** @type {unknown} */ error) => {
    if (error instanceof ApiProblem && error.current) putDetail(error.current);
    toast(sayProblem(refused(error)));
  };
  const merge = async (/** @type {Api.LikelyCase} */ into) => {
    /** @type {{ value: string, label: string, look?: 'quiet' }[]} */
    const choices = [
      { value: 'yes', label: t('merge.yes') },
      { value: '', label: t('merge.no'), look: 'quiet' },
    ];
    if ((await askDialog({ title: t('merge.sure', { code: one.code, into: into.code }), text: t('merge.sure_text'), choices })) !== 'yes') return;
    await post(`${path}/merge`, { into_id: into.id }, { version: one.version }).then((detail) => {
      putDetail(detail);
      toast(t('merge.done', { code: one.code }));
    }, say);
  };
  const unmerge = async (/** @type {{ id: string, code: string }} */ merged) => {
    try {
      const { version } = merged.id === one.id ? one : await get(`/api/desk/complaints/${merged.id}`);
      putDetail(await post(`/api/desk/complaints/${merged.id}/unmerge`, {}, { version }));
      if (merged.id !== one.id) await fetchCase(one.id);
      reload();
      toast(t('merge.undone', { code: merged.code }));
    } catch (error) {
      say(error);
    }
  };
  const contact = (/** @type {string} */ id) =>
    void post(`${path}/supporters/${id}/contact-views`).then((seen) => setContacts({ ...contacts, [id]: seen }), say);
  if (!found) return null;
  return h(MergePanel, {
    one,
    found,
    contacts,
    addressOf,
    mayMerge: can('triage_complaints'),
    mayContact: can('read_contacts'),
    onOpen: openCase,
    onMerge: merge,
    onUnmerge: unmerge,
    onContact: contact,
  });
}
