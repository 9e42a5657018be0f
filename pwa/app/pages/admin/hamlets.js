// Hamlets: what they are called, since when and until when, their outline, and the commune's list as a spreadsheet.
import { Boundary } from '../../components/desk/boundary.js';
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Menu } from '../../components/desk/menu.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, patch, post } from '../../lib/api.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { config, hamlets, outline } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { HamletImport } from './hamlet-import.js';

/** @typedef {{ how: 'edit' | 'merge', one: Api.HamletDetail | null }} Open */

export function Hamlets() {
  const { data, error, reload } = useLoad((signal) => get('/api/hamlets?every=true', { signal }), []);
  const [open, setOpen] = useState(/** @type {Open | null} */ (null));
  const [importing, setImporting] = useState(false);
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const all = /** @type {Api.HamletDetail[] | null} */ (data);
  const saved = () => {
    hamlets.value = null;
    reload();
  };
  const close = () => setOpen(null);
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('admin.hamlets')}</h1>
      <button class="button small quiet" type="button" aria-expanded=${String(importing)} onClick=${() => setImporting(!importing)}>${h(Icon, { name: 'upload' })}${t('hamlets.import')}</button>
      <button class="button small" type="button" onClick=${() => setOpen({ how: 'edit', one: null })}>${h(Icon, { name: 'plus' })}${t('hamlets.add')}</button></div>
    ${importing && h(HamletImport, { onDone: saved })}
    ${all ? h(Table, { caption: t('admin.hamlets'), columns: columnsOf(all), rows: all, keyOf: (one) => one.id, faded: isOver, actionsWord: t('admin.actions'), actions: (one) => h(Menu, { word: t('admin.actions'), about: one.name, down: true, items: actsOf(one, setOpen) }) }) : h(Waiting, { lines: 6 })}
    ${open?.how === 'edit' && h(HamletSheet, { one: open.one, onSaved: saved, onClose: close })}
    ${open?.how === 'merge' && open.one && h(MergeSheet, { one: open.one, others: (all ?? []).filter((each) => each.id !== open.one?.id && !each.valid_to), onSaved: saved, onClose: close })}</div>`;
}

/** @param {Api.HamletDetail} one @param {(open: Open) => void} open */
const actsOf = (one, open) => [
  { key: 'edit', label: t('hamlets.edit'), icon: 'pencil', onPick: () => open({ how: 'edit', one }) },
  ...(one.valid_to ? [] : [{ key: 'merge', label: t('hamlets.merge_into'), icon: 'merge', onPick: () => open({ how: 'merge', one }) }]),
];

/** @param {Api.HamletDetail} one */
const isOver = (one) => Boolean(one.valid_to && one.valid_to <= dayOf());

/** @param {Api.HamletDetail[]} all @returns {Desk.Column<Api.HamletDetail>[]} */
const columnsOf = (all) => [
  { title: t('hamlets.name'), cell: (one) => html`${one.name}${one.former_commune && html`<div class="small">${one.former_commune}</div>`}` },
  { title: t('hamlets.code'), cell: (one) => one.code },
  { title: t('hamlets.households'), num: true, cell: (one) => number(one.households) },
  { title: t('hamlets.population'), num: true, cell: (one) => number(one.population) },
  {
    title: t('hamlets.valid'),
    cell: (one) =>
      html`${t('hamlets.since', { day: shortDay(one.valid_from) })}${one.valid_to && html`<div class="small">${t(one.successor_id ? 'hamlets.merged' : 'hamlets.until', { day: shortDay(one.valid_to), name: all.find((each) => each.id === one.successor_id)?.name })}</div>`}`,
  },
  { title: t('hamlets.on_map'), cell: (one) => t(one.boundary ? 'hamlets.has_boundary' : one.center ? 'hamlets.has_center' : 'hamlets.has_none') },
];

/** @param {{ one: Api.HamletDetail | null, onSaved: () => void, onClose: () => void }} props */
function HamletSheet({ one, onSaved, onClose }) {
  const [id] = useState(uuid);
  const whole = { inputMode: 'numeric' };
  const fields = [
    { name: 'name', label: t('hamlets.name'), max: 80 },
    { name: 'code', label: t('hamlets.code'), max: 20 },
    { name: 'former_commune', label: t('hamlets.former'), optional: true, max: 80 },
    { name: 'households', label: t('hamlets.households'), optional: true, input: whole },
    { name: 'population', label: t('hamlets.population'), optional: true, input: whole },
    { name: 'lat', label: t('hamlets.lat'), optional: true, input: { inputMode: 'decimal' } },
    { name: 'lon', label: t('hamlets.lon'), optional: true, input: { inputMode: 'decimal' } },
    { name: 'valid_from', label: t('hamlets.valid_from'), type: 'date' },
    ...(one?.valid_to ? [{ name: 'valid_to', label: t('hamlets.valid_to'), type: 'date', optional: true }] : []),
  ];
  const values = one
    ? valuesOf(one)
    : { name: '', code: '', former_commune: '', households: '', population: '', lat: '', lon: '', valid_from: dayOf(), boundary: null };
  const keep = (/** @type {Desk.Values} */ typed) =>
    save(
      () => (one ? patch(`/api/hamlets/${one.id}`, bodyOf(typed, one), { version: typed.version }) : post('/api/hamlets', { id, ...bodyOf(typed, null) })),
      onSaved,
    );
  return h(EditSheet, {
    title: one?.name ?? t('hamlets.add'),
    fields,
    values,
    read: valuesOf,
    onSave: keep,
    onClose,
    extra: (now, set) =>
      h(Boundary, { name: now.name, boundary: now.boundary, map: config.value?.map, outline: outline.value, onChange: (boundary) => set({ boundary }) }),
  });
}

/** @param {any} one a hamlet */
const valuesOf = (one) => ({ ...one, lat: one.center?.lat ?? '', lon: one.center?.lon ?? '' });

/** @param {Desk.Values} typed @param {Api.HamletDetail | null} one */
function bodyOf(typed, one) {
  const count = (/** @type {any} */ value) => (orNull(value) === null ? null : Number(value));
  const point =
    orNull(typed.lat) === null && orNull(typed.lon) === null
      ? null
      : { lat: Number(String(typed.lat).replace(',', '.')), lon: Number(String(typed.lon).replace(',', '.')) };
  return {
    name: typed.name,
    code: typed.code,
    former_commune: typed.former_commune,
    households: count(typed.households),
    population: count(typed.population),
    center: point,
    valid_from: typed.valid_from,
    ...(one?.valid_to && { valid_to: orNull(typed.valid_to), ...(!typed.valid_to && { successor_id: null }) }),
    ...(typed.boundary !== (one?.boundary ?? null) && { boundary: typed.boundary }),
  };
}

/** @param {{ one: Api.HamletDetail, others: Api.HamletDetail[], onSaved: () => void, onClose: () => void }} props */
function MergeSheet({ one, others, onSaved, onClose }) {
  const fields = [
    {
      name: 'successor_id',
      label: t('hamlets.into'),
      options: [{ value: '', label: t('hamlets.no_successor') }, ...others.map((each) => ({ value: each.id, label: each.name }))],
    },
    { name: 'valid_to', label: t('hamlets.valid_to'), hint: t('hamlets.valid_to_hint'), type: 'date' },
  ];
  const keep = (/** @type {Desk.Values} */ { successor_id, valid_to }) =>
    save(() => patch(`/api/hamlets/${one.id}`, { valid_to: orNull(valid_to), successor_id: orNull(successor_id) }, { version: one.version }), onSaved);
  return h(EditSheet, {
    title: t('hamlets.merge_title', { name: one.name }),
    hint: t('hamlets.merge_hint'),
    fields,
    values: { successor_id: '', valid_to: '' },
    label: t('hamlets.merge'),
    onSave: keep,
    onClose,
  });
}
