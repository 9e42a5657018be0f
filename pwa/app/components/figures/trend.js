// A line over months with the target as a dashed one; the numbers stand in a table behind it.
import { number, shortDay } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const [WIDE, TALL, SIDE] = [320, 92, 8];

/** @param {{ points: Api.PointShape[], target: number, label: string, table?: boolean }} props shares in percent, oldest first */
export function Trend({ points, target, label, table }) {
  const known = points.filter((one) => one.value !== null);
  if (known.length < 2) return html`<p class="small">${t('indicator.no_trend')}</p>`;
  const x = (/** @type {number} */ at) => SIDE + (at * (WIDE - 2 * SIDE)) / (points.length - 1);
  const y = (/** @type {number} */ value) => TALL - SIDE - ((TALL - 2 * SIDE) * Math.min(Math.max(value, 0), 100)) / 100;
  const line = points.flatMap((one, at) => (one.value === null ? [] : [`${x(at)},${y(one.value)}`]));
  const last = points.findLastIndex((one) => one.value !== null);
  return html`<svg class="trend" viewBox=${`0 0 ${WIDE} ${TALL}`} role="img" aria-label=${label}>
      <line class="goal" x1=${SIDE} x2=${WIDE - SIDE} y1=${y(target)} y2=${y(target)}></line>
      <polyline points=${line.join(' ')}></polyline><circle cx=${x(last)} cy=${y(points[last].value ?? 0)} r="5"></circle></svg>
    ${table && html`<details><summary>${t('indicator.table')}</summary><table class="table"><caption class="sr">${label}</caption><tbody>${points.map((one) => html`<tr><th scope="row">${shortDay(one.on)}</th><td class="num">${one.value === null ? t('indicator.nothing') : `${number(one.value)} %`}</td></tr>`)}</tbody></table></details>`}`;
}
