// How the case came in: its type, its number elsewhere, what was asked and answered; and the sheet that gives it another type.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { EditSheet } from './edit-sheet.js';

const ANSWERS = /** @type {Record<string, string>} */ ({ yes: 'asked.yes', no: 'asked.no' });

/** @param {{ one: Api.Detail, mayTriage: boolean, onSort: (category: string) => void, onRetype: () => void }} props */
export function IntakePanel({ one, mayTriage, onSort, onRetype }) {
  const { intake } = one;
  const suggested = mayTriage && !intake.is_restricted && intake.suggested_category;
  return html`<section class="desk-part"><h2>${t('intake.panel')}</h2>
    ${intake.is_restricted && html`<p class="notice">${h(Icon, { name: 'lock' })}${t('intake.restricted')}</p>`}
    <dl class="facts desk-facts">
      <dt>${t('intake.type')}</dt><dd>${t(`intake.type_${one.type}`)}${intake.original_type && intake.original_type !== one.type && html` <span class="small">${t('intake.was', { type: t(`intake.type_${intake.original_type}`) })}</span>`}${mayTriage && html` <button class="desk-link no-print" type="button" onClick=${onRetype}>${t('intake.retype')}</button>`}</dd>
      ${intake.retyped_reason && html`<dt>${t('intake.reason')}</dt><dd class="pre">${intake.retyped_reason}</dd>`}
      ${intake.external_ref && html`<dt>${t('intake.ref')}</dt><dd class="num">${intake.external_ref}</dd>`}
      ${intake.answers.map((each) => html`<dt key=${each.question}>${each.question}</dt><dd>${ANSWERS[each.value] ? t(ANSWERS[each.value]) : each.value}</dd>`)}
      ${intake.unanswered.map((question) => html`<dt key=${question}>${question}</dt><dd class="small">${t('intake.unanswered')}</dd>`)}
    </dl>
    ${suggested && html`<p class="no-print">${t('intake.suggested')} <button class="chip" type="button" onClick=${() => onSort(suggested.code)}>${suggested.label}</button></p>`}</section>`;
}

const OWN = ['complaint', 'difficulty', 'proposal'];

/** @param {{ one: Api.Detail, kinds: Api.LegalKindShape[], onSave: (values: Desk.Values) => Promise<Desk.Fault | null>, onClose: () => void }} props */
export function RetypeSheet({ one, kinds, onSave, onClose }) {
  const options = [...OWN.map((code) => ({ value: code, label: t(`intake.type_${code}`) })), ...kinds.map((kind) => ({ value: kind.code, label: kind.label }))];
  const fields = (/** @type {Desk.Values} */ values) => [
    { name: 'type', label: t('intake.type'), options: options.filter((each) => each.value !== one.type || each.value === values.type) },
    { name: 'reason', label: t('intake.reason'), max: 1000, multiline: true },
  ];
  const guide = (/** @type {Desk.Values} */ values) => {
    const kind = kinds.find((each) => each.code === values.type);
    return (
      kind &&
      html`<div class="notice stack"><p>${kind.guidance}</p><p class="small">${t('intake.sender_reads')} “${kind.public_text}”</p><p class="small">${kind.source}</p><p><b>${t('intake.closes')}</b></p></div>`
    );
  };
  const first = one.intake.is_restricted ? (one.intake.original_type ?? 'complaint') : (kinds[0]?.code ?? 'proposal');
  return h(EditSheet, { title: t('intake.retype'), hint: t('intake.retype_hint'), fields, values: { type: first, reason: '' }, onSave, onClose, extra: guide });
}
