// Bins, carts and trucks: the register, what is missing, what was mended; in and out of Excel.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { Trial } from '../components/import-trial.js';
import { OfficeFrame } from '../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get, post, put } from '../lib/api.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useImport } from '../lib/import-file.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { hamlets } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const PLACES = /** @type {const} */ (['hamlet', 'market', 'school', 'station', 'recreation', 'office', 'collection_point', 'other']);
const CONDITIONS = /** @type {const} */ (['good', 'to_mend', 'broken', 'retired']);
const LOOKS = { good: ['done', 'check'], to_mend: ['amber', 'wrench'], broken: ['brick', 'close'], retired: ['', 'archive'] };

export default function EquipmentPage() {
  const { who, asking } = useAccount();
  const both = (/** @type {AbortSignal} */ signal) => Promise.all([get('/api/equipment', { signal }), get('/api/units', { signal })]);
  const { data, error, reload } = useLoad((signal) => (who ? both(signal) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, row?: any } | null} */ (null));
  const [importing, setImporting] = useState(false);
  const close = () => setOpen(null);
  const keeps = can('manage_equipment');
  const found = /** @type {Api.EquipmentRegister | null} */ (data?.[0] ?? null);
  const units = data?.[1].items ?? data?.[1] ?? [];
  return h(
    OfficeFrame,
    { title: t('equipment.title'), who, asking },
    html`<p class="small">${t('equipment.hint')}</p>
      <div class="line wrap">${keeps && html`<button class="button small" type="button" onClick=${() => setOpen({ what: 'edit' })}>${h(Icon, { name: 'plus' })}${t('equipment.new')}</button>`}
        <a class="button quiet small" href="/api/equipment.xlsx" download>${h(Icon, { name: 'download' })}${t('equipment.export')}</a>
        ${keeps && html`<button class="button quiet small" type="button" aria-expanded=${String(importing)} onClick=${() => setImporting(!importing)}>${h(Icon, { name: 'upload' })}${t('equipment.import')}</button>`}</div>
      ${importing && h(Import, { onDone: reload })}
      ${error ? h(Failure, { error, onRetry: reload }) : found ? h(Register, { found, onOpen: setOpen }) : h(Waiting, { lines: 6 })}
      ${open?.what === 'edit' && found && h(ItemSheet, { row: open.row, kinds: found.kinds, units, onSaved: reload, onClose: close })}
      ${open?.what === 'mend' && h(MendSheet, { row: open.row, onSaved: reload, onClose: close })}
      ${open?.what === 'norm' && h(NormSheet, { row: open.row, onSaved: reload, onClose: close })}`,
  );
}

/** @param {{ found: Api.EquipmentRegister, onOpen: (open: { what: string, row?: any }) => void }} props */
function Register({ found, onOpen }) {
  const [kind, setKind] = useState('');
  const [condition, setCondition] = useState('');
  const keeps = can('manage_equipment');
  const rows = found.items.filter((one) => (!kind || one.kind === kind) && (!condition || one.condition === condition));
  const everything = { value: '', label: t('equipment.all') };
  /** @type {Desk.Column<Api.EquipmentShape>[]} */
  const columns = [
    { title: t('equipment.name'), cell: (one) => html`<b>${one.code}</b> ${one.name}` },
    { title: t('equipment.count'), num: true, cell: (one) => number(one.count) },
    { title: t('equipment.volume'), num: true, cell: (one) => (one.volume === null ? '–' : `${number(one.volume)} ${one.measure}`) },
    {
      title: t('equipment.condition'),
      cell: (one) =>
        html`<span class=${`chip ${LOOKS[one.condition][0]}`}>${h(Icon, { name: LOOKS[one.condition][1] })}${t(`equipment.condition_${one.condition}`)}</span>`,
    },
    {
      title: t('equipment.where'),
      cell: (one) => [t(`equipment.place_${one.place_kind}`), one.point_code, one.hamlet_name, one.place_words].filter(Boolean).join(', '),
    },
    { title: t('equipment.unit'), cell: (one) => one.unit_name },
    { title: t('equipment.mended'), cell: (one) => (one.last_mended_on ? shortDay(one.last_mended_on) : '–') },
  ];
  const button = (/** @type {Api.EquipmentShape} */ one, /** @type {string} */ what, /** @type {string} */ icon, /** @type {string} */ word) =>
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ what, row: one })}>${h(Icon, { name: icon })}${word}<span class="sr"> ${one.name}</span></button>`;
  const act = (/** @type {Api.EquipmentShape} */ one) =>
    html`<div class="line wrap">${button(one, 'mend', 'wrench', t('equipment.mend'))}${keeps && button(one, 'edit', 'pencil', t('admin.edit'))}</div>`;
  if (!found.items.length) return h(EmptyState, { icon: 'wrench', title: t('equipment.none'), text: t('equipment.none_hint') });
  return html`<div class="line wrap">${h(Field, { label: t('equipment.kind'), value: kind, onInput: setKind, options: [everything, ...found.kinds.map((one) => ({ value: one.code, label: one.label }))] })}
      ${h(Field, { label: t('equipment.condition'), value: condition, onInput: setCondition, options: [everything, ...CONDITIONS.map((value) => ({ value, label: t(`equipment.condition_${value}`) }))] })}
      <span class="chip">${t('equipment.total', { n: number(rows.reduce((sum, one) => sum + one.count, 0)) })}</span></div>
    ${h(Table, { caption: t('equipment.title'), columns, rows, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions: act, faded: (one) => one.condition === 'retired' })}
    ${h(Gaps, { rows: found.gaps, onOpen })}`;
}

/** @param {{ rows: Api.GapShape[], onOpen: (open: { what: string, row?: any }) => void }} props */
function Gaps({ rows, onOpen }) {
  /** @type {Desk.Column<Api.GapShape>[]} */
  const columns = [
    { title: t('equipment.place_kind'), cell: (one) => t(`equipment.place_${one.place_kind}`) },
    { title: t('equipment.kind'), cell: (one) => one.kind_label },
    { title: t('equipment.usable'), num: true, cell: (one) => number(one.usable) },
    { title: t('equipment.broken'), num: true, cell: (one) => number(one.broken) },
    { title: t('equipment.needed'), num: true, cell: (one) => (one.needed === null ? t('equipment.not_set') : number(one.needed)) },
    {
      title: t('equipment.missing'),
      num: true,
      cell: (one) =>
        one.missing === null ? '–' : one.missing > 0 ? html`<span class="chip brick">${h(Icon, { name: 'warning' })}${number(one.missing)}</span>` : number(0),
    },
    { title: t('equipment.source'), cell: (one) => one.source },
  ];
  const act = (/** @type {Api.GapShape} */ one) =>
    can('manage_equipment') &&
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ what: 'norm', row: one })}>${h(Icon, { name: 'pencil' })}${t('equipment.norm')}<span class="sr"> ${one.kind_label}, ${t(`equipment.place_${one.place_kind}`)}</span></button>`;
  return html`<section class="stack"><h2>${t('equipment.gaps')}</h2><p class="small">${t('equipment.gaps_hint')}</p>${h(Table, { caption: t('equipment.gaps'), columns, rows, keyOf: (one) => one.place_kind + one.kind, actionsWord: t('admin.actions'), actions: act })}</section>`;
}

/** @param {{ onDone: () => void }} props */
function Import({ onDone }) {
  const { file, found, error, busy, take, run } = useImport('/api/equipment/imports', ({ created, updated }) => {
    toast(t('equipment.import_done', { created, updated }));
    onDone();
  });
  const ready = found ? found.created + found.updated : 0;
  return html`<section class="card pad stack"><p class="small">${t('equipment.import_hint')}</p>
    <label class="button quiet small pick">${h(Icon, { name: 'upload' })}${t('equipment.import_choose')}<input type="file" accept=".xlsx,.csv" onChange=${take} /></label>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found, words: t('equipment.import_found', { rows: found.rows, created: found.created, updated: found.updated }) })}
    ${file && ready > 0 && html`<button class="button small" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('equipment.import_go', { n: ready })}</button>`}</section>`;
}

const EMPTY = {
  code: '',
  name: '',
  kind: 'bin',
  count: 1,
  volume: '',
  condition: 'good',
  place_kind: 'hamlet',
  hamlet_id: '',
  place_words: '',
  unit_id: '',
  purchase_year: '',
  cost_vnd: '',
  funding_source: '',
  note: '',
  point_id: null,
};
const numberOr = (/** @type {any} */ value) => (orNull(value) === null ? null : Number(value));

/** @param {{ row?: Api.EquipmentShape, kinds: Api.EquipmentKindShape[], units: { id: string, name: string }[], onSaved: () => void, onClose: () => void }} props */
function ItemSheet({ row, kinds, units, onSaved, onClose }) {
  const [id] = useState(uuid);
  const nobody = { value: '', label: '–' };
  const named = (/** @type {{ id: string, name: string }[]} */ rows) => [nobody, ...rows.map((one) => ({ value: one.id, label: one.name }))];
  const fields = [
    { name: 'code', label: t('equipment.code'), max: 20 },
    { name: 'name', label: t('equipment.name'), max: 120 },
    { name: 'kind', label: t('equipment.kind'), options: kinds.map((one) => ({ value: one.code, label: `${one.label} (${one.measure})` })) },
    { name: 'count', label: t('equipment.count'), type: 'number' },
    { name: 'volume', label: t('equipment.volume'), type: 'number', optional: true },
    { name: 'condition', label: t('equipment.condition'), options: CONDITIONS.map((value) => ({ value, label: t(`equipment.condition_${value}`) })) },
    { name: 'place_kind', label: t('equipment.place_kind'), options: PLACES.map((value) => ({ value, label: t(`equipment.place_${value}`) })) },
    { name: 'hamlet_id', label: t('equipment.hamlet'), options: named(hamlets.value ?? []) },
    { name: 'place_words', label: t('equipment.place_words'), optional: true, max: 200 },
    { name: 'unit_id', label: t('equipment.unit'), options: named(units) },
    { name: 'purchase_year', label: t('equipment.purchase_year'), type: 'number', optional: true },
    { name: 'cost_vnd', label: t('equipment.cost'), type: 'number', optional: true },
    { name: 'funding_source', label: t('equipment.funding'), optional: true, max: 120 },
    { name: 'note', label: t('equipment.note'), multiline: true, optional: true, max: 1000 },
  ];
  const keep = (/** @type {Desk.Values} */ said) => {
    const plain = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, said[name]]));
    const wish = {
      ...plain,
      count: Number(said.count),
      volume: numberOr(said.volume),
      purchase_year: numberOr(said.purchase_year),
      cost_vnd: numberOr(said.cost_vnd),
      hamlet_id: orNull(said.hamlet_id),
      unit_id: orNull(said.unit_id),
    };
    return save(() => (row ? put(`/api/equipment/${row.id}`, wish, { version: said.version }) : post('/api/equipment', { id, ...wish })), onSaved);
  };
  const values = row
    ? {
        ...row,
        volume: row.volume ?? '',
        purchase_year: row.purchase_year ?? '',
        cost_vnd: row.cost_vnd ?? '',
        hamlet_id: row.hamlet_id ?? '',
        unit_id: row.unit_id ?? '',
      }
    : EMPTY;
  return h(EditSheet, { title: row ? `${row.code} ${row.name}` : t('equipment.new'), fields, values, onSave: keep, onClose });
}

/** @param {{ row: Api.EquipmentShape, onSaved: () => void, onClose: () => void }} props */
function MendSheet({ row, onSaved, onClose }) {
  const [id] = useState(uuid);
  const address = `/api/equipment/${row.id}/maintenance`;
  const { data } = useLoad((signal) => get(address, { signal }), [address]);
  const works = /** @type {Api.MaintenanceShape[]} */ (data?.items ?? []);
  const list = () =>
    html`<section><h3>${t('equipment.mend')}</h3>${works.length ? html`<ul class="rows">${works.map((one) => html`<li key=${one.id} class="small">${shortDay(one.done_on)}: ${[one.work, one.cost_vnd !== null && `${number(one.cost_vnd)} đ`, one.done_by].filter(Boolean).join(' · ')}</li>`)}</ul>` : html`<p class="small">${t('equipment.mend_none')}</p>`}</section>`;
  const fields = [
    { name: 'done_on', label: t('equipment.mend_on'), type: 'date' },
    { name: 'work', label: t('equipment.mend_work'), max: 300 },
    { name: 'cost_vnd', label: t('equipment.cost'), type: 'number', optional: true },
    { name: 'done_by', label: t('equipment.mend_by'), optional: true, max: 120 },
  ];
  const keep = (/** @type {Desk.Values} */ { done_on, work, cost_vnd, done_by }) =>
    save(() => post(address, { id, done_on, work, cost_vnd: numberOr(cost_vnd), done_by }), onSaved);
  const values = { done_on: dayOf(), work: '', cost_vnd: '', done_by: '' };
  return h(EditSheet, {
    title: `${row.code} ${row.name}`,
    label: t('equipment.mend_new'),
    fields: can('manage_equipment') ? fields : [],
    values,
    onSave: keep,
    onClose,
    extra: list,
  });
}

/** @param {{ row: Api.GapShape, onSaved: () => void, onClose: () => void }} props */
function NormSheet({ row, onSaved, onClose }) {
  const fields = [
    { name: 'needed', label: t('equipment.needed'), type: 'number' },
    { name: 'source', label: t('equipment.source'), max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ { needed, source }) =>
    save(() => put(`/api/equipment-norms/${row.place_kind}/${row.kind}`, { needed: Number(needed), source }, { version: row.version }), onSaved);
  return h(EditSheet, {
    title: t('equipment.norm'),
    hint: `${row.kind_label}, ${t(`equipment.place_${row.place_kind}`)}`,
    fields,
    values: { needed: row.needed ?? '', source: row.source },
    onSave: keep,
    onClose,
  });
}
