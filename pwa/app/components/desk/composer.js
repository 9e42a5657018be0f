// The form of one action, docked under the case so that photos and words stay in sight.
import { h, html, useEffect, useId, useRef } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/**
 * @param {{ kind: Desk.Kind, title: string, hint?: string, label: string, error: string, busy: string, danger?: boolean,
 *   onSend: () => void, onClose: () => void, children?: any }} props
 */
export function Composer({ kind, title, hint, label, error, busy, danger, onSend, onClose, children }) {
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    const first = box.current?.querySelector('[data-first], select, textarea, input:not([type="file"])') ?? box.current?.querySelector('button[type="submit"]');
    /** @type {HTMLElement | null | undefined} */ (first)?.focus();
    return () => /** @type {HTMLElement | null} */ (document.querySelector('.desk-case-body'))?.focus({ preventScroll: true });
  }, [kind]);
  useEffect(() => {
    if (error) box.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onSend();
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return html`<form class="desk-composer" ref=${box} aria-labelledby=${id} noValidate onSubmit=${submit} onKeyDown=${press}>
    <div class="desk-composer-head"><h2 id=${id}>${title}</h2><button class="icon-button" type="button" aria-label=${t('desk.put_away')} onClick=${onClose}>${h(Icon, { name: 'close' })}</button></div>
    <div class="desk-composer-body">${hint && html`<p class="small">${hint}</p>`}${children}${error && html`<p class="notice brick" role="alert">${error}</p>`}</div>
    <div class="desk-composer-foot"><button class=${`button small ${danger ? 'danger' : ''}`} type="submit" disabled=${Boolean(busy)}>${label}<kbd class="wide-only" aria-hidden="true">Ctrl ↵</kbd></button>
      <button class="button text small" type="button" onClick=${onClose}>${t('desk.put_away')}</button><span class="small grow" role="status">${busy || t('desk.kept')}</span></div>
  </form>`;
}
