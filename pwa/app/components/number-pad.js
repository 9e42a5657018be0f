// A big number and big keys; the phone's own keyboard stays away but a real one works.
import { h, html, useId } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ label: string, value: string, last?: number | null, error?: string, onChange: (value: string) => void }} props */
export function NumberPad({ label, value, last, error, onChange }) {
  const id = useId();
  const press = (/** @type {string} */ key) => onChange(`${value}${key}`.replace(/^0+/, '').slice(0, 5));
  return html`<div class="field"><label for=${id}>${label}</label>
      ${error && html`<p class="error" id=${`${id}-e`}>${h(Icon, { name: 'alert' })}${error}</p>`}
      <input class="input big-number num" id=${id} inputmode="none" autocomplete="off" value=${value} aria-invalid=${error ? 'true' : undefined} aria-describedby=${error ? `${id}-e` : undefined} onInput=${(/** @type {any} */ event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 5))} /></div>
    <div class="keys" role="group" aria-label=${t('pad.keys')}>
      ${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => html`<button type="button" onClick=${() => press(key)}>${key}</button>`)}
      ${last ? html`<button type="button" class="last" onClick=${() => onChange(String(last))}>${t('pad.last', { n: last })}</button>` : html`<span></span>`}
      <button type="button" onClick=${() => press('0')}>0</button>
      <button type="button" aria-label=${t('pad.erase')} onClick=${() => onChange(value.slice(0, -1))}>${h(Icon, { name: 'erase' })}</button></div>`;
}
