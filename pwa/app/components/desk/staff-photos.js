// Photos of contracts and violations: shown to staff, added one by one.

import { sayProblem } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useNewPhotos } from '../../lib/new-photos.js';
import { Icon } from '../icon.js';
import { PhotoPicker } from '../photo-picker.js';
import { Picture } from '../picture.js';
import { toast } from '../toast.js';

/** @param {{ photos: Api.StaffPicture[], alt: string }} props */
export function Photos({ photos, alt }) {
  const here = photos.filter((one) => one.large);
  if (!here.length) return null;
  return html`<div class="photos">${here.map((one) => h(Picture, { key: one.id, photo: /** @type {App.Picture} */ (/** @type {unknown} */ (one)), alt }))}</div>`;
}

/** @param {{ word: string, path: (id: string) => string, onAdded: () => void }} props */
export function AddPhotos({ word, path, onAdded }) {
  const { photos, busy, add, drop, send } = useNewPhotos();
  const [sending, setSending] = useState(false);
  const keep = async () => {
    setSending(true);
    await send(path).then(onAdded, (error) => toast(sayProblem(error)));
    setSending(false);
  };
  return html`<details><summary class="desk-link">${h(Icon, { name: 'camera' })}${word}</summary><div class="stack opened">${h(PhotoPicker, { photos, max: 6, busy, onAdd: add, onDrop: drop })}
    ${photos.length > 0 && html`<button class="button small" type="button" disabled=${busy > 0 || sending} onClick=${keep}>${t(sending ? 'letter.sending' : 'photo.send')}</button>`}</div></details>`;
}
