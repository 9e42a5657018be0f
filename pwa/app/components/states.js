// What a list shows when it has nothing, is on its way, or could not come.

import { sayProblem } from '../lib/api.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ icon?: string, title: string, text?: string, children?: any }} props */
export function EmptyState({ icon = 'leaf', title, text, children }) {
  return html`<div class="empty"><span class="tile">${h(Icon, { name: icon })}</span><h2>${title}</h2>${text && html`<p class="small">${text}</p>`}${children}</div>`;
}

/** @param {{ lines: number }} props */
export function Waiting({ lines }) {
  return html`<div class="waiting" role="status"><span class="sr">${t('state.loading')}</span>${Array.from({ length: lines }, () => html`<i></i>`)}</div>`;
}

/** @param {{ error: unknown, onRetry?: () => void }} props */
export function Failure({ error, onRetry }) {
  return html`<div class="notice" role="alert"><p>${sayProblem(error)}</p>${onRetry && html`<button class="button quiet small" type="button" onClick=${onRetry}>${t('state.retry')}</button>`}</div>`;
}
