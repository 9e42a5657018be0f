// One drawing from the sprite; the few of the first screen are already in the page.
import { html } from '../lib/html.js';

/** Kept in step with index.html by pwa-tools/icons.mjs. */
const FIRST_ICONS = new Set(['home', 'camera', 'search', 'users', 'leaf', 'phone', 'next', 'bin', 'map']);

/** @param {{ name: string, label?: string }} props always beside a word, or with a label of its own */
export function Icon({ name, label }) {
  const href = FIRST_ICONS.has(name) ? `#i-${name}` : `/icons/sprite.svg#${name}`;
  return html`<svg class="icon" role=${label ? 'img' : undefined} aria-label=${label} aria-hidden=${label ? undefined : 'true'}><use href=${href}></use></svg>`;
}
