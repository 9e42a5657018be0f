// The same filter on the map. Leaflet comes only when somebody looks.
import { Icon } from '../../components/icon.js';
import { MapView } from '../../components/map-view.js';
import { get } from '../../lib/api.js';
import { h, html, useEffect, useMemo, useState } from '../../lib/html.js';
import { needWords, t } from '../../lib/i18n.js';
import { dress } from '../../lib/router.js';
import { config, hamlets, outline } from '../../lib/store.js';
import { openCase } from './address.js';
import { chosen, filter, list, question, refused } from './shelf.js';

/** Each case, or the heat of all of them. */
export function DeskMap() {
  const [Heat, setHeat] = useState(/** @type {any} */ (null));
  const turn = async () => {
    if (Heat) return setHeat(null);
    const [module] = await Promise.all([import('../../components/figures/heat-map.js'), needWords('figures'), dress('/styles/figures.css')]);
    setHeat(() => module.HeatMap);
  };
  return html`<div class="desk-map"><button class="chip" type="button" aria-pressed=${String(Boolean(Heat))} onClick=${turn}>${h(Icon, { name: 'heat' })}${t('desk.heat')}</button>
    ${Heat ? h(Heat, { question: question(), onAsk: (/** @type {string} */ path, /** @type {AbortSignal} */ signal) => get(path, { signal }) }) : h(Markers, {})}</div>`;
}

function Markers() {
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
  return html`${h(MapView, {
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
    <p class="small" role="status">${found ? t(found.more ? 'desk.map_more' : 'desk.map_count', { n: found.items.length }) : t('state.loading')}</p>`;
}
