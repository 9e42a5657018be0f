// The bar above the list while cases are picked: how many, and what can be done with all of them.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/** @type {[string, string, string][]} act, icon, key */
const ACTS = [
  ['assign', 'send', 'A'],
  ['priority', 'layers', ''],
  ['category', 'tag', ''],
  ['reply', 'message', 'R'],
  ['close', 'done', 'C'],
];

/** @param {{ count: number, mayTriage: boolean, onAct: (act: string) => void, onRound: () => void, onDrop: () => void }} props */
export function PickBar({ count, mayTriage, onAct, onRound, onDrop }) {
  return html`<div class="desk-picks-bar" role="group" aria-label=${t('bulk.bar')}><b class="num" role="status">${count > 0 ? t('bulk.picked', { n: count }) : ''}</b>
    ${count > 0 && mayTriage && ACTS.map(([act, icon, key]) => html`<button class="button quiet small" key=${act} type="button" onClick=${() => onAct(act)}>${h(Icon, { name: icon })}${t(`bulk.${act}`)}${key && html`<kbd aria-hidden="true">${key}</kbd>`}</button>`)}
    ${count > 0 && html`<button class="button quiet small" type="button" onClick=${onRound}>${h(Icon, { name: 'route' })}${t('bulk.round')}</button><button class="desk-link" type="button" onClick=${onDrop}>${h(Icon, { name: 'close' })}${t('bulk.drop')}</button>`}</div>`;
}

/** What has just been done to many, and the way back. @param {{ words: string, onUndo: () => void, onClose: () => void }} props */
export function UndoBar({ words, onUndo, onClose }) {
  return html`<div class="desk-picks-bar" role="group" aria-label=${t('bulk.undo')}><span class="grow">${words}</span>
    <button class="button quiet small" type="button" onClick=${onUndo}>${h(Icon, { name: 'reopen' })}${t('bulk.undo')}<kbd aria-hidden="true">U</kbd></button>
    <button class="icon-button" type="button" aria-label=${t('desk.close')} onClick=${onClose}>${h(Icon, { name: 'close' })}</button></div>`;
}
