// What can be done now: the main action, the next ones, the rest under one button.
import { h, html, useEffect, useRef, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/** How many stand beside the main one: two, and a third where there is room. */
const SIDE_BY_SIDE = 3;
/** From which width of the case an action has its own button. @param {number} at */
const widthOf = (at) => (at < 2 ? 'from-600' : at < SIDE_BY_SIDE ? 'from-780' : '');

/** @param {{ moves: Desk.Move[], busy: boolean, onMove: (kind: Desk.Kind) => void, onHelp: () => void, onPrint: () => void }} props */
export function ActionBar({ moves, busy, onMove, onHelp, onPrint }) {
  const main = moves.find((move) => move.primary);
  const others = moves.filter((move) => move !== main);
  return html`<div class="desk-actions" role="toolbar" aria-label=${t('desk.actions')}>
    ${main && h(Act, { move: main, busy, onMove })}
    ${others.slice(0, SIDE_BY_SIDE).map((move, at) => h(Act, { key: move.kind, move, busy, onMove, look: widthOf(at) }))}
    ${h(More, { moves: others, busy, onMove, onPrint })}
    <span class="grow"></span>
    <button class="icon-button wide-only" type="button" aria-label=${t('help.title')} title=${t('help.title')} onClick=${onHelp}><kbd aria-hidden="true">?</kbd></button>
  </div>`;
}

/** @param {{ move: Desk.Move, busy: boolean, onMove: (kind: Desk.Kind) => void, look?: string }} props */
function Act({ move, busy, onMove, look = '' }) {
  return html`<button class=${`button small desk-act ${move.primary ? '' : 'quiet'} ${look}`} type="button" disabled=${busy} aria-keyshortcuts=${move.key} onClick=${() => onMove(move.kind)}>${move.primary && h(Icon, { name: move.icon })}<span>${move.label}</span>${move.key && html`<kbd aria-hidden="true">${move.key.toUpperCase()}</kbd>`}</button>`;
}

/** @param {{ moves: Desk.Move[], busy: boolean, onMove: (kind: Desk.Kind) => void, onPrint: () => void }} props */
function More({ moves, busy, onMove, onPrint }) {
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
  const pick = (/** @type {Desk.Kind} */ kind) => {
    setOpen(false);
    onMove(kind);
  };
  return html`<div class="desk-menu" ref=${box}>
    <button class="button small quiet" type="button" aria-label=${t('desk.more_actions')} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${h(Icon, { name: 'more' })}<span class="desk-more-word">${t('desk.more_actions')}</span></button>
    ${
      open &&
      html`<ul>${moves.map((move, at) => html`<li key=${move.kind} class=${widthOf(at)}><button type="button" disabled=${busy} onClick=${() => pick(move.kind)}>${h(Icon, { name: move.icon })}<span class="grow">${move.label}</span>${move.key && html`<kbd aria-hidden="true">${move.key.toUpperCase()}</kbd>`}</button></li>`)}<li><button type="button" onClick=${() => {
        setOpen(false);
        onPrint();
      }}>${h(Icon, { name: 'print' })}<span class="grow">${t('desk.print')}</span></button></li></ul>`
    }
  </div>`;
}
