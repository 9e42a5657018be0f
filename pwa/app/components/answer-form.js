// The answer to the commune's question: words, and what else it asks for, a photo or the place.
import { h, html, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { locate } from '../lib/place.js';
import { Field } from './field.js';
import { Icon } from './icon.js';
import { MapView } from './map-view.js';
import { PhotoPicker } from './photo-picker.js';

const MOST_PHOTOS = 6;

/**
 * @param {{ question: Api.Question, place: { lat: number, lon: number } | null, draft: ReturnType<typeof import('../lib/say.js').useSay>, ground: ReturnType<typeof import('../lib/ground.js').useGround> }} props
 * place: where the case is on the map so far
 */
export function AnswerForm({ question, place, draft, ground }) {
  const [typed, setTyped] = useState(/** @type {Record<string, any>} */ ({}));
  const [error, setError] = useState('');
  const { photos, busy } = draft;
  const { words = '', place: at } = /** @type {Record<string, any>} */ ({ ...draft.fields, ...typed });
  const write = (/** @type {Record<string, any>} */ change) => {
    setTyped((old) => ({ ...old, ...change }));
    setError('');
    draft.write(change);
  };
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = words.trim() || (photos.length || at ? t('case.answer_attached') : '');
    if (!said) return setError(t('case.answer_empty'));
    if (said.length <= 2000) draft.send({ words: said, ...(at && { place: at }) });
  };
  return html`<form class="stack-16" onSubmit=${send}>
    ${h(Field, { label: t('case.answer'), multiline: true, max: 2000, value: words, error, onInput: (value) => write({ words: value }) })}
    ${question.wants_photo && html`<fieldset class="stack"><legend class="label">${t('case.answer_photo')}</legend>${h(PhotoPicker, { photos, max: MOST_PHOTOS, busy, onAdd: draft.add, onDrop: draft.drop })}</fieldset>`}
    ${question.wants_place && h(AnswerPlace, { before: place, place: at ?? null, ground, onPlace: (found) => write({ place: found }) })}
    <button class="button" type="submit" disabled=${busy > 0}>${t('case.send_answer')}</button></form>`;
}

/** @param {{ before: { lat: number, lon: number } | null, place: any, ground: ReturnType<typeof import('../lib/ground.js').useGround>, onPlace: (place: any) => void }} props */
function AnswerPlace({ before, place, ground, onPlace }) {
  const [finding, setFinding] = useState(false);
  const [failed, setFailed] = useState('');
  const view = useRef(/** @type {any} */ (null)); // stays where it is while a finger moves the pin
  const centre = place ?? before;
  if (centre && (place?.source !== 'pin' || !view.current)) view.current = { lat: centre.lat, lon: centre.lon, zoom: 15.5 };
  const find = () => {
    setFinding(true);
    setFailed('');
    locate()
      .then(
        (at) => onPlace({ ...at, source: 'gps' }),
        (why) => setFailed(why.message === 'denied' ? 'case.place_denied' : 'case.place_unknown'),
      )
      .finally(() => setFinding(false));
  };
  return html`<fieldset class="stack"><legend class="label">${t('case.answer_place')}</legend>
    ${h(MapView, { label: t('place.map'), ...ground, pin: place, onPin: (at) => onPlace({ lat: at.lat, lon: at.lon, source: 'pin' }), view: view.current, size: 'small' })}
    <p class="small" role="status">${t(finding ? 'place.finding' : place ? 'place.drag' : 'place.tap')}</p>
    ${failed && html`<p class="small">${t(failed)}</p>`}
    <button class="chip" type="button" onClick=${find} disabled=${finding}>${h(Icon, { name: 'locate' })}${t('place.find')}</button></fieldset>`;
}
