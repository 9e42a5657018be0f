// The same filter on the map. Leaflet comes only when somebody looks.
import { MapView } from '../../components/map-view.js';
import { get } from '../../lib/api.js';
import { h, html, useEffect, useMemo, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { config, hamlets, outline } from '../../lib/store.js';
import { openCase } from './address.js';
import { chosen, filter, list, question, refused } from './shelf.js';

export function DeskMap() {
  const [box, setBox] = useState('');
  const [found, setFound] = useState(/** @type {Api.DeskMarkers | null} */ (null));
  useEffect(() => {
    if (!box) return;
    const stop = new AbortController();
    get(`/api/desk/map?${question()}&bbox=${box}`, { signal: stop.signal }).then(setFound, (error) => stop.signal.aborted || refused(error));
    return () => stop.abort();
  }, [box, filter.value, list.value.items]);
  const marks = useMemo(
    () =>
      (found?.items ?? []).map((one) => ({
        id: one.id,
        lat: one.lat,
        lon: one.lon,
        kind: /** @type {App.Tone} */ (one.tone),
        label: one.code,
        chosen: one.id === chosen.value,
      })),
    [found, chosen.value],
  );
  const map = config.value?.map;
  return html`<div class="desk-map">${h(MapView, {
    label: t('desk.map'),
    map,
    outline: outline.value,
    hamlets: hamlets.value,
    marks,
    onOpen: openCase,
    onMoved: (bounds) => setBox(bounds.map((each) => each.toFixed(5)).join(',')),
    layer: (_, view) => {
      const b = view.getBounds();
      setBox([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map((each) => each.toFixed(5)).join(','));
    },
  })}
    <p class="small" role="status">${found ? t(found.more ? 'desk.map_more' : 'desk.map_count', { n: found.items.length }) : t('state.loading')}</p></div>`;
}
