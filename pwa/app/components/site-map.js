// Dump sites on the map: a mark for each, its drawn outline, and reports beside them.

import { toneOf } from '../lib/dumps.js';
import { h, useCallback, useEffect, useRef } from '../lib/html.js';
import { MapView } from './map-view.js';

/**
 * @typedef {{ id: string, name: string, stage: string, stage_label: string, lat: number | null, lon: number | null, outline: any }} Place
 * @param {{ label: string, sites: Place[], reports?: { id: string, code: string, lat: number | null, lon: number | null }[], ground: any, size?: 'small' | 'tall' | '', view?: any, exact?: boolean, onOpen?: (id: string) => void }} props
 */
export function SiteMap({ label, sites, reports = [], ground, size = '', view, exact, onOpen }) {
  const scene = useRef(/** @type {any} */ (null));
  const draw = useCallback(() => {
    const { L, layer } = scene.current ?? {};
    layer?.clearLayers();
    for (const { outline, stage } of L ? sites : [])
      if (outline) L.geoJSON(outline, { interactive: false, style: { className: `site-shape ${toneOf(stage)}` } }).addTo(layer);
  }, [sites]);
  useEffect(draw, [draw]);
  const latest = useRef(draw);
  latest.current = draw;
  const layer = (/** @type {any} */ L, /** @type {any} */ map) => {
    scene.current = { L, layer: L.layerGroup().addTo(map) };
    latest.current();
  };
  return h(MapView, { label, ...ground, near: null, marks: [...sites.flatMap(mark), ...reports.flatMap(dot)], size, view, exact, onOpen, layer });
}

/** @param {Place} site @returns {import('./map-view.js').Mark[]} */
const mark = ({ id, name, stage, stage_label, lat, lon }) =>
  lat == null || lon == null ? [] : [{ id, lat, lon, kind: toneOf(stage), label: `${name}. ${stage_label}` }];

/** @param {{ id: string, code: string, lat: number | null, lon: number | null }} report @returns {import('./map-view.js').Mark[]} */
const dot = ({ id, code, lat, lon }) => (lat == null || lon == null ? [] : [{ id, lat, lon, kind: 'pin', label: code }]);
