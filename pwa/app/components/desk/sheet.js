// A dialog as a component: opens when it is drawn, closes with Escape, gives the focus back.
import { h, html, useEffect, useId, useRef } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/** @param {{ title: string, onClose: () => void, look?: string, children?: any }} props */
export function Sheet({ title, onClose, look = '', children }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const cancel = (/** @type {Event} */ event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog class=${`desk-sheet ${look}`} ref=${box} aria-labelledby=${id} onCancel=${cancel}><div>
    <div class="desk-sheet-head"><h2 id=${id}>${title}</h2><button class="icon-button" type="button" aria-label=${t('desk.close')} onClick=${onClose}>${h(Icon, { name: 'close' })}</button></div>
    ${children}</div></dialog>`;
}
