// What can be done now: the main action, the next ones, the rest under one button.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { Menu } from './menu.js';

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

/** The rest; who may only read gets the one thing left by itself. @param {{ moves: Desk.Move[], busy: boolean, onMove: (kind: Desk.Kind) => void, onPrint: () => void }} props */
function More({ moves, busy, onMove, onPrint }) {
  if (!moves.length) return html`<button class="button small quiet" type="button" onClick=${onPrint}>${h(Icon, { name: 'print' })}${t('desk.print')}</button>`;
  const items = moves.map(({ kind, label, icon, key }, at) => ({
    key: kind,
    label,
    icon,
    hotkey: key,
    look: widthOf(at),
    disabled: busy,
    onPick: () => onMove(kind),
  }));
  return h(Menu, { word: t('desk.more_actions'), items: [...items, { key: 'print', label: t('desk.print'), icon: 'print', onPick: onPrint }] });
}
