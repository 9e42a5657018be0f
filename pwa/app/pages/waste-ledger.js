// The waste ledger: tonnes of each month by where they came from and where they went, K5a and K5b, every line behind them.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Columns, Tiles } from '../components/figures/charts.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { MonthLines, MonthTable, ratioWords } from '../components/waste-tables.js';
import { get, post } from '../lib/api.js';
import { monthWords } from '../lib/figures.js';
import { dayOf, number } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { hamlets } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const FLOWS = ['collected', 'landfilled', 'treated', 'recycled', 'composted', 'generated'];
const SOURCES = ['weigh_bridge', 'contract', 'estimate', 'hamlet'];

export default function WasteLedgerPage() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('ways.waste'), who, asking, may: 'read_staff_pages' }, h(Book, {}));
}

function Book() {
  const [year, setYear] = useState(() => Number(dayOf().slice(0, 4)));
  const { data, error, reload } = useLoad((signal) => get(`/api/waste?from=${year}-01&to=${year}-12`, { signal }), [year]);
  const [month, setMonth] = useState('');
  const [entry, setEntry] = useState(/** @type {Desk.Values | null} */ (null));
  const [rate, setRate] = useState(false);
  if (error) return h(Failure, { error, onRetry: reload });
  const ledger = /** @type {Api.Ledger | null} */ (data);
  const keeps = can('manage_waste_ledger');
  const write = (/** @type {Desk.Values} */ values) => {
    setMonth('');
    setEntry(values);
  };
  return html`<p class="small">${t('waste.lead')}</p>
    <div class="line" role="group" aria-label=${t('waste.year')}>
      <button class="icon-button" type="button" aria-label=${String(year - 1)} onClick=${() => setYear(year - 1)}>${h(Icon, { name: 'back' })}</button>
      <h2 class="num" aria-live="polite">${t('waste.of_year', { year })}</h2>
      <button class="icon-button" type="button" aria-label=${String(year + 1)} onClick=${() => setYear(year + 1)}>${h(Icon, { name: 'next' })}</button></div>
    <div class="line no-print">${
      keeps &&
      html`<button class="button small" type="button" onClick=${() => write(fresh())}>${h(Icon, { name: 'plus' })}${t('waste.add')}</button>
      <button class="button small quiet" type="button" onClick=${() => write(arose(ledger))}>${h(Icon, { name: 'scale' })}${t('waste.estimate')}</button>
      <a class="button small quiet" href="/so-sach/so-rac/nhap">${h(Icon, { name: 'upload' })}${t('waste.import')}</a>
      <button class="button small quiet" type="button" onClick=${() => setRate(true)}>${h(Icon, { name: 'pencil' })}${t('waste.set_rate')}</button>`
    }<button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button></div>
    ${ledger ? h(Figures, { ledger, onOpen: setMonth }) : h(Waiting, { lines: 6 })}
    ${month && h(MonthLines, { month, sum: ledger?.months.find((one) => one.month === month), mayCorrect: keeps, onCorrect: (one) => write({ ...one, tonnes: tonnesIn(one), replaces_id: one.id }), onClose: () => setMonth(''), onAsk: (path, signal) => get(path, { signal }) })}
    ${entry && h(EntrySheet, { values: entry, onSaved: reload, onClose: () => setEntry(null) })}
    ${rate && h(RateSheet, { onSaved: reload, onClose: () => setRate(false) })}`;
}

/** @param {Api.WasteEntryShape} one an estimate from the population is corrected by its population */
const tonnesIn = (one) => (one.population === null ? one.tonnes : '');
const lastMonth = () => {
  const [year, month] = dayOf().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};
const fresh = () => ({
  month: lastMonth(),
  day: '',
  flow: 'collected',
  source: 'contract',
  tonnes: '',
  at_source: false,
  words: '',
  ticket: '',
  facility: '',
  hamlet_id: '',
});
/** @param {Api.Ledger | null} ledger */
const arose = (ledger) => ({ month: lastMonth(), flow: 'generated', source: 'estimate', population: ledger?.population || '', hamlet_id: '', words: '' });

/** @param {{ ledger: Api.Ledger, onOpen: (month: string) => void }} props */
function Figures({ ledger, onOpen }) {
  const { total, rate, months } = ledger;
  const sum = (/** @type {string} */ flow) => total.flows.find((one) => one.flow === flow);
  const [generated, collected] = [sum('generated'), sum('collected')];
  const tiles = [
    { word: t('waste.k5a'), value: ratioWords(total.k5a), note: t('waste.ratio_of', { part: number(total.k5a.part), whole: number(total.k5a.whole) }) },
    { word: t('waste.k5b'), value: ratioWords(total.k5b), note: t('waste.ceiling') },
    {
      word: t('waste.flow_generated'),
      value: t('unit.tonnes', { n: number(generated?.tonnes ?? 0) }),
      note: generated && t('waste.estimated', { n: Math.round((100 * generated.estimated) / (generated.tonnes || 1)) }),
    },
    { word: t('waste.flow_collected'), value: t('unit.tonnes', { n: number(collected?.tonnes ?? 0) }) },
    { word: t('waste.rate'), value: rate ? `${kilos(rate.kg_per_person_day)}\u00a0kg` : '–', note: t('waste.rate_of') },
  ];
  const points = months.map((one) => ({
    label: monthWords(`${one.month}-01`).slice(0, 2),
    all: Math.round(one.flows.find(({ flow }) => flow === 'generated')?.tonnes ?? 0),
    part: Math.round(one.flows.find(({ flow }) => flow === 'collected')?.tonnes ?? 0),
  }));
  return html`${h(Tiles, { items: tiles })}
    ${h(Columns, { title: t('waste.chart'), all: t('waste.flow_generated'), part: t('waste.flow_collected'), points })}
    ${h(MonthTable, { ledger, onOpen })}
    ${rate && html`<p class="small">${t('waste.rate_from', { source: rate.source })}</p>`}`;
}

/** Two decimals: half a kilogram and the like. @param {number} value */
const kilos = (value) => String(value).replace('.', ',');

/** Fields by what the line is. @param {Desk.Values} values @returns {Desk.EditField[]} */
function fieldsOf(values) {
  const numeric = { inputMode: 'decimal' };
  const month = { name: 'month', label: t('waste.month'), type: 'month', input: { max: dayOf().slice(0, 7) } };
  const places = [{ value: '', label: t('waste.whole_commune') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))];
  const place = { name: 'hamlet_id', label: t('waste.place'), options: places };
  const words = { name: 'words', label: t(values.source === 'estimate' ? 'waste.formula' : 'waste.words'), optional: true, multiline: true, max: 500 };
  if (values.population !== undefined && values.population !== null)
    return [month, place, { name: 'population', label: t('waste.population'), hint: t('waste.population_hint'), input: { inputMode: 'numeric' } }, words];
  const weighed = values.source === 'weigh_bridge';
  const local = ['treated', 'recycled', 'composted'].includes(values.flow);
  return [
    month,
    { name: 'flow', label: t('waste.flow'), options: FLOWS.map((value) => ({ value, label: t(`waste.flow_${value}`) })) },
    { name: 'tonnes', label: t('waste.tonnes'), hint: t('waste.tonnes_hint'), input: numeric },
    { name: 'source', label: t('waste.source'), options: SOURCES.map((value) => ({ value, label: t(`waste.source_${value}`) })) },
    ...(weighed ? [{ name: 'ticket', label: t('waste.ticket'), max: 40 }] : []),
    ...(weighed || values.source === 'contract' ? [{ name: 'facility', label: t('waste.facility'), optional: true, max: 120 }] : []),
    ...(local ? [{ name: 'at_source', label: t('waste.at_source'), check: true }] : []),
    place,
    { ...words, optional: values.source !== 'estimate' },
  ];
}

/** @param {Desk.Values} wish @returns {Record<string, any>} as the server takes it */
function lineOf({ month, day, flow, source, tonnes, at_source, population, words, ticket, facility, hamlet_id, replaces_id }) {
  const local = ['treated', 'recycled', 'composted'].includes(flow);
  const common = { month, flow, source, words: words ?? '', hamlet_id: orNull(hamlet_id), ...(replaces_id ? { replaces_id } : {}) };
  if (population !== undefined && population !== null) return { ...common, population: Number(String(population).replace(/\D/g, '')) };
  return {
    ...common,
    day: day?.startsWith(month) ? day : null,
    tonnes: tonnes === '' ? null : Number(String(tonnes).replace(',', '.')),
    at_source: local && Boolean(at_source),
    is_estimate: source === 'estimate',
    ticket: source === 'weigh_bridge' ? (ticket ?? '') : '',
    facility: facility ?? '',
  };
}

/** @param {{ values: Desk.Values, onSaved: () => void, onClose: () => void }} props values: with `replaces_id` it corrects that line */
function EntrySheet({ values, onSaved, onClose }) {
  const [id] = useState(uuid);
  const keep = (/** @type {Desk.Values} */ wish) => save(() => post('/api/waste/entries', { id, ...lineOf(wish) }), onSaved);
  const reckons = values.population !== undefined && values.population !== null;
  const title = t(values.replaces_id ? 'waste.correct' : reckons ? 'waste.estimate' : 'waste.add');
  return h(EditSheet, { title, hint: values.replaces_id ? t('waste.correct_hint') : undefined, fields: fieldsOf, values, onSave: keep, onClose });
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function RateSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'kg_per_person_day', label: t('waste.rate_label'), hint: t('waste.rate_hint'), input: { inputMode: 'decimal' } },
    { name: 'valid_from', label: t('waste.valid_from'), type: 'date' },
    { name: 'source', label: t('waste.rate_source'), hint: t('waste.rate_source_hint'), max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ wish) =>
    save(() => post('/api/waste/rates', { ...wish, id, kg_per_person_day: Number(String(wish.kg_per_person_day).replace(',', '.')) }), onSaved);
  return h(EditSheet, { title: t('waste.set_rate'), fields, values: { kg_per_person_day: '', valid_from: dayOf(), source: '' }, onSave: keep, onClose });
}
