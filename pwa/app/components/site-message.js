// One message of the commune at the head of a page.
import { h, html } from '../lib/html.js';
import { Icon } from './icon.js';

/** @param {{ text: string, tone: string }} props */
export function SiteMessage({ text, tone }) {
  return html`<p class=${`site-message ${tone}`}>${h(Icon, { name: tone === 'warning' ? 'warning' : 'info' })}<span>${text}</span></p>`;
}
