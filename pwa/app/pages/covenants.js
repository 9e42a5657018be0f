// Covenants and self-managed models of every hamlet: both halves of K3, their stages and reviews, scans and photos.
import { CovenantSheet, ModelSheet } from '../components/covenant-sheets.js';
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Tiles } from '../components/figures/charts.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get, patch, post } from '../lib/api.js';
import { stageForm, stageWords } from '../lib/covenants.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { usePhotosAtOnce } from '../lib/scans.js';
import { useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

/** What stands open: a thing, or a form of it. @typedef {{ covenant?: string, model?: string, form?: 'covenant' | 'stage' | 'model' | 'review', values?: Desk.Values, id?: string }} Open */

const STAGES = ['drafted', 'posted', 'meeting', 'voted', 'recognised', 'reviewed', 'ended'];
const RESULTS = ['active', 'weak', 'stopped'];
const numeric = { inputMode: 'numeric' };

export default function CovenantsPage() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('ways.covenants'), who, asking, may: 'read_staff_pages' }, h(Board, {}));
}

function Board() {
  const [on, setOn] = useState(dayOf());
  const { data, error, reload } = useLoad((signal) => get(`/api/covenants?on=${on}`, { signal }), [on]);
  const [open, setOpen] = useState(/** @type {Open} */ ({}));
  if (error) return h(Failure, { error, onRetry: reload });
  const board = /** @type {Api.CovenantBoard | null} */ (data);
  return html`<p class="small">${t('covenant.lead')}</p>
    <div class="line no-print"><label class="line small">${t('sorting.on')} <input class="input" type="date" value=${on} max=${dayOf()} onChange=${(/** @type {any} */ event) => event.target.value && setOn(event.target.value)} /></label>
      <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button></div>
    ${board ? h(Figures, { board, setOpen }) : h(Waiting, { lines: 6 })}
    ${open.covenant && !open.form && h(Covenant, { id: open.covenant, setOpen, onChanged: reload })}
    ${open.model && !open.form && h(Model, { id: open.model, setOpen, onChanged: reload })}
    ${open.form && h(Form, { open, setOpen, onSaved: reload })}`;
}

/** @param {{ board: Api.CovenantBoard, setOpen: (open: Open) => void }} props */
function Figures({ board, setOpen }) {
  const all = board.hamlets.length;
  const tiles = [
    {
      word: t('covenant.k3'),
      value: board.percent === null ? t('sorting.nothing') : `${number(board.percent)}\u00a0%`,
      note: t('covenant.k3_of', { n: board.with_both, all }),
    },
    { word: t('covenant.half_covenant'), value: `${board.with_covenant}/${all}` },
    { word: t('covenant.half_model'), value: `${board.with_model}/${all}` },
    { word: t('covenant.due'), value: number(board.reviews_due), tone: board.reviews_due ? 'hot' : '' },
  ];
  /** @type {Desk.Column<Api.HamletLife>[]} */
  const columns = [
    { title: t('sorting.hamlet'), cell: (one) => one.hamlet_name },
    {
      title: t('covenant.both'),
      cell: (one) =>
        html`<span class=${`chip ${one.has_covenant && one.has_model ? 'leaf' : 'amber'}`}>${t(one.has_covenant && one.has_model ? 'covenant.yes' : 'covenant.not_yet')}</span>`,
    },
    { title: t('covenant.covenant'), cell: (one) => list(one.covenants, (thing) => h(CovenantLine, { thing, setOpen })) },
    { title: t('covenant.models'), cell: (one) => list(one.models, (thing) => h(ModelLine, { thing, setOpen })) },
  ];
  const actions = (/** @type {Api.HamletLife} */ one) =>
    one.may_change &&
    html`<button class="desk-link" type="button" onClick=${() => setOpen({ form: 'covenant', values: { hamlet_id: one.hamlet_id, title: t('covenant.title_of', { name: one.hamlet_name }) } })}>${h(Icon, { name: 'plus' })}${t('covenant.covenant')}<span class="sr"> ${one.hamlet_name}</span></button>
      <button class="desk-link" type="button" onClick=${() => setOpen({ form: 'model', values: { hamlet_id: one.hamlet_id, name: '', kind: '', set_up_on: dayOf(), members: '', activity: '' } })}>${h(Icon, { name: 'plus' })}${t('covenant.model')}<span class="sr"> ${one.hamlet_name}</span></button>`;
  return html`${h(Tiles, { items: tiles })}
    ${h(Table, { caption: t('ways.covenants'), columns, rows: board.hamlets, keyOf: (one) => one.hamlet_id, actionsWord: t('admin.actions'), actions })}`;
}

/** @template T @param {T[]} things @param {(thing: T) => any} line */
const list = (things, line) => (things.length ? html`<ul class="plain">${things.map((thing) => html`<li>${line(thing)}</li>`)}</ul>` : null);

/** @param {{ thing: Api.CovenantSummary, setOpen: (open: Open) => void }} props */
function CovenantLine({ thing, setOpen }) {
  return html`<button class="desk-link" type="button" onClick=${() => setOpen({ covenant: thing.id })}>${thing.title}</button>
    <span class="small">${thing.stage && `${t(`covenant.stage_${thing.stage}`)} ${shortDay(thing.on_day)}`}${thing.stage === 'recognised' && !thing.has_environment_clause && ` · ${t('covenant.no_clause')}`}</span>
    ${thing.review_due && html` <span class="chip amber">${t('covenant.review_due')}</span>`}`;
}

/** @param {{ thing: Api.ModelSummary, setOpen: (open: Open) => void }} props */
function ModelLine({ thing, setOpen }) {
  return html`<button class="desk-link" type="button" onClick=${() => setOpen({ model: thing.id })}>${thing.name}</button>
    <span class="small">${t(`covenant.result_${thing.state}`)}${thing.members !== null && ` · ${t('covenant.members_of', { n: number(thing.members) })}`}</span>
    ${thing.review_due && html` <span class="chip amber">${t('covenant.review_due')}</span>`}`;
}

/** @param {{ id: string, setOpen: (open: Open) => void, onChanged: () => void }} props */
function Covenant({ id, setOpen, onChanged }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/covenants/${id}`, { signal }), [id]);
  const photos = usePhotosAtOnce(`/api/covenants/${id}`, reload);
  const close = () => {
    setOpen({});
    onChanged();
  };
  return h(CovenantSheet, {
    ...{ one: data, error, photos, onRetry: reload, onClose: close },
    onStage: (values) => setOpen({ covenant: id, form: 'stage', values: stageForm(values) }),
  });
}

/** @param {{ id: string, setOpen: (open: Open) => void, onChanged: () => void }} props */
function Model({ id, setOpen, onChanged }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/self-managed-models/${id}`, { signal }), [id]);
  const photos = usePhotosAtOnce(`/api/self-managed-models/${id}`, reload);
  const close = () => {
    setOpen({});
    onChanged();
  };
  const one = /** @type {Api.ModelDetail | null} */ (data);
  return h(ModelSheet, {
    ...{ one, error, photos, onRetry: reload, onClose: close },
    onReview: (values) =>
      setOpen({
        model: id,
        form: 'review',
        values: values
          ? { ...values, replaces_id: values.id }
          : { reviewed_on: dayOf(), result: 'active', members: one?.members ?? '', next_review_on: '', words: '' },
      }),
    onEdit: () => one && setOpen({ model: id, form: 'model', values: { ...one } }),
  });
}

/** @param {{ open: Open, setOpen: (open: Open) => void, onSaved: () => void }} props */
function Form({ open, setOpen, onSaved }) {
  const [id] = useState(uuid);
  const { form, values = {} } = open;
  const back = () => setOpen({ covenant: open.covenant, model: open.model });
  const keep = (/** @type {Desk.Values} */ wish) => save(() => send(open, id, wish), onSaved);
  const changes = form === 'model' && Boolean(values.version);
  const hint = values.replaces_id ? t('sorting.correct_hint') : undefined;
  return h(EditSheet, { title: t(`covenant.form_${form}`), hint, fields: (now) => fieldsOf(form, now, changes), values, onSave: keep, onClose: back });
}

/** @param {Open} open @param {string} id @param {Desk.Values} wish */
function send({ form, covenant, model }, id, wish) {
  if (form === 'covenant') return post('/api/covenants', { id, hamlet_id: wish.hamlet_id, title: wish.title });
  if (form === 'stage') return post(`/api/covenants/${covenant}/stages`, { id, ...stageWords(wish) });
  const members = wish.members === '' || wish.members == null ? null : Number(wish.members);
  if (form === 'review') {
    const { reviewed_on, result, next_review_on, words, replaces_id } = wish;
    return post(`/api/self-managed-models/${model}/reviews`, {
      id,
      reviewed_on,
      result,
      members,
      next_review_on: orNull(next_review_on),
      words,
      ...(replaces_id ? { replaces_id } : {}),
    });
  }
  const { hamlet_id, name, kind, set_up_on, activity } = wish;
  if (wish.version) return patch(`/api/self-managed-models/${model}`, { name, kind, members, activity }, { version: wish.version });
  return post('/api/self-managed-models', { id, hamlet_id, name, kind, set_up_on, members, activity });
}

/** @param {Open['form']} form @param {Desk.Values} values @param {boolean} changes @returns {Desk.EditField[]} */
function fieldsOf(form, values, changes) {
  const members = { name: 'members', label: t('covenant.members'), optional: true, input: numeric };
  const words = { name: 'words', label: t('sorting.words'), optional: true, multiline: true, max: 1000 };
  if (form === 'covenant') return [{ name: 'title', label: t('covenant.title'), max: 200 }];
  if (form === 'review')
    return [
      { name: 'reviewed_on', label: t('covenant.reviewed_on'), type: 'date', input: { max: dayOf() } },
      { name: 'result', label: t('covenant.result'), options: RESULTS.map((value) => ({ value, label: t(`covenant.result_${value}`) })) },
      members,
      { name: 'next_review_on', label: t('covenant.next_review_on'), type: 'date', optional: true },
      words,
    ];
  if (form === 'model')
    return [
      { name: 'name', label: t('covenant.name'), max: 160 },
      { name: 'kind', label: t('covenant.kind'), hint: t('covenant.kind_hint'), max: 80 },
      ...(changes ? [] : [{ name: 'set_up_on', label: t('covenant.set_up_on'), type: 'date', input: { max: dayOf() } }]),
      members,
      { name: 'activity', label: t('covenant.activity'), optional: true, multiline: true, max: 1000 },
    ];
  const voted = values.stage === 'voted';
  const decided = values.stage === 'recognised';
  return [
    { name: 'stage', label: t('covenant.stage'), options: STAGES.map((value) => ({ value, label: t(`covenant.stage_${value}`) })) },
    { name: 'on_day', label: t('covenant.on_day'), type: 'date', input: { max: dayOf() } },
    ...(voted ? ['households', 'present', 'in_favour'].map((name) => ({ name, label: t(`covenant.${name}`), input: numeric })) : []),
    ...(decided ? [{ name: 'decision_number', label: t('covenant.decision_number'), max: 60 }] : []),
    { name: 'has_environment_clause', label: t('covenant.clause'), check: true },
    ...(decided || values.stage === 'reviewed' ? [{ name: 'review_on', label: t('covenant.review_on'), type: 'date', optional: true }] : []),
    words,
  ];
}
