// Where a case stands: a word, a shape and a colour, never the colour alone.
import { h, html } from '../lib/html.js';
import { Icon } from './icon.js';

const SHAPES = { wait: 'clock', work: 'retry', done: 'check', stop: 'circle-x' };

/** @param {{ tone: App.Tone, label: string }} props */
export function StatusBadge({ tone, label }) {
  return html`<span class=${`chip ${tone}`}>${h(Icon, { name: SHAPES[tone] ?? 'clock' })}${label}</span>`;
}
