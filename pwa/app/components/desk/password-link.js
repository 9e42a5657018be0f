// The one-time link that sets a password: large enough to be scanned across the desk.
import { dayAndClock } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { Sheet } from './sheet.js';

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])[:/]/;

/** @param {{ name: string, link: Api.PasswordLinkIssued, onClose: () => void }} props */
export function PasswordLink({ name, link, onClose }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(link.url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return h(
    Sheet,
    { title: t('link.title', { name }), onClose },
    html`
    <img class="desk-qr" src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(link.qr_svg)}`} alt=${t('link.qr', { name })} width="320" height="320" />
    ${LOCAL.test(link.url) && html`<p class="notice" role="status">${t('link.local')}</p>`}
    <p>${t('link.hint', { name })}</p><p class="num"><b>${t('link.until', { when: dayAndClock(link.expires_at) })}</b></p>
    <input class="input num" readonly value=${link.url} aria-label=${t('link.address')} onFocus=${(/** @type {any} */ event) => event.target.select()} />
    <button class="button small" type="button" onClick=${copy}>${h(Icon, { name: copied ? 'check' : 'link' })}<span role="status">${t(copied ? 'link.copied' : 'link.copy')}</span></button>`,
  );
}
