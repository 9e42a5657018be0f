// Who did what, when; newest first.
import { dayAndClock, shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { Icon } from './icon.js';

/** @param {{ steps: App.Step[] }} props */
export function Timeline({ steps }) {
  return html`<ol class="timeline">${steps.map(
    (step) =>
      html`<li><span class="dot">${h(Icon, { name: 'check' })}</span><div><b>${step.label}</b><div class="small num">${[step.at ? dayAndClock(step.at) : shortDay(step.on), step.unit_name].filter(Boolean).join(' · ')}</div></div></li>`,
  )}</ol>`;
}
