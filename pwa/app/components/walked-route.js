// The way that was cleaned: drawn by walking it with the phone in the hand, or one place; and how it looks on the map.
import { distance } from '../lib/format.js';
import { useGround } from '../lib/ground.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { contains, locate } from '../lib/place.js';
import { added, lengthOf, pointsOf, routeOf, walk } from '../lib/track.js';
import { Icon } from './icon.js';
import { MapView } from './map-view.js';

/** @param {{ fields: Record<string, any>, onWrite: (change: Record<string, any>) => void }} props fields.track: fixes of a walk that is not ended; it outlives the page */
export function WalkedRoute({ fields, onWrite }) {
  const [walking, setWalking] = useState(false);
  const [fault, setFault] = useState('');
  const track = useRef(/** @type {import('../lib/track.js').Point[]} */ (fields.track ?? []));
  const route = /** @type {[number, number][]} */ (fields.route ?? []);
  useEffect(() => {
    if (!walking) return;
    return walk(
      (fix) => {
        const next = added(track.current, fix);
        if (next === track.current) return;
        track.current = next;
        setFault('');
        onWrite({ track: next });
      },
      (why) => {
        if (why === 'unknown' && track.current.length) return; // it comes back by itself
        setFault(why);
        if (why === 'denied') setWalking(false);
      },
    );
  }, [walking]);
  const begin = () => {
    setFault('');
    setWalking(true);
  };
  const end = () => {
    setWalking(false);
    const found = routeOf(track.current);
    const road_m = fields.road_m || String(Math.round(lengthOf(pointsOf(found))) || '');
    track.current = [];
    onWrite({ track: null, route: found, road_m });
  };
  const pin = () => {
    setFault('');
    locate().then(
      ({ lat, lon }) => onWrite({ route: routeOf([{ lat, lon }]) }),
      (why) => setFault(why.message === 'denied' ? 'denied' : 'unknown'),
    );
  };
  const far = lengthOf(fields.track ?? []);
  return html`<fieldset class="field stack"><legend>${t('walk.title')}</legend><p class="hint">${t('walk.hint')}</p>
    ${fault && html`<p class="error">${h(Icon, { name: 'alert' })}${t(`walk.${fault}`)}</p>`}
    ${
      walking || fields.track?.length
        ? html`<p class="notice leaf num" role="status">${t(walking ? 'walk.going' : 'walk.paused', { far: distance(far) })}</p>
      <div class="line wrap">${!walking && html`<button class="button quiet small" type="button" onClick=${begin}>${h(Icon, { name: 'walk' })}${t('walk.on')}</button>`}<button class="button small" type="button" onClick=${end}>${h(Icon, { name: 'check' })}${t('walk.end')}</button></div>`
        : route.length
          ? html`${h(RouteMap, { route })}<div class="line wrap"><span class="small num grow">${route.length > 1 ? t('walk.length', { far: distance(lengthOf(pointsOf(route))) }) : t('walk.place')}</span><button class="button text small" type="button" onClick=${() => onWrite({ route: [] })}>${h(Icon, { name: 'bin' })}${t('walk.drop')}</button></div>`
          : html`<div class="line wrap"><button class="button quiet small" type="button" onClick=${begin}>${h(Icon, { name: 'walk' })}${t('walk.begin')}</button><button class="button quiet small" type="button" onClick=${pin}>${h(Icon, { name: 'pin' })}${t('walk.pin')}</button></div>`
    }</fieldset>`;
}

/** @param {{ route: [number, number][] }} props */
export function RouteMap({ route }) {
  const ground = useGround();
  const points = pointsOf(route);
  const middle = points[Math.floor(points.length / 2)];
  const marks = points.length > 1 ? [] : [{ id: 'place', ...middle, kind: /** @type {const} */ ('pin'), label: t('walk.place') }];
  const layer = (/** @type {typeof import('leaflet')} */ L, /** @type {import('leaflet').Map} */ map) => {
    if (points.length < 2) return;
    map.createPane('way').style.zIndex = '450'; // above the ground, below the marks
    const line = L.polyline(
      points.map(({ lat, lon }) => L.latLng(lat, lon)),
      { interactive: false, className: 'walked', pane: 'way' },
    ).addTo(map);
    setTimeout(() => map.fitBounds(line.getBounds(), { padding: [24, 24], maxZoom: 17, animate: false }));
  };
  const isOutside = ground.outline && points.some((one) => !contains(ground.outline.geometry ?? ground.outline, one));
  return html`${h(MapView, { label: t('walk.title'), ...ground, near: null, marks, view: { ...middle, zoom: 16 }, exact: true, size: 'small', still: true, layer })}${isOutside && html`<p class="small">${t('walk.outside')}</p>`}`;
}
