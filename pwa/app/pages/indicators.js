// The nine indicators to 2030: where the commune stands, how far it is, and why. Open to everybody.

import { DraftButton } from '../components/draft-button.js';
import { Field } from '../components/field.js';
import { Trend } from '../components/figures/trend.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { dayOf, number } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { paceLook, paceOf, shareWords, targetWords } from '../lib/indicators.js';
import { useLoad } from '../lib/load.js';
import { periodChoices, periodOf } from '../lib/periods.js';
import { can, useAccount } from '../lib/session.js';

export default function Indicators() {
  useAccount();
  const [range, setRange] = useState('');
  const { data, error, reload } = useLoad((signal) => get(`/api/indicators${range}`, { signal }), [range]);
  const board = /** @type {Api.BoardShape | undefined} */ (data);
  return h(
    PageFrame,
    { title: t('indicator.title'), backTo: '/thong-tin' },
    html`<div class="indicator-page stack-16"><p>${t('indicator.lead')}</p>
      <div class="line wrap no-print">${h(Field, { label: t('indicator.period'), value: range, onInput: setRange, options: ranges() })}
        <button class="button quiet small" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('coverage.print')}</button>
        <a class="button quiet small" href="/chi-tieu/man-hinh">${h(Icon, { name: 'layers' })}${t('indicator.wall')}</a>
        ${board && can('prepare_documents') && h(DraftButton, { key: board.period.last, label: t('draft.report'), wish: { kind: 'periodic', first: board.period.first, last: board.period.last } })}</div>
      ${error ? h(Failure, { error, onRetry: reload }) : board ? html`<p class="small">${t('indicator.of', { period: board.period.label })}</p><ul class="tiles-9">${board.figures.map((one) => h(Tile, { key: one.code, one, range }))}</ul>` : h(Waiting, { lines: 8 })}</div>`,
  );
}

/** @param {{ one: Api.FigureShape, range: string }} props */
function Tile({ one, range }) {
  const pace = paceOf(one);
  const [tone, icon] = paceLook(pace);
  return html`<li><a class="indicator" href=${`/chi-tieu/${one.code}${range}`}><h2><span class="num">${one.code}</span>${one.short}</h2>
    <p class="indicator-value"><b class="num">${shareWords(one.value)}</b><span class="small">${t('indicator.target', { n: targetWords(one) })}</span><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`indicator.pace_${pace}`)}</span></p>
    ${h(Trend, { points: one.trend, target: one.target, label: t('indicator.trend_of', { name: one.short }) })}
    <p class="small">${told(one)}</p>${one.missing_count > 0 && html`<p class="small"><b>${t('indicator.missing', { n: number(one.missing_count) })}</b> ${one.missing.map((each) => each.label).join(', ')}${one.missing_count > one.missing.length ? '…' : ''}</p>`}</a></li>`;
}

/** @param {Api.FigureShape} one */
function told(one) {
  if (!one.is_ready) return t('indicator.not_ready');
  if (one.value === null) return t('indicator.nothing');
  const parts = one.parts.map((part) => `${part.label}: ${number(part.numerator)}/${number(part.denominator)}`);
  const sum = parts.length ? parts.join(' · ') : `${number(one.numerator)}/${number(one.denominator)}`;
  return [sum, one.is_estimated && t('indicator.estimated')].filter(Boolean).join(' · ');
}

/** This year so far, the regular periods that are over, and each by its number. */
function ranges() {
  const year = Number(dayOf().slice(0, 4));
  const regular = /** @type {const} */ (['month', 'quarter', 'half', 'nine_months', 'year']);
  const numbered = periodChoices().map(({ value, label }) => ({ value: `?${new URLSearchParams(/** @type {any} */ (periodOf(value)))}`, label }));
  return [
    { value: '', label: t('indicator.this_year', { year }) },
    ...regular.map((kind) => ({ value: `?kind=${kind}`, label: t(`indicator.last_${kind}`) })),
    ...numbered,
  ];
}
