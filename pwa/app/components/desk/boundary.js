// A hamlet's outline: pasted or from a GeoJSON file, and seen on the map before it is saved.
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { MapView } from '../map-view.js';

/** The first polygon in any GeoJSON: geometry, feature or collection. @param {string} text @returns {any} null when there is none */
export function readGeometry(text) {
  try {
    let found = JSON.parse(text);
    if (found.type === 'FeatureCollection') found = found.features[0];
    if (found.type === 'Feature') found = found.geometry;
    return ['Polygon', 'MultiPolygon'].includes(found?.type) ? found : null;
  } catch {
    return null;
  }
}

/** @param {{ name: string, boundary: any, map: any, outline: any, onChange: (boundary: any) => void }} props */
export function Boundary({ name, boundary, map, outline, onChange }) {
  const [text, setText] = useState('');
  const take = (/** @type {string} */ typed) => {
    setText(typed);
    const geometry = readGeometry(typed);
    if (geometry) onChange(geometry);
  };
  const file = async (/** @type {any} */ event) => take((await event.target.files?.[0]?.text()) ?? '');
  const middle = boundary ? middleOf(boundary) : null;
  const shown = boundary && middle ? [{ id: 'new', code: '', name, center: middle, boundary, households: null }] : [];
  return html`<fieldset class="stack"><legend class="label">${t('boundary.title')}</legend>
    ${boundary ? h(MapView, { key: JSON.stringify(boundary).length, label: t('boundary.title'), map, outline, hamlets: shown, view: middle ? { ...middle, zoom: 14 } : null, size: 'small' }) : html`<p class="small">${t('boundary.none')}</p>`}
    <label class="stack"><span class="small">${t('boundary.paste')}</span><textarea class="input" rows="3" spellcheck="false" value=${text} onInput=${(/** @type {any} */ event) => take(event.target.value)}></textarea></label>
    ${text && !readGeometry(text) && html`<p class="error" role="alert">${t('boundary.broken')}</p>`}
    <div class="line"><label class="button quiet small pick">${t('boundary.file')}<input type="file" accept=".geojson,.json,application/geo+json" onChange=${file} /></label>
      ${
        boundary &&
        html`<button class="button text small" type="button" onClick=${() => {
          setText('');
          onChange(null);
        }}>${t('boundary.clear')}</button>`
      }</div></fieldset>`;
}

/** @param {any} geometry */
function middleOf(geometry) {
  const ring = geometry.type === 'MultiPolygon' ? geometry.coordinates[0]?.[0] : geometry.coordinates[0];
  if (!Array.isArray(ring) || !ring.length) return null;
  const sum = ring.reduce((/** @type {number[]} */ [lon, lat], /** @type {number[]} */ point) => [lon + point[0], lat + point[1]], [0, 0]);
  return { lat: sum[1] / ring.length, lon: sum[0] / ring.length };
}
