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
  const [sheet, setSheet] = useState('');
  const close = () => setSheet('');
  useEffect(() => void keep('hamlets'), []);
  const board = /** @type {Api.CoverageBoard | undefined} */ (data);
  return h(
    PageFrame,
    { title: t('coverage.title'), backTo: '/cuoi-tuan' },
    html`<div class="coverage-page stack-16"><p>${t('coverage.lead')}</p>
      <div class="line wrap no-print">${h(Field, { label: t('coverage.range'), value: range, onInput: setRange, options: ranges() })}
        <button class="button quiet small" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('coverage.print')}</button>
        ${can('manage_movement') && html`<button class="button quiet small" type="button" onClick=${() => setSheet('excuse')}>${h(Icon, { name: 'calendar' })}${t('coverage.excuse')}</button>`}</div>
      ${error ? h(Failure, { error, onRetry: reload }) : board ? h(Board, { board, onOpen: (row, one) => setCell({ row, cell: one }) }) : h(Waiting, { lines: 6 })}
      ${
        can('manage_movement') &&
        html`<div class="line wrap no-print"><button class="button text small" type="button" onClick=${() => setSheet('rule')}>${h(Icon, { name: 'settings' })}${t('coverage.rule')}</button>
        <button class="button text small" type="button" onClick=${() => setSheet('remind')}>${h(Icon, { name: 'bell' })}${t('coverage.remind')}</button></div>`
      }</div>`,
    cell && h(CellSheet, { ...cell, onClose: () => setCell(null) }),
    sheet === 'excuse' && h(ExcuseSheet, { onSaved: reload, onClose: close }),
    sheet === 'rule' && h(RuleSheet, { onSaved: reload, onClose: close }),
    sheet === 'remind' && h(RemindSheet, { onClose: close }),
  );
}

/** @param {{ board: Api.CoverageBoard, onOpen: (row: Api.HamletRow, cell: Api.CellShape) => void }} props */
function Board({ board, onOpen }) {
  if (!board.rows.length) return h(EmptyState, { icon: 'leaf', title: t('coverage.none'), text: t('coverage.none_hint') });
  const mean = board.mean === null ? null : Math.floor(board.mean * 1000) / 10;
  return html`<p class="coverage-sum">${mean === null ? t('coverage.nothing') : html`<b class="num">${number(mean)} %</b> ${meanWords(board.month_least)}`} ${t('coverage.every', { n: board.every_week, all: board.rows.length })}</p>
    ${h(CoverageLegend, {})}${h(CoverageGrid, { board, onOpen })}<p class="small">${t(board.counts_excused ? 'coverage.counted' : 'coverage.not_counted')}</p>`;
}

/** @param {number | null} least */
const meanWords = (least) => (least ? t('coverage.mean_month', { n: least }) : t('coverage.mean'));

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

/** From which day on, by the week or by the month, with or without the excused weekends. @param {{ onSaved: () => void, onClose: () => void }} props */
function RuleSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const { data } = useLoad((signal) => get('/api/coverage/setting', { signal }), []);
  if (!data) return null;
  const by = [{ value: '', label: t('coverage.by_week') }, ...[1, 2, 3, 4].map((n) => ({ value: String(n), label: t('coverage.by_month', { n }) }))];
  const fields = [
    { name: 'valid_from', label: t('coverage.valid_from'), type: 'date' },
    { name: 'month_least', label: t('coverage.by'), options: by },
    { name: 'counts_excused', label: t('coverage.counts_excused'), check: true },
    { name: 'entry_days', label: t('coverage.entry_days'), hint: t('coverage.entry_days_hint'), input: { inputMode: 'numeric' } },
    { name: 'source', label: t('coverage.source'), optional: true, max: 300 },
  ];
  const values = { ...data, valid_from: dayOf(), month_least: data.month_least ? String(data.month_least) : '', source: '' };
  const keepIt = (/** @type {Desk.Values} */ { valid_from, month_least, counts_excused, entry_days, source }) =>
    save(
      () => post('/api/coverage/setting', { id, valid_from, month_least: Number(month_least) || null, counts_excused, entry_days: Number(entry_days), source }),
      onSaved,
    );
  return h(EditSheet, { title: t('coverage.rule'), hint: t('coverage.rule_hint'), fields, values, onSave: keepIt, onClose });
}

/** When heads who have said nothing are reminded. @param {{ onClose: () => void }} props */
function RemindSheet({ onClose }) {
  const [id] = useState(uuid);
  const { data } = useLoad((signal) => get('/api/weekend-plans/reminders', { signal }), []);
  if (!data) return null;
  const days = (/** @type {number[]} */ ...those) => those.map((day) => ({ value: String(day), label: t(`coverage.day_${day}`) }));
  const fields = [
    { name: 'plan_weekday', label: t('coverage.plan_weekday'), options: days(1, 2, 3, 4, 5, 6) },
    { name: 'plan_at', label: t('coverage.at'), type: 'time' },
    { name: 'entry_weekday', label: t('coverage.entry_weekday'), options: days(6, 7) },
    { name: 'entry_at', label: t('coverage.at'), type: 'time' },
    { name: 'source', label: t('coverage.source'), optional: true, max: 300 },
  ];
  const values = { ...data, plan_weekday: String(data.plan_weekday), entry_weekday: String(data.entry_weekday), source: '' };
  const keepIt = (/** @type {Desk.Values} */ { plan_weekday, plan_at, entry_weekday, entry_at, source }) =>
    save(
      () => post('/api/weekend-plans/reminders', { id, plan_weekday: Number(plan_weekday), plan_at, entry_weekday: Number(entry_weekday), entry_at, source }),
      onClose,
    );
  return h(EditSheet, { title: t('coverage.remind'), hint: t('coverage.remind_hint'), fields, values, onSave: keepIt, onClose });
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
