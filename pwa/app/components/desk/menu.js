// More actions under one button; closed by Escape, by a touch elsewhere, by choosing.
import { h, html, useEffect, useRef, useState } from '../../lib/html.js';
import { Icon } from '../icon.js';

/** @typedef {{ key: string, label: string, icon: string, onPick: () => void, hotkey?: string, look?: string, disabled?: boolean }} Item */

/** @param {{ word: string, about?: string, items: Item[], down?: boolean }} props about: what it is done to, for those who listen. down: opens below its button */
export function Menu({ word, about = '', items, down }) {
  const [open, setOpen] = useState(false);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (!open) return;
    const away = (/** @type {any} */ event) => {
      if (event.key === 'Escape') event.stopImmediatePropagation();
      if (event.key ? event.key === 'Escape' : !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', away, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', away, true);
    };
  }, [open]);
  const pick = (/** @type {Item} */ item) => {
    setOpen(false);
    item.onPick();
  };
  return html`<div class=${`desk-menu ${down ? 'down' : ''}`} ref=${box}>
    <button class="button small quiet" type="button" aria-label=${[word, about].filter(Boolean).join(': ')} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${h(Icon, { name: 'more' })}<span class="desk-more-word">${word}</span></button>
    ${open && html`<ul>${items.map((item) => html`<li key=${item.key} class=${item.look ?? ''}><button type="button" disabled=${item.disabled} onClick=${() => pick(item)}>${h(Icon, { name: item.icon })}<span class="grow">${item.label}</span>${item.hotkey && html`<kbd aria-hidden="true">${item.hotkey.toUpperCase()}</kbd>`}</button></li>`)}</ul>`}
  </div>`;
}
