// What lies around a case on the map: near cases and collection points, fetched a moment after the case is shown.
import { get } from '../../lib/api.js';
import { useEffect, useState } from '../../lib/html.js';
import { chosen } from './shelf.js';

/** @typedef {import('../../components/map-view.js').Mark} Mark */
const PATIENCE_MS = 250;
/** About 250 m, in degrees. */
const HALF = 0.0023;
/** @type {Mark[]} */
const NOTHING = [];

/** @param {Api.Detail} one @returns {Mark[]} */
export function useAround(one) {
  const [found, setFound] = useState({ id: '', marks: NOTHING });
  const { lat, lon } = one.place;
  useEffect(() => {
    if (lat === null || lon === null) return setFound({ id: one.id, marks: NOTHING });
    const stop = new AbortController();
    const clock = setTimeout(
      () => bring(one, lat, lon, stop.signal).then((marks) => stop.signal.aborted || chosen.value !== one.id || setFound({ id: one.id, marks })),
      PATIENCE_MS,
    );
    return () => {
      clearTimeout(clock);
      stop.abort();
    };
  }, [one.id, lat, lon]);
  return found.id === one.id ? found.marks : NOTHING;
}

/** @param {Api.Detail} one @param {number} lat @param {number} lon @param {AbortSignal} signal @returns {Promise<Mark[]>} */
async function bring(one, lat, lon, signal) {
  const [cases, points] = await Promise.all([
    one.near.length
      ? get(`/api/desk/map?queue=all&bbox=${[lon - HALF, lat - HALF, lon + HALF, lat + HALF].map((each) => each.toFixed(5)).join(',')}`, { signal }).catch(
          () => null,
        )
      : null,
    one.points.length ? get(`/api/collection-points?near=${lat.toFixed(5)},${lon.toFixed(5)}`, { signal }).catch(() => null) : null,
  ]);
  const known = new Map(one.near.map((near) => [near.id, near]));
  const nearest = new Set(one.points.map((point) => point.id));
  return [
    ...(cases?.items ?? [])
      .filter((/** @type {Api.DeskMarker} */ each) => known.has(each.id))
      .map((/** @type {Api.DeskMarker} */ each) => ({
        id: each.id,
        lat: each.lat,
        lon: each.lon,
        kind: each.tone,
        label: `${each.code} ${known.get(each.id)?.title ?? ''}`,
      })),
    ...(points?.items ?? points ?? [])
      .filter((/** @type {any} */ point) => nearest.has(point.id) && point.lat !== null)
      .map((/** @type {any} */ point) => ({ id: point.id, lat: point.lat, lon: point.lon, kind: 'point', label: point.name })),
  ];
}
