// The photos of a case, large; one more click fills the screen, arrow keys turn.
import { dayAndClock } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { Sheet } from './sheet.js';

/** @param {{ id: string, photos: Api.DeskPhoto[] | null, thumb: string | null, mayOriginal: boolean, onOriginal: (photoId: string) => void }} props */
export function CasePhotos({ id, photos, thumb, mayOriginal, onOriginal }) {
  const [at, setAt] = useState(0);
  const [large, setLarge] = useState(false);
  useEffect(() => setAt(0), [id]);
  const here = (photos ?? []).filter((photo) => photo.large);
  const coming = (photos ?? []).length - here.length;
  const shown = here[Math.min(at, here.length - 1)];
  if (photos && !here.length)
    return html`<p class="desk-blank">${h(Icon, { name: 'image' })}${coming ? t('photos.coming', { n: coming }) : t('photos.none')}</p>`;
  if (!shown) return thumb ? html`<div class="desk-photo"><img src=${thumb} alt="" /></div>` : null;
  return html`<div class="desk-photos">
    <button class="desk-photo" type="button" aria-label=${t('photos.enlarge', { name: nameOf(shown, here) })} onClick=${() => setLarge(true)}><img key=${shown.id} src=${shown.large} alt=${nameOf(shown, here)} width=${shown.width} height=${shown.height} decoding="async" /><span class="chip">${kindOf(shown)}</span></button>
    ${here.length > 1 && html`<div class="desk-strip">${here.map((photo, place) => html`<button type="button" key=${photo.id} aria-pressed=${String(photo === shown)} aria-label=${nameOf(photo, here)} onClick=${() => setAt(place)}><img src=${photo.thumb} alt="" loading="lazy" /><span>${kindOf(photo)}</span></button>`)}</div>`}
    <p class="desk-under small num">${[shown.taken_at && t('photos.taken', { when: dayAndClock(shown.taken_at) }), coming > 0 && t('photos.coming', { n: coming })].filter(Boolean).join(' · ')}${mayOriginal && html`<button class="desk-link" type="button" onClick=${() => onOriginal(shown.id)}>${h(Icon, { name: 'download' })}${t('photos.original')}</button>`}</p>
    ${large && h(Lightbox, { photos: here, at: here.indexOf(shown), onTurn: setAt, onClose: () => setLarge(false) })}
  </div>`;
}

/** @param {Api.DeskPhoto} photo */
const kindOf = (photo) => t(`photos.${photo.kind}`);
/** @param {Api.DeskPhoto} photo @param {Api.DeskPhoto[]} all */
const nameOf = (photo, all) => t('photos.name', { kind: kindOf(photo), n: all.indexOf(photo) + 1, all: all.length });

/** @param {{ photos: Api.DeskPhoto[], at: number, onTurn: (at: number) => void, onClose: () => void }} props */
function Lightbox({ photos, at, onTurn, onClose }) {
  const photo = photos[at];
  const turn = (/** @type {number} */ by) => onTurn((at + by + photos.length) % photos.length);
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  };
  return h(
    Sheet,
    { title: nameOf(photo, photos), look: 'lightbox', onClose },
    html`<div class="desk-large" onKeyDown=${press}><img src=${photo.large} alt=${nameOf(photo, photos)} />
      ${photos.length > 1 && html`<button class="icon-button back" type="button" aria-label=${t('photos.before_this')} onClick=${() => turn(-1)}>${h(Icon, { name: 'back' })}</button><button class="icon-button next" type="button" aria-label=${t('photos.after_this')} autofocus onClick=${() => turn(1)}>${h(Icon, { name: 'next' })}</button>`}</div>`,
  );
}
