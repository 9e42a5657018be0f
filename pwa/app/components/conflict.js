// Somebody else saved first: what stands now beside what was written here, and the person decides.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';

/** mine: null where nothing was written here. @param {{ rows: { label: string, now: string, mine: string | null }[], onMine: () => void, onTheirs: () => void }} props */
export function Conflict({ rows, onMine, onTheirs }) {
  return html`<section class="notice brick pad" role="alert"><h2>${t('conflict.title')}</h2><p>${t('conflict.text')}</p>
    <dl class="stack">${rows.map(({ label, now, mine }) => html`<div><dt><b>${label}</b></dt><dd>${t('conflict.now', { what: now || t('conflict.nothing') })}</dd>${mine !== null && html`<dd>${t('conflict.mine', { what: mine || t('conflict.nothing') })}</dd>`}</div>`)}</dl>
    <button class="button quiet" type="button" onClick=${onMine}>${t('conflict.keep_mine')}</button>
    <button class="button text" type="button" onClick=${onTheirs}>${t('conflict.take_theirs')}</button></section>`;
}
