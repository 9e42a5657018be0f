// The Front's supervision: what is planned, what was found, what was answered, and what is still open.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get, post, put } from '../lib/api.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { hamlets } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const LOOKS = { open: ['amber', 'clock'], answered: ['work', 'message'], closed: ['done', 'check'] };

export default function Supervision() {
  const { who, asking } = useAccount();
  const [year, setYear] = useState(dayOf().slice(0, 4));
  const { data, error, reload } = useLoad((signal) => (who ? get(`/api/supervision?year=${year}`, { signal }) : Promise.resolve(null)), [who?.id, year]);
  const { data: units } = useLoad((signal) => (who && can('supervise') ? get('/api/supervision/units', { signal }) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, visit?: Api.SupervisionVisitShape, finding?: Api.FindingShape } | null} */ (null));
  const plan = /** @type {Api.SupervisionYear | null} */ (data);
  const close = () => setOpen(null);
  const years = Array.from({ length: 6 }, (_, at) => String(2026 + at));
  const names = /** @type {Api.UnitName[]} */ (units ?? []);
  return h(
    OfficeFrame,
    { title: t('supervise.title'), who, asking },
    html`<p class="small">${t('supervise.hint')}</p>
      <div class="line wrap">${h(Field, { label: t('supervise.year'), value: year, onInput: setYear, options: years.map((value) => ({ value, label: value })) })}
        ${can('supervise') && html`<button class="button small" type="button" onClick=${() => setOpen({ what: 'visit' })}>${h(Icon, { name: 'plus' })}${t('supervise.plan')}</button>`}</div>
      ${plan && html`<p>${t('supervise.sum', { held: number(plan.held), planned: number(plan.planned), open: number(plan.open_findings), late: number(plan.late_findings) })}</p>`}
      ${error ? h(Failure, { error, onRetry: reload }) : !plan ? h(Waiting, { lines: 4 }) : plan.visits.length ? html`<ul class="card rows">${plan.visits.map((visit) => h(Visit, { key: visit.id, visit, onDo: (what, finding) => setOpen({ what, visit, finding }) }))}</ul>` : h(EmptyState, { icon: 'eye', title: t('supervise.none'), text: t('supervise.none_hint') })}
      ${open?.what === 'visit' && h(VisitSheet, { visit: open.visit, units: names, onSaved: reload, onClose: close })}
      ${open?.what === 'finding' && open.visit && h(FindingSheet, { visit: open.visit, units: names, onSaved: reload, onClose: close })}
      ${open?.what === 'answer' && open.finding && h(AnswerSheet, { finding: open.finding, onSaved: reload, onClose: close })}
      ${open?.what === 'close' && open.finding && h(CloseSheet, { finding: open.finding, onSaved: reload, onClose: close })}`,
  );
}

/** @param {{ visit: Api.SupervisionVisitShape, onDo: (what: string, finding?: Api.FindingShape) => void }} props */
function Visit({ visit, onDo }) {
  const state = visit.is_cancelled ? ['', 'ban', 'cancelled'] : visit.held_on ? ['done', 'check', 'held'] : ['amber', 'clock', 'planned'];
  const about = [visit.unit_name, visit.hamlet_name, visit.team, t('supervise.on', { day: shortDay(visit.held_on ?? visit.planned_on) })];
  return html`<li class="pad stack"><div class="line wrap"><b>${visit.topic}</b><span class=${`chip ${state[0]}`}>${h(Icon, { name: state[1] })}${t(`supervise.is_${state[2]}`)}</span></div>
    <p class="small">${about.filter(Boolean).join(' · ')}</p>${visit.words && html`<p class="pre">${visit.words}</p>`}
    ${visit.findings.map((one) => h(Finding, { key: one.id, one, onDo: (what) => onDo(what, one) }))}
    ${can('supervise') && html`<div class="line wrap"><button class="button quiet small" type="button" onClick=${() => onDo('visit')}>${t('supervise.edit')}</button>${visit.held_on && html`<button class="button quiet small" type="button" onClick=${() => onDo('finding')}>${t('supervise.find')}</button>`}</div>`}</li>`;
}

/** @param {{ one: Api.FindingShape, onDo: (what: string) => void }} props */
function Finding({ one, onDo }) {
  const [tone, icon] = LOOKS[one.state];
  return html`<article class="card pad stack"><div class="line wrap"><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`supervise.state_${one.state}`)}</span>${one.is_late && html`<span class="chip brick">${h(Icon, { name: 'clock-alert' })}${t('supervise.late')}</span>`}<span class="small">${[one.unit_name, one.due_on && t('supervise.due', { day: shortDay(one.due_on) })].filter(Boolean).join(' · ')}</span></div>
    <p class="pre">${one.words}</p>${one.asks && html`<p class="pre"><b>${t('supervise.asks')}:</b> ${one.asks}</p>`}
    ${one.answer && html`<p class="pre"><b>${t('supervise.answer')}:</b> ${one.answer} <span class="small">${one.answered_by_name}</span></p>`}
    <div class="line wrap">${one.may_answer && html`<button class="button small" type="button" onClick=${() => onDo('answer')}>${t('supervise.do_answer')}</button>`}
      ${can('supervise') && one.state === 'answered' && html`<button class="button quiet small" type="button" onClick=${() => onDo('close')}>${t('supervise.judge')}</button>`}</div></article>`;
}

/** @param {{ visit?: any, units: Api.UnitName[], onSaved: () => void, onClose: () => void }} props */
function VisitSheet({ visit, units, onSaved, onClose }) {
  const [id] = useState(() => visit?.id ?? uuid());
  const none = { value: '', label: t('supervise.nobody') };
  const fields = [
    { name: 'topic', label: t('supervise.topic'), max: 300 },
    { name: 'planned_on', label: t('supervise.planned_on'), type: 'date' },
    { name: 'unit_id', label: t('supervise.unit'), optional: true, options: [none, ...units.map((one) => ({ value: one.id, label: one.name }))] },
    {
      name: 'hamlet_id',
      label: t('supervise.hamlet'),
      optional: true,
      options: [none, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))],
    },
    { name: 'team', label: t('supervise.team'), optional: true, max: 300 },
    { name: 'held_on', label: t('supervise.held_on'), type: 'date', optional: true },
    { name: 'words', label: t('supervise.words'), optional: true, multiline: true, max: 3000 },
    { name: 'is_cancelled', label: t('supervise.cancelled'), check: true },
  ];
  const empty = { topic: '', planned_on: dayOf(), unit_id: '', hamlet_id: '', team: '', held_on: '', words: '', is_cancelled: false };
  const values = visit ? { ...visit, unit_id: visit.unit_id ?? '', hamlet_id: visit.hamlet_id ?? '', held_on: visit.held_on ?? '' } : empty;
  const keep = (/** @type {Desk.Values} */ { topic, planned_on, unit_id, hamlet_id, team, held_on, words, is_cancelled, version }) => {
    const body = { topic, planned_on, team, words, is_cancelled, unit_id: orNull(unit_id), hamlet_id: orNull(hamlet_id), held_on: orNull(held_on) };
    return save(() => put(`/api/supervision/visits/${id}`, body, { version: version ?? 0 }), onSaved);
  };
  return h(EditSheet, { title: t(visit ? 'supervise.edit' : 'supervise.plan'), fields, values, onSave: keep, onClose });
}

/** @param {{ visit: Api.SupervisionVisitShape, units: Api.UnitName[], onSaved: () => void, onClose: () => void }} props */
function FindingSheet({ visit, units, onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'words', label: t('supervise.finding'), multiline: true, max: 2000 },
    { name: 'asks', label: t('supervise.asks'), multiline: true, optional: true, max: 1000 },
    { name: 'unit_id', label: t('supervise.who_answers'), options: units.map((one) => ({ value: one.id, label: one.name })) },
    { name: 'due_on', label: t('supervise.due_on'), type: 'date', optional: true },
  ];
  const values = { words: '', asks: '', unit_id: visit.unit_id ?? units[0]?.id ?? '', due_on: '' };
  const keep = (/** @type {Desk.Values} */ { due_on, ...rest }) =>
    save(() => post(`/api/supervision/visits/${visit.id}/findings`, { id, ...rest, due_on: orNull(due_on) }), onSaved);
  return h(EditSheet, { title: t('supervise.find'), fields, values, onSave: keep, onClose });
}

/** @param {{ finding: any, onSaved: () => void, onClose: () => void }} props */
function AnswerSheet({ finding, onSaved, onClose }) {
  const fields = [{ name: 'answer', label: t('supervise.answer'), multiline: true, max: 2000 }];
  const keep = (/** @type {Desk.Values} */ { answer, version }) =>
    save(() => put(`/api/supervision/findings/${finding.id}/answer`, { answer }, { version }), onSaved);
  return h(EditSheet, { title: t('supervise.do_answer'), hint: finding.words, fields, values: finding, onSave: keep, onClose });
}

/** @param {{ finding: any, onSaved: () => void, onClose: () => void }} props */
function CloseSheet({ finding, onSaved, onClose }) {
  const options = ['yes', 'no'].map((value) => ({ value, label: t(`supervise.enough_${value}`) }));
  const fields = [{ name: 'enough', label: t('supervise.judge'), options }];
  const keep = (/** @type {Desk.Values} */ { enough, version }) =>
    save(() => put(`/api/supervision/findings/${finding.id}/closing`, { is_enough: enough === 'yes' }, { version }), onSaved);
  return h(EditSheet, { title: t('supervise.judge'), hint: finding.answer, fields, values: { ...finding, enough: 'yes' }, onSave: keep, onClose });
}
