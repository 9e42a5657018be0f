// Frozen periods: what was reported stays as it was; what has been corrected since stands beside it.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get, post } from '../lib/api.js';
import { dayOf, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { shareWords } from '../lib/indicators.js';
import { useLoad } from '../lib/load.js';
import { periodChoices, periodOf } from '../lib/periods.js';
import { save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

export default function FreezesPage() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/indicators/freezes', { signal }) : Promise.resolve(null)), [who?.id]);
  const rows = /** @type {Api.FreezeShape[]} */ (data?.items ?? []);
  return h(
    OfficeFrame,
    { title: t('freeze.title'), who, asking },
    html`<p class="small">${t('freeze.hint')}</p>${can('manage_indicators') && h(Begin, { onSaved: reload })}
      ${error ? h(Failure, { error, onRetry: reload }) : !data ? h(Waiting, { lines: 4 }) : rows.length ? rows.map((row) => h(Frozen, { key: row.id, row })) : h(EmptyState, { icon: 'lock', title: t('freeze.none'), text: t('freeze.none_hint') })}`,
  );
}

/** @param {{ onSaved: () => void }} props */
function Begin({ onSaved }) {
  const periods = periodChoices();
  const [period, setPeriod] = useState(periods[0].value);
  const [scheme, setScheme] = useState('decree09');
  const [open, setOpen] = useState(false);
  const label = periods.find((one) => one.value === period)?.label ?? '';
  return html`<section class="card pad stack"><div class="line wrap">${h(Field, { label: t('indicator.period'), value: period, onInput: setPeriod, options: periods })}
    ${h(Field, { label: t('period.scheme'), value: scheme, onInput: setScheme, options: ['decree09', 'calendar'].map((value) => ({ value, label: t(`period.${value}`) })) })}</div>
    <div class="line"><button class="button small" type="button" onClick=${() => setOpen(true)}>${h(Icon, { name: 'lock' })}${t('freeze.do')}</button></div>
    ${open && h(FreezeSheet, { label, wish: { scheme, ...periodOf(period) }, onSaved, onClose: () => setOpen(false) })}</section>`;
}

/** @param {{ label: string, wish: object, onSaved: () => void, onClose: () => void }} props */
function FreezeSheet({ label, wish, onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [{ name: 'words', label: t('freeze.words'), multiline: true, optional: true, max: 600 }];
  const keep = (/** @type {Desk.Values} */ { words }) => save(() => post('/api/indicators/freezes', { id, ...wish, words }), onSaved);
  return h(EditSheet, {
    title: t('freeze.sure', { period: label }),
    hint: t('freeze.sure_hint'),
    label: t('freeze.do'),
    fields,
    values: { words: '' },
    onSave: keep,
    onClose,
  });
}

/** @param {{ row: Api.FreezeShape }} props */
function Frozen({ row }) {
  const [open, setOpen] = useState(false);
  const { data, error, reload } = useLoad((signal) => (open ? get(`/api/indicators/freezes/${row.id}`, { signal }) : Promise.resolve(null)), [open]);
  const about = [
    t('freeze.by', { name: row.frozen_by_name, day: shortDay(dayOf(new Date(row.frozen_at))) }),
    `${shortDay(row.period.first)} – ${shortDay(row.period.last)}`,
    row.words,
  ];
  return html`<section class="card pad stack"><h2>${row.period.label}</h2><p class="small">${about.filter(Boolean).join(' · ')}</p>
    <details onToggle=${(/** @type {any} */ event) => setOpen(event.target.open)}><summary>${t('freeze.open')}</summary>${error ? h(Failure, { error, onRetry: reload }) : data ? h(Figures, { figures: data.figures }) : h(Waiting, { lines: 3 })}</details></section>`;
}

/** @param {{ figures: Api.FrozenShape[] }} props */
function Figures({ figures }) {
  /** @type {Desk.Column<Api.FrozenShape>[]} */
  const columns = [
    { title: t('freeze.indicator'), cell: (one) => html`<span class="num">${one.code}</span> ${one.label}` },
    { title: t('freeze.kept'), num: true, cell: (one) => shareWords(one.value) },
    { title: t('freeze.now'), num: true, cell: (one) => shareWords(one.now_value) },
    {
      title: t('freeze.adjusted'),
      cell: (one) =>
        html`<span class=${`chip ${one.is_adjusted ? 'amber' : ''}`}>${h(Icon, { name: one.is_adjusted ? 'warning' : 'check' })}${t(one.is_adjusted ? 'freeze.adjusted' : 'freeze.same')}</span>`,
    },
  ];
  return h(Table, { caption: t('freeze.title'), columns, rows: figures, keyOf: (one) => one.code });
}
