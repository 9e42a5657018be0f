// Where the case is: near cases and collection points around it, and the pin that officers may set right.
import { h, html, useEffect, useMemo, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { config, hamlets, outline } from '../../lib/store.js';
import { Icon } from '../icon.js';
import { MapView } from '../map-view.js';

/** Keeps the map whole when the columns change. @param {unknown} _ @param {import('leaflet').Map} map */
const stretch = (_, map) => {
  const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  watch.observe(map.getContainer());
  map.on('unload', () => watch.disconnect());
};

/** @typedef {{ lat: number, lon: number }} Point */
/**
 * @typedef {{ one: Api.Detail, around: import('../map-view.js').Mark[], mayMove: boolean, onOpen: (id: string) => void,
 *   onPlace: (at: Point, source: 'pin' | 'photo') => void }} Props
 */

/** @param {Props} props */
export function CaseMap({ one, around, mayMove, onOpen, onPlace }) {
  const [pin, setPin] = useState(/** @type {Point | null} */ (null));
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    setMoving(false);
    setPin(null);
  }, [one.id, one.place.lat, one.place.lon]);
  const here = pointOf(one.place);
  const gps = one.photos.find((photo) => photo.gps)?.gps ?? null;
  const save = () => {
    if (pin) onPlace(pin, 'pin');
    setMoving(false);
  };
  const moved = { pin: pin ?? here ?? gps, onPin: setPin };
  return html`<section class="desk-place">
    ${here || moving ? h(Ground, { key: moving ? 'moving' : 'still', one, around, here, gps, moved: moving ? moved : null, onOpen }) : html`<p class="desk-blank">${h(Icon, { name: 'pin' })}${t('place.unknown_here')}</p>`}
    ${one.place.outside_commune && html`<p class="notice">${t('place.outside_commune')}</p>`}
    ${mayMove && !here && gps && !moving && html`<button class="button quiet small no-print" type="button" onClick=${() => onPlace(gps, 'photo')}>${h(Icon, { name: 'image' })}${t('place.from_photo')}</button>`}
    ${mayMove && !moving && html`<button class="desk-link no-print" type="button" onClick=${() => setMoving(true)}>${h(Icon, { name: 'pin' })}${t(here ? 'place.move' : 'place.set')}</button>`}
    ${moving && html`<p class="small">${t('place.move_hint')}</p><div class="line"><button class="button small" type="button" disabled=${!pin} onClick=${save}>${t('place.save')}</button><button class="button text small" type="button" onClick=${() => setMoving(false)}>${t('desk.leave')}</button></div>`}
  </section>`;
}

/** @param {Api.DeskPlace} place @returns {Point | null} */
const pointOf = ({ lat, lon }) => (lat === null || lon === null ? null : { lat, lon });

/**
 * @param {{ one: Api.Detail, around: import('../map-view.js').Mark[], here: Point | null, gps: Point | null,
 *   moved: { pin: Point | null, onPin: (at: Point) => void } | null, onOpen: (id: string) => void }} props
 */
function Ground({ one, around, here, gps, moved, onOpen }) {
  const center = here ?? gps ?? config.value?.map.center;
  const own = { id: one.id, lat: here?.lat ?? 0, lon: here?.lon ?? 0, kind: /** @type {'pin'} */ ('pin'), label: one.code, chosen: true };
  const marks = useMemo(() => (here && !moved ? [...around, own] : around), [around, !moved, here?.lat, here?.lon]);
  const view = useMemo(() => (center ? { ...center, zoom: here ? 16 : 13.5 } : null), [center?.lat, center?.lon]);
  const ground = { map: config.value?.map, outline: outline.value, hamlets: hamlets.value };
  return h(MapView, { label: t('facts.map'), ...ground, marks, view, size: 'small', layer: stretch, onOpen: (id) => id !== one.id && onOpen(id), ...moved });
}
