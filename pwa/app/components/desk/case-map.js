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

/**
 * @param {{ one: Api.Detail, around: import('../map-view.js').Mark[], mayMove: boolean, onOpen: (id: string) => void,
 *   onPlace: (at: { lat: number, lon: number }, source: 'pin' | 'photo') => void }} props
 */
export function CaseMap({ one, around, mayMove, onOpen, onPlace }) {
  const [pin, setPin] = useState(/** @type {{ lat: number, lon: number } | null} */ (null));
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    setMoving(false);
    setPin(null);
  }, [one.id, one.place.lat, one.place.lon]);
  const { lat, lon } = one.place;
  const here = lat === null || lon === null ? null : { lat, lon };
  const gps = one.photos.find((photo) => photo.gps)?.gps;
  const center = here ?? gps ?? config.value?.map.center;
  const marks = useMemo(
    () =>
      /** @type {import('../map-view.js').Mark[]} */ ([
        ...around,
        ...(here && !moving ? [{ id: one.id, ...here, kind: 'pin', label: one.code, chosen: true }] : []),
      ]),
    [around, moving, lat, lon],
  );
  const save = () => {
    if (pin) onPlace(pin, 'pin');
    setMoving(false);
  };
  const view = useMemo(() => (center ? { ...center, zoom: here ? 16 : 13.5 } : null), [center?.lat, center?.lon]);
  return html`<section class="desk-place" aria-label=${t('facts.map')}>
    ${
      here || moving
        ? h(MapView, {
            key: moving ? 'moving' : 'still',
            label: t('facts.map'),
            map: config.value?.map,
            outline: outline.value,
            hamlets: hamlets.value,
            marks,
            view,
            size: 'small',
            layer: stretch,
            onOpen: (id) => id !== one.id && onOpen(id),
            ...(moving && { pin: pin ?? here ?? gps, onPin: setPin }),
          })
        : html`<p class="desk-blank">${h(Icon, { name: 'pin' })}${t('place.unknown_here')}</p>`
    }
    ${one.place.outside_commune && html`<p class="notice">${t('place.outside_commune')}</p>`}
    ${
      mayMove &&
      html`<div class="line no-print">
      ${!here && gps && !moving && html`<button class="button quiet small" type="button" onClick=${() => onPlace(gps, 'photo')}>${h(Icon, { name: 'image' })}${t('place.from_photo')}</button>`}
      ${
        moving
          ? html`<p class="small grow">${t('place.move_hint')}</p><button class="button small" type="button" disabled=${!pin} onClick=${save}>${t('place.save')}</button><button class="button text small" type="button" onClick=${() => setMoving(false)}>${t('desk.leave')}</button>`
          : html`<button class="desk-link" type="button" onClick=${() => setMoving(true)}>${h(Icon, { name: 'pin' })}${t(here ? 'place.move' : 'place.set')}</button>`
      }</div>`
    }
  </section>`;
}
