// Household sorting of every hamlet: K2a as of a day, how old each count is, the trend, every count behind it.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Sheet } from '../components/desk/sheet.js';
import { Table } from '../components/desk/table.js';
import { Columns, Tiles } from '../components/figures/charts.js';
import { Spark } from '../components/figures/spark.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get, post } from '../lib/api.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { countWords } from '../lib/sorting.js';
import { account } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const OLD_DAYS = 180;
const METHODS = ['counted', 'list', 'estimated'];

export default function SortingPage() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('ways.sorting'), who, asking, may: 'read_staff_pages' }, h(Board, {}));
}

function Board() {
  const [on, setOn] = useState(dayOf());
  const { data, error, reload } = useLoad((signal) => get(`/api/sorting?on=${on}`, { signal }), [on]);
  const [entry, setEntry] = useState(/** @type {Desk.Values | null} */ (null));
  const [shown, setShown] = useState(/** @type {Api.HamletSorting | null} */ (null));
  const [share, setShare] = useState(false);
  if (error) return h(Failure, { error, onRetry: reload });
  const board = /** @type {Api.SortingBoard | null} */ (data);
  const open = (/** @type {Desk.Values} */ values) => {
    setShown(null);
    setEntry(values);
  };
  return html`<p class="small">${t('sorting.lead')}</p>
    <div class="line no-print"><label class="line small">${t('sorting.on')} <input class="input" type="date" value=${on} max=${dayOf()} onChange=${(/** @type {any} */ event) => event.target.value && setOn(event.target.value)} /></label>
      <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button>
      ${can('manage_catalogue') && html`<button class="button small quiet" type="button" onClick=${() => setShare(true)}>${h(Icon, { name: 'pencil' })}${t('sorting.set_share')}</button>`}</div>
    ${board ? h(Figures, { board, onOpen: setShown, onCount: open }) : h(Waiting, { lines: 6 })}
    ${shown && h(History, { one: shown, onCorrect: open, onClose: () => setShown(null) })}
    ${entry && h(CountSheet, { values: entry, onSaved: reload, onClose: () => setEntry(null) })}
    ${share && h(ShareSheet, { onSaved: reload, onClose: () => setShare(false) })}`;
}

/** @param {{ board: Api.SortingBoard, onOpen: (one: Api.HamletSorting) => void, onCount: (values: Desk.Values) => void }} props */
function Figures({ board, onOpen, onCount }) {
  const { threshold } = board;
  const tiles = [
    {
      word: t('sorting.k2a'),
      value: board.percent === null ? t('sorting.nothing') : `${number(board.percent)}\u00a0%`,
      note: t('sorting.k2a_of', { n: board.meeting, all: board.hamlets.length }),
    },
    { word: t('sorting.total'), value: number(board.sorting), note: t('sorting.total_of', { all: number(board.households) }) },
    { word: t('sorting.composting'), value: number(board.composting) },
    { word: t('sorting.share'), value: threshold ? `${threshold.share_percent}\u00a0%` : '–', note: threshold?.source },
  ];
  /** @type {Desk.Column<Api.HamletSorting>[]} */
  const columns = [
    { title: t('sorting.hamlet'), cell: (one) => one.hamlet_name },
    {
      title: t('sorting.result'),
      cell: (one) =>
        one.count &&
        html`<span class=${`chip ${one.meets ? 'leaf' : 'amber'}`}>${h(Icon, { name: one.meets ? 'check' : 'minus' })}${number(one.count.share_percent)} %</span>`,
    },
    { title: t('sorting.of'), num: true, cell: (one) => one.count && `${number(one.count.sorting)}/${number(one.count.households)}` },
    { title: t('sorting.composting_short'), num: true, cell: (one) => number(one.count?.composting) },
    {
      title: t('sorting.checked_on'),
      cell: (one) =>
        one.count
          ? html`${shortDay(one.count.checked_on)}${(one.age_days ?? 0) > OLD_DAYS && html` <span class="chip amber">${t('sorting.old', { n: one.age_days })}</span>`}`
          : html`<span class="chip">${t('sorting.never')}</span>`,
    },
    {
      title: t('sorting.trend'),
      cell: (one) =>
        h(Spark, {
          points: one.trend.map((point) => point.share_percent),
          goal: threshold?.share_percent,
          label: one.trend.map((point) => `${shortDay(point.checked_on)}: ${number(point.share_percent)}\u00a0%`).join('; '),
        }),
    },
  ];
  const actions = (/** @type {Api.HamletSorting} */ one) =>
    html`<button class="desk-link" type="button" onClick=${() => onOpen(one)}>${h(Icon, { name: 'list' })}${t('sorting.counts')}<span class="sr"> ${one.hamlet_name}</span></button>
      ${mayCount(one.hamlet_id) && html`<button class="desk-link" type="button" onClick=${() => onCount(fresh(one))}>${h(Icon, { name: 'plus' })}${t('sorting.add')}<span class="sr"> ${one.hamlet_name}</span></button>`}`;
  return html`${h(Tiles, { items: tiles })}
    ${h(Table, { caption: t('ways.sorting'), columns, rows: board.hamlets, keyOf: (one) => one.hamlet_id, actionsWord: t('admin.actions'), actions })}`;
}

/** @param {string} hamletId */
const mayCount = (hamletId) => can('record_sorting') && (!account.value?.hamlet || account.value.hamlet.id === hamletId);

/** @param {Api.HamletSorting} one */
const fresh = ({ hamlet_id, hamlet_name, count }) => ({
  ...{ hamlet_id, hamlet_name, checked_on: dayOf(), households: count?.households ?? '', sorting: '', composting: '', method: 'counted', words: '' },
});

/** @param {{ one: Api.HamletSorting, onCorrect: (values: Desk.Values) => void, onClose: () => void }} props */
function History({ one, onCorrect, onClose }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/sorting/counts?hamlet_id=${one.hamlet_id}`, { signal }), []);
  const points = one.trend.map((point) => ({ label: shortDay(point.checked_on), all: point.households, part: point.sorting }));
  /** @type {Desk.Column<Api.SortingCountShape>[]} */
  const columns = [
    { title: t('sorting.checked_on'), cell: (count) => shortDay(count.checked_on) },
    { title: t('sorting.of'), num: true, cell: (count) => `${number(count.sorting)}/${number(count.households)}` },
    {
      title: t('sorting.method'),
      cell: (count) => html`${t(`sorting.method_${count.method}`)}${count.is_replaced && html` <span class="chip">${t('sorting.replaced')}</span>`}`,
    },
    { title: t('sorting.words'), cell: (count) => count.words },
  ];
  const actions = (/** @type {Api.SortingCountShape} */ count) =>
    count.may_correct &&
    html`<button class="desk-link" type="button" onClick=${() => onCorrect({ ...count, replaces_id: count.id })}>${h(Icon, { name: 'pencil' })}${t('sorting.correct')}<span class="sr"> ${shortDay(count.checked_on)}</span></button>`;
  return h(
    Sheet,
    { title: t('sorting.counts_of', { name: one.hamlet_name }), onClose },
    points.length > 0 && h(Columns, { title: t('sorting.trend'), all: t('sorting.all'), part: t('sorting.total'), points }),
    error
      ? h(Failure, { error, onRetry: reload })
      : data
        ? h(Table, {
            caption: t('sorting.counts'),
            columns,
            rows: data,
            keyOf: (count) => count.id,
            faded: (count) => count.is_replaced,
            actionsWord: t('admin.actions'),
            actions,
          })
        : h(Waiting, { lines: 3 }),
  );
}

/** @param {{ values: Desk.Values, onSaved: () => void, onClose: () => void }} props values: with `replaces_id` it corrects that count */
function CountSheet({ values, onSaved, onClose }) {
  const [id] = useState(uuid);
  const numeric = { inputMode: 'numeric' };
  const fields = [
    { name: 'checked_on', label: t('sorting.checked_on'), type: 'date', input: { max: dayOf() } },
    { name: 'households', label: t('sorting.households'), input: numeric },
    { name: 'sorting', label: t('sorting.sorting'), hint: t('sorting.sorting_hint'), input: numeric },
    { name: 'composting', label: t('sorting.composting'), hint: t('sorting.composting_hint'), optional: true, input: numeric },
    { name: 'method', label: t('sorting.method'), options: METHODS.map((value) => ({ value, label: t(`sorting.method_${value}`) })) },
    { name: 'words', label: t('sorting.words'), optional: true, multiline: true, max: 500 },
  ];
  const keep = (/** @type {Desk.Values} */ wish) => save(() => post('/api/sorting/counts', { id, ...countWords(wish, new Date()) }), onSaved);
  const hint = values.replaces_id ? t('sorting.correct_hint') : undefined;
  return h(EditSheet, { title: t('sorting.count_of', { name: values.hamlet_name }), hint, fields, values, onSave: keep, onClose });
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function ShareSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'share_percent', label: t('sorting.share_percent'), hint: t('sorting.share_hint'), input: { inputMode: 'numeric' } },
    { name: 'valid_from', label: t('sorting.valid_from'), type: 'date' },
    { name: 'source', label: t('sorting.source'), hint: t('sorting.source_hint'), max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ wish) =>
    save(() => post('/api/sorting/thresholds', { ...wish, id, share_percent: Number(wish.share_percent) }), onSaved);
  return h(EditSheet, { title: t('sorting.set_share'), fields, values: { share_percent: '', valid_from: dayOf(), source: '' }, onSave: keep, onClose });
}
