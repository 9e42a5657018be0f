// A form field: label, hint, error, all tied together for those who listen.
import { number } from '../lib/format.js';
import { h, html, useId } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/**
 * @param {{ label: string, hint?: string, error?: string, optional?: boolean, value?: string | number, onInput?: (value: string) => void,
 *   type?: string, multiline?: boolean, max?: number, options?: { value: string, label: string }[], input?: Record<string, any> }} props
 */
export function Field({ label, hint, error, optional, value, onInput, type = 'text', multiline, max, options, input }) {
  const id = useId();
  const left = max ? max - String(value ?? '').length : 0;
  const wrong = left < 0 ? t('field.over', { n: number(-left) }) : error;
  const told = [hint && `${id}-h`, wrong && `${id}-e`, max && `${id}-c`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    value,
    class: 'input',
    'aria-describedby': told,
    'aria-invalid': wrong ? 'true' : undefined,
    onInput: (/** @type {any} */ event) => onInput?.(event.target.value),
    ...input,
  };
  const control = options
    ? html`<select ...${common}>${options.map((one) => html`<option value=${one.value} selected=${one.value === String(value ?? '')}>${one.label}</option>`)}</select>`
    : multiline
      ? html`<textarea rows="4" ...${common}></textarea>`
      : html`<input type=${type} ...${common} />`;
  return html`<div class="field">
    <label for=${id}>${label} ${optional && html`<span class="hint">${t('field.optional')}</span>`}</label>
    ${hint && html`<p class="hint" id=${`${id}-h`}>${hint}</p>`}
    ${wrong && html`<p class="error" id=${`${id}-e`}>${h(Icon, { name: 'alert' })}${wrong}</p>`}
    ${control}
    ${max && left >= 0 && left < max * 0.2 && html`<p class="hint num" id=${`${id}-c`}>${t('field.left', { n: number(left) })}</p>`}
  </div>`;
}

/** @param {{ label: any, checked: boolean, onChange: (on: boolean) => void, name?: string, radio?: boolean }} props */
export function Choice({ label, checked, onChange, name, radio }) {
  return html`<label class="choice"><input type=${radio ? 'radio' : 'checkbox'} name=${name} checked=${checked} onChange=${(/** @type {any} */ event) => onChange(event.target.checked)} /><span>${label}</span></label>`;
}
