// The photos of a sent letter that were not taken, each with the reason: choose another one, or leave it out.
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { refusedPhotos } from '../lib/letters.js';
import { askDialog } from './dialog.js';
import { Icon } from './icon.js';
import { titleOf } from './sent-letter.js';

/** @param {{ letter: App.Letter, onMend: (photoId: string, instead?: File) => unknown }} props onMend: without a file the photo is left out */
export function RefusedPhotos({ letter, onMend }) {
  const refused = refusedPhotos(letter);
  if (!refused.length) return null;
  const heading = `mend-${letter.id}`;
  return html`<section class="card pad" aria-labelledby=${heading}><h2 id=${heading}>${t('mend.title')}</h2>
    <p class="small">${[letter.receipt?.code, titleOf(letter)].filter(Boolean).join(' · ')}</p><p>${t('mend.text')}</p>
    ${refused.map((photo) => h(Refused, { key: photo.id, photo, number: letter.photos.indexOf(photo) + 1, onMend }))}</section>`;
}

/** @param {{ photo: App.LetterPhoto, number: number, onMend: (photoId: string, instead?: File) => unknown }} props */
function Refused({ photo, number, onMend }) {
  const [busy, setBusy] = useState(false);
  const choose = async (/** @type {any} */ event) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setBusy(true);
    await onMend(photo.id, file);
  };
  const leaveOut = async () => {
    const answer = await askDialog({
      title: t('mend.ask'),
      text: t('mend.ask_text'),
      choices: [
        { value: 'yes', label: t('mend.drop'), look: 'danger' },
        { value: 'no', label: t('track.keep'), look: 'quiet' },
      ],
    });
    if (answer === 'yes') onMend(photo.id);
  };
  return html`<div class="stack"><div class="line letter"><span class="tile big">${photo.thumb ? html`<img src=${photo.thumb} alt=${t('photo.number', { n: number })} />` : h(Icon, { name: 'image' })}</span>
      <p class="grow">${photo.error?.detail || t('mend.gone')}</p></div>
    <label class="button quiet pick">${h(Icon, { name: 'image' })}${t(busy ? 'photo.shrinking' : 'mend.choose', { n: 1 })}<input type="file" accept="image/jpeg,image/png,image/webp,image/heic,image/heif" disabled=${busy} onChange=${choose} /></label>
    <button class="button text" type="button" disabled=${busy} onClick=${leaveOut}>${t('mend.drop')}</button></div>`;
}
