// A field that finds one of a list while somebody types, with or without diacritics; by keyboard or by finger.
import { plain } from '../lib/asked.js';
import { h, html, useEffect, useId, useState } from '../lib/html.js';
import { Icon } from './icon.js';

/**
 * @param {{ label: string, value: string, options: { value: string, label: string }[], onPick: (value: string) => void, error?: string, hint?: string, most?: number }} props
 * value: '' for none; clearing the field picks none
 */
export function PickField({ label, value, options, onPick, error, hint, most = 8 }) {
  const id = useId();
  const chosen = options.find((one) => one.value === value)?.label ?? '';
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const [at, setAt] = useState(0);
  useEffect(() => setTyped(null), [value]);
  const found = typed === null ? [] : matching(options, typed).slice(0, most);
  const pick = (/** @type {string} */ wish) => {
    onPick(wish);
    setTyped(null);
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'ArrowDown' && typed === null) return setTyped('');
    if (!found.length) return undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (event.key === 'Escape') setTyped(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && typed && !event.ctrlKey) {
      if (event.key === 'Enter') event.preventDefault();
      pick(found[at].value);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      pick(found[at].value);
    }
    return undefined;
  };
  const type = (/** @type {any} */ event) => {
    setTyped(event.target.value);
    setAt(0);
    if (!event.target.value && value) onPick('');
  };
  return html`<div class="field pick-field"><label for=${id}>${label}</label>
    ${hint && html`<p class="hint" id=${`${id}-h`}>${hint}</p>`}${error && html`<p class="error" id=${`${id}-e`}>${h(Icon, { name: 'alert' })}${error}</p>`}
    <input class="input" id=${id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded=${String(found.length > 0)} aria-controls=${`${id}-l`} aria-activedescendant=${found.length ? `${id}-${at}` : undefined}
      aria-invalid=${error ? 'true' : undefined} aria-describedby=${error ? `${id}-e` : hint ? `${id}-h` : undefined} value=${typed ?? chosen} onInput=${type} onKeyDown=${press} onBlur=${() => setTyped(null)} />
    <ul class="pick-list" id=${`${id}-l`} role="listbox" aria-label=${label} hidden=${!found.length}>${found.map((one, place) => html`<li key=${one.value} id=${`${id}-${place}`} role="option" aria-selected=${String(place === at)} onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${() => pick(one.value)}>${one.label}</li>`)}</ul></div>`;
}

/** Those that begin with it first, then those that hold every word of it. @param {{ value: string, label: string }[]} options @param {string} typed */
export function matching(options, typed) {
  const wanted = plain(typed);
  const known = options.map((one) => ({ one, text: plain(one.label) }));
  const holds = known.filter(({ text }) => wanted.split(' ').every((word) => text.includes(word)));
  return [...holds.filter(({ text }) => text.startsWith(wanted)), ...holds.filter(({ text }) => !text.startsWith(wanted))].map(({ one }) => one);
}
