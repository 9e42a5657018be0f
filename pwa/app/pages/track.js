// My reports: what waits on this phone, drafts, the cases followed here, and looking one up by its code.
import { ComplaintCard } from '../components/complaint-card.js';
import { askDialog } from '../components/dialog.js';
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { RefusedPhotos } from '../components/refused-photos.js';
import { Row } from '../components/row.js';
import { LetterActions, LetterLine, titleOf } from '../components/sent-letter.js';
import { EmptyState } from '../components/states.js';
import { ApiProblem, get, sayProblem } from '../lib/api.js';
import { tidyCode } from '../lib/codes.js';
import { ago } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { follow, followedCases } from '../lib/idb.js';
import { refusedPhotos } from '../lib/letters.js';
import { discard, mendPhoto, reopen, sendNow, startOutbox } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { go } from '../lib/router.js';
import { letters } from '../lib/store.js';
import { firstThumb } from '../lib/text.js';

export default function Track() {
  const [cases, setCases] = useState(/** @type {App.FollowedCase[] | null} */ (null));
  const sentCount = letters.value.filter((one) => one.state === 'sent').length;
  useEffect(() => {
    startOutbox();
    takeKey();
  }, []);
  useEffect(() => {
    followedCases().then(
      (known) => {
        setCases(known);
        refresh(known, setCases);
      },
      () => setCases([]),
    );
  }, [sentCount]);
  const drafts = letters.value.filter((one) => one.state === 'draft' && (one.photos.length || isTouched(one)));
  const waiting = letters.value.filter((one) => one.state === 'waiting' || one.state === 'sending' || one.state === 'refused');
  const refused = letters.value.filter((one) => one.kind !== 'outside' && refusedPhotos(one).length);
  return h(
    PageFrame,
    { title: t('track.title') },
    refused.map((letter) => h(RefusedPhotos, { key: letter.id, letter, onMend: async (id, file) => mendPhoto(letter.id, id, file && (await shrink(file))) })),
    waiting.length > 0 && h(WaitingLetters, { waiting }),
    h(LookUp, {}),
    drafts.length > 0 && h(Drafts, { drafts }),
    cases && h(Cases, { cases }),
  );
}

/** Something was really written in it. @param {App.Letter} letter */
const isTouched = ({ kind, fields: { token, key, code, ...written } }) =>
  kind === 'sorting'
    ? Boolean(written.sorting)
    : kind === 'cleanup'
      ? Boolean(written.participants || written.no_event_reason)
      : Object.values(written).some((value) => value !== '');

/** A private address /theo-doi#key: the key is kept on this phone and leaves the address line. */
function takeKey() {
  const key = location.hash.slice(1);
  if (!key) return;
  history.replaceState(history.state, '', '/theo-doi');
  openKey(key);
}

/** From now on this phone follows the case of this key. @param {string} token */
async function openKey(token) {
  try {
    const view = await get('/api/tracking', { headers: { 'X-Tracking-Token': token } });
    await follow({ code: view.code, token, letter: null, saved_at: new Date().toISOString(), view });
    go(`/phan-anh/${view.code}`, { replace: true });
  } catch (error) {
    askDialog({ title: t('track.key_failed'), text: sayProblem(error), choices: [{ value: 'ok', label: t('word.done') }] });
  }
}

/** Fresh views of the newest ten, one after another. @param {App.FollowedCase[]} known @param {(cases: App.FollowedCase[]) => void} setCases */
async function refresh(known, setCases) {
  let now = known;
  for (const one of known.slice(0, 10)) {
    try {
      const view = await get('/api/tracking', { headers: { 'X-Tracking-Token': one.token } });
      await follow({ ...one, view });
      now = now.map((other) => (other.code === one.code ? { ...one, view } : other));
      setCases(now);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 0) return;
    }
  }
}

/** @param {{ waiting: App.Letter[] }} props */
function WaitingLetters({ waiting }) {
  const old = waiting.some((one) => one.state !== 'refused' && Date.now() - (one.queued_at ?? 0) > 24 * 3600e3);
  const signIn = waiting.some((one) => one.error?.code === 'sign_in_needed'); // then no line helps
  const count = waiting.filter((one) => one.state !== 'refused').length;
  return html`<section class="stack-16" aria-labelledby="waiting">
    <h2 id="waiting">${count ? t('outbox.waiting', { n: count }) : t('outbox.not_taken')}</h2>
    ${count > 0 && html`<p class=${old ? 'notice' : 'small'}>${t(signIn ? 'letter.sign_in' : old ? 'outbox.old' : 'outbox.waiting_hint')}</p>`}
    ${waiting.map((letter) => html`<div class="card pad" key=${letter.id}>${h(LetterLine, { letter })}${h(LetterActions, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: () => again(letter), onDrop: () => drop(letter) })}</div>`)}
  </section>`;
}

/** @param {App.Letter} letter */
async function again(letter) {
  if (letter.error?.code === 'cleanup_already_recorded') return go(homeOf(letter));
  const draft = await reopen(letter.id);
  if (draft) go(homeOf(draft));
}

/** Where a draft is written on. @param {App.Letter} letter */
function homeOf({ id, kind, fields }) {
  if (kind === 'outside') return `/don-vi-ngoai#${fields.key}`;
  if (fields.token) return `/phan-anh/${fields.code}`;
  return `${{ cleanup: '/cuoi-tuan/bao', sorting: '/thon/phan-loai', sorting_list: '/thon/phan-loai/danh-sach', weekend_plan: '/cuoi-tuan-nay' }[String(kind)] ?? '/gui'}#${id}`;
}

/** Throwing away is asked about first. @param {App.Letter} letter */
async function drop(letter) {
  const answer = await askDialog({
    title: t('track.drop_title'),
    text: t('track.drop_text'),
    choices: [
      { value: 'yes', label: t('track.drop'), look: 'danger' },
      { value: 'no', label: t('track.keep'), look: 'quiet' },
    ],
  });
  if (answer === 'yes') discard(letter.id);
}

function LookUp() {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const find = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const key = /theo-doi#([\w-]+)/.exec(typed)?.[1];
    if (key) return openKey(key);
    const code = tidyCode(typed);
    if (!code) return setError(t('track.not_code'));
    setBusy(true);
    try {
      await get(`/api/complaints/${code}`);
      go(`/phan-anh/${code}`);
    } catch (why) {
      setError(why instanceof ApiProblem && why.status === 404 ? t('track.not_found') : sayProblem(why));
    }
    setBusy(false);
  };
  return html`<form class="card pad" onSubmit=${find}><h2>${t('track.look_up')}</h2>
    ${h(Field, {
      label: t('track.code'),
      hint: t('track.code_hint'),
      value: typed,
      error,
      onInput: (value) => {
        setTyped(value);
        setError('');
      },
      input: { autocapitalize: 'characters', autocomplete: 'off', spellcheck: false, enterkeyhint: 'search' },
    })}
    <button class="button quiet" type="submit" disabled=${busy}>${t(busy ? 'state.loading' : 'track.find')}</button></form>`;
}

/** @param {{ drafts: App.Letter[] }} props */
function Drafts({ drafts }) {
  return html`<section class="stack" aria-labelledby="drafts"><h2 id="drafts">${t('track.drafts')}</h2><ul class="card rows">${drafts.map(
    (letter) => html`<li key=${letter.id} class="line with-button">
    <div class="grow">${h(Row, { href: homeOf(letter), icon: 'pencil', title: titleOf(letter), text: ago(new Date(letter.changed_at).toISOString()), thumb: firstThumb(letter.photos), bare: true })}</div>
    <button class="button text small" type="button" onClick=${() => drop(letter)}>${t('track.drop')}</button></li>`,
  )}</ul></section>`;
}

/** @param {{ cases: App.FollowedCase[] }} props */
function Cases({ cases }) {
  const mine = letters.value;
  if (!cases.length)
    return h(EmptyState, { icon: 'message', title: t('track.none'), text: t('track.none_hint') }, html`<a class="button" href="/gui">${t('frame.report')}</a>`);
  return html`<section class="stack" aria-labelledby="mine"><h2 id="mine">${t('track.mine')}</h2><ul class="card rows">${cases.map(
    ({ code, view, saved_at, letter }) => {
      const own = mine.find((one) => one.id === letter);
      return h(ComplaintCard, {
        key: code,
        href: `/phan-anh/${code}`,
        code,
        title: view?.title ?? (own ? titleOf(own) : code),
        tone: view?.tone ?? 'wait',
        status: view?.status_label ?? t('track.sent'),
        thumb: firstThumb(own?.photos) ?? firstThumb(view?.photos),
        received: saved_at,
        due: view?.due_on ?? view?.due_at,
      });
    },
  )}</ul></section>`;
}
