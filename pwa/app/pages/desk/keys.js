// The desk's keys. They never fire while somebody types, or while a dialog is open.
import { useEffect } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

const LED_MS = 1500;
/** When a key that leads another one was pressed last. */
let led = { key: '', at: 0 };

/** @param {Record<string, (event: KeyboardEvent) => void>} does by key, as KeyboardEvent names it; 'g n' is one after the other */
export function useKeys(does) {
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
      const target = /** @type {HTMLElement} */ (event.target);
      if (target.matches?.(TYPING) && event.key !== 'Escape') return;
      if (event.key === 'Enter' && !target.matches?.('.desk-row, body')) return;
      const pair = Date.now() - led.at < LED_MS ? does[`${led.key} ${event.key}`] : undefined;
      led = { key: pair ? '' : event.key, at: Date.now() };
      const act = pair ?? does[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

/** @returns {[string, string][]} */
export const keyWords = () => [
  ['j k', t('help.move')],
  ['Enter o', t('help.open')],
  ['x', t('help.pick')],
  ['Shift x', t('help.pick_range')],
  ['u', t('help.undo')],
  ['g n', t('help.go')],
  ['Esc', t('help.back')],
  ['/', t('help.search')],
  ['m', t('help.map')],
  ['a', t('help.assign')],
  ['q', t('help.ask')],
  ['v', t('help.verify')],
  ['p', t('help.process')],
  ['e', t('help.resolve')],
  ['r', t('help.reply')],
  ['c', t('help.close')],
  ['w', t('help.reopen')],
  ['n', t('help.note')],
  ['i', t('help.intake')],
  ['t', t('help.sort')],
  ['Ctrl Enter', t('help.send')],
  ['?', t('help.help')],
];
