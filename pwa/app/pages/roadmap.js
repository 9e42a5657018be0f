// The roadmap to 2030: a column for each year; a card is dragged to another year, or its year is chosen.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { AddPhotos } from '../components/desk/staff-photos.js';
import { Table } from '../components/desk/table.js';
import { DraftButton } from '../components/draft-button.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Picture } from '../components/picture.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { del, get, post, put, sayProblem } from '../lib/api.js';
import { dayOf, distance, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { hamlets } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const ACTIONS = /** @type {const} */ (['keep', 'repair', 'upgrade', 'build', 'close']);
const ACTION_ICONS = { keep: 'check', repair: 'wrench', upgrade: 'plus', build: 'building', close: 'ban' };
const STATES = /** @type {const} */ (['proposed', 'approved', 'running', 'done', 'postponed']);
const TONES = { proposed: '', approved: 'leaf', running: 'work', done: 'done', postponed: 'amber' };
const SIDES = /** @type {const} */ (['before', 'after']);
const PLAN = /** @type {const} */ (['action', 'year', 'cost_vnd', 'funding_source', 'state', 'since', 'document', 'words', 'is_proposal']);

export default function RoadmapPage() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/roadmap', { signal }) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, row?: any } | null} */ (null));
  const found = /** @type {Api.Roadmap | null} */ (data);
  return h(
    OfficeFrame,
    { title: t('roadmap.title'), who, asking },
    html`<p class="small">${t('roadmap.hint')}</p>
      <div class="line wrap">${can('manage_roadmap') && html`<button class="button small" type="button" onClick=${() => setOpen({ what: 'new' })}>${h(Icon, { name: 'plus' })}${t('roadmap.new')}</button>`}
        ${can('prepare_documents') && h(DraftButton, { label: t('roadmap.annex'), wish: { kind: 'roadmap' } })}</div>
      ${error ? h(Failure, { error, onRetry: reload }) : found ? h(Board, { found, onOpen: setOpen, onChanged: reload }) : h(Waiting, { lines: 6 })}
      ${open?.what === 'new' && h(NewSheet, { from: open.row, onSaved: reload, onClose: () => setOpen(null) })}
      ${open?.what === 'edit' && h(PlanSheet, { row: found?.entries.find((one) => one.id === open.row.id) ?? open.row, onSaved: reload, onClose: () => setOpen(null) })}`,
  );
}

/** @param {Api.RoadmapEntryShape} row */
const planOf = (row) => Object.fromEntries(PLAN.map((name) => [name, row[name]]));

/** @param {{ found: Api.Roadmap, onOpen: (open: { what: string, row?: any }) => void, onChanged: () => void }} props */
function Board({ found, onOpen, onChanged }) {
  const [undo, setUndo] = useState(/** @type {{ row: Api.RoadmapEntryShape, year: number } | null} */ (null));
  const move = async (/** @type {Api.RoadmapEntryShape} */ row, /** @type {number} */ year) => {
    if (row.year === year) return;
    try {
      const saved = await put(`/api/roadmap/${row.id}`, { ...planOf(row), year, since: row.since }, { version: row.version });
      setUndo(undo?.row.id === row.id && undo.year === year ? null : { row: saved, year: row.year });
    } catch (error) {
      toast(sayProblem(error));
    }
    onChanged();
  };
  const byId = new Map(found.entries.map((row) => [row.id, row]));
  const drop = (/** @type {any} */ event, /** @type {number} */ year) => {
    event.preventDefault();
    const row = byId.get(event.dataTransfer.getData('text/plain'));
    if (row) void move(row, year);
  };
  const years = found.years.map((one) => one.year);
  return html`${undo && html`<p class="notice leaf line wrap" role="status"><span class="grow">${t('roadmap.moved', { name: undo.row.name, year: undo.row.year })}</span><button class="button quiet small" type="button" onClick=${() => move(undo.row, undo.year)}>${h(Icon, { name: 'undo' })}${t('roadmap.undo')}</button></p>`}
    <div class="roadmap">${found.years.map(
      (
        one,
      ) => html`<section key=${one.year} class="roadmap-year" onDragOver=${(/** @type {any} */ event) => can('manage_roadmap') && event.preventDefault()} onDrop=${(/** @type {any} */ event) => drop(event, one.year)}>
        <h2>${one.year}</h2><p class="small">${t('roadmap.total', { n: one.entries, cost: money(one.cost_vnd) })}${one.unpriced > 0 && html`<br />${t('roadmap.unpriced', { n: one.unpriced })}`}</p>
        <ul>${found.entries.filter((row) => row.year === one.year).map((row) => h(Card, { key: row.id, row, years, onMove: move, onOpen }))}</ul></section>`,
    )}</div>
    ${h(Suggestions, { rows: found.suggestions, onOpen })}${h(Needs, { rows: found.needs })}`;
}

/** @param {{ row: Api.RoadmapEntryShape, years: number[], onMove: (row: any, year: number) => void, onOpen: (open: { what: string, row?: any }) => void }} props */
function Card({ row, years, onMove, onOpen }) {
  const may = can('manage_roadmap');
  const differs = row.suggested && row.suggested !== row.action && row.action !== 'build';
  const start = (/** @type {any} */ event) => event.dataTransfer.setData('text/plain', row.id);
  return html`<li class="card pad roadmap-card" draggable=${may} onDragStart=${start}>
    <b>${[row.code, row.name].filter(Boolean).join(' ')}</b><span class="small">${row.hamlet_name}</span>
    <span class="line wrap"><span class="chip">${h(Icon, { name: ACTION_ICONS[row.action] })}${t(`roadmap.action_${row.action}`)}</span><span class=${`chip ${TONES[row.state]}`}>${t(`roadmap.state_${row.state}`)}</span></span>
    <span class="small num">${[row.cost_vnd !== null && money(row.cost_vnd), row.funding_source, row.is_proposal && t('roadmap.is_proposal')].filter(Boolean).join(' · ')}</span>
    ${row.photos.length > 0 && h(Pair, { row })}
    ${differs && html`<span class="small">${t('roadmap.inspection_says', { action: t(`roadmap.action_${row.suggested}`).toLowerCase() })}</span>`}
    ${
      may &&
      html`<span class="line wrap no-print"><select class="input" aria-label=${t('roadmap.year_of', { name: row.name })} value=${row.year} onChange=${(/** @type {any} */ event) => onMove(row, Number(event.target.value))}>${years.map((year) => html`<option value=${year} selected=${year === row.year}>${year}</option>`)}</select>
      <button class="desk-link" type="button" onClick=${() => onOpen({ what: 'edit', row })}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${row.name}</span></button></span>`
    }</li>`;
}

/** The place before the works, and after them. @param {{ row: Api.RoadmapEntryShape, onDrop?: (id: string) => void }} props */
function Pair({ row, onDrop }) {
  const shown = (/** @type {string} */ side) => row.photos.filter((photo) => photo.kind === side);
  return html`<div class="roadmap-pair">${SIDES.filter((side) => shown(side).length).map(
    (side) =>
      html`<figure key=${side}><figcaption class="small">${t(`roadmap.${side}`)}</figcaption><div class="photos">${(
        onDrop ? shown(side) : shown(side).slice(0, 1)
      ).map(
        (photo) =>
          html`<div class="photo" key=${photo.id}>${h(Picture, { photo: /** @type {App.Picture} */ (/** @type {unknown} */ (photo)), alt: `${row.name}: ${t(`roadmap.${side}`).toLowerCase()}` })}${onDrop && html`<button class="icon-button" type="button" aria-label=${t('roadmap.drop_photo', { side: t(`roadmap.${side}`).toLowerCase() })} onClick=${() => onDrop(photo.id)}>${h(Icon, { name: 'close' })}</button>`}</div>`,
      )}</div></figure>`,
  )}</div>`;
}

/** @param {{ rows: Api.RoadmapSuggestion[], onOpen: (open: { what: string, row?: any }) => void }} props */
function Suggestions({ rows, onOpen }) {
  /** @type {Desk.Column<Api.RoadmapSuggestion>[]} */
  const columns = [
    { title: t('roadmap.place'), cell: (one) => html`<a class="desk-link" href=${`/diem-tap-ket/${one.point_id}`}>${one.code} ${one.name}</a>` },
    { title: t('roadmap.hamlet'), cell: (one) => one.hamlet_name },
    { title: t('roadmap.suggested'), cell: (one) => (one.suggested ? t(`roadmap.action_${one.suggested}`) : t('roadmap.not_inspected')) },
    {
      title: t('roadmap.missed'),
      cell: (one) => [...one.missed.slice(0, 3), one.missed.length > 3 && t('roadmap.more_missed', { n: one.missed.length - 3 })].filter(Boolean).join('; '),
    },
  ];
  const act = (/** @type {Api.RoadmapSuggestion} */ one) =>
    can('manage_roadmap') &&
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ what: 'new', row: one })}>${h(Icon, { name: 'plus' })}${t('roadmap.take')}<span class="sr"> ${one.name}</span></button>`;
  return html`<section class="stack"><h2>${t('roadmap.without')}</h2>${rows.length ? h(Table, { caption: t('roadmap.without'), columns, rows, keyOf: (one) => one.point_id, actionsWord: t('admin.actions'), actions: act }) : h(EmptyState, { icon: 'check', title: t('roadmap.all_in'), text: t('roadmap.all_in_hint') })}</section>`;
}

/** @param {{ rows: Api.HamletNeed[] }} props */
function Needs({ rows }) {
  /** @type {Desk.Column<Api.HamletNeed>[]} */
  const columns = [
    { title: t('roadmap.hamlet'), cell: (one) => one.hamlet_name },
    { title: t('roadmap.households'), num: true, cell: (one) => (one.households === null ? '–' : number(one.households)) },
    { title: t('roadmap.points'), num: true, cell: (one) => `${one.compliant}/${one.points}` },
    { title: t('roadmap.served'), num: true, cell: (one) => number(one.served) },
    { title: t('roadmap.nearest'), num: true, cell: (one) => (one.nearest_m === null ? '–' : distance(one.nearest_m)) },
    { title: t('roadmap.planned'), num: true, cell: (one) => number(one.planned) },
  ];
  return html`<section class="stack"><h2>${t('roadmap.needs')}</h2><p class="small">${t('roadmap.needs_hint')}</p>${h(Table, { caption: t('roadmap.needs'), columns, rows, keyOf: (one) => one.hamlet_id })}</section>`;
}

/** @param {number} vnd */
const money = (vnd) => (vnd >= 1e6 ? t('roadmap.million', { n: number(vnd / 1e6) }) : t('roadmap.dong', { n: number(vnd) }));

function planFields() {
  return [
    { name: 'action', label: t('roadmap.action'), options: ACTIONS.map((value) => ({ value, label: t(`roadmap.action_${value}`) })) },
    { name: 'year', label: t('roadmap.year'), type: 'number' },
    { name: 'cost_vnd', label: t('roadmap.cost'), type: 'number', optional: true },
    { name: 'funding_source', label: t('roadmap.funding'), optional: true, max: 120 },
    { name: 'state', label: t('roadmap.state'), options: STATES.map((value) => ({ value, label: t(`roadmap.state_${value}`) })) },
    { name: 'since', label: t('roadmap.since'), type: 'date' },
    { name: 'document', label: t('roadmap.document'), optional: true, max: 120 },
    { name: 'words', label: t('roadmap.words'), multiline: true, optional: true, max: 1000 },
    { name: 'is_proposal', label: t('roadmap.proposal'), check: true },
  ];
}

/** @param {Desk.Values} values */
function planFrom(values) {
  const plan = Object.fromEntries(PLAN.map((name) => [name, values[name]]));
  return { ...plan, year: Number(values.year), cost_vnd: orNull(values.cost_vnd) === null ? null : Number(values.cost_vnd) };
}

/** @param {{ from?: Api.RoadmapSuggestion, onSaved: () => void, onClose: () => void }} props */
function NewSheet({ from, onSaved, onClose }) {
  const [id] = useState(uuid);
  const choices = [{ value: '', label: '–' }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))];
  const place = from
    ? []
    : [
        { name: 'name', label: t('roadmap.name'), max: 160 },
        { name: 'hamlet_id', label: t('roadmap.hamlet'), options: choices },
      ];
  const year = Math.min(2030, Math.max(2026, Number(dayOf().slice(0, 4)) + 1));
  const values = {
    name: '',
    hamlet_id: '',
    action: from ? (from.suggested ?? 'repair') : 'build',
    year,
    cost_vnd: '',
    funding_source: '',
    state: 'proposed',
    since: dayOf(),
    document: '',
    words: from?.missed.join('; ').slice(0, 1000) ?? '',
    is_proposal: false,
  };
  const keep = (/** @type {Desk.Values} */ said) => {
    const where = from ? { point_id: from.point_id } : { name: said.name, hamlet_id: orNull(said.hamlet_id) };
    return save(() => post('/api/roadmap', { id, ...where, plan: planFrom(said) }), onSaved);
  };
  return h(EditSheet, { title: from ? `${from.code} ${from.name}` : t('roadmap.new'), fields: [...place, ...planFields()], values, onSave: keep, onClose });
}

/** @param {{ row: Api.RoadmapEntryShape, onSaved: () => void, onClose: () => void }} props */
function PlanSheet({ row, onSaved, onClose }) {
  const address = `/api/roadmap/${row.id}`;
  const values = { ...row, cost_vnd: row.cost_vnd ?? '' };
  const keep = (/** @type {Desk.Values} */ said) => save(() => put(address, planFrom(said), { version: said.version }), onSaved);
  const drop = () =>
    del(address, { version: row.version }).then(
      () => {
        onSaved();
        onClose();
      },
      (error) => toast(sayProblem(error)),
    );
  const away = (/** @type {string} */ id) => del(`${address}/photos/${id}`).then(onSaved, (error) => toast(sayProblem(error)));
  const extra = () => html`<section class="stack"><h3>${t('roadmap.photos')}</h3>${row.photos.length > 0 && h(Pair, { row, onDrop: away })}
    ${SIDES.map((side) => h(AddPhotos, { key: side, word: t(`roadmap.add_${side}`), path: (id) => `${address}/photos/${id}?side=${side}`, onAdded: onSaved }))}</section>
    ${h(History, { address })}<button class="button text danger small" type="button" onClick=${drop}>${t('roadmap.drop')}</button>`;
  return h(EditSheet, { title: [row.code, row.name].filter(Boolean).join(' '), fields: planFields(), values, onSave: keep, onClose, extra });
}

/** @param {{ address: string }} props */
function History({ address }) {
  const { data } = useLoad((signal) => get(`${address}/history`, { signal }), [address]);
  const rows = /** @type {Api.RoadmapRevisionShape[]} */ (data?.items ?? []);
  return html`<details><summary>${t('roadmap.history')}</summary><ul class="rows">${rows.map((one) => html`<li key=${one.version} class="small">${shortDay(dayOf(new Date(one.made_at)))} · ${one.made_by_name}: ${t(`roadmap.action_${one.action}`)} ${one.year}${one.cost_vnd !== null ? `, ${money(one.cost_vnd)}` : ''}, ${t(`roadmap.state_${one.state}`).toLowerCase()}${one.is_dropped ? ` (${t('roadmap.dropped')})` : ''}</li>`)}</ul></details>`;
}
