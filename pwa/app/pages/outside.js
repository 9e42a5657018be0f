// For a body outside the commune: what it is asked, and its answer. No account; the address holds the key.
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { Picture } from '../components/picture.js';
import { Failure, Waiting } from '../components/states.js';
import { get, post, sayProblem } from '../lib/api.js';
import { draftOf, dropDraft, useDraft } from '../lib/drafts.js';
import { shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { useNewPhotos } from '../lib/new-photos.js';
import { uuid } from '../lib/uuid.js';

export default function Outside() {
  const [token] = useState(() => location.hash.slice(1));
  const headers = { 'X-Outside-Token': token };
  const { data, error, reload } = useLoad((signal) => get('/api/outside-request', { headers, signal }), [token]);
  if (error) return h(PageFrame, { title: t('outside.title') }, h(Failure, { error, onRetry: reload }));
  if (!data) return h(PageFrame, { title: t('outside.title') }, h(Waiting, { lines: 4 }));
  return h(PageFrame, { title: t('outside.title') }, h(Asked, { one: data }), h(Answer, { one: data, token, headers, onDone: reload }));
}

/** @param {{ one: Api.OutsideView }} props */
function Asked({ one }) {
  const where = [one.place_words, one.hamlet_name].filter(Boolean).join(' · ');
  return html`<section class="card pad"><p class="small num">${[one.code, one.letter_number].filter(Boolean).join(' · ')}</p><h2>${one.category_label ?? t('outside.title')}</h2>
    <p>${t('outside.from', { commune: one.commune, body: one.body })}</p><p class="pre">${one.words}</p>
    <dl class="facts"><dt>${t('outside.where')}</dt><dd>${where}${one.place && html`<div class="small num"><a href=${`geo:${one.place.lat},${one.place.lon}`}>${one.place.lat}, ${one.place.lon}</a></div>`}</dd><dt>${t('outside.due')}</dt><dd class="num">${shortDay(one.due_at)}</dd></dl>
    ${one.photos.length > 0 && html`<div class="photos">${one.photos.map((photo, at) => h(Picture, { key: photo.id, photo: /** @type {App.Picture} */ (photo), alt: t('outside.photo', { n: at + 1 }) }))}</div>`}</section>`;
}

/** The typed answer stays until the server has it; sent again it is the same one. @param {{ one: Api.OutsideView, token: string, headers: Record<string, string>, onDone: () => void }} props */
function Answer({ one, token, headers, onDone }) {
  const key = `outside:${token.slice(0, 8)}`;
  const [values, set] = useDraft(key, { id: uuid(), words: '', done_on: '' });
  const { photos, busy, add, drop, send } = useNewPhotos();
  const [error, setError] = useState('');
  if (one.answer && !photos.length)
    return html`<section class="card notice leaf pad"><h2>${t('outside.thanks')}</h2><p class="pre">${one.answer.words}</p><p class="small num">${[one.answer.done_on && shortDay(one.answer.done_on), t('outside.photos', { n: one.answer.photos })].filter(Boolean).join(' · ')}</p></section>`;
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!values.words.trim()) return setError(t('outside.empty'));
    set({});
    const { id, words, done_on } = { ...values, ...draftOf(key) };
    try {
      const body = { id, words: words.trim(), done_on: done_on || null, photos: photos.map((photo) => photo.id) };
      await post('/api/outside-request/answer', body, { headers });
      await send((photo) => `/api/outside-request/photos/${photo}`, headers);
      dropDraft(key);
      onDone();
    } catch (why) {
      setError(`${sayProblem(why)} ${t('outside.kept')}`);
    }
  };
  return html`<form class="card pad stack-16" onSubmit=${submit}><h2>${t('outside.answer')}</h2>
    ${h(Field, { label: t('outside.words'), multiline: true, max: 2000, value: values.words, error, onInput: (words) => set({ words }) })}
    ${h(Field, { label: t('outside.done_on'), optional: true, type: 'date', value: values.done_on, onInput: (done_on) => set({ done_on }) })}
    ${h(PhotoPicker, { photos, max: 6, busy, onAdd: add, onDrop: drop })}
    <button class="button" type="submit" disabled=${busy > 0}>${t('outside.send')}</button></form>`;
}
