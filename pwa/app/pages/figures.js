// What everybody may know of the commune's work: rounded figures of whole months.
import { Bars, Columns, Tiles, told } from '../components/figures/charts.js';
import { StepTable } from '../components/figures/unit-table.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { monthWords } from '../lib/figures.js';
import { dayOf } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { keep } from '../lib/store.js';

export default function FiguresPage() {
  const [period, setPeriod] = useState('months');
  const year = dayOf().slice(0, 4);
  /** @type {Record<string, string>} */
  const questions = { months: '', year: `?from=${year}-01`, last: `?from=${Number(year) - 1}-01&to=${Number(year) - 1}-12` };
  const { data, error, reload } = useLoad((signal) => get(`/api/statistics${questions[period]}`, { signal }), [period]);
  useEffect(() => void keep('config'), []);
  return h(
    PageFrame,
    { title: t('figures.public') },
    html`<div class="figures"><p>${t('figures.public_lead')}</p>
    <div class="chips no-print" role="group" aria-label=${t('figures.period')}>${Object.keys(questions).map((name) => html`<button class="chip" type="button" aria-pressed=${String(name === period)} onClick=${() => setPeriod(name)}>${t(`figures.period_${name}`)}</button>`)}</div>
    ${error ? h(Failure, { error, onRetry: reload }) : data ? h(Shown, { data }) : h(Waiting, { lines: 6 })}</div>`,
  );
}

/** @param {{ data: Api.PublicStatistics }} props */
function Shown({ data }) {
  const percent = (/** @type {number | null} */ value) => (value === null ? '–' : `${value}\u00a0%`);
  const tiles = [
    { word: t('figures.total'), value: told(data.total) },
    { word: t('figures.open'), value: told(data.open) },
    { word: t('figures.done'), value: told(data.done) },
    { word: t('figures.on_time'), value: percent(data.on_time_percent) },
    { word: t('figures.evidence'), value: percent(data.evidence_percent) },
    { word: t('figures.reopened'), value: percent(data.reopened_percent) },
  ];
  const months = data.months.map((one) => ({ label: monthWords(one.starts_on), all: one.received, part: one.answered }));
  return html`<p class="small">${t('figures.of_months', { from: monthWords(data.first), to: monthWords(data.last) })}</p>
    ${h(Tiles, { items: tiles })}
    ${h(Columns, { title: t('figures.by_month'), all: t('figures.received'), part: t('figures.answered'), points: months })}
    ${h(StepTable, { steps: data.steps })}
    <div class="figures-bars">${h(Bars, { title: t('figures.by_category'), rows: data.by_category })}${h(Bars, { title: t('figures.by_hamlet'), rows: data.by_hamlet })}</div>
    <p class="small">${t('figures.public_how')}</p>
    <button class="button quiet no-print" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button>`;
}
