// The ground of a map: outlines, the hamlets with their names, collection points nearby, and how much of it is shown.
import { contains } from '../lib/place.js';
import { shortName } from '../lib/text.js';
import { markIcon } from './map-marks.js';

/** @typedef {import('./map-view.js').Scene} Scene */
/** @typedef {import('./map-view.js').Props} Props */
/** Nearer than this there is nothing to see without tiles but a pin on bare ground. */
const CLOSE = 14;

/** @param {Scene} scene @param {Props} props */
export function drawGround(scene, { outline, hamlets, map: settings }) {
  const { L, map, ground } = scene;
  ground.clearLayers();
  const shape = outline && L.geoJSON(outline, { interactive: false, style: { className: settings?.tile_url ? 'map-edge' : 'map-land' } }).addTo(ground);
  for (const hamlet of hamlets ?? []) {
    if (hamlet.boundary) L.geoJSON(hamlet.boundary, { interactive: false, style: { className: 'map-hamlet' } }).addTo(ground);
    if (hamlet.center) L.marker([hamlet.center.lat, hamlet.center.lon], { interactive: false, keyboard: false, icon: nameIcon(L, hamlet.name) }).addTo(ground);
  }
  sortNames(scene);
  if (!shape || scene.seen) return;
  scene.seen = true;
  map.fitBounds(shape.getBounds(), { padding: [8, 8], animate: false });
}

/** @param {typeof import('leaflet')} L @param {string} name */
function nameIcon(L, name) {
  const word = document.createElement('span');
  word.dataset.name = name;
  return L.divIcon({ className: 'map-name', html: word, iconSize: [0, 0] });
}

/** Whole names where there is room, from far off "Mẫu 5" for "Thôn Mẫu 5"; beside the marks, and never one on another. @param {Scene} scene */
export function sortNames({ map }) {
  const far = map.getZoom() < 13;
  const container = map.getContainer();
  const placed = Array.from(container.querySelectorAll('.map-mark'), (mark) => inner(mark.getBoundingClientRect()));
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (container.querySelectorAll('.map-name span'))) {
    word.textContent = far ? shortName(word.dataset.name ?? '') : (word.dataset.name ?? '');
    word.style.top = '0';
    const { left, right, top, bottom } = word.getBoundingClientRect();
    const free = BESIDE.find((by) => !placed.some((other) => left < other.right && other.left < right && top + by < other.bottom && other.top < bottom + by));
    word.classList.toggle('covered', free === undefined);
    if (free === undefined) continue;
    word.style.top = `${free}px`;
    placed.push({ left: left - 2, right: right + 2, top: top + free, bottom: bottom + free });
  }
}

/** How far up or down a name may stand from the middle of its hamlet, in pixels; the first that is free is taken. */
const BESIDE = [0, 14, -14, 28, -28, 40];

/** What is drawn of a mark: its box is larger, for fingers. @param {DOMRect} box */
function inner({ left, right, top, bottom, width }) {
  const rim = width / 6;
  return { left: left + rim, right: right - rim, top: top + rim, bottom: bottom - rim };
}

/** Collection points as landmarks: small, not to be touched. @param {Scene} scene @param {Props['near']} near */
export function drawNear({ L, near: layer }, near) {
  layer.clearLayers();
  for (const { lat, lon, label } of near ?? []) {
    const drawn = L.marker([lat, lon], { icon: markIcon(L, 'point', false, 26), title: label, interactive: false, keyboard: false }).addTo(layer);
    drawn.getElement()?.setAttribute('role', 'img');
    drawn.getElement()?.setAttribute('aria-label', label);
  }
}

/** With tiles the place asked for; without them the hamlet around it, or the whole commune, so that there is something to go by; `exact`: the place itself, to draw on. @param {Scene} scene @param {Props} props */
export function look({ L, map }, { view, exact, hamlets, outline, map: settings }) {
  if (!view) return;
  const zoom = view.zoom ?? Math.max(map.getZoom(), 15);
  const around = !exact && !settings?.tile_url && zoom >= CLOSE && (hamlets?.find((one) => contains(one.boundary, view))?.boundary ?? outline);
  if (!around) return void map.setView([view.lat, view.lon], zoom, { animate: false });
  const bounds = L.geoJSON(around).getBounds().extend([view.lat, view.lon]);
  map.fitBounds(bounds, { padding: [20, 20], maxZoom: zoom, animate: false });
}
