// A short word at the foot of the screen; resolves to the person's answer.
import { dress } from '../lib/router.js';

/**
 * @param {string} text
 * @param {{ action?: string, seconds?: number }} [how] without an action it goes by itself
 * @returns {Promise<'action' | 'gone'>}
 */
export function toast(text, { action, seconds = action ? 12 : 5 } = {}) {
  dress('/styles/pages.css');
  const box = document.createElement('div');
  box.className = 'toast';
  const words = document.createElement('span');
  words.className = 'grow';
  words.textContent = text;
  box.append(words);
  return new Promise((answer) => {
    const close = (/** @type {'action' | 'gone'} */ how) => {
      box.remove();
      answer(how);
    };
    if (action) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = action;
      button.addEventListener('click', () => close('action'));
      box.append(button);
    }
    document.getElementById('toasts')?.append(box);
    setTimeout(() => close('gone'), seconds * 1000);
  });
}
