// Draws a document up from the records and opens the draft.
import { sayProblem } from '../lib/api.js';
import { drawUp } from '../lib/draft.js';
import { h, html, useState } from '../lib/html.js';
import { uuid } from '../lib/uuid.js';
import { Icon } from './icon.js';
import { toast } from './toast.js';

/** @param {{ label: string, about?: string, wish: Omit<import('../lib/draft.js').Wish, 'id'>, look?: string }} props about: for those who listen */
export function DraftButton({ label, about, wish, look = 'button quiet small' }) {
  const [id] = useState(uuid);
  const [busy, setBusy] = useState(false);
  const draw = async () => {
    setBusy(true);
    try {
      await drawUp({ id, ...wish });
    } catch (error) {
      toast(sayProblem(error));
      setBusy(false);
    }
  };
  return html`<button class=${look} type="button" disabled=${busy} onClick=${draw}>${h(Icon, { name: 'file' })}${label}${about && html`<span class="sr"> ${about}</span>`}</button>`;
}
