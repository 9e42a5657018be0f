// Figures for staff: the desk's filter over a period, printable, with the exports of the same cases.
import { Bars, Columns, Tiles } from '../../components/figures/charts.js';
import { HeatMap } from '../../components/figures/heat-map.js';
import { StepTable, UnitTable } from '../../components/figures/unit-table.js';
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { monthWords, periods, shareWords } from '../../lib/figures.js';
import { number, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can, useAccount } from '../../lib/session.js';
import { catalogue, hamlets, keep } from '../../lib/store.js';

const PICKS = /** @type {const} */ (['hamlet_id', 'category', 'unit_id', 'status']);

export default function StatisticsPage() {
  const { who, asking } = useAccount();
  const frame = { title: t('figures.title'), backTo: '/ban-lam-viec' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (can('read_complaints')) return h(PageFrame, frame, h(Board, {}));
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('figures.not_yours') },
      !who && html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
    ),
  );
}

function Board() {
  const [asked, setAsked] = useState(readAddress);
  const question = new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString();
  const { data, error, reload } = useLoad((signal) => get(`/api/desk/statistics?${question}`, { signal }), [question]);
  useEffect(() => void keep('config', 'catalogue', 'hamlets', 'outline'), []);
  const change = (/** @type {Record<string, string>} */ part) => {
    const next = { ...asked, ...part };
    history.replaceState(history.state, '', `?${new URLSearchParams(Object.entries(next).filter(([, value]) => value))}`);
    setAsked(next);
  };
  return html`<div class="figures">
    ${h(Ask, { asked, units: data?.by_unit ?? [], onChange: change })}
    ${h(Files, { question })}
    ${error ? h(Failure, { error, onRetry: reload }) : data ? h(Figures, { data, question }) : h(Waiting, { lines: 6 })}
  </div>`;
}

/** @returns {Record<string, string>} */
function readAddress() {
  const [from, to] = periods().months;
  return { from, to, ...Object.fromEntries(new URLSearchParams(location.search)) };
}

/** @param {{ asked: Record<string, string>, units: Api.Count[], onChange: (part: Record<string, string>) => void }} props */
function Ask({ asked, units, onChange }) {
  /** @type {Record<string, { value: string, label: string }[]>} */
  const options = {
    hamlet_id: (hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name })),
    category: (catalogue.value?.categories ?? []).map((one) => ({ value: one.code, label: one.label })),
    unit_id: units.filter((one) => one.key).map((one) => ({ value: String(one.key), label: one.label })),
    status: (catalogue.value?.statuses ?? []).map((one) => ({ value: one.code, label: one.label })),
  };
  const day = (/** @type {'from' | 'to'} */ name) =>
    html`<label class="day">${t(`figures.${name}`)}<input class="input" type="date" value=${asked[name]} onChange=${(/** @type {any} */ event) => event.target.value && onChange({ [name]: event.target.value })} /></label>`;
  return html`<search class="figures-ask no-print">
    <div class="chips" role="group" aria-label=${t('figures.period')}>${Object.entries(periods()).map(([name, [from, to]]) => html`<button class="chip" type="button" aria-pressed=${String(asked.from === from && asked.to === to)} onClick=${() => onChange({ from, to })}>${t(`figures.period_${name}`)}</button>`)}</div>
    <div class="line">${day('from')}${day('to')}
    ${PICKS.map((name) => html`<select class=${`chip ${asked[name] ? 'leaf' : ''}`} aria-label=${t(`figures.any_${name}`)} onChange=${(/** @type {any} */ event) => onChange({ [name]: event.target.value })}><option value="" selected=${!asked[name]}>${t(`figures.any_${name}`)}</option>${options[name].map((one) => html`<option value=${one.value} selected=${one.value === asked[name]}>${one.label}</option>`)}</select>`)}</div></search>`;
}

/** @param {{ question: string }} props */
function Files({ question }) {
  const [busy, setBusy] = useState(false);
  const save = async (/** @type {string} */ kind) => {
    setBusy(true);
    await download(`/api/desk/cases.${kind}?${question}`).catch((why) => toast(sayProblem(why)));
    setBusy(false);
  };
  return html`<div class="line figures-files no-print">
    <button class="button small quiet" type="button" disabled=${busy} onClick=${() => save('xlsx')}>${h(Icon, { name: 'download' })}${t('figures.xlsx')}</button>
    <button class="button small quiet" type="button" disabled=${busy} onClick=${() => save('csv')}>${h(Icon, { name: 'file' })}${t('figures.csv')}</button>
    <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button>
    ${can('triage_complaints') && html`<a class="button small quiet" href="/ban-lam-viec/nhap">${h(Icon, { name: 'upload' })}${t('figures.import')}</a>`}</div>`;
}

/** @param {{ data: Api.Statistics, question: string }} props */
function Figures({ data, question }) {
  const { outcomes, rates } = data;
  const months = data.months.length > 2;
  const spans = (months ? data.months : data.weeks).map((one) => ({
    label: months ? monthWords(one.starts_on) : shortDay(one.starts_on).slice(0, 5),
    all: one.received,
    part: one.answered,
  }));
  const tiles = [
    { word: t('figures.total'), value: number(data.total) },
    { word: t('figures.open'), value: number(outcomes.open), note: t('figures.overdue', { n: number(outcomes.overdue) }), tone: outcomes.overdue ? 'hot' : '' },
    { word: t('figures.done'), value: number(outcomes.done), note: t('figures.unproven', { n: number(outcomes.unproven) }) },
    { word: t('figures.aside'), value: number(outcomes.rejected + outcomes.merged + outcomes.transferred), note: t('figures.aside_note', outcomes) },
    ...['on_time', 'reopened', 'evidence', 'handed_over', 'first_time'].map((name) => ({
      word: t(`figures.${name}`),
      value: shareWords(/** @type {any} */ (rates)[name]),
    })),
  ];
  return html`<p class="small">${t('figures.of_period', { from: shortDay(data.first), to: shortDay(data.last) })}${data.pending > 0 && ` ${t('figures.pending', { n: data.pending })}`}</p>
    ${h(Tiles, { items: tiles })}
    ${h(Columns, { title: t(months ? 'figures.by_month' : 'figures.by_week'), all: t('figures.received'), part: t('figures.answered'), points: spans })}
    ${h(StepTable, { steps: data.steps })}
    ${h(UnitTable, { units: data.units })}
    <div class="figures-bars">${[
      h(Bars, { title: t('figures.by_category'), rows: data.by_category }),
      h(Bars, { title: t('figures.by_hamlet'), rows: data.by_hamlet }),
      h(Bars, { title: t('figures.by_status'), rows: data.by_status }),
      h(Bars, { title: t('figures.by_unit'), rows: data.by_unit }),
      h(Bars, { title: t('figures.by_channel'), rows: data.by_channel }),
    ]}</div>
    <h2>${t('figures.heat')}</h2>
    ${h(HeatMap, { question, size: 'tall', onAsk: (path, signal) => get(path, { signal }) })}`;
}
