// What the register says about a collection point, being written.
import { dayOf } from '../lib/format.js';
import { h, html, useRef } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { contains } from '../lib/place.js';
import { CLASSES, KINDS, PLACES } from '../lib/points.js';
import { Choice, Field } from './field.js';
import { Icon } from './icon.js';
import { MapView } from './map-view.js';

/** @typedef {import('../lib/points.js').PointForm} PointForm @typedef {(change: Partial<PointForm>) => void} Write */

/** @param {{ form: PointForm, wrong: Record<string, string>, onWrite: Write }} props */
export function PointNames({ form, wrong, onWrite }) {
  const kinds = KINDS.map((value) => ({ value, label: t(`point_kind.${value}`) }));
  return html`${h(Field, { label: t('point.name'), error: wrong.name, value: form.name, max: 120, onInput: (name) => onWrite({ name }), input: { placeholder: t('point.name_example'), autocomplete: 'off' } })}
    ${h(Field, { label: t('point.kind'), options: kinds, value: form.kind, onInput: (kind) => onWrite({ kind }) })}
    ${h(Field, { label: t('point.code'), hint: t('point.code_hint'), error: wrong.code, value: form.code, max: 20, onInput: (code) => onWrite({ code }), input: { autocapitalize: 'characters', autocomplete: 'off', spellcheck: false } })}`;
}

/** @param {{ form: PointForm, wrong: Record<string, string>, hamlets: App.Hamlet[] | null, map: App.Config['map'] | undefined, outline: any, finding: boolean, onFind: () => void, onPin: (at: { lat: number, lon: number }) => void, onWrite: Write }} props */
export function PointPlace({ form, wrong, hamlets, map, outline, finding, onFind, onPin, onWrite }) {
  const { lat, lon } = form;
  const pin = lat != null && lon != null ? { lat, lon } : null;
  const view = useRef(/** @type {any} */ (null));
  if (pin && !view.current) view.current = { ...pin, zoom: 15.5 };
  const outside = pin && outline && !contains(outline.geometry ?? outline, pin);
  const names = [{ value: '', label: t('point.no_hamlet') }, ...(hamlets ?? []).map((one) => ({ value: one.id, label: one.name }))];
  return html`<section class="stack-16" aria-labelledby="place"><h2 id="place">${t('case.place')}</h2>
    <div class="map-frame">${h(MapView, { label: t('point.map'), map, outline, hamlets, pin, onPin, view: view.current })}<span class="chip leaf over" role="status">${h(Icon, { name: 'pin' })}${t(pin ? 'place.drag_short' : 'place.tap')}</span></div>
    ${wrong.lat && html`<p class="error">${h(Icon, { name: 'alert' })}${wrong.lat}</p>`}
    ${outside && html`<p class="notice">${t('point.outside')}</p>`}
    <div class="chips"><button class="chip" type="button" onClick=${onFind} disabled=${finding}>${h(Icon, { name: 'locate' })}${t(finding ? 'place.finding' : 'place.find')}</button>
      ${pin && html`<button class="chip" type="button" onClick=${() => onWrite({ lat: null, lon: null })}>${h(Icon, { name: 'close' })}${t('point.no_pin')}</button>`}</div>
    ${h(Field, { label: t('frame.hamlet'), options: names, error: wrong.hamlet_id, value: form.hamlet_id, onInput: (hamlet_id) => onWrite({ hamlet_id }) })}
    ${h(Field, { label: t('place.near'), optional: true, error: wrong.place_words, value: form.place_words, max: 300, onInput: (place_words) => onWrite({ place_words }), input: { placeholder: t('place.example'), autocomplete: 'off' } })}</section>`;
}

/** In use or not, from which day, and why. @param {{ form: PointForm, wrong: Record<string, string>, onWrite: Write }} props */
export function PointState({ form, wrong, onWrite }) {
  const closed = form.state === 'closed';
  const turn = (/** @type {string} */ state) => state !== form.state && onWrite({ state, state_since: dayOf(), state_why: '' });
  return html`<section class="stack-16" aria-labelledby="state"><h2 id="state">${t('point.state')}</h2>
    <fieldset class="field"><legend class="sr">${t('point.state')}</legend>${['open', 'closed'].map((state) => h(Choice, { key: state, radio: true, name: 'state', label: t(`point.state_${state}`), checked: form.state === state, onChange: () => turn(state) }))}</fieldset>
    ${(closed || form.state_since) && h(Field, { label: t(closed ? 'point.state_since' : 'point.open_since'), type: 'date', error: wrong.state_since, value: form.state_since, onInput: (state_since) => onWrite({ state_since }), input: { max: dayOf() } })}
    ${closed && h(Field, { label: t('point.state_why'), hint: t('point.why_hint'), error: wrong.state_why, value: form.state_why, max: 300, onInput: (state_why) => onWrite({ state_why }) })}</section>`;
}

/** @param {{ form: PointForm, wrong: Record<string, string>, onWrite: Write }} props */
export function PointMore({ form, wrong, onWrite }) {
  return html`<section class="stack-16" aria-labelledby="more"><h2 id="more">${t('point.more')}</h2>
    ${h(Field, { label: t('points.households'), optional: true, error: wrong.households_served, value: form.households_served, onInput: (text) => onWrite({ households_served: text.replace(/\D/g, '').slice(0, 5) }), input: { inputmode: 'numeric' } })}
    ${h(Field, { label: t('point.place_kind'), error: wrong.place_kind, value: form.place_kind, options: [{ value: '', label: '–' }, ...PLACES.map((value) => ({ value, label: t(`place_kind.${value}`) }))], onInput: (place_kind) => onWrite({ place_kind }) })}
    ${h(Field, { label: t('point.area_m2'), optional: true, error: wrong.area_m2, value: form.area_m2, onInput: (area_m2) => onWrite({ area_m2 }), input: { inputmode: 'decimal' } })}
    ${h(Field, { label: t('point.capacity_m3'), optional: true, error: wrong.capacity_m3, value: form.capacity_m3, onInput: (capacity_m3) => onWrite({ capacity_m3 }), input: { inputmode: 'decimal' } })}
    <fieldset class="field"><legend>${t('point.accepts')}</legend>${CLASSES.map((one) => h(Choice, { key: one, label: t(`waste_class.${one}`), checked: form.accepts.includes(one), onChange: (on) => onWrite({ accepts: CLASSES.filter((each) => (each === one ? on : form.accepts.includes(each))) }) }))}</fieldset>
    ${h(Field, { label: t('point.crew'), optional: true, error: wrong.crew, value: form.crew, max: 120, onInput: (crew) => onWrite({ crew }) })}
    ${h(Field, { label: t('point.opened_on'), type: 'date', optional: true, error: wrong.opened_on, value: form.opened_on, onInput: (opened_on) => onWrite({ opened_on }) })}
    ${h(Field, { label: t('points.contact'), hint: t('point.contact_hint'), optional: true, error: wrong.contact, value: form.contact, max: 120, onInput: (contact) => onWrite({ contact }) })}
    ${h(Field, { label: t('cleanup.note'), hint: t('point.note_hint'), optional: true, multiline: true, error: wrong.note, value: form.note, max: 1000, onInput: (note) => onWrite({ note }) })}</section>`;
}
