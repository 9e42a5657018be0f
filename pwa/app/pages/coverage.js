// The coverage board: which hamlet held a clean-up in which week, open to everybody; officers excuse a weekend here.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Sheet } from '../components/desk/sheet.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { CoverageGrid, CoverageLegend } from '../components/movement/coverage-grid.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get, post } from '../lib/api.js';
import { addDays, dayOf, number, shortDay, weekendOf } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can } from '../lib/session.js';
import { hamlets, keep } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

export default function Coverage() {
  const [range, setRange] = useState('13');
  const { first, last } = daysOf(range);
  const { data, error, reload } = useLoad((signal) => get(`/api/coverage?first=${first}&last=${last}`, { signal }), [first, last]);
  const [cell, setCell] = useState(/** @type {{ row: Api.HamletRow, cell: Api.CellShape } | null} */ (null));
  const [excusing, setExcusing] = useState(false);
  useEffect(() => void keep('hamlets'), []);
  const board = /** @type {Api.CoverageBoard | undefined} */ (data);
  return h(
    PageFrame,
    { title: t('coverage.title'), backTo: '/cuoi-tuan' },
    html`<div class="coverage-page stack-16"><p>${t('coverage.lead')}</p>
      <div class="line wrap no-print">${h(Field, { label: t('coverage.range'), value: range, onInput: setRange, options: ranges() })}
        <button class="button quiet small" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('coverage.print')}</button>
        ${can('manage_movement') && html`<button class="button quiet small" type="button" onClick=${() => setExcusing(true)}>${h(Icon, { name: 'calendar' })}${t('coverage.excuse')}</button>`}</div>
      ${error ? h(Failure, { error, onRetry: reload }) : board ? h(Board, { board, onOpen: (row, one) => setCell({ row, cell: one }) }) : h(Waiting, { lines: 6 })}</div>`,
    cell && h(CellSheet, { ...cell, onClose: () => setCell(null) }),
    excusing && h(ExcuseSheet, { onSaved: reload, onClose: () => setExcusing(false) }),
  );
}

/** @param {{ board: Api.CoverageBoard, onOpen: (row: Api.HamletRow, cell: Api.CellShape) => void }} props */
function Board({ board, onOpen }) {
  if (!board.rows.length) return h(EmptyState, { icon: 'leaf', title: t('coverage.none'), text: t('coverage.none_hint') });
  const mean = board.mean === null ? null : Math.floor(board.mean * 1000) / 10;
  return html`<p class="coverage-sum">${mean === null ? t('coverage.nothing') : html`<b class="num">${number(mean)} %</b> ${t('coverage.mean')}`} ${t('coverage.every', { n: board.every_week, all: board.rows.length })}</p>
    ${h(CoverageLegend, {})}${h(CoverageGrid, { board, onOpen })}<p class="small">${t(board.counts_excused ? 'coverage.counted' : 'coverage.not_counted')}</p>`;
}

/** Why this cell is what it is, and the way to the events. @param {{ row: Api.HamletRow, cell: Api.CellShape, onClose: () => void }} props */
function CellSheet({ row, cell, onClose }) {
  const weekend = `${shortDay(addDays(cell.week, 5))} – ${shortDay(addDays(cell.week, 6))}`;
  return h(
    Sheet,
    { title: row.hamlet_name, onClose },
    html`<div class="stack-16"><p>${t('coverage.weekend', { days: weekend })}: <b>${t(`coverage.mark_${cell.mark}`)}</b>${cell.reason && `. ${cell.reason}`}</p>
      ${cell.entries.map((id, at) => html`<a class="button quiet" href=${`/cuoi-tuan/${id}`} onClick=${onClose}>${h(Icon, { name: 'leaf' })}${t('coverage.event', { n: at + 1 })}</a>`)}
      ${!cell.entries.length && cell.mark === 'missed' && html`<p class="small">${t('coverage.missed_hint')}</p>`}</div>`,
  );
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function ExcuseSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const [saturday, sunday] = weekendOf(dayOf());
  const fields = [
    {
      name: 'hamlet_id',
      label: t('coverage.hamlet'),
      options: [{ value: '', label: t('coverage.all_hamlets') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))],
    },
    { name: 'first_day', label: t('coverage.from'), type: 'date' },
    { name: 'last_day', label: t('coverage.to'), type: 'date' },
    { name: 'reason', label: t('coverage.reason'), hint: t('coverage.reason_hint'), max: 300 },
    { name: 'source', label: t('coverage.source'), optional: true, max: 300 },
  ];
  const values = { hamlet_id: '', first_day: saturday, last_day: sunday, reason: '', source: '' };
  const keepIt = (/** @type {Desk.Values} */ { hamlet_id, ...rest }) =>
    save(() => post('/api/coverage/excuses', { id, ...rest, hamlet_id: orNull(hamlet_id) }), onSaved);
  return h(EditSheet, { title: t('coverage.excuse'), hint: t('coverage.excuse_hint'), fields, values, onSave: keepIt, onClose });
}

/** The last weeks, quarters and years that can be chosen. */
function ranges() {
  const year = Number(dayOf().slice(0, 4));
  const quarters = [1, 2, 3, 4].map((quarter) => ({ value: `${year}-${quarter}`, label: t('coverage.quarter', { n: quarter, year }) }));
  return [
    { value: '13', label: t('coverage.thirteen') },
    { value: '4', label: t('coverage.four') },
    ...quarters,
    { value: String(year), label: t('coverage.year', { year }) },
    { value: String(year - 1), label: t('coverage.year', { year: year - 1 }) },
  ];
}

/** @param {string} range '13' weeks, '2026-4' a quarter, '2026' a year */
function daysOf(range) {
  const [, sunday] = weekendOf(dayOf());
  if (range.length <= 2) return { first: addDays(sunday, 1 - 7 * Number(range)), last: sunday };
  const [year, quarter] = range.split('-').map(Number);
  const first = `${year}-${String(quarter ? quarter * 3 - 2 : 1).padStart(2, '0')}-01`;
  const end = quarter && quarter < 4 ? addDays(`${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`, -1) : `${year}-12-31`;
  return { first, last: end < sunday ? end : sunday };
}
