// The tables of the waste ledger: a year by month, and the lines of one month.
import { monthWords } from '../lib/figures.js';
import { number, shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { Sheet } from './desk/sheet.js';
import { Table } from './desk/table.js';
import { Numbers } from './figures/charts.js';
import { Icon } from './icon.js';
import { Failure, Waiting } from './states.js';

const SHOWN = ['generated', 'collected', 'treated', 'landfilled', 'recycled', 'composted'];

/** "88 %", or that there was nothing. @param {Api.RatioShape} ratio */
export const ratioWords = ({ percent }) => (percent === null ? t('waste.nothing') : `${number(percent)}\u00a0%`);

/** @param {{ ledger: Api.Ledger, onOpen: (month: string) => void }} props */
export function MonthTable({ ledger: { months, total }, onOpen }) {
  const told = (/** @type {Api.SumShape} */ one, /** @type {string} */ flow) => {
    const sum = one.flows.find((other) => other.flow === flow);
    if (!sum) return '–';
    return html`${number(sum.tonnes)}${sum.estimated > 0 && html`<abbr title=${t('waste.is_estimate')}>*</abbr>`}`;
  };
  const row = (/** @type {Api.SumShape} */ one) =>
    html`${SHOWN.map((flow) => html`<td class="num">${told(one, flow)}</td>`)}<td class="num">${ratioWords(one.k5a)}</td><td class="num">${ratioWords(one.k5b)}</td>`;
  const entered = months.filter((one) => one.entries > 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('waste.by_month')}><table class="numbers waste-months"><caption class="sr">${t('waste.by_month')}</caption>
    <thead><tr><th scope="col">${t('waste.month')}</th>${SHOWN.map((flow) => html`<th scope="col">${t(`waste.flow_${flow}`)}</th>`)}<th scope="col">${t('waste.k5a_short')}</th><th scope="col">${t('waste.k5b_short')}</th></tr></thead>
    <tbody>${months.map((one) => html`<tr key=${one.month}><th scope="row">${one.entries ? html`<button class="desk-link" type="button" onClick=${() => onOpen(one.month)}>${monthWords(`${one.month}-01`)}<span class="sr"> ${t('waste.see_lines')}</span></button>` : monthWords(`${one.month}-01`)}</th>${row(one)}</tr>`)}
      <tr class="sum"><th scope="row">${t('waste.total')}</th>${row(total)}</tr></tbody></table></div>
    <p class="small">${t('waste.unit_note')}</p>
    ${h(SourceTable, { sum: total, title: t('waste.by_source') })}
    ${entered.filter((one) => one.remarks.length).map((one) => html`<p class="notice" key=${one.month}><b>${monthWords(`${one.month}-01`)}</b> ${one.remarks.map((name) => t(`waste.remark_${name}`)).join(' ')}</p>`)}`;
}

const SOURCES = ['weigh_bridge', 'contract', 'hamlet', 'estimate'];

/** Where the numbers come from: a row for each source. @param {{ sum: Api.SumShape, title: string }} props */
function SourceTable({ sum, title }) {
  const of = (/** @type {string} */ flow, /** @type {string} */ source) =>
    sum.flows.find((one) => one.flow === flow)?.sources.find((one) => one.source === source)?.tonnes;
  const flows = SHOWN.filter((flow) => sum.flows.some((one) => one.flow === flow));
  const rows = SOURCES.filter((source) => flows.some((flow) => of(flow, source) !== undefined));
  if (!rows.length) return null;
  return h(Numbers, {
    title,
    shown: true,
    heads: [t('waste.source'), ...flows.map((flow) => t(`waste.flow_${flow}`))],
    rows: rows.map((source) => [t(`waste.source_${source}`), ...flows.map((flow) => (of(flow, source) === undefined ? '–' : number(of(flow, source))))]),
  });
}

/**
 * @param {{ month: string, sum: Api.SumShape | undefined, mayCorrect: boolean, onCorrect: (one: Api.WasteEntryShape) => void, onClose: () => void,
 *   onAsk: (path: string, signal: AbortSignal) => Promise<any> }} props
 */
export function MonthLines({ month, sum, mayCorrect, onCorrect, onClose, onAsk }) {
  const { data, error, reload } = useLoad((signal) => onAsk(`/api/waste/entries?month=${month}`, signal), [month]);
  /** @type {Desk.Column<Api.WasteEntryShape>[]} */
  const columns = [
    {
      title: t('waste.flow'),
      cell: (one) => html`${t(`waste.flow_${one.flow}`)}${one.at_source && html` <span class="small">${t('waste.at_source_short')}</span>`}`,
    },
    {
      title: t('waste.tonnes_short'),
      num: true,
      cell: (one) => `${number(one.tonnes)}${one.is_estimate ? '*' : ''}`,
    },
    {
      title: t('waste.source'),
      cell: (one) =>
        html`${t(`waste.source_${one.source}`)} <span class="small">${origin(one)}</span>${one.is_replaced && html` <span class="chip">${t('waste.replaced')}</span>`}`,
    },
  ];
  const actions = (/** @type {Api.WasteEntryShape} */ one) =>
    mayCorrect &&
    !one.is_replaced &&
    html`<button class="desk-link" type="button" onClick=${() => onCorrect(one)}>${h(Icon, { name: 'pencil' })}${t('waste.correct')}</button>`;
  return h(
    Sheet,
    { title: t('waste.lines_of', { month: monthWords(`${month}-01`) }), onClose, look: 'wide' },
    error
      ? h(Failure, { error, onRetry: reload })
      : data
        ? h(Table, {
            caption: t('waste.by_month'),
            columns,
            rows: data,
            keyOf: (one) => one.id,
            faded: (one) => one.is_replaced,
            actionsWord: t('admin.actions'),
            actions,
          })
        : h(Waiting, { lines: 3 }),
    sum && h(SourceTable, { sum, title: t('waste.by_source_month') }),
  );
}

/** How a number came about, in one line. @param {Api.WasteEntryShape} one */
function origin(one) {
  const formula =
    one.population !== null && t('waste.formula_of', { people: number(one.population), kg: String(one.kg_per_person_day).replace('.', ','), days: one.days });
  return [one.day && shortDay(one.day), one.ticket, one.facility, one.hamlet_name, formula, one.words].filter(Boolean).join(' · ');
}
