// The forms of handing a case on and of asking a body outside.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Choice, Field } from '../field.js';

/** @param {Desk.FormProps} props */
export function HandoverForm({ one, values, set, wrong, units }) {
  const others = units.filter((unit) => unit.is_active && unit.id !== one.unit?.id);
  return html`<div class="desk-fields">
    ${h(Field, { label: t('flow.to_unit'), value: values.unit_id, error: wrong.unit_id, options: [{ value: '', label: t('flow.back_to_hotline') }, ...others.map((unit) => ({ value: unit.id, label: unit.name }))], onInput: (unit_id) => set({ unit_id }), input: { 'data-first': true } })}
    <div class="whole">${h(Field, { label: t('flow.why'), value: values.reason, error: wrong.reason, multiline: true, max: 1000, onInput: (reason) => set({ reason }), input: { rows: 2 } })}</div></div>`;
}

/** @param {Desk.FormProps} props */
export function OutsideForm({ values, set, wrong }) {
  return html`<div class="desk-fields">
    ${h(Field, { label: t('form.body'), value: values.body, error: wrong.body, max: 200, onInput: (body) => set({ body }) })}
    ${h(Field, { label: t('form.letter_number'), optional: true, value: values.letter_number, error: wrong.letter_number, max: 60, onInput: (letter_number) => set({ letter_number }) })}
    <div class="whole">${h(Field, { label: t('flow.outside_words'), hint: t('flow.outside_words_hint'), value: values.words, error: wrong.words, multiline: true, max: 2000, onInput: (words) => set({ words }), input: { rows: 3 } })}</div>
    ${h(Field, { label: t('flow.place_words'), optional: true, value: values.place_words, error: wrong.place_words, max: 300, onInput: (place_words) => set({ place_words }) })}
    ${h(Field, { label: t('flow.due_on'), type: 'date', value: values.due_on, error: wrong.due_on, onInput: (due_on) => set({ due_on }) })}
    <div class="whole">${h(Choice, { label: t('flow.exact'), checked: values.is_exact, onChange: (is_exact) => set({ is_exact }) })}</div></div>`;
}
