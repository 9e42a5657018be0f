// What the shapes on the map mean.
import { h, html } from '../lib/html.js';
import { legend, shapeOf } from './map-marks.js';

export function Legend() {
  return html`<ul class="legend">${legend().map(({ kind, word }) => h(Item, { kind, word }))}</ul>`;
}

/** @param {{ kind: import('./map-marks.js').MarkKind, word: string }} props */
function Item({ kind, word }) {
  const { d, sign } = shapeOf({ kind });
  return html`<li class=${`line mark-${kind} map-mark`}><svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><path class="body" d=${d}></path><path class="sign" d=${sign}></path></svg>${word}</li>`;
}
