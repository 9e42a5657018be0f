// What this phone itself wrote to the commune: its words, its pictures, the exact place. The server gives these back to nobody.
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { LongWords } from './long-words.js';
import { MapView } from './map-view.js';

/** @param {{ letter: App.Letter, shown: string[], ground: ReturnType<typeof import('../lib/ground.js').useGround> }} props shown: photos that the page shows already */
export function OwnLetter({ letter: { fields, photos }, shown, ground }) {
  const own = photos.filter((photo) => photo.thumb && photo.state !== 'refused' && photo.state !== 'leaving' && !shown.includes(photo.id));
  const { place = {}, words } = fields;
  const pin = place.lat == null ? null : { lat: place.lat, lon: place.lon };
  const hamlet = ground.hamlets?.find((one) => one.id === place.hamlet_id)?.name;
  const where = [hamlet, place.words].filter(Boolean).join(', ');
  return html`<section class="stack-16" aria-labelledby="own"><h2 id="own">${t('case.own')}</h2>
    ${words && h(LongWords, { words })}
    ${own.length > 0 && html`<div class="photos">${own.map((photo, at) => html`<span class="photo" key=${photo.id}><img src=${photo.thumb} alt=${t('case.own_photo', { n: at + 1 })} /></span>`)}</div>`}
    ${pin && h(MapView, { label: t('case.own_place'), ...ground, pin, view: { ...pin, zoom: 16 }, size: 'small', still: true })}
    ${where && html`<p>${where}</p>`}</section>`;
}
