// What became of a letter: kept on the phone, on its way, with the commune, or not taken.
import { dayAndClock, shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { refusedPhotos } from '../lib/letters.js';
import { cut, firstThumb } from '../lib/text.js';
import { Icon } from './icon.js';

/** What a hamlet tells, not a report of waste. */
const IS_RESULT = new Set(['cleanup', 'sorting', 'sorting_list', 'inspection', 'weekend_plan', 'roll', 'attendance']);
/** Those with words of their own once they are sent. */
const HAS_WORDS = new Set(['site_visit', 'weekend_plan', 'roll', 'attendance']);

/** @param {{ letter: App.Letter, onSend: () => void, onFile: () => void, onShare?: () => void, onReopen?: () => void, extra?: any }} props extra: one more action, first */
export function SentLetter({ letter, onSend, onFile, onShare, onReopen, extra }) {
  if (letter.state === 'sent') return h(Sent, { letter, onShare, extra });
  if (letter.state === 'refused') return h(Refused, { letter, onFile, onReopen });
  return html`<section class="card notice leaf pad"><span class="mark">${h(Icon, { name: 'check' })}</span><h1>${t('saved.title')}</h1><p role="status">${t('saved.text')}</p></section>
    <section class="card pad"><h2>${t('saved.waiting')}</h2>${h(LetterLine, { letter })}</section>
    ${extra}${h(LetterActions, { letter, onSend, onFile, onReopen })}
    <a class="button text" href="/">${t('frame.home')}</a>`;
}

/** @param {{ letter: App.Letter, onShare?: () => void, extra?: any }} props */
function Sent({ letter, onShare, extra }) {
  const { code, due_at } = letter.receipt ?? {};
  const refused = refusedPhotos(letter).length;
  return html`<section class="card notice leaf pad"><span class="mark">${h(Icon, { name: 'check' })}</span>
      <h1>${t(HAS_WORDS.has(letter.kind) ? `sent.${letter.kind}` : IS_RESULT.has(letter.kind) ? 'sent.cleanup' : 'sent.title')}</h1>
      ${code && html`<p>${t('sent.your_code')}</p><p class="code">${code}</p><p>${t('sent.keep')}</p>`}
      ${due_at && html`<p class="small">${t('sent.due', { when: dayAndClock(due_at) })}</p>`}</section>
    ${refused > 0 && html`<div class="notice stack"><p>${t('sent.photos_refused', { n: refused })}</p><a class="button quiet" href="/theo-doi">${t('mend.see')}</a></div>`}
    ${extra}
    ${
      code &&
      html`<a class="button" href=${`/phan-anh/${code}`}>${h(Icon, { name: 'search' })}${t('sent.follow')}</a>
    <button class="button quiet" type="button" onClick=${onShare}>${h(Icon, { name: 'share' })}${t('sent.share')}</button>`
    }
    <a class="button text" href="/">${t('frame.home')}</a>`;
}

/** Not taken, with the reason and a way on. @param {{ letter: App.Letter, onFile: () => void, onReopen?: () => void }} props */
function Refused({ letter, onFile, onReopen }) {
  return html`<section class="card notice pad" role="alert"><h1>${t('letter.refused')}</h1><p>${letter.error?.detail}</p>${letter.error?.errors?.map((one) => html`<p>${one.detail}</p>`)}<p class="small">${t('letter.kept')}</p></section>
    ${h(LetterActions, { letter, onSend: () => {}, onFile, onReopen })}
    <a class="button text" href="/">${t('frame.home')}</a>`;
}

/** Title, time, and how far its photos have come. @param {{ letter: App.Letter }} props */
export function LetterLine({ letter }) {
  const gone = letter.photos.filter((photo) => photo.state === 'sent').length;
  const count = letter.photos.filter((photo) => photo.state !== 'leaving').length;
  const when = dayAndClock(new Date(letter.queued_at ?? letter.changed_at).toISOString());
  return html`<div class="line letter"><span class="tile big">${firstThumb(letter.photos) ? html`<img src=${firstThumb(letter.photos)} alt="" />` : h(Icon, { name: IS_RESULT.has(letter.kind) ? 'leaf' : 'message' })}</span>
    <div class="grow stack"><b>${titleOf(letter)}</b><span class="small num">${t('saved.at', { when })}</span>
      ${letter.receipt && count > 0 && html`<span class="small num">${t('saved.photos', { n: gone, all: count })}</span><span class="meter" aria-hidden="true"><i style=${{ width: `${(gone / count) * 100}%` }}></i></span>`}
      <span class="small" role="status">${stateWord(letter)}</span></div></div>`;
}

/** @param {App.Letter} letter */
export function titleOf({ kind, fields }) {
  if (kind === 'site_visit') return t('letter.site_visit');
  if (kind === 'weekend_plan') return t('letter.weekend_plan', { day: shortDay(fields.held_on) });
  if (kind === 'roll') return t('letter.roll');
  if (kind === 'attendance') return t('letter.attendance', { n: fields.people });
  if (kind === 'inspection') return t('letter.inspection', { name: fields.point_name });
  if (kind === 'cleanup') return fields.outcome === 'not_held' ? t('letter.cleanup_none') : t('letter.cleanup', { n: fields.participants || 0 });
  if (kind === 'sorting_list') return t('letter.sorting_list', { n: fields.households.length });
  if (kind === 'sorting') return t('letter.sorting', { n: fields.sorting || 0 });
  if (kind === 'support') return t('letter.support', { code: fields.code });
  if (fields.token && kind !== 'answer') return t(`say.letter_${kind}`, { code: fields.code });
  if (kind === 'outside') return t('letter.outside', { code: fields.code });
  if (kind === 'answer') return t('letter.answer', { code: fields.code });
  return cut(fields.words ?? '', 60) || fields.place?.words?.trim() || t('letter.complaint');
}

/** @param {App.Letter} letter */
function stateWord({ state, error }) {
  if (state === 'sending') return t('letter.sending');
  if (state === 'refused') return error?.detail || t('letter.refused');
  if (error?.code === 'sign_in_needed') return t('letter.sign_in');
  if (error && error.status > 0) return error.detail || t('letter.later');
  return state === 'waiting' ? t('letter.waiting') : '';
}

/** @param {{ letter: App.Letter, onSend: () => void, onFile: () => void, onReopen?: () => void, onDrop?: () => void }} props */
export function LetterActions({ letter, onSend, onFile, onReopen, onDrop }) {
  const signIn = letter.error?.code === 'sign_in_needed';
  return html`<div class="stack">
    ${letter.state === 'refused' && onReopen && html`<button class="button quiet" type="button" onClick=${onReopen}>${h(Icon, { name: 'pencil' })}${t('letter.reopen')}</button>`}
    ${letter.state === 'waiting' && (signIn ? html`<a class="button quiet" href="/dang-nhap">${t('letter.sign_in_now')}</a>` : html`<button class="button quiet" type="button" onClick=${onSend}>${h(Icon, { name: 'retry' })}${t('letter.send_now')}</button>`)}
    <button class="button text" type="button" onClick=${onFile}>${t('letter.file')}</button>
    ${letter.state === 'refused' && onDrop && html`<button class="button text" type="button" onClick=${onDrop}>${t('track.drop')}</button>`}</div>`;
}
