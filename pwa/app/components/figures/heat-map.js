// A map with the heat of what was found; it asks for its part of the map through `onAsk`.
import { h, html, useEffect, useRef, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { config, hamlets, outline } from '../../lib/store.js';
import { MapView } from '../map-view.js';
import { drawHeat, metresAt } from './heat-layer.js';

/** @param {{ question: string, size?: 'tall' | '', onAsk: (path: string, signal: AbortSignal) => Promise<Api.Heat> }} props */
export function HeatMap({ question, size = '', onAsk }) {
  const scene = useRef(/** @type {any} */ (null));
  const [part, setPart] = useState('');
  const [found, setFound] = useState(/** @type {Api.Heat | null} */ (null));
  const look = () => {
    const bounds = scene.current.map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((one) => one.toFixed(5)).join(',');
    setPart(`metres=${metresAt(scene.current.map.getZoom())}&bbox=${box}`);
  };
  useEffect(() => {
    if (!part) return;
    const stop = new AbortController();
    onAsk(`/api/desk/heat?${question}${question && '&'}${part}`, stop.signal).then(setFound, () => undefined);
    return () => stop.abort();
  }, [part, question]);
  useEffect(() => {
    if (scene.current && found) drawHeat(scene.current.L, scene.current.layer, found);
  }, [found]);
  const layer = (/** @type {any} */ L, /** @type {any} */ map) => {
    scene.current = { L, map, layer: L.layerGroup().addTo(map) };
    look();
  };
  const total = found?.cells.reduce((sum, one) => sum + one.count, 0) ?? 0;
  return html`${h(MapView, { label: t('figures.heat'), map: config.value?.map, outline: outline.value, hamlets: hamlets.value, size, layer, onMoved: look })}
    <p class="small heat-key" role="status">${found ? t('figures.heat_found', { n: total, m: found.metres }) : t('state.loading')}<span aria-hidden="true">${[1, 2, 3, 4, 5].map((one) => html`<i class=${`heat-${one}`}></i>`)}</span></p>`;
}
