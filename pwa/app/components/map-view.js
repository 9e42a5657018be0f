// A map of the commune from our own outlines; tiles lie under it only when the commune has a tile server.

import { groupByDistance } from '../lib/groups.js';
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { bringLeaflet } from '../lib/leaflet.js';
import { drawGround, drawNear, look, sortNames } from './map-ground.js';
import { groupIcon, markIcon } from './map-marks.js';

/**
 * @typedef {{ id: string, lat: number, lon: number, kind: import('./map-marks.js').MarkKind, label: string, chosen?: boolean }} Mark
 * @typedef {{ label: string, map: App.Config['map'] | undefined, outline?: any, hamlets?: App.Hamlet[] | null, marks?: Mark[], onOpen?: (id: string) => void,
 *   pin?: { lat: number, lon: number } | null, onPin?: (at: { lat: number, lon: number }) => void, here?: { lat: number, lon: number, accuracy_m?: number } | null,
 *   near?: { lat: number, lon: number, label: string }[] | null, size?: 'small' | 'tall' | '', view?: { lat: number, lon: number, zoom?: number } | null, exact?: boolean, still?: boolean, onMoved?: (bbox: [number, number, number, number]) => void,
 *   layer?: (L: typeof import('leaflet'), map: import('leaflet').Map) => void }} Props
 */

/** @param {Props} props */
export function MapView(props) {
  const latest = useRef(props);
  latest.current = props;
  const { box, scene, failed } = useScene(latest);
  useEffect(() => {
    if (scene) drawGround(scene, props);
  }, [scene, props.outline, props.hamlets, props.map]);
  useEffect(() => {
    if (!scene) return;
    const draw = () => {
      drawMarks(scene, latest);
      sortNames(scene);
    };
    draw();
    scene.map.on('zoomend resize', draw);
    return () => void scene.map.off('zoomend resize', draw);
  }, [scene, props.marks]);
  useEffect(() => {
    if (scene) drawSelf(scene, latest);
  }, [scene, props.pin?.lat, props.pin?.lon, props.here?.lat, props.here?.accuracy_m]);
  useEffect(() => {
    if (scene) look(scene, props);
  }, [scene, props.view?.lat, props.view?.lon, props.view?.zoom, !props.hamlets, !props.outline, !props.map]);
  useEffect(() => {
    if (!scene) return;
    drawNear(scene, props.near);
    sortNames(scene);
  }, [scene, props.near]);
  if (failed) return html`<p class="notice">${t('map.failed')}</p>`;
  return html`<div class=${`map ${props.size ?? ''}`} role="region" aria-label=${props.label}><div class="map-box" ref=${box}></div></div>`;
}

/** Leaflet comes when the first map is shown, and leaves with it. @param {{ current: Props }} latest */
function useScene(latest) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [scene, setScene] = useState(/** @type {Scene | null} */ (null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    /** @type {Scene | undefined} */
    let made;
    let gone = false;
    const show = (/** @type {typeof import('leaflet')} */ L) => {
      if (gone || !box.current) return;
      made = build(L, box.current, latest);
      setScene(made);
    };
    bringLeaflet().then(show, () => setFailed(true));
    return () => {
      gone = true;
      made?.map.remove();
    };
  }, []);
  return { box, scene, failed };
}

/** @typedef {{ L: typeof import('leaflet'), map: import('leaflet').Map, ground: import('leaflet').LayerGroup, near: import('leaflet').LayerGroup, marks: import('leaflet').LayerGroup, self: import('leaflet').LayerGroup, seen: boolean }} Scene */

/** @param {typeof import('leaflet')} L @param {HTMLElement} box @param {{ current: Props }} latest @returns {Scene} */
function build(L, box, latest) {
  const { map: settings, still, view } = latest.current;
  const center = view ?? settings?.center ?? { lat: 20.909, lon: 106.179 };
  const map = L.map(box, {
    center: [center.lat, center.lon],
    zoom: view?.zoom ?? settings?.zoom ?? 13,
    minZoom: 11,
    maxZoom: 19,
    zoomControl: false,
    attributionControl: false,
    dragging: !still,
    scrollWheelZoom: !still,
    doubleClickZoom: !still,
    touchZoom: !still,
    keyboard: !still,
    zoomSnap: 0.25,
  });
  if (!still) L.control.zoom({ position: 'topright', zoomInTitle: t('map.in'), zoomOutTitle: t('map.out') }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  if (settings?.tile_url) {
    L.tileLayer(settings.tile_url, { maxNativeZoom: settings.tile_max_zoom ?? 19, maxZoom: 19 }).addTo(map);
    const words = L.control.attribution({ prefix: false }).addTo(map);
    if (settings.tile_attribution) words.addAttribution(plain(settings.tile_attribution));
  }
  map.on('click', (event) => latest.current.onPin?.({ lat: event.latlng.lat, lon: event.latlng.lng }));
  map.on('moveend', () => latest.current.onMoved?.(boxOf(map)));
  latest.current.layer?.(L, map);
  const [ground, near, marks, self] = [0, 1, 2, 3].map(() => L.layerGroup().addTo(map));
  const scene = { L, map, ground, near, marks, self, seen: Boolean(view) };
  return scene;
}

/** Leaflet writes the attribution as HTML; ours is words. @param {string} text */
const plain = (text) => text.replace(/[<>&]/g, '');

/** @param {import('leaflet').Map} map @returns {[number, number, number, number]} */
function boxOf(map) {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** Marks on top of one another become one with a number; touching it comes closer. @param {Scene} scene @param {{ current: Props }} latest */
function drawMarks(scene, latest) {
  const { L, map, marks } = scene;
  marks.clearLayers();
  const dots = (latest.current.marks ?? []).map((mark) => ({ mark, alone: mark.chosen, ...pick(map.project([mark.lat, mark.lon])) }));
  for (const group of groupByDistance(dots, 44)) {
    const [{ mark }] = group;
    if (group.length === 1) place(scene, latest, mark, markIcon(L, mark.kind, mark.chosen), mark.label, () => latest.current.onOpen?.(mark.id));
    else
      place(scene, latest, mark, groupIcon(L, group.length), t('map.group', { n: group.length }), () =>
        come(
          scene,
          latest,
          group.map((dot) => dot.mark),
        ),
      );
  }
}

/** @param {{ x: number, y: number }} point */
const pick = ({ x, y }) => ({ x, y });

/** @param {Scene} scene @param {{ current: Props }} latest @param {{ lat: number, lon: number }} at @param {import('leaflet').DivIcon} icon @param {string} label @param {() => void} open */
function place({ L, marks }, latest, at, icon, label, open) {
  const live = Boolean(latest.current.onOpen);
  const drawn = L.marker([at.lat, at.lon], { icon, title: label, interactive: live, keyboard: live, riseOnHover: true });
  drawn.on('click', open);
  drawn.addTo(marks);
  drawn.getElement()?.setAttribute('aria-label', label);
  if (!live) drawn.getElement()?.setAttribute('role', 'img');
}

/** Closer, or a list when they lie on the very same spot. @param {Scene} scene @param {{ current: Props }} latest @param {Mark[]} marks */
function come({ L, map }, latest, marks) {
  const bounds = L.latLngBounds(marks.map((mark) => [mark.lat, mark.lon]));
  const spread = map.getBoundsZoom(bounds);
  if (spread > map.getZoom() && map.getZoom() < 17) return map.fitBounds(bounds, { maxZoom: Math.min(spread, map.getZoom() + 3), padding: [40, 40] });
  const list = document.createElement('div');
  list.className = 'map-list';
  for (const mark of marks.slice(0, 20)) {
    const button = list.appendChild(document.createElement('button'));
    button.type = 'button';
    button.textContent = mark.label;
    button.addEventListener('click', () => latest.current.onOpen?.(mark.id));
  }
  L.popup({ closeButton: false, maxHeight: 220 }).setLatLng(bounds.getCenter()).setContent(list).openOn(map);
}

/** The person's own place and the pin they set. @param {Scene} scene @param {{ current: Props }} latest */
function drawSelf({ L, self }, latest) {
  const { pin, here, onPin } = latest.current;
  self.clearLayers();
  if (here) {
    if (here.accuracy_m) L.circle([here.lat, here.lon], { radius: here.accuracy_m, interactive: false, className: 'map-here' }).addTo(self);
    L.marker([here.lat, here.lon], { icon: markIcon(L, 'here'), interactive: false, keyboard: false })
      .addTo(self)
      .getElement()
      ?.setAttribute('aria-label', t('map.here'));
  }
  if (!pin) return;
  const marker = L.marker([pin.lat, pin.lon], {
    icon: markIcon(L, 'pin'),
    draggable: Boolean(onPin),
    autoPan: true,
    keyboard: Boolean(onPin),
    zIndexOffset: 1000,
  }).addTo(self);
  marker.getElement()?.setAttribute('aria-label', t('map.pin'));
  marker.on('dragend', () => onPin?.({ lat: marker.getLatLng().lat, lon: marker.getLatLng().lng }));
}
