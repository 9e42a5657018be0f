// The intake of the open case: applies a suggested category, gives the case another type.
import { IntakePanel, RetypeSheet } from '../../components/desk/intake-panel.js';
import { get, post } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { save } from '../../lib/save.js';
import { can } from '../../lib/session.js';
import { deliver } from './change.js';
import { details, refill } from './shelf.js';

/** @param {{ one: Api.Detail }} props */
export function CaseIntake({ one }) {
  const [kinds, setKinds] = useState(/** @type {Api.LegalKindShape[] | null} */ (null));
  const open = () =>
    get('/api/catalogue/legal-kinds').then(
      (found) => setKinds(found),
      () => setKinds([]),
    );
  const retype = async (/** @type {Desk.Values} */ { type, reason }) => {
    if (!reason.trim()) return { error: t('intake.reason_missing'), fields: [] };
    return save(
      () => post(`/api/desk/complaints/${one.id}/retyping`, { type, reason }, { version: one.version }),
      (after) => {
        details.value = { ...details.value, [one.id]: after };
        refill();
      },
    );
  };
  return html`${h(IntakePanel, { one, mayTriage: can('triage_complaints'), onSort: (category) => void deliver(one.id, 'edit', { category }), onRetype: open })}
    ${kinds && h(RetypeSheet, { one, kinds, onSave: retype, onClose: () => setKinds(null) })}`;
}
