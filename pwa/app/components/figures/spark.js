// A small line of shares over time, from none to all; its numbers are read aloud.
import { html } from '../../lib/html.js';

const [WIDE, TALL] = [88, 26];

/** @param {{ points: number[], label: string, goal?: number | null }} props points: per cent, oldest first; goal: drawn as a line */
export function Spark({ points, label, goal }) {
  if (!points.length) return null;
  const x = (/** @type {number} */ at) => (points.length === 1 ? WIDE / 2 : 3 + (at * (WIDE - 6)) / (points.length - 1));
  const y = (/** @type {number} */ value) => TALL - 3 - ((TALL - 6) * Math.min(value, 100)) / 100;
  return html`<svg class="spark" viewBox=${`0 0 ${WIDE} ${TALL}`} role="img" aria-label=${label}>
    ${goal != null && html`<line x1="0" x2=${WIDE} y1=${y(goal)} y2=${y(goal)}></line>`}
    <polyline points=${points.map((value, at) => `${x(at)},${y(value)}`).join(' ')}></polyline>
    <circle cx=${x(points.length - 1)} cy=${y(points[points.length - 1])} r="3"></circle></svg>`;
}
