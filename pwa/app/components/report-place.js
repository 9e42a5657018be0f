// Step two: where the rubbish lies. By the phone's position, a pin, a hamlet, or only words.
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { contains, hamletAt, locate } from '../lib/place.js';
import { hasPlace } from '../lib/report.js';
import { firm } from '../lib/text.js';
import { Field } from './field.js';
import { Icon } from './icon.js';
import { MapView } from './map-view.js';

/** @typedef {{ lat?: number | null, lon?: number | null, accuracy_m?: number | null, source?: string, words?: string, hamlet_id?: string | null }} Place */

/** @param {{ place: Place, photoPlace?: { lat: number, lon: number } | null, ground: ReturnType<typeof import('../lib/ground.js').useGround>, lost: number, onChange: (place: Place) => void, known?: any }} props known: what has been told of this place already; photoPlace: what a photo tells about where it was taken. lost: counts the wishes to go on without a place */
export function ReportPlace({ place, photoPlace, ground, lost, onChange, known = null }) {
  const { hamlets, outline } = ground;
  const asked = useRef(/** @type {HTMLElement | null} */ (null));
  const { finding, failure, find } = useFinder(place, hamlets, onChange);
  const [choosing, setChoosing] = useState(place.lat == null && Boolean(place.hamlet_id));
  const pin = place.lat != null && place.lon != null ? { lat: place.lat, lon: place.lon } : null;
  const view = useRef(/** @type {any} */ (null));
  if (pin && (place.source !== 'pin' || !view.current)) view.current = { ...pin, zoom: 15.5 };
  const outside = pin && outline && !contains(outline.geometry ?? outline, pin);
  const setPin = (/** @type {{ lat: number, lon: number }} */ at, source = 'pin') =>
    onChange({ ...place, lat: at.lat, lon: at.lon, accuracy_m: null, source, hamlet_id: hamletAt(hamlets, at)?.id ?? null });
  const hamlet = hamlets?.find((one) => one.id === place.hamlet_id);
  const asking = lost > 0 && !hasPlace(place);
  useEffect(() => {
    if (lost) setChoosing(true);
    if (asking) asked.current?.scrollIntoView({ block: 'center' });
    if (asking) asked.current?.focus({ preventScroll: true });
  }, [lost]);
  return html`<h1>${t('place.title')}</h1>
    <div class="map-frame">${h(MapView, { label: t('place.map'), ...ground, pin, onPin: (at) => setPin(at), here: null, view: view.current })}
      <span class="chip leaf over" role="status">${h(Icon, { name: finding ? 'locate' : 'pin' })}${caption(finding, pin, place)}</span></div>
    ${known}
    ${!pin && photoPlace && !finding && html`<div class="stack"><button class="button quiet" type="button" onClick=${() => setPin(photoPlace, 'photo')}>${h(Icon, { name: 'image' })}${t('place.from_photo')}</button><p class="small">${t('place.photo_hint')}</p></div>`}
    ${failure && !pin && html`<p class="notice">${t(failure === 'denied' ? 'place.denied' : 'place.unknown')}</p>`}
    ${outside && html`<p class="notice">${t('place.outside')}</p>`}
    ${pin && hamlet && html`<div class="card row"><span class="tile">${h(Icon, { name: 'pin' })}</span><span class="grow"><b>${hamlet.name}</b><span class="small">${t('place.drag')}</span></span></div>`}
    ${h(Field, { label: t('place.near'), optional: true, value: place.words ?? '', max: 300, onInput: (words) => onChange({ ...place, words }), input: { placeholder: t('place.example'), autocomplete: 'off' } })}
    <div class="chips"><button class="chip" type="button" onClick=${find} disabled=${finding}>${h(Icon, { name: 'locate' })}${t('place.find')}</button>
      <button class="chip" type="button" aria-expanded=${String(choosing)} onClick=${() => setChoosing(!choosing)}>${h(Icon, { name: 'list' })}${t('place.choose')}</button></div>
    ${asking && html`<section class="stack" ref=${asked} tabindex="-1"><h2>${t('place.which')}</h2><p class="notice" role="alert">${t('place.which_hint')}</p></section>`}
    ${(choosing || (failure && !pin)) && h(HamletChoice, { hamlets, chosen: place.hamlet_id ?? '', onChoose: (id) => onChange({ ...place, lat: null, lon: null, accuracy_m: null, source: 'hamlet', hamlet_id: id }) })}`;
}

/** @param {boolean} finding @param {any} pin @param {Place} place */
function caption(finding, pin, place) {
  if (finding) return t('place.finding');
  if (!pin) return t('place.tap');
  if (place.accuracy_m) return t('place.accuracy', { n: place.accuracy_m });
  return t(place.source === 'photo' ? 'place.by_photo' : 'place.by_hand');
}

/** Looks for the phone's position once when nothing is known yet, and whenever asked. @param {Place} place @param {App.Hamlet[] | null} hamlets @param {(place: Place) => void} onChange */
function useFinder(place, hamlets, onChange) {
  const [finding, setFinding] = useState(false);
  const [failure, setFailure] = useState('');
  const latest = useRef({ place, hamlets, onChange });
  latest.current = { place, hamlets, onChange };
  const stop = useRef(new AbortController());
  const take = (/** @type {any} */ found) => {
    const now = latest.current;
    if (!stop.current.signal.aborted) now.onChange({ ...now.place, ...found, source: 'gps', hamlet_id: hamletAt(now.hamlets, found)?.id ?? null });
  };
  const find = () => {
    setFinding(true);
    setFailure('');
    locate(take, stop.current.signal)
      .then(take, (error) => setFailure(error.message))
      .finally(() => setFinding(false));
  };
  useEffect(() => {
    stop.current = new AbortController();
    if (place.lat == null && !place.hamlet_id && !place.words) find();
    return () => stop.current.abort();
  }, []);
  return { finding, failure, find };
}

/** @param {{ hamlets: App.Hamlet[] | null, chosen: string, onChoose: (id: string) => void }} props */
export function HamletChoice({ hamlets, chosen, onChoose }) {
  if (!hamlets?.length) return html`<p class="small">${t('place.no_hamlets')}</p>`;
  return html`<div class="chips" role="group" aria-label=${t('place.choose')}>${hamlets.map((one) => html`<button class="chip" type="button" aria-pressed=${String(one.id === chosen)} onClick=${() => onChoose(one.id)}>${firm(one.name)}</button>`)}</div>`;
}
