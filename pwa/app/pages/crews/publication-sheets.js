// The forms of a publication: prepare the words, check them as a second person, take them down.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Sheet } from '../../components/desk/sheet.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
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

/** The second person reads what everybody would read, then lets it out or gives it back. @param {{ one: Api.CrewPublicationShape, onSaved: () => void, onClose: () => void }} props */
export function CheckSheet({ one, onSaved, onClose }) {
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState(/** @type {Desk.Fault | null} */ (null));
  const [busy, setBusy] = useState(false);
  const decide = async (/** @type {boolean} */ is_right) => {
    setBusy(true);
    const fault = await save(() => put(`/api/crew-publications/${one.id}/check`, { is_right, words }, { version: one.version }), onSaved);
    setBusy(false);
    if (!fault) return onClose();
    setWrong(fault);
  };
  const wordsWrong = wrong?.fields.find(({ field }) => field === 'words')?.detail;
  const told = [one.fault, one.remedy, one.outcome].filter(Boolean).join('\n');
  const ground = [one.ground, one.shown_until && t('crews.until', { day: shortDay(one.shown_until) })].filter(Boolean).join(' · ');
  return h(
    Sheet,
    { title: t('crews.check'), onClose },
    html`<div class="stack-16"><p class="small">${t('crews.check_hint')}</p>
      <section class="card pad stack"><b>${one.organisation}</b><p class="pre">${told}</p><p class="small">${ground}</p></section>
      ${wrong && !wordsWrong && html`<div class="notice brick" role="alert"><p>${wrong.error}</p></div>`}
      ${h(Field, { label: t('crews.to_mend'), error: wordsWrong, optional: true, multiline: true, max: 600, value: words, onInput: setWords })}
      <div class="line wrap"><button class="button small" type="button" disabled=${busy} onClick=${() => decide(true)}>${h(Icon, { name: 'check' })}${t('crews.right_yes')}</button><button class="button quiet small" type="button" disabled=${busy} onClick=${() => decide(false)}>${h(Icon, { name: 'undo' })}${t('crews.right_no')}</button></div></div>`,
  );
}

/** @param {{ one: any, onSaved: () => void, onClose: () => void }} props */
export function WithdrawSheet({ one, onSaved, onClose }) {
  const fields = [{ name: 'words', label: t('crews.withdraw_why'), multiline: true, max: 600 }];
  const keep = (/** @type {Desk.Values} */ { words, version }) =>
    save(() => put(`/api/crew-publications/${one.id}/withdrawal`, { words }, { version }), onSaved);
  return h(EditSheet, { title: t('crews.withdraw'), hint: one.fault, fields, values: { words: '', version: one.version }, onSave: keep, onClose });
}
