// One row of the plan: what it says, what it waits for, how it goes on, and what shows it.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Standing } from '../../components/plan/standing.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, post, put } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';

const KINDS = ['none', 'weekly', 'one_date', 'yearly', 'year', 'trigger', 'by_law', 'by_2030'];

/** @param {{ code: string }} params */
export default function Item({ code }) {
  const { who, asking } = useAccount();
  const address = `/api/plan/${encodeURIComponent(code)}`;
  const { data, error, reload, setData } = useLoad((signal) => (who ? get(address, { signal }) : Promise.resolve(null)), [who?.id, code]);
  const item = /** @type {Api.ItemShape | null} */ (data);
  return h(
    OfficeFrame,
    { title: item ? `${item.code}. ${item.title}` : t('plan.title'), who, asking },
    html`<a class="desk-link" href="/so-sach/ke-hoach">${h(Icon, { name: 'back' })}${t('plan.title')}</a>`,
    error ? h(Failure, { error, onRetry: reload }) : item ? h(Row, { item, address, onSaved: setData }) : h(Waiting, { lines: 6 }),
  );
}

/** @param {{ item: Api.ItemShape, address: string, onSaved: (item: any) => void }} props */
function Row({ item, address, onSaved }) {
  const [open, setOpen] = useState('');
  const [condition, setCondition] = useState(/** @type {Api.ConditionShape | null} */ (null));
  const facts = [
    [t('plan.leads'), item.leads.join(', ')],
    [t('plan.partners'), item.partners.join(', ')],
    [t('plan.deadline'), item.deadline_words],
    [t('plan.product'), item.product],
    [t('plan.source'), item.source],
  ].filter(([, words]) => words);
  return html`<div class="line wrap">${h(Standing, { standing: item.standing })}${item.due_on && html`<span class="small">${t('plan.due', { day: shortDay(item.due_on) })}</span>`}
      ${item.link && html`<a class="desk-link" href=${item.link}>${h(Icon, { name: 'chart' })}${t('plan.live')}</a>`}</div>
    <p class="desk-words pre">${item.words}</p>
    <dl class="facts desk-facts">${facts.map(([name, words]) => html`<dt>${name}</dt><dd>${words}</dd>`)}</dl>
    ${item.conditions.length > 0 && html`<section class="stack"><h2>${t('plan.waits_for')}</h2><ul class="card rows">${item.conditions.map((one) => h(Condition, { key: one.id, one, onEdit: can('manage_plan') ? () => setCondition(one) : undefined }))}</ul></section>`}
    <div class="line wrap">${item.may_note && html`<button class="button small" type="button" onClick=${() => setOpen('note')}>${h(Icon, { name: 'plus' })}${t('plan.note')}</button>`}
      ${can('manage_plan') && html`<button class="button quiet small" type="button" onClick=${() => setOpen('edit')}>${h(Icon, { name: 'pencil' })}${t('plan.edit')}</button>`}</div>
    <section class="stack"><h2>${t('plan.notes')}</h2>${h(Notes, { notes: item.notes })}</section>
    ${open === 'note' && h(NoteSheet, { address, onSaved, onClose: () => setOpen('') })}
    ${open === 'edit' && h(ItemSheet, { item, address, onSaved, onClose: () => setOpen('') })}
    ${condition && h(ConditionSheet, { condition, address, onSaved, onClose: () => setCondition(null) })}`;
}

/** @param {{ one: Api.ConditionShape, onEdit?: () => void }} props */
function Condition({ one, onEdit }) {
  const state = one.happened_on ? t('plan.happened', { day: shortDay(one.happened_on) }) : t('plan.not_yet');
  return html`<li class="pad line"><span class="grow"><b>${one.words}</b><br /><span class="small">${[state, one.document].filter(Boolean).join(' · ')}</span></span>
    ${onEdit && html`<button class="desk-link" type="button" onClick=${onEdit}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.words}</span></button>`}</li>`;
}

/** @param {{ notes: Api.NoteShape[] }} props */
function Notes({ notes }) {
  if (!notes.length) return html`<p class="small">${t('plan.no_notes')}</p>`;
  return html`<ul class="card rows">${notes.map(
    (
      one,
    ) => html`<li class="pad stack" key=${one.id}><div class="line wrap"><b>${shortDay(one.day)}</b><span class="chip">${t(`plan.progress_${one.progress}`)}</span></div>
    <p class="pre">${one.words}</p>${one.evidence && html`<p class="small pre">${t('plan.evidence')}: ${one.evidence}</p>`}<p class="small">${[one.made_by_name, one.unit_name].filter(Boolean).join(' · ')}</p></li>`,
  )}</ul>`;
}

/** @param {{ address: string, onSaved: (item: any) => void, onClose: () => void }} props */
function NoteSheet({ address, onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'day', label: t('plan.day'), type: 'date' },
    { name: 'progress', label: t('plan.state'), options: ['running', 'done', 'stopped'].map((value) => ({ value, label: t(`plan.progress_${value}`) })) },
    { name: 'words', label: t('plan.words'), multiline: true, max: 2000 },
    { name: 'evidence', label: t('plan.evidence'), hint: t('plan.evidence_hint'), optional: true, multiline: true, max: 600 },
  ];
  const keep = (/** @type {Desk.Values} */ values) => save(() => post(`${address}/notes`, { id, ...values }), onSaved);
  return h(EditSheet, { title: t('plan.note'), fields, values: { day: dayOf(), progress: 'running', words: '', evidence: '' }, onSave: keep, onClose });
}

/** @param {{ condition: Api.ConditionShape, address: string, onSaved: (item: any) => void, onClose: () => void }} props */
function ConditionSheet({ condition, address, onSaved, onClose }) {
  const fields = [
    { name: 'happened_on', label: t('plan.happened_on'), hint: t('plan.happened_hint'), type: 'date', optional: true },
    { name: 'document', label: t('plan.document'), optional: true, max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ { happened_on, document, version }) =>
    save(() => put(`${address}/conditions/${condition.id}`, { happened_on: orNull(happened_on), document }, { version }), onSaved);
  return h(EditSheet, { title: condition.words, fields, values: { ...condition, happened_on: condition.happened_on ?? '' }, onSave: keep, onClose });
}

/** @param {{ item: Api.ItemShape, address: string, onSaved: (item: any) => void, onClose: () => void }} props */
function ItemSheet({ item, address, onSaved, onClose }) {
  const fields = [
    { name: 'title', label: t('plan.row'), max: 300 },
    { name: 'words', label: t('plan.words_of_plan'), multiline: true, optional: true, max: 3000 },
    { name: 'leads', label: t('plan.leads'), hint: t('plan.bodies_hint'), optional: true },
    { name: 'partners', label: t('plan.partners'), hint: t('plan.bodies_hint'), optional: true },
    { name: 'deadline_kind', label: t('plan.kind'), options: KINDS.map((value) => ({ value, label: t(`plan.kind_${value}`) })) },
    { name: 'deadline_words', label: t('plan.deadline'), optional: true, max: 300 },
    { name: 'due_on', label: t('plan.due_on'), type: 'date', optional: true },
    { name: 'year', label: t('plan.year'), optional: true, input: { inputMode: 'numeric' } },
    { name: 'product', label: t('plan.product'), multiline: true, optional: true, max: 600 },
    { name: 'source', label: t('plan.source'), optional: true, max: 300 },
  ];
  const values = {
    ...item,
    leads: item.lead_codes.join(', '),
    partners: item.partner_codes.join(', '),
    due_on: item.fixed_due_on ?? '',
    year: item.year ?? '',
  };
  const keep = (/** @type {Desk.Values} */ wish) => {
    const { title, words, deadline_kind, deadline_words, product, source, version } = wish;
    const year = wish.year === '' ? null : Number(wish.year);
    const body = {
      title,
      words,
      deadline_kind,
      deadline_words,
      product,
      source,
      year,
      due_on: orNull(wish.due_on),
      leads: listed(wish.leads),
      partners: listed(wish.partners),
    };
    return save(() => put(address, body, { version }), onSaved);
  };
  return h(EditSheet, { title: t('plan.edit'), fields, values, onSave: keep, onClose });
}

/** @param {string} words */
const listed = (words) =>
  words
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
