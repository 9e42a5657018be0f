// Photos of a letter: take, choose, look, take out. The work itself is the page's.
import { fileSize } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/**
 * @param {{ photos: App.LetterPhoto[], max: number, busy?: number, onAdd: (files: File[]) => void, onDrop: (id: string) => void, word?: string }} props
 * busy: how many photos are being made smaller
 */
export function PhotoPicker({ photos, max, busy = 0, onAdd, onDrop, word }) {
  const room = max - photos.length;
  const take = (/** @type {any} */ event) => {
    onAdd(Array.from(event.target.files ?? []).slice(0, room));
    event.target.value = '';
  };
  const bytes = photos.reduce((sum, photo) => sum + photo.bytes, 0);
  return html`<div class="photos">
      ${photos.map((photo, index) => h(Taken, { key: photo.id, photo, index, onDrop }))}
      ${room > 0 && html`<label class=${`add ${photos.length ? '' : 'wide'}`}>${h(Icon, { name: 'camera' })}<span>${photos.length ? t('photo.more') : (word ?? t('photo.take'))}</span><input type="file" accept="image/*" capture="environment" onChange=${take} /></label>`}
    </div>
    ${room > 0 && html`<label class="button quiet pick">${h(Icon, { name: 'image' })}${t('photo.choose')}<input type="file" accept="image/jpeg,image/png,image/webp,image/heic,image/heif" multiple onChange=${take} /></label>`}
    <p class="small" role="status">${busy > 0 ? t('photo.shrinking', { n: busy }) : photos.length ? t('photo.ready', { size: fileSize(bytes), n: photos.length, max }) : ''}</p>`;
}

/** @param {{ photo: App.LetterPhoto, index: number, onDrop: (id: string) => void }} props */
function Taken({ photo, index, onDrop }) {
  return html`<div class="photo">
    ${photo.thumb ? html`<img src=${photo.thumb} alt=${t('photo.number', { n: index + 1 })} />` : html`<span class="unseen">${h(Icon, { name: 'image' })}${t('photo.unseen')}</span>`}
    <button class="icon-button" type="button" aria-label=${t('photo.drop', { n: index + 1 })} onClick=${() => onDrop(photo.id)}>${h(Icon, { name: 'close' })}</button>
  </div>`;
}
