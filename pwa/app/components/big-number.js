// One large number typed with the phone's own digits; the last one is offered.
import { h, html, useId } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ label: string, hint?: string, value: string, last?: number | null, lastWord?: string, error?: string, onChange: (value: string) => void }} props lastWord: what the offered number is */
export function BigNumber({ label, hint, value, last, lastWord, error, onChange }) {
  const id = useId();
  const told = [hint && `${id}-h`, error && `${id}-e`].filter(Boolean).join(' ') || undefined;
  return html`<div class="field"><label for=${id}>${label}</label>
    ${hint && html`<p class="hint" id=${`${id}-h`}>${hint}</p>`}
    ${error && html`<p class="error" id=${`${id}-e`}>${h(Icon, { name: 'alert' })}${error}</p>`}
    <input class="input big-number num" id=${id} inputmode="numeric" autocomplete="off" value=${value} aria-invalid=${error ? 'true' : undefined} aria-describedby=${told} onInput=${(/** @type {any} */ event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 5))} />
    ${last != null && String(last) !== value && html`<button class="chip" type="button" onClick=${() => onChange(String(last))}>${lastWord ?? t('pad.last', { n: last })}</button>`}</div>`;
}
