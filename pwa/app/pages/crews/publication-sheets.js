// The forms of a publication: prepare the words, check them as a second person, take them down.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { put } from '../../lib/api.js';
import { shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull, save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

/** @param {{ violation: Api.CrewViolationShape, one?: any, onSaved: () => void, onClose: () => void }} props */
export function PublicationSheet({ violation, one, onSaved, onClose }) {
  const [id] = useState(() => one?.id ?? uuid());
  const long = { multiline: true, max: 600 };
  const fields = [
    { name: 'fault', label: t('crews.told_fault'), hint: t('crews.told_hint'), ...long },
    { name: 'remedy', label: t('crews.told_remedy'), optional: true, ...long },
    { name: 'outcome', label: t('crews.told_outcome'), optional: true, ...long },
    { name: 'ground', label: t('crews.ground'), hint: t('crews.ground_hint'), max: 300 },
    { name: 'shown_until', label: t('crews.shown_until'), type: 'date', optional: true },
  ];
  const fresh = { fault: '', remedy: violation.remedy, outcome: '', ground: violation.rule || t('crews.ground_plan'), shown_until: '' };
  const values = one ? { ...one, shown_until: one.shown_until ?? '' } : fresh;
  const keep = (/** @type {Desk.Values} */ { fault, remedy, outcome, ground, shown_until, version }) => {
    const body = { violation_id: violation.id, fault, remedy, outcome, ground, shown_until: orNull(shown_until) };
    return save(() => put(`/api/crew-publications/${id}`, body, { version: version ?? 0 }), onSaved);
  };
  return h(EditSheet, { title: t('crews.prepare'), hint: violation.words, fields, values, label: t('crews.send_to_check'), onSave: keep, onClose });
}

/** @param {{ one: any, onSaved: () => void, onClose: () => void }} props */
export function CheckSheet({ one, onSaved, onClose }) {
  const options = ['yes', 'no'].map((value) => ({ value, label: t(`crews.right_${value}`) }));
  const fields = [
    { name: 'right', label: t('crews.decision'), options },
    { name: 'words', label: t('crews.to_mend'), optional: true, multiline: true, max: 600 },
  ];
  const keep = (/** @type {Desk.Values} */ { right, words, version }) =>
    save(() => put(`/api/crew-publications/${one.id}/check`, { is_right: right === 'yes', words }, { version }), onSaved);
  const told = () =>
    html`<section class="card pad stack"><b>${one.organisation}</b><p class="pre">${[one.fault, one.remedy, one.outcome].filter(Boolean).join('\n')}</p><p class="small">${[one.ground, one.shown_until && t('crews.until', { day: shortDay(one.shown_until) })].filter(Boolean).join(' · ')}</p></section>`;
  const values = { right: 'yes', words: '', version: one.version };
  return h(EditSheet, { title: t('crews.check'), hint: t('crews.check_hint'), fields, values, onSave: keep, onClose, extra: told });
}

/** @param {{ one: any, onSaved: () => void, onClose: () => void }} props */
export function WithdrawSheet({ one, onSaved, onClose }) {
  const fields = [{ name: 'words', label: t('crews.withdraw_why'), multiline: true, max: 600 }];
  const keep = (/** @type {Desk.Values} */ { words, version }) =>
    save(() => put(`/api/crew-publications/${one.id}/withdrawal`, { words }, { version }), onSaved);
  return h(EditSheet, { title: t('crews.withdraw'), hint: one.fault, fields, values: { words: '', version: one.version }, onSave: keep, onClose });
}
