// What a list shows when it has nothing, is on its way, or could not come.

import { ApiProblem, sayProblem } from '../lib/api.js';
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
  return html`<div class="notice" role="alert"><p>${say(error, Boolean(onRetry))}</p>${onRetry && html`<button class="button quiet small" type="button" onClick=${onRetry}>${t('state.retry')}</button>`}</div>`;
}

/** What was to be read and is not on this phone is not a matter of sending later. @param {unknown} error @param {boolean} reading */
const say = (error, reading) => (reading && error instanceof ApiProblem && error.code === 'offline' ? t('state.not_here') : sayProblem(error));
