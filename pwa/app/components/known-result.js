// This hamlet has a result for this day already: what it says, and the ways on.
import { number, shortDay, weight } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {Pick<App.Cleanup, 'outcome' | 'participants' | 'waste_kg' | 'no_event_reason'>} one */
export const resultWords = (one) =>
  one.outcome === 'held'
    ? [t('weekends.people', { n: number(one.participants) }), weight(one.waste_kg)].filter(Boolean).join(' · ')
    : t('weekends.not_held', { why: one.no_event_reason ?? '' });

/** @param {{ known: App.Cleanup, mayCorrect: boolean, draft?: string, onOtherDay: () => void, onBeside: () => void }} props draft: what was typed already goes along; onBeside: somebody else told of it, mine goes beside it */
export function KnownResult({ known, mayCorrect, draft = '', onOtherDay, onBeside }) {
  return html`<section class="notice pad" role="status"><h2>${t('check_in.known', { day: shortDay(known.held_on) })}</h2><p class="num">${resultWords(known)}</p>
    ${
      mayCorrect
        ? html`<a class="button" href=${`/cuoi-tuan/${known.id}/sua${draft && `#${draft}`}`}>${h(Icon, { name: 'pencil' })}${t('cleanup.correct')}</a>`
        : html`<a class="button quiet" href=${`/cuoi-tuan/${known.id}`}>${h(Icon, { name: 'eye' })}${t('check_in.see_known')}</a>
          <button class="button quiet" type="button" onClick=${onBeside}>${h(Icon, { name: 'plus' })}${t('check_in.beside')}</button>`
    }
    <button class="button text" type="button" onClick=${onOtherDay}>${t('check_in.other_day')}</button></section>`;
}

/** The same after a letter came back. @param {{ letter: App.Letter, onOtherDay: () => void, onCorrect: () => void, onFile: () => void }} props */
export function RefusedResult({ letter, onOtherDay, onCorrect, onFile }) {
  const id = letter.error?.existing_id;
  return html`<section class="card notice pad" role="alert"><h1>${t('check_in.known', { day: shortDay(letter.fields.held_on) })}</h1><p>${t('check_in.not_sent')}</p></section>
    ${id && html`<button class="button" type="button" onClick=${onCorrect}>${h(Icon, { name: 'pencil' })}${t('check_in.use_mine')}</button>`}
    <button class="button quiet" type="button" onClick=${onOtherDay}>${h(Icon, { name: 'calendar' })}${t('check_in.other_day')}</button>
    ${id && html`<a class="button text" href=${`/cuoi-tuan/${id}`}>${t('check_in.see_known')}</a>`}
    <button class="button text" type="button" onClick=${onFile}>${t('letter.file')}</button>`;
}
