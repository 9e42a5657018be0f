// Charts drawn by hand: columns over time, bars by kind. The numbers stand beside or behind every shape.
import { marks } from '../../lib/figures.js';
import { number } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const [TALL, LEFT, FOOT] = [230, 36, 26];

/**
 * Two columns each: all, and the part of them that is done.
 * @param {{ title: string, all: string, part: string, points: { label: string, all: number | null, part: number | null }[] }} props
 */
export function Columns({ title, all, part, points }) {
  const narrow = matchMedia('(max-width: 600px)').matches;
  const WIDE = narrow ? 320 : 640; // so that the numbers are as large as other words
  const axis = marks(Math.max(...points.map((one) => one.all ?? 0), 1));
  const top = /** @type {number} */ (axis.at(-1));
  const step = (WIDE - LEFT) / Math.max(points.length, 1);
  const y = (/** @type {number} */ value) => 12 + (TALL - FOOT - 12) * (1 - value / top);
  const every = Math.ceil(points.length / (narrow ? 4 : 10));
  return html`<figure class="chart"><figcaption><b>${title}</b><span class="small chart-key"><i class="all"></i>${all}<i class="part"></i>${part}</span></figcaption>
    <svg viewBox=${`0 0 ${WIDE} ${TALL}`} role="img" aria-label=${t('figures.chart_of', { title })}>
      ${axis.map((mark) => html`<line class="grid" x1=${LEFT} x2=${WIDE} y1=${y(mark)} y2=${y(mark)}></line><text class="mark" x=${LEFT - 6} y=${y(mark) + 4}>${number(mark)}</text>`)}
      ${points.map((one, at) => {
        const x = LEFT + at * step;
        const width = Math.min(step * 0.36, 26);
        const middle = x + step / 2;
        return html`<g>${column('all', middle - width, width, y, one.all)}${column('part', middle, width, y, one.part)}
          ${at % every === 0 && html`<text class="name" x=${middle} y=${TALL - 8}>${one.label}</text>`}</g>`;
      })}
    </svg>
    <details><summary>${t('figures.table')}</summary>${h(Numbers, { title, heads: [t('figures.time'), all, part], rows: points.map((one) => [one.label, told(one.all), told(one.part)]) })}</details></figure>`;
}

/** @param {string} kind @param {number} x @param {number} width @param {(value: number) => number} y @param {number | null} value */
function column(kind, x, width, y, value) {
  if (!value) return null;
  return html`<rect class=${kind} x=${x} y=${y(value)} width=${width} height=${y(0) - y(value)}></rect>${width > 15 && html`<text class="value" x=${x + width / 2} y=${y(value) - 3}>${number(value)}</text>`}`;
}

/** Nothing is told of fewer than five. @param {number | null} value */
export const told = (value) => (value === null ? t('figures.few') : number(value));

/**
 * A table whose rows carry their bar.
 * @param {{ title: string, rows: { label: string, count: number | null, href?: string }[], most?: number }} props
 */
export function Bars({ title, rows, most = 12 }) {
  const top = Math.max(...rows.map((one) => one.count ?? 0), 1);
  const line = (/** @type {{ label: string, count: number | null, href?: string }} */ one) =>
    html`<tr><th scope="row">${one.href ? html`<a href=${one.href}>${one.label}</a>` : one.label}</th><td class="num">${told(one.count)}</td>
      <td class="bar-cell" aria-hidden="true"><svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="all" x="0" y="0" height="10" width=${(100 * (one.count ?? 0)) / top}></rect></svg></td></tr>`;
  const rest = rows.slice(most);
  return html`<div class="chart"><table class="bars"><caption>${title}</caption><tbody>${rows.slice(0, most).map(line)}</tbody></table>
    ${rest.length > 0 && html`<details><summary>${t('figures.rest', { n: rest.length })}</summary><table class="bars"><caption class="sr">${title}</caption><tbody>${rest.map(line)}</tbody></table></details>`}</div>`;
}

/** @param {{ title: string, heads: string[], rows: any[][], shown?: boolean }} props */
export function Numbers({ title, heads, rows, shown }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}><table class="numbers"><caption class=${shown ? '' : 'sr'}>${title}</caption>
    <thead><tr>${heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((one) => html`<td class="num">${one}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** @param {{ items: { word: string, value: string, note?: string, tone?: string }[] }} props */
export function Tiles({ items }) {
  return html`<dl class="tiles">${items.map(({ word, value, note, tone = '' }) => html`<div class=${tone}><dt>${word}</dt><dd class="num">${value}</dd>${note && html`<dd class="small">${note}</dd>`}</div>`)}</dl>`;
}
