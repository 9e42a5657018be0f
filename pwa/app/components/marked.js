// Words with the places marked that answer a search.

import { html } from '../lib/html.js';

/** @param {{ text: string, spans?: any[][] | null }} props `spans`: [start, end) in characters, in order */
export function Marked({ text, spans }) {
  const letters = [...text]; // as the server counts: by characters, not by halves of them
  const pieces = [];
  let from = 0;
  for (const [start, end] of spans ?? []) {
    pieces.push(letters.slice(from, start).join(''), html`<mark>${letters.slice(start, end).join('')}</mark>`);
    from = end;
  }
  return [...pieces, letters.slice(from).join('')];
}
