// Who works on a case, with its requests to bodies outside: their links, and taking one back.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { FlowPanel, LinkSheet } from '../../components/desk/flow-panel.js';
import { toast } from '../../components/toast.js';
import { ApiProblem, get, post, sayProblem } from '../../lib/api.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { can } from '../../lib/session.js';
import { addressOf } from './address.js';
import { putDetail, refused } from './shelf.js';

/** @param {{ one: Api.Detail }} props */
export function Flow({ one }) {
  const [link, setLink] = useState(/** @type {Api.OutsideLink | null} */ (null));
  const [revoked, setRevoked] = useState('');
  const at = (/** @type {string} */ id) => `/api/desk/complaints/${one.id}/outside-requests/${id}`;
  useEffect(() => {
    setLink(null);
    setRevoked('');
  }, [one.id]);
  const open = (/** @type {string} */ id) => get(`${at(id)}/link`).then(setLink, (error) => void toast(sayProblem(refused(error))));
  const revoke = async (/** @type {Desk.Values} */ { reason }) => {
    if (!reason.trim()) return { error: t('flow.revoke_missing'), fields: [] };
    try {
      putDetail(await post(`${at(revoked)}/revocation`, { reason: reason.trim() }, { version: one.version }));
      toast(t('flow.revoke_done'));
      return null;
    } catch (error) {
      if (error instanceof ApiProblem && error.current) putDetail(error.current);
      return { error: sayProblem(refused(error)), fields: [] };
    }
  };
  return html`${h(FlowPanel, { one, addressOf, mayLink: can('triage_complaints'), onLink: open, onRevoke: setRevoked })}
    ${link && h(LinkSheet, { link, onClose: () => setLink(null) })}
    ${revoked && h(EditSheet, { title: t('flow.revoke'), hint: t('flow.revoke_hint'), label: t('flow.revoke'), fields: [{ name: 'reason', label: t('flow.why'), max: 500 }], values: { reason: '' }, onSave: revoke, onClose: () => setRevoked('') })}`;
}
