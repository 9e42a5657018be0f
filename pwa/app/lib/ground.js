// What the maps of one thing lie on: the commune's settings and outline, the hamlets, the collection points as landmarks.
import { get } from './api.js';
import { signal, useEffect } from './html.js';
import { config, hamlets, keep, outline } from './store.js';

/** @type {App.Kept<{ id: string, lat: number, lon: number, label: string }[] | null>} */
const points = signal(null);

/** Failing is quiet: the map shows what there is. */
export function useGround() {
  useEffect(() => {
    keep('config', 'hamlets', 'outline');
    if (!points.value) bringPoints();
  }, []);
  return { map: config.value?.map, outline: outline.value, hamlets: hamlets.value, near: points.value };
}

async function bringPoints() {
  const answer = await get('/api/collection-points').catch(() => null);
  const open = (answer?.items ?? answer ?? []).filter((/** @type {App.CollectionPoint} */ one) => one.lat != null && one.state === 'open');
  if (answer) points.value = open.map((/** @type {any} */ { id, lat, lon, name }) => ({ id, lat, lon, label: name }));
}
