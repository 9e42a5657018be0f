// What the sender may still do with the own case: rate the result, say that it is not done, add photos, correct, take back.

import { shortDay } from '../lib/format.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Field } from './field.js';
import { Icon } from './icon.js';
import { PhotoPicker } from './photo-picker.js';
import { ReportPlace } from './report-place.js';

/** @typedef {ReturnType<typeof import('../lib/say.js').useSay>} Say */

/** @param {{ one: App.Case, say: Say }} props */
export function RateForm({ one, say }) {
  const [stars, setStars] = useState(say.fields.stars ?? one.rating ?? 0);
  const [words, setWords] = useState(say.fields.words ?? '');
  const [error, setError] = useState('');
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!stars) return setError(t('say.stars_missing'));
    if (words.length <= 1000) say.send({ stars, words: words.trim() });
  };
  const choose = (/** @type {number} */ value) => {
    setStars(value);
    setError('');
    say.write({ stars: value });
  };
  return html`<form class="card pad" onSubmit=${send}><h2>${t(one.rating ? 'say.rated' : 'say.rate')}</h2>
    <div class="stars" role="group" aria-label=${t('say.stars')}>${[1, 2, 3, 4, 5].map((value) => html`<button class=${`star ${value <= stars ? 'on' : ''}`} type="button" aria-pressed=${String(value === stars)} aria-label=${t(`say.star_${value}`)} onClick=${() => choose(value)}>${h(Icon, { name: 'star' })}</button>`)}</div>
    <p class="small" role="status">${stars ? t(`say.star_${stars}`) : t('say.stars_hint')}</p>
    ${error && html`<p class="error" role="alert">${h(Icon, { name: 'alert' })}${error}</p>`}
    ${h(Field, { label: t('say.rate_words'), optional: true, multiline: true, max: 1000, value: words, onInput: setWords })}
    <p class="small">${t('say.rate_private')}</p>
    <button class="button" type="submit">${t('say.rate_send')}</button></form>`;
}

/** In words, with a photo, or both. @param {{ say: Say, max: number, until: string | null, onClose: () => void }} props */
export function NotDoneForm({ say, max, until, onClose }) {
  const [words, setWords] = useState(say.fields.words ?? '');
  const [error, setError] = useState('');
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!words.trim() && !say.photos.length) return setError(t('say.not_done_empty'));
    if (words.length <= 1000) say.send({ words: words.trim() });
  };
  const write = (/** @type {string} */ value) => {
    setWords(value);
    setError('');
    say.write({ words: value });
  };
  return h(
    Sheet,
    { title: t('say.not_done_title'), onSubmit: send, onClose, word: t('say.not_done_send'), busy: say.busy },
    html`<p>${t('say.not_done_hint')}</p>${until && html`<p class="small">${t('say.until', { day: shortDay(until) })}</p>`}`,
    h(PhotoPicker, { photos: say.photos, max, busy: say.busy, onAdd: say.add, onDrop: say.drop }),
    h(Field, { label: t('say.not_done_words'), multiline: true, max: 1000, value: words, error, onInput: write }),
  );
}

/** @param {{ say: Say, max: number, onClose: () => void }} props */
export function MorePhotos({ say, max, onClose }) {
  const [error, setError] = useState('');
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!say.photos.length) return setError(t('say.photo_missing'));
    say.send({});
  };
  return h(
    Sheet,
    { title: t('say.more_photos'), onSubmit: send, onClose, word: t('say.photos_send'), busy: say.busy },
    h(PhotoPicker, { photos: say.photos, max, busy: say.busy, onAdd: say.add, onDrop: say.drop }),
    error && html`<p class="error" role="alert">${h(Icon, { name: 'alert' })}${error}</p>`,
  );
}

/** @param {{ say: Say, onClose: () => void }} props */
export function WithdrawForm({ say, onClose }) {
  const [words, setWords] = useState(say.fields.words ?? '');
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (words.length <= 1000) say.send({ words: words.trim() });
  };
  return h(
    Sheet,
    { title: t('say.withdraw_title'), onSubmit: send, onClose, word: t('say.withdraw_send'), danger: true },
    html`<p>${t('say.withdraw_hint')}</p>`,
    h(Field, { label: t('say.withdraw_words'), optional: true, multiline: true, max: 1000, value: words, onInput: setWords }),
  );
}

/**
 * Only what was changed is sent.
 * @param {{ one: App.Case, own: Record<string, any> | null, say: Say, categories: App.Category[], ground: ReturnType<typeof import('../lib/ground.js').useGround>, onClose: () => void }} props
 * own: what this phone sent; null on another phone, which never sees it
 */
export function CorrectForm({ one, own, say, categories, ground, onClose }) {
  const [words, setWords] = useState(say.fields.words ?? own?.words ?? '');
  const [category, setCategory] = useState(say.fields.category ?? one.category ?? '');
  const [place, setPlace] = useState(/** @type {any} */ (say.fields.place ?? null));
  const [moved, setMoved] = useState(Boolean(say.fields.place)); // a place only looked at is not sent
  const [error, setError] = useState('');
  const change = (/** @type {Record<string, any>} */ changed) => {
    setError('');
    say.write(changed);
  };
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const fields = {
      ...(words.trim() && words.trim() !== (own?.words ?? '') ? { words: words.trim() } : {}),
      ...(category && category !== one.category ? { category } : {}),
      ...(moved ? { place } : {}),
    };
    if (!Object.keys(fields).length) return setError(t('say.nothing_changed'));
    if (words.length <= 2000) say.send(fields);
  };
  const options = [{ value: '', label: t('say.no_kind') }, ...categories.map(({ code, label }) => ({ value: code, label }))];
  return h(
    Sheet,
    { title: t('say.correct_title'), onSubmit: send, onClose, word: t('say.correct_send') },
    html`<p>${t('say.correct_hint')}</p>`,
    h(Field, {
      label: t('case.words'),
      hint: own ? undefined : t('say.words_elsewhere'),
      multiline: true,
      max: 2000,
      value: words,
      onInput: (value) => {
        setWords(value);
        change({ words: value });
      },
    }),
    h(Field, {
      label: t('say.kind'),
      options,
      value: category,
      onInput: (value) => {
        setCategory(value);
        change({ category: value });
      },
    }),
    place
      ? h(ReportPlace, {
          place,
          ground,
          lost: 0,
          onChange: (next) => {
            setPlace(next);
            setMoved(true);
            change({ place: next });
          },
        })
      : html`<button class="button quiet" type="button" onClick=${() => setPlace(startPlace(own?.place, one))}>${h(Icon, { name: 'pin' })}${t('say.move')}</button>`,
    error && html`<p class="error" role="alert">${h(Icon, { name: 'alert' })}${error}</p>`,
  );
}

/** Where the pin begins: where it was, else the hamlet. @param {any} known @param {App.Case} one */
const startPlace = (known, one) => known ?? { lat: null, lon: null, accuracy_m: null, source: 'hamlet', words: '', hamlet_id: one.hamlet?.id ?? null };

/** @param {{ title: string, word: string, busy?: number, danger?: boolean, onSubmit: (event: Event) => void, onClose: () => void, children?: any }} props */
function Sheet({ title, word, busy = 0, danger, onSubmit, onClose, children }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), []);
  return html`<form class="card pad stack-16" onSubmit=${onSubmit}><h2 tabindex="-1" ref=${heading}>${title}</h2>${children}
    <button class=${danger ? 'button danger' : 'button'} type="submit" disabled=${busy > 0}>${word}</button>
    <button class="button text" type="button" onClick=${onClose}>${t('say.close')}</button></form>`;
}
