// Brings Leaflet and its sheets only when a map is really shown.
import { dress } from './router.js';

/** @type {Promise<typeof import('leaflet')> | undefined} */
let coming;

export function bringLeaflet() {
  coming ??= Promise.all([script(), dress('/vendor/leaflet/leaflet.css'), dress('/styles/map.css')]).then(() => window.L);
  coming.catch(() => (coming = undefined));
  return coming;
}

function script() {
  return new Promise((done, fail) => {
    const tag = Object.assign(document.createElement('script'), { src: '/vendor/leaflet/leaflet.js', onload: done, onerror: fail });
    document.head.append(tag);
  });
}
