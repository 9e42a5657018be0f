// A served photo with its size known beforehand and its tiny blurred stand-in, and the before/after pair with a slider.
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ photo: App.Picture, alt: string, large?: boolean }} props */
export function Picture({ photo, alt, large }) {
  const src = large ? photo.large : photo.thumb;
  return html`<a class="photo" href=${photo.large} target="_blank" rel="noopener"><img src=${src ?? photo.placeholder} alt=${alt} width=${photo.width} height=${photo.height} loading="lazy" decoding="async" /></a>`;
}

/** @param {{ before: App.Picture, after: App.Picture, beforeWord: string, afterWord: string }} props moved by finger, mouse or arrow keys */
export function BeforeAfter({ before, after, beforeWord, afterWord }) {
  const [at, setAt] = useState(50);
  return html`<div class="compare">
    <img src=${after.large} alt=${afterWord} />
    <img src=${before.large} alt=${beforeWord} style=${{ clipPath: `inset(0 ${100 - at}% 0 0)` }} />
    <span class="line" style=${{ left: `${at}%` }}><span class="knob">${h(Icon, { name: 'compare' })}</span></span>
    <span class="chip">${beforeWord}</span><span class="chip done">${afterWord}</span>
    <input type="range" min="0" max="100" step="5" value=${at} aria-label=${t('case.slider')} onInput=${(/** @type {any} */ event) => setAt(Number(event.target.value))} />
  </div>`;
}
