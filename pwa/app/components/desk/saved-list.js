// One's own saved filters: order, who sees them, dropping them.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { Sheet } from './sheet.js';

/** @typedef {(one: Api.FilterShape) => void} Act */

/** @param {{ filters: Api.FilterShape[], onAdd: () => void, onShare: Act, onUp: Act, onDrop: Act, onClose: () => void }} props */
export function SavedList({ filters, onAdd, onShare, onUp, onDrop, onClose }) {
  return h(
    Sheet,
    { title: t('saved.title'), onClose },
    html`<button class="button small" type="button" onClick=${onAdd}>${h(Icon, { name: 'save' })}${t('saved.add')}</button>
    ${
      filters.length
        ? html`<ul class="desk-saved">${filters.map(
            (one, at) => html`<li key=${one.id} class="line"><span class="grow">${one.name}</span>
      <button class="chip" type="button" aria-pressed=${String(one.is_shared)} onClick=${() => onShare(one)}>${t('saved.shared')}<span class="sr"> ${one.name}</span></button>
      ${at > 0 && html`<button class="desk-link" type="button" onClick=${() => onUp(one)}>${t('saved.up')}<span class="sr"> ${one.name}</span></button>`}
      <button class="desk-link" type="button" onClick=${() => onDrop(one)}>${t('saved.drop')}<span class="sr"> ${one.name}</span></button></li>`,
          )}</ul>`
        : html`<p class="small">${t('saved.none')}</p>`
    }`,
  );
}
