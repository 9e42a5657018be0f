// What else a map can show besides its own marks: black spots, and reports being worked on. Fetched when first asked for.
import { get } from './api.js';
import { toneOf } from './dumps.js';
import { useMemo, useState } from './html.js';
import { useLoad } from './load.js';
import { go } from './router.js';

export const LAYERS = /** @type {const} */ (['spots', 'cases']);
/** @typedef {typeof LAYERS[number]} Layer @typedef {{ id: string, lat: number, lon: number, kind: ReturnType<typeof toneOf>, label: string }} Mark */

/** @type {Record<Layer, string>} */
const PAGES = { spots: '/diem-den#', cases: '/phan-anh/' };

/** The layers that are on, their marks, and what the map tells back. */
export function useLayers() {
  const [on, setOn] = useState(/** @type {Layer[]} */ ([]));
  const [box, setBox] = useState('');
  const [spotsOn, casesOn] = LAYERS.map((layer) => on.includes(layer));
  const spots = useLoad((signal) => (spotsOn ? get('/api/black-spots', { signal }) : Promise.resolve(null)), [spotsOn]);
  const cases = useLoad((signal) => (casesOn && box ? get(`/api/complaints/map?bbox=${box}`, { signal }) : Promise.resolve(null)), [casesOn, box]);
  const marks = useMemo(
    () => [...(spotsOn ? (spots.data ?? []).flatMap(spotMark) : []), ...(casesOn ? (cases.data?.items ?? []).flatMap(caseMark) : [])],
    [spotsOn, casesOn, spots.data, cases.data],
  );
  return {
    on,
    marks,
    turn: (/** @type {Layer} */ layer) => setOn(on.includes(layer) ? on.filter((one) => one !== layer) : [...on, layer]),
    onMoved: (/** @type {number[]} */ bbox) => setBox(bbox.map((value) => value.toFixed(4)).join(',')),
  };
}

/** Opens what a layer's mark stands for; false for a mark of the map's own. @param {string} id */
export function openedByLayer(id) {
  const [layer, rest] = id.split(':');
  const page = rest && PAGES[/** @type {Layer} */ (layer)];
  if (page) void go(page + rest);
  return Boolean(page);
}

/** @param {Api.BlackSpot} one @returns {Mark[]} */
const spotMark = ({ id, lat, lon, stage, stage_label, name }) =>
  lat === null || lon === null ? [] : [{ id: `spots:${id}`, lat, lon, kind: toneOf(stage), label: `${name}. ${stage_label}` }];

/** @param {App.MapPoint} one @returns {Mark[]} */
const caseMark = ({ code, lat, lon, tone }) => (tone === 'done' ? [] : [{ id: `cases:${code}`, lat, lon, kind: tone, label: code }]);
