// How the person wants to see things: text size, light or dark, language. Kept on this phone.
import { signal } from './html.js';

const root = document.documentElement;
/** @returns {{ large?: boolean, theme?: 'light' | 'dark' | '', language?: 'vi' | 'en' }} */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem('look') || '{}');
  } catch {
    return {};
  }
}

export const look = signal(remembered());

/** @param {ReturnType<typeof remembered>} change */
export function setLook(change) {
  look.value = { ...look.value, ...change };
  root.dataset.text = look.value.large ? 'large' : '';
  root.dataset.theme = look.value.theme || '';
  try {
    localStorage.setItem('look', JSON.stringify(look.value));
  } catch {
    // A full or forbidden store: the choice lasts until the page closes.
  }
}
