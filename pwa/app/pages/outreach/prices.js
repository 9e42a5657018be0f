// What collection costs; until the city has decided, this page says so.
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { number, shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';

export default function Prices() {
  const { data, error, reload } = useLoad((signal) => get('/api/prices', { signal }), []);
  const prices = /** @type {Api.Prices | null} */ (data);
  return h(
    PageFrame,
    { title: t('prices.title'), backTo: '/thong-tin' },
    !prices && (error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 3 })),
    prices && !prices.today && h(EmptyState, { icon: 'banknote', title: t('prices.none'), text: t('prices.none_hint') }),
    prices?.today && h(PriceList, { table: prices.today, word: 'prices.from' }),
    prices?.coming.map((table) => h(PriceList, { key: table.id, table, word: 'prices.coming' })),
    html`<section class="card pad"><h2>${t('prices.know')}</h2><p>${t('prices.law')}</p></section>`,
  );
}

/** @param {{ table: Api.PriceShape, word: string }} props */
function PriceList({ table, word }) {
  return html`<section class="stack"><table class="sheet"><caption>${t(word, { day: shortDay(table.valid_from) })}</caption><thead><tr><th scope="col">${t('prices.payer')}</th><th scope="col">${t('prices.amount')}</th></tr></thead>
    <tbody>${table.lines.map((line) => html`<tr key=${line.payer}><td>${line.payer}${line.note && html`<br /><span class="small">${line.note}</span>`}</td><td class="num"><b>${number(line.amount_vnd)}</b> ${t('prices.per', { unit: line.unit })}</td></tr>`)}</tbody></table>
    ${table.note && html`<p class="pre">${table.note}</p>`}<p class="small">${[table.decision, table.source].filter(Boolean).join(' · ')}</p></section>`;
}
