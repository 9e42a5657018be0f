// Why one figure is what it is: every record behind it, its two numbers, twelve months back and where they lead.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Trend } from '../components/figures/trend.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get, put } from '../lib/api.js';
import { number } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { paceLook, paceOf, shareWords, targetWords } from '../lib/indicators.js';
import { useLoad } from '../lib/load.js';
import { save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';

/** @param {{ code: string }} params */
export default function Indicator({ code }) {
  useAccount();
  const [open, setOpen] = useState(false);
  const { data, error, reload } = useLoad((signal) => get(`/api/indicators/${encodeURIComponent(code)}${location.search}`, { signal }), [code]);
  const one = /** @type {Api.FigureDetail | undefined} */ (data);
  return h(
    PageFrame,
    { title: one ? `${one.code}. ${one.short}` : t('indicator.title'), backTo: '/chi-tieu' },
    error ? h(Failure, { error, onRetry: reload }) : one ? h(Detail, { one, onEdit: () => setOpen(true) }) : h(Waiting, { lines: 6 }),
    open && one && h(TargetSheet, { one, onSaved: reload, onClose: () => setOpen(false) }),
  );
}

/** @param {{ one: Api.FigureDetail, onEdit: () => void }} props */
function Detail({ one, onEdit }) {
  const pace = paceOf(one);
  const [tone, icon] = paceLook(pace);
  /** @type {Desk.Column<Api.RecordShape>[]} */
  const columns = [
    { title: t('indicator.record'), cell: (row) => (row.href ? html`<a class="desk-link" href=${row.href}>${row.label}</a>` : row.label) },
    {
      title: t('indicator.counts'),
      cell: (row) =>
        html`<span class=${`chip ${row.counts ? 'done' : 'brick'}`}>${h(Icon, { name: row.counts ? 'check' : 'close' })}${t(row.counts ? 'indicator.yes' : 'indicator.no')}</span>`,
    },
    { title: t('indicator.detail'), cell: (row) => row.words },
  ];
  const ordered = [...one.records].sort((a, b) => Number(a.counts) - Number(b.counts));
  return html`<div class="indicator-page stack-16"><p>${one.label}</p>
    <p class="indicator-value"><b class="num">${shareWords(one.value)}</b><span>${t('indicator.target', { n: targetWords(one) })}</span><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`indicator.pace_${pace}`)}</span></p>
    <p>${one.is_ready ? html`<b class="num">${one.words || `${number(one.numerator)} / ${number(one.denominator)}`}</b> · ${one.period.label}` : t('indicator.not_ready')}${one.is_estimated && html` · <b>${t('indicator.estimated')}</b>`}</p>
    ${one.parts.length > 0 && html`<ul class="card rows">${one.parts.map((part) => html`<li class="pad line"><span class="grow">${part.label}</span><b class="num">${number(part.numerator)}/${number(part.denominator)}${part.value === null ? '' : ` · ${number(part.value)} %`}</b></li>`)}</ul>`}
    <section class="card pad stack"><h2>${t('indicator.trend')}</h2>${h(Trend, { points: one.trend, target: one.target, label: t('indicator.trend_of', { name: one.short }), table: true })}
      ${one.outlook !== null && html`<p class="small">${t('indicator.outlook', { n: number(one.outlook) })}</p>`}
      ${one.years.length > 0 && html`<p class="small">${one.years.map((year) => `${t(year.is_baseline ? 'indicator.baseline' : 'indicator.milestone', { year: year.year })}: ${number(year.value)} %`).join(' · ')}</p>`}</section>
    <section class="stack"><h2>${t('indicator.why')}</h2><p class="small">${one.formula}</p>
      ${h(Table, { caption: t('indicator.why'), columns, rows: ordered, keyOf: (row) => row.label + row.words })}</section>
    <p class="small">${[one.leads.length > 0 && t('indicator.leads', { who: one.leads.join(', ') }), one.source].filter(Boolean).join('. ')}</p>
    ${can('manage_indicators') && html`<div class="line no-print"><button class="button quiet small" type="button" onClick=${onEdit}>${h(Icon, { name: 'pencil' })}${t('indicator.edit')}</button></div>`}</div>`;
}

/** @param {{ one: Api.FigureDetail, onSaved: () => void, onClose: () => void }} props */
function TargetSheet({ one, onSaved, onClose }) {
  const own = one.code === 'K2b';
  const fields = [
    { name: 'target', label: t('indicator.edit_target'), type: 'number' },
    { name: 'years', label: t('indicator.edit_years'), hint: t('indicator.edit_years_hint'), multiline: true, optional: true },
    { name: 'formula', label: t('indicator.edit_formula'), multiline: true, optional: true, max: 600 },
    { name: 'source', label: t('indicator.edit_source'), optional: true, max: 300 },
    ...(own
      ? [
          { name: 'open_days', label: t('indicator.edit_days'), type: 'number' },
          { name: 'categories', label: t('indicator.edit_categories') },
        ]
      : []),
  ];
  const years = one.years.map((year) => `${year.year} ${number(year.value)}${year.is_baseline ? ' hiện trạng' : ''}`).join('\n');
  const values = { ...one, years, categories: one.categories.join(', ') };
  const keep = (/** @type {Desk.Values} */ said) => {
    const { label, short, is_ceiling, is_strict } = one;
    const wish = {
      ...{ label, short, is_ceiling, is_strict, formula: said.formula, source: said.source, target: Number(said.target), years: yearsOf(said.years) },
      ...(own ? { open_days: Number(said.open_days), categories: said.categories.split(/[,\s]+/).filter(Boolean) } : {}),
    };
    return save(() => put(`/api/indicators/${one.code}`, wish, { version: one.version }), onSaved);
  };
  return h(EditSheet, { title: t('indicator.edit'), fields, values, onSave: keep, onClose });
}

/** "2027 40" and "2026 12 hiện trạng", one per line. @param {string} words */
const yearsOf = (words) =>
  words
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([year, value]) => year && value)
    .map(([year, value, ...rest]) => ({ year: Number(year), value: Number(value.replace(',', '.')), is_baseline: rest.length > 0 }));
