// Somebody's words as they wrote them; long ones are folded after a dozen lines and opened with one touch.
import { html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';

const LINES = 12;
const CHARACTERS = 900;

/** @param {{ words: string, look?: string }} props look: a class of the words */
export function LongWords({ words, look = '' }) {
  const [whole, setWhole] = useState(false);
  const isLong = words.length > CHARACTERS || words.split('\n').length > LINES + 2;
  return html`<div class="stack"><p class=${`pre ${look} ${isLong && !whole ? 'folded-words' : ''}`}>${words}</p>
    ${isLong && html`<button class="button small quiet no-print" type="button" aria-expanded=${String(whole)} onClick=${() => setWhole(!whole)}>${t(whole ? 'word.less' : 'word.whole')}</button>`}</div>`;
}
