// The way a picture came, link by link: which camera, when, its fingerprint, who looked and who decided.

import { dayAndClock } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { hasWord, t } from '../lib/i18n.js';
import { Picture } from './picture.js';

/** @param {{ event: Api.CameraEventDetail }} props */
export function Evidence({ event }) {
  const said = (/** @type {string} */ what) => (hasWord(`cameras.log_${what}`) ? t(`cameras.log_${what}`) : what);
  return html`<div class="stack">${event.pictures.map((one) => one.photo?.large && html`<div class="desk-photo" key=${one.sha256}>${h(Picture, { photo: /** @type {App.Picture} */ (/** @type {unknown} */ (one.photo)), alt: t('cameras.picture_of', { when: dayAndClock(one.taken_at) }), large: true })}</div>`)}</div>
    ${event.pictures.length === 0 && html`<p class="notice">${t('cameras.no_picture')}</p>`}
    <details><summary class="desk-link">${t('cameras.chain')}</summary>
      <ul class="rows small">${event.pictures.map((one) => html`<li key=${one.sha256}>${t('cameras.fingerprint', { when: dayAndClock(one.taken_at) })} <code class="pre">${one.sha256}</code></li>`)}
        ${event.looks.map((one, at) => html`<li key=${at}>${dayAndClock(one.at)} · ${one.who === 'camera' ? t('cameras.machine') : one.who}: ${said(one.what)}</li>`)}</ul></details>`;
}
