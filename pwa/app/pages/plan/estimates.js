// The estimates of a year: each lead unit's lines for its rows of the plan, summed up by unit and by source.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { del, get, put } from '../../lib/api.js';
import { dayOf, number } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';

const STATES = ['draft', 'sent', 'approved'];

export default function Estimates() {
  const { who, asking } = useAccount();
  const [year, setYear] = useState(String(Number(dayOf().slice(0, 4)) + 1));
  const { data, error, reload } = useLoad((signal) => (who ? get(`/api/estimates?year=${year}`, { signal }) : Promise.resolve(null)), [who?.id, year]);
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  const sheet = /** @type {Api.EstimateSheet | null} */ (data);
  const years = Array.from({ length: 6 }, (_, at) => String(2026 + at));
  const add = () =>
    setEdited({
      id: uuid(),
      item_code: '',
      unit_id: who?.unit?.id ?? '',
      year,
      words: '',
      amount_vnd: '',
      spent_vnd: '',
      source: '',
      state: 'draft',
      document: '',
    });
  return h(
    OfficeFrame,
    { title: t('estimate.title'), who, asking },
    html`<p class="small">${t('estimate.hint')}</p>
      <div class="line wrap">${h(Field, { label: t('estimate.year'), value: year, onInput: setYear, options: years.map((value) => ({ value, label: value })) })}
      ${can('manage_estimates') && html`<button class="button small" type="button" onClick=${add}>${h(Icon, { name: 'plus' })}${t('estimate.add')}</button>`}</div>
      ${error ? h(Failure, { error, onRetry: reload }) : sheet ? h(Sums, { sheet, onEdit: (row) => setEdited({ ...row, spent_vnd: row.spent_vnd ?? '' }) }) : h(Waiting, { lines: 5 })}
      ${edited && h(LineSheet, { line: edited, onSaved: reload, onClose: () => setEdited(null) })}`,
  );
}

/** @param {{ sheet: Api.EstimateSheet, onEdit: (row: Api.EstimateShape) => void }} props */
function Sums({ sheet, onEdit }) {
  /** @type {Desk.Column<Api.EstimateShape>[]} */
  const columns = [
    { title: t('plan.row'), cell: (row) => `${row.item_code}. ${row.words || row.item_title}` },
    { title: t('estimate.unit'), cell: (row) => row.unit_name },
    { title: t('estimate.amount'), num: true, cell: (row) => number(row.amount_vnd) },
    { title: t('estimate.source'), cell: (row) => row.source },
    { title: t('plan.state'), cell: (row) => t(`estimate.state_${row.state}`) },
    { title: t('estimate.spent'), num: true, cell: (row) => (row.spent_vnd === null ? '' : number(row.spent_vnd)) },
  ];
  const actions = (/** @type {Api.EstimateShape} */ row) =>
    row.may_change &&
    html`<button class="desk-link" type="button" onClick=${() => onEdit(row)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${row.item_code}</span></button>`;
  return html`${h(Table, { caption: t('estimate.title'), columns, rows: sheet.items, keyOf: (row) => row.id, actionsWord: t('admin.actions'), actions })}
    ${sheet.items.length > 0 && html`<p><b>${t('estimate.total', { n: number(sheet.total.amount_vnd) })}</b> ${t('estimate.approved', { n: number(sheet.total.approved_vnd), spent: number(sheet.total.spent_vnd) })}</p>${totals(t('estimate.by_unit'), sheet.by_unit)}${totals(t('estimate.by_source'), sheet.by_source)}`}`;
}

/** @param {string} title @param {Api.Total[]} rows */
function totals(title, rows) {
  /** @type {Desk.Column<Api.Total>[]} */
  const columns = [
    { title, cell: (row) => row.name },
    { title: t('estimate.amount'), num: true, cell: (row) => number(row.amount_vnd) },
    { title: t('estimate.state_approved'), num: true, cell: (row) => number(row.approved_vnd) },
    { title: t('estimate.spent'), num: true, cell: (row) => number(row.spent_vnd) },
  ];
  return html`<section class="stack"><h2>${title}</h2>${h(Table, { caption: title, columns, rows, keyOf: (row) => row.name })}</section>`;
}

/** @param {{ line: any, onSaved: () => void, onClose: () => void }} props */
function LineSheet({ line, onSaved, onClose }) {
  const units = useLoad((signal) => get('/api/units', { signal }).catch(() => null), []).data;
  const plan = useLoad((signal) => get('/api/plan', { signal }), []).data;
  const rows = /** @type {Api.ItemSummary[]} */ (plan?.items ?? []).filter((one) => one.part === 'task');
  const fields = [
    {
      name: 'item_code',
      label: t('plan.row'),
      options: [{ value: '', label: t('estimate.choose') }, ...rows.map((one) => ({ value: one.code, label: `${one.code}. ${one.title}` }))],
    },
    ...(units
      ? [{ name: 'unit_id', label: t('estimate.unit'), options: units.items.map((/** @type {any} */ one) => ({ value: one.id, label: one.name })) }]
      : []),
    { name: 'words', label: t('estimate.words'), optional: true, max: 300 },
    { name: 'amount_vnd', label: t('estimate.amount'), hint: t('estimate.amount_hint'), input: { inputMode: 'numeric' } },
    { name: 'source', label: t('estimate.source'), hint: t('estimate.source_hint'), optional: true, max: 200 },
    { name: 'state', label: t('plan.state'), options: STATES.map((value) => ({ value, label: t(`estimate.state_${value}`) })) },
    { name: 'spent_vnd', label: t('estimate.spent'), optional: true, input: { inputMode: 'numeric' } },
    { name: 'document', label: t('plan.document'), optional: true, max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ { item_code, unit_id, words, amount_vnd, spent_vnd, source, state, document, version }) =>
    save(
      () =>
        put(
          `/api/estimates/${line.id}`,
          {
            item_code,
            unit_id,
            year: Number(line.year),
            words,
            amount_vnd: dong(amount_vnd),
            spent_vnd: spent_vnd === '' ? null : dong(spent_vnd),
            source,
            state,
            document,
          },
          { version: version ?? 0 },
        ),
      onSaved,
    );
  const drop = () =>
    save(
      () => del(`/api/estimates/${line.id}`, { version: line.version }),
      () => (onSaved(), onClose()),
    );
  const extra = () => line.version && html`<button class="button text danger small" type="button" onClick=${drop}>${t('estimate.drop')}</button>`;
  return h(EditSheet, { title: line.version ? t('admin.edit') : t('estimate.add'), fields, values: line, onSave: keep, onClose, extra });
}

/** As people write it: 24.000.000. @param {string | number} written */
const dong = (written) => Number(String(written).replace(/[.\s]/g, '').replace(',', '.'));
