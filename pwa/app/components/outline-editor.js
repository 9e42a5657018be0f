// Where a site is and how far it reaches: a touch sets a corner, corners are dragged, three and more are an outline.
import { areaOf } from '../lib/dumps.js';
import { number } from '../lib/format.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';
import { MapView } from './map-view.js';

const MOST = 199;

/** @typedef {import('../lib/dumps.js').Corner} Corner */
/**
 * @param {{ corners: Corner[], ground: any, finding?: boolean, onFind?: () => void, onChange: (corners: Corner[]) => void }} props
 * onFind: add a corner where the phone stands
 */
export function OutlineEditor({ corners, ground, finding, onFind, onChange }) {
  const scene = useRef(/** @type {any} */ (null));
  const latest = useRef({ corners, onChange });
  latest.current = { corners, onChange };
  const [view] = useState(corners.length ? { ...corners[0], zoom: 18 } : null);
  useEffect(() => scene.current && drawShape(scene.current, latest), [corners, scene.current]);
  const layer = (/** @type {any} */ L, /** @type {any} */ map) => {
    scene.current = { L, map, layer: L.layerGroup().addTo(map) };
    drawShape(scene.current, latest);
  };
  const add = (/** @type {Corner} */ at) => corners.length < MOST && onChange([...corners, at]);
  return html`<fieldset class="stack"><legend class="label">${t('dumps.place')}</legend><p class="hint">${t('dumps.place_hint')}</p>
    ${h(MapView, { label: t('dumps.place'), ...ground, near: null, view, exact: true, onPin: add, layer })}
    <p class="small num" role="status">${t(corners.length > 2 ? 'dumps.area_of' : corners.length ? 'dumps.pinned' : 'dumps.no_pin', { n: corners.length, m2: number(Math.round(areaOf(corners))) })}</p>
    <div class="chips">${onFind && html`<button class="chip" type="button" disabled=${finding} onClick=${onFind}>${h(Icon, { name: 'locate' })}${t(finding ? 'place.finding' : 'dumps.corner_here')}</button>`}
      ${corners.length > 0 && html`<button class="chip" type="button" onClick=${() => onChange(corners.slice(0, -1))}>${h(Icon, { name: 'undo' })}${t('dumps.drop_corner')}</button><button class="chip" type="button" onClick=${() => onChange([])}>${h(Icon, { name: 'close' })}${t('dumps.drop_all')}</button>`}</div></fieldset>`;
}

/** @param {any} scene @param {{ current: { corners: Corner[], onChange: (corners: Corner[]) => void } }} latest */
function drawShape({ L, layer }, latest) {
  const { corners } = latest.current;
  layer.clearLayers();
  const shape =
    corners.length > 1 &&
    L.polygon(
      corners.map(({ lat, lon }) => [lat, lon]),
      { interactive: false, className: 'site-shape work' },
    ).addTo(layer);
  for (const [at, { lat, lon }] of corners.entries()) {
    const icon = L.divIcon({ className: 'site-corner', html: '', iconSize: [48, 48], iconAnchor: [24, 24] });
    const grip = L.marker([lat, lon], { icon, draggable: true, autoPan: true, keyboard: false }).addTo(layer);
    grip.getElement()?.setAttribute('role', 'img');
    grip.getElement()?.setAttribute('aria-label', t('dumps.corner', { n: at + 1 }));
    const moved = () => latest.current.corners.map((one, each) => (each === at ? { lat: grip.getLatLng().lat, lon: grip.getLatLng().lng } : one));
    grip.on('drag', () => shape && shape.setLatLngs(moved().map((one) => [one.lat, one.lon])));
    grip.on('dragend', () => latest.current.onChange(moved()));
  }
}
