// Commendations: drawn from what the records show, voted on by the committee, noted with the decision. For staff only.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get, post, put, sayProblem } from '../lib/api.js';
import { dayOf, number, shortDay, weight } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

const LOOKS = { proposed: ['amber', 'vote'], decided: ['done', 'award'], declined: ['', 'close'] };

export default function Commendations() {
  const { who, asking } = useAccount();
  const [year, setYear] = useState(dayOf().slice(0, 4));
  const both = (/** @type {AbortSignal} */ signal) =>
    Promise.all([get(`/api/commendations?year=${year}`, { signal }), get(`/api/commendations/evidence?year=${year}`, { signal })]);
  const { data, error, reload } = useLoad((signal) => (who && can('propose_commendations') ? both(signal) : Promise.resolve(null)), [who?.id, year]);
  const [open, setOpen] = useState(/** @type {{ what: string, row?: any } | null} */ (null));
  const close = () => setOpen(null);
  const years = Array.from({ length: 6 }, (_, at) => String(2026 + at));
  return h(
    OfficeFrame,
    { title: t('commend.title'), who, asking, may: 'propose_commendations' },
    html`<p class="small">${t('commend.hint')}</p>
      <div class="line wrap">${h(Field, { label: t('supervise.year'), value: year, onInput: setYear, options: years.map((value) => ({ value, label: value })) })}
        <button class="button small" type="button" onClick=${() => setOpen({ what: 'new' })}>${h(Icon, { name: 'plus' })}${t('commend.new')}</button></div>
      ${error ? h(Failure, { error, onRetry: reload }) : !data ? h(Waiting, { lines: 5 }) : h(Year, { items: data[0].items, hamlets: data[1].hamlets, onOpen: setOpen, onChanged: reload })}
      ${open?.what === 'new' && h(NewSheet, { year: Number(year), from: open.row, onSaved: reload, onClose: close })}
      ${open?.what === 'outcome' && h(OutcomeSheet, { row: open.row, onSaved: reload, onClose: close })}`,
  );
}

/** @param {{ items: Api.CommendationShape[], hamlets: Api.HamletEvidence[], onOpen: (open: { what: string, row: any }) => void, onChanged: () => void }} props */
function Year({ items, hamlets, onOpen, onChanged }) {
  /** @type {Desk.Column<Api.HamletEvidence>[]} */
  const columns = [
    { title: t('supervise.hamlet'), cell: (one) => one.hamlet_name },
    { title: t('commend.weeks'), num: true, cell: (one) => `${one.weeks_held}/${one.weeks_asked}` },
    { title: t('commend.people'), num: true, cell: (one) => number(one.participants) },
    { title: t('commend.waste'), num: true, cell: (one) => weight(one.waste_kg) },
  ];
  const act = (/** @type {Api.HamletEvidence} */ one) =>
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ what: 'new', row: one })}>${h(Icon, { name: 'award' })}${t('commend.propose')}<span class="sr"> ${one.hamlet_name}</span></button>`;
  return html`<section class="stack"><h2>${t('commend.proposals')}</h2>${items.length ? html`<ul class="card rows">${items.map((row) => h(Proposal, { key: row.id, row, onOpen, onChanged }))}</ul>` : h(EmptyState, { icon: 'award', title: t('commend.none'), text: t('commend.none_hint') })}</section>
    <section class="stack"><h2>${t('commend.evidence')}</h2><p class="small">${t('commend.evidence_hint')}</p>${h(Table, { caption: t('commend.evidence'), columns, rows: hamlets, keyOf: (one) => one.hamlet_id, actionsWord: t('admin.actions'), actions: act })}</section>`;
}

/** @param {{ row: Api.CommendationShape, onOpen: (open: { what: string, row: any }) => void, onChanged: () => void }} props */
function Proposal({ row, onOpen, onChanged }) {
  const [tone, icon] = LOOKS[row.state];
  const vote = (/** @type {string} */ choice) => put(`/api/commendations/${row.id}/vote`, { choice }).then(onChanged, (error) => toast(sayProblem(error)));
  const button = (/** @type {'yes' | 'no'} */ choice) =>
    html`<button class="button quiet small" type="button" aria-pressed=${String(row.my_choice === choice)} onClick=${() => vote(choice)}>${t(`commend.vote_${choice}`)}${row.my_choice === choice && ' ✓'}</button>`;
  const decided = [row.decision_number, row.decided_on && shortDay(row.decided_on), row.reason].filter(Boolean).join(' · ');
  return html`<li class="pad stack"><div class="line wrap"><b>${row.name}</b><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`commend.state_${row.state}`)}</span><span class="small">${t(`commend.form_${row.form}`)}</span></div>
    <p class="pre">${row.merit}</p>${row.evidence.map((one) => html`<p class="small">${one.label}: ${one.words}</p>`)}
    <p class="small">${t('commend.votes', { yes: row.yes, no: row.no })}${decided && ` · ${decided}`}</p>
    <div class="line wrap">${row.state === 'proposed' && can('vote_commendations') && html`${button('yes')}${button('no')}`}
      ${can('decide_commendations') && html`<button class="button quiet small" type="button" onClick=${() => onOpen({ what: 'outcome', row })}>${t('commend.conclude')}</button>`}</div></li>`;
}

/** @param {{ year: number, from?: Api.HamletEvidence, onSaved: () => void, onClose: () => void }} props */
function NewSheet({ year, from, onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'honoured', label: t('commend.honoured'), options: ['group', 'person'].map((value) => ({ value, label: t(`commend.${value}`) })) },
    { name: 'name', label: t('commend.name'), hint: t('commend.name_hint'), max: 200 },
    { name: 'form', label: t('commend.form'), options: ['giay_khen', 'bang_khen'].map((value) => ({ value, label: t(`commend.form_${value}`) })) },
    { name: 'merit', label: t('commend.merit'), multiline: true, max: 1000 },
  ];
  const values = { honoured: 'group', name: from ? t('commend.people_of', { name: from.hamlet_name }) : '', form: 'giay_khen', merit: from?.merit ?? '' };
  const keep = (/** @type {Desk.Values} */ { honoured, name, form, merit }) =>
    save(() => post('/api/commendations', { id, year, honoured, name, form, merit, hamlet_id: from?.hamlet_id ?? null }), onSaved);
  return h(EditSheet, { title: t('commend.new'), fields, values, onSave: keep, onClose });
}

/** @param {{ row: any, onSaved: () => void, onClose: () => void }} props */
function OutcomeSheet({ row, onSaved, onClose }) {
  const fields = [
    { name: 'state', label: t('commend.state'), options: ['decided', 'declined', 'proposed'].map((value) => ({ value, label: t(`commend.state_${value}`) })) },
    { name: 'decision_number', label: t('commend.number'), optional: true, max: 80 },
    { name: 'decided_on', label: t('commend.day'), type: 'date', optional: true },
    { name: 'reason', label: t('commend.reason'), optional: true, multiline: true, max: 600 },
  ];
  const keep = (/** @type {Desk.Values} */ { state, decision_number, decided_on, reason, version }) =>
    save(() => put(`/api/commendations/${row.id}/outcome`, { state, decision_number, reason, decided_on: orNull(decided_on) }, { version }), onSaved);
  return h(EditSheet, {
    title: t('commend.conclude'),
    hint: row.name,
    fields,
    values: { ...row, state: 'decided', decided_on: row.decided_on ?? '' },
    onSave: keep,
    onClose,
  });
}
