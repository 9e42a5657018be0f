// The folded rest of the weekend's result: weights, lengths, who came, a note. Nothing here must be filled in.
import { FORCES, HEAPS, MORE_NUMBERS } from '../lib/check-in.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Field } from './field.js';
import { Icon } from './icon.js';

/** @param {{ fields: Record<string, any>, error?: string, onWrite: (change: Record<string, any>) => void, children?: any }} props error: about who came */
export function CheckInMore({ fields, error, onWrite, children }) {
  const digits = (/** @type {string} */ text) => text.replace(/\D/g, '').slice(0, 10);
  const long = fields.note?.length > 1000 || fields.in_kind?.length > 300;
  return html`<details class="card" open=${Boolean(error) || long}><summary class="row"><span class="tile">${h(Icon, { name: 'list' })}</span><span class="grow"><b>${t('check_in.more')}</b><span class="small">${t('check_in.more_hint')}</span></span><span class="turn">${h(Icon, { name: 'next' })}</span></summary>
    <div class="folded">
      ${h(Weight, { value: fields.waste_kg ?? '', onChange: (waste_kg) => onWrite({ waste_kg }) })}
      ${MORE_NUMBERS.map(([name, unit]) => h(Field, { key: name, label: `${t(`cleanup.${name}`)} (${t(unit)})`, value: fields[name] ?? '', onInput: (text) => onWrite({ [name]: digits(text) }), input: { inputmode: 'numeric' } }))}
      ${h(Field, { label: t('cleanup.in_kind'), value: fields.in_kind ?? '', max: 300, onInput: (in_kind) => onWrite({ in_kind }) })}
      <fieldset class="field"><legend>${t('check_in.forces')}</legend>${error && html`<p class="error">${h(Icon, { name: 'alert' })}${error}</p>`}${FORCES.map((name) => h(Field, { key: name, label: t(`force.${name}`), value: fields.forces?.[name] ?? '', onInput: (text) => onWrite({ forces: { ...fields.forces, [name]: digits(text) } }), input: { inputmode: 'numeric' } }))}</fieldset>
      ${h(Field, { label: t('cleanup.note'), multiline: true, max: 1000, value: fields.note ?? '', onInput: (note) => onWrite({ note }) })}
      ${children}
    </div></details>`;
}

/** Counting bags is easier than guessing kilograms. @param {{ value: string, onChange: (value: string) => void }} props */
function Weight({ value, onChange }) {
  return html`${h(Field, { label: `${t('cleanup.waste_kg')} (${t('unit.kg')})`, hint: t('check_in.heaps'), value, onInput: (text) => onChange(text.replace(/\D/g, '').slice(0, 6)), input: { inputmode: 'numeric' } })}
    <div class="chips">${HEAPS.map(([name, kg]) => html`<button class="chip" type="button" onClick=${() => onChange(String((Number(value) || 0) + Number(kg)))}>${h(Icon, { name: 'plus' })}${t(`heap.${name}`, { kg })}</button>`)}</div>`;
}
