// For a body outside the commune: what it is asked, and its answer. No account; the address holds the key.
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { Picture } from '../components/picture.js';
import { LetterActions, LetterLine } from '../components/sent-letter.js';
import { Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { ApiProblem, get } from '../lib/api.js';
import { shortDay } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { refusedPhotos } from '../lib/letters.js';
import { useLoad } from '../lib/load.js';
import { addPhoto, discard, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { letters } from '../lib/store.js';

const MOST_PHOTOS = 6;

export default function Outside() {
  const [token] = useState(() => location.hash.slice(1));
  const [ready, setReady] = useState(false);
  const mine = letters.value.filter((one) => one.kind === 'outside' && one.fields.key === token);
  const sent = mine.filter((one) => one.state === 'sent').length;
  const { data, error, reload } = useLoad((signal) => view(token, signal), [token, sent]);
  useEffect(() => void startOutbox().finally(() => setReady(true)), []);
  const frame = { title: t('outside.title') };
  if (error) return h(PageFrame, frame, h(Failure, { error, onRetry: reload }));
  if (!data || !ready) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  return h(PageFrame, frame, h(Asked, { one: data }), h(Answer, { one: data, token, mine }));
}

/** As the server has it; without network as it was last seen. @param {string} token @param {AbortSignal} signal @returns {Promise<Api.OutsideView>} */
async function view(token, signal) {
  const name = `outside:${token.slice(0, 8)}`;
  try {
    const one = await get('/api/outside-request', { headers: { 'X-Outside-Token': token }, signal });
    await remember(name, one).catch(() => {});
    return one;
  } catch (error) {
    const known = error instanceof ApiProblem && error.status === 0 ? await recall(name).catch(() => null) : null;
    if (!known) throw error;
    return known;
  }
}

/** @param {{ one: Api.OutsideView }} props */
function Asked({ one }) {
  const where = [one.place_words, !one.place_words.includes(one.hamlet_name ?? '') && one.hamlet_name].filter(Boolean).join(' · ');
  return html`<section class="card pad"><p class="small num">${[one.code, one.letter_number].filter(Boolean).join(' · ')}</p><h2>${one.category_label ?? t('outside.title')}</h2>
    <p>${t('outside.from', { commune: one.commune, body: one.body })}</p><p class="pre">${one.words}</p>
    <dl class="facts"><dt>${t('outside.where')}</dt><dd>${where}${one.place && html`<div class="small num"><a href=${`geo:${one.place.lat},${one.place.lon}`}>${one.place.lat}, ${one.place.lon}</a></div>`}</dd><dt>${t('outside.due')}</dt><dd class="num">${shortDay(one.due_at)}</dd></dl>
    ${one.photos.length > 0 && html`<div class="photos">${one.photos.map((photo, at) => h(Picture, { key: photo.id, photo: /** @type {App.Picture} */ (photo), alt: t('outside.photo', { n: at + 1 }) }))}</div>`}</section>`;
}

/** A letter of this phone from the first word on: it outlives a reload, and waits for a line. @param {{ one: Api.OutsideView, token: string, mine: App.Letter[] }} props */
function Answer({ one, token, mine }) {
  const draft = mine.find((letter) => letter.state === 'draft');
  const going = mine.find((letter) => letter.state !== 'draft' && letter.state !== 'sent');
  useEffect(() => {
    if (!one.answer && !mine.length) startDraft('outside', { key: token, code: one.code });
    if (one.answer && draft) discard(draft.id);
  }, [one.answer, mine.length]);
  if (going)
    return html`<section class="card pad"><h2>${t('outside.answer')}</h2>${h(LetterLine, { letter: going })}${h(LetterActions, { letter: going, onSend: () => sendNow(), onFile: () => saveLetterFile(going), onReopen: () => void reopen(going.id), onDrop: () => void discard(going.id) })}</section>`;
  if (one.answer) return h(Answered, { said: one.answer, lost: mine.flatMap(refusedPhotos).length });
  return draft ? h(Form, { key: draft.id, letter: draft }) : h(Waiting, { lines: 2 });
}

/** @param {{ said: Api.OutsideSaid, lost: number }} props lost: photos of this phone that the server did not take */
function Answered({ said, lost }) {
  return html`<section class="card notice leaf pad"><h2>${t('outside.thanks')}</h2><p class="pre">${said.words}</p><p class="small num">${[said.done_on && shortDay(said.done_on), t('outside.photos', { n: said.photos })].filter(Boolean).join(' · ')}</p></section>${lost > 0 && html`<p class="notice">${t('outside.lost', { n: lost })}</p>`}`;
}

/** @param {{ letter: App.Letter }} props */
function Form({ letter }) {
  const [fields, setFields] = useState(letter.fields);
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState('');
  const { words = '', done_on = '' } = fields;
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    setError('');
    writeDraft(letter.id, change);
  };
  const add = async (/** @type {File[]} */ files) => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file)).catch(() => toast(t('photo.no_room')));
    }
    setBusy(0);
  };
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!words.trim()) return setError(t('outside.empty'));
    if (words.trim().length <= 2000) await queue(letter.id, { ...fields, words: words.trim(), done_on: done_on || null });
  };
  return html`<form class="card pad stack-16" onSubmit=${submit}><h2>${t('outside.answer')}</h2>
    ${h(Field, { label: t('outside.words'), multiline: true, max: 2000, value: words, error, onInput: (value) => write({ words: value }) })}
    ${h(Field, { label: t('outside.done_on'), optional: true, type: 'date', value: done_on, onInput: (day) => write({ done_on: day }) })}
    ${h(PhotoPicker, { photos: letter.photos, max: MOST_PHOTOS, busy, onAdd: add, onDrop: (photo) => void dropPhoto(letter.id, photo) })}
    <button class="button" type="submit" disabled=${busy > 0}>${t('outside.send')}</button><p class="small">${t('outside.kept')}</p></form>`;
}
