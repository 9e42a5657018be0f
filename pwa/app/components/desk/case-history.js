// What happened, and what staff said among themselves; the two never look alike.
import { dayAndClock } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

const SIGNS = {
  photo_added: 'image',
  photo_given_up: 'image',
  edited: 'pencil',
  noted: 'note',
  finding_added: 'eye',
  photo_published: 'eye',
  photo_unpublished: 'eye-off',
  contact_viewed: 'lock',
  original_viewed: 'lock',
  question_asked: 'question',
  question_answered: 'message',
};

/** @param {{ steps: Api.Happening[] }} props newest first */
export function History({ steps }) {
  return html`<section class="desk-part desk-past"><h2>${t('history.title')}</h2><ol class="timeline">${[...steps].reverse().map(
    (step, at) => html`<li key=${step.at + at} class=${step.status ? '' : 'minor'}>
    <span class="dot">${h(Icon, { name: /** @type {Record<string, string>} */ (SIGNS)[step.verb] ?? 'check' })}</span><div><b>${step.label}</b><div class="small num">${[dayAndClock(step.at), step.by].filter(Boolean).join(' · ')}</div>${step.text && html`<p class="pre small">${step.text}</p>`}</div></li>`,
  )}</ol></section>`;
}

/** @param {{ notes: Api.DeskNote[], mayNote: boolean, word: string, onNote: () => void }} props */
export function Notes({ notes, mayNote, word, onNote }) {
  if (!notes.length && !mayNote) return null;
  return html`<section class="desk-part desk-notes no-print"><div class="line"><h2 class="grow">${h(Icon, { name: 'lock' })}${t('notes.title')}</h2>${mayNote && html`<button class="desk-link" type="button" onClick=${onNote}>${h(Icon, { name: 'plus' })}${word}<kbd aria-hidden="true">N</kbd></button>`}</div>
    ${notes.map((note) => html`<article key=${note.id} class=${note.kind}><p class="small num"><b>${note.by}</b> · ${dayAndClock(note.at)}${note.kind !== 'note' && html` · ${t(`notes.${note.kind}`)}`}</p><p class="pre">${note.text}</p></article>`)}</section>`;
}

/** What was asked, done and answered so far. @param {{ one: Api.Detail }} props */
export function Outcome({ one }) {
  const answer = one.notes.filter((note) => note.kind === 'answer').at(-1);
  return html`
    ${one.question && html`<section class="desk-part"><h2>${t('outcome.question')}</h2><p class="pre">${one.question.text}</p>${answer && html`<blockquote class="pre">${answer.text}</blockquote>`}</section>`}
    ${one.resolution && html`<section class="desk-part"><h2>${t('outcome.resolution')}</h2><p class="pre">${one.resolution.text}</p><p class="small num">${[dayAndClock(one.resolution.at), one.resolution.waste_kg !== null && t('outcome.kg', { n: one.resolution.waste_kg }), one.resolution.no_photo_reason && t('outcome.no_photo', { why: one.resolution.no_photo_reason })].filter(Boolean).join(' · ')}</p></section>`}
    ${one.reply && html`<section class="desk-part"><h2>${t('outcome.reply')}</h2><p class="pre">${one.reply.text}</p><p class="small num">${dayAndClock(one.reply.at)}</p></section>`}
    ${one.stopped && html`<section class="desk-part"><h2>${one.status_label}</h2><p>${one.stopped.label}</p>${one.stopped.text && html`<p class="pre">${one.stopped.text}</p>`}</section>`}`;
}
