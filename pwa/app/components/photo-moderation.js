// The photos of a clean-up for the one who decides what everybody sees: cover, show, take back.
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ photos: any[], onShow: (photo: any) => void, onCover: (photo: any) => void }} props */
export function PhotoModeration({ photos, onShow, onCover }) {
  const here = photos.filter((photo) => photo.large);
  if (!here.length) return null;
  return html`<section class="stack"><h2>${t('redact.who_sees')}</h2><p class="small">${t('redact.children')}</p>
    <ul class="looks">${here.map(
      (photo, at) => html`<li key=${photo.id}><img src=${photo.redaction?.thumb ?? photo.thumb} alt=${t('cleanup.photo', { n: at + 1 })} loading="lazy" />
      <span class="small"><b>${t(photo.is_public ? 'redact.public' : 'redact.inside')}</b>${photo.redaction && ` · ${t('redact.covered', { n: photo.redaction.boxes.length })}`}</span>
      <button class="button small quiet" type="button" onClick=${() => onCover(photo)}>${h(Icon, { name: 'eye-off' })}${t('redact.cover')}</button>
      <button class=${`button small ${photo.is_public ? 'text' : ''}`} type="button" onClick=${() => onShow(photo)}>${t(photo.is_public ? 'redact.take_back' : 'redact.show')}</button></li>`,
    )}</ul></section>`;
}
