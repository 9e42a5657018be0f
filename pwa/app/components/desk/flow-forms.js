// The forms of who works on a case: ask its sender, hand it on, let others help, split it, bodies outside.
import { h, html, useId } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { catalogue } from '../../lib/store.js';
import { Choice, Field } from '../field.js';
import { Icon } from '../icon.js';
import { TextForm } from './forms.js';

/** @param {Desk.FormProps} props */
export function HandoverForm({ one, values, set, wrong, units }) {
  const others = units.filter((unit) => unit.is_active && unit.id !== one.unit?.id);
  return html`<div class="desk-fields">
    ${h(Field, { label: t('flow.to_unit'), value: values.unit_id, error: wrong.unit_id, options: [{ value: '', label: t('flow.back_to_hotline') }, ...others.map((unit) => ({ value: unit.id, label: unit.name }))], onInput: (unit_id) => set({ unit_id }), input: { 'data-first': true } })}
    <div class="whole">${h(Field, { label: t('flow.why'), value: values.reason, error: wrong.reason, multiline: true, max: 1000, onInput: (reason) => set({ reason }), input: { rows: 2 } })}</div></div>`;
}

/** @param {Desk.FormProps} props */
export function OutsideForm({ values, set, wrong, bodies }) {
  return html`<div class="desk-fields">
    ${h(BodyField, { value: values.body, error: wrong.body, bodies, onInput: (body) => set({ body }) })}
    ${h(Field, { label: t('form.letter_number'), optional: true, value: values.letter_number, error: wrong.letter_number, max: 60, onInput: (letter_number) => set({ letter_number }) })}
    <div class="whole">${h(Field, { label: t('flow.outside_words'), hint: t('flow.outside_words_hint'), value: values.words, error: wrong.words, multiline: true, max: 2000, onInput: (words) => set({ words }), input: { rows: 3 } })}</div>
    ${h(Field, { label: t('flow.place_words'), optional: true, value: values.place_words, error: wrong.place_words, max: 300, onInput: (place_words) => set({ place_words }) })}
    ${h(Field, { label: t('flow.due_on'), type: 'date', value: values.due_on, error: wrong.due_on, onInput: (due_on) => set({ due_on }) })}
    <div class="whole">${h(Choice, { label: t('flow.exact'), checked: values.is_exact, onChange: (is_exact) => set({ is_exact }) })}</div></div>`;
}

/** @param {Desk.FormProps} props */
export function TransferForm({ values, set, wrong, bodies }) {
  return html`<div class="desk-fields">
    <div class="whole">${h(BodyField, { hint: t('form.body_hint'), value: values.body, error: wrong.body, bodies, onInput: (body) => set({ body }) })}</div>
    ${h(Field, { label: t('form.letter_number'), hint: t('form.letter_hint'), value: values.letter_number, error: wrong.letter_number, max: 60, onInput: (letter_number) => set({ letter_number }) })}
    ${h(Field, { label: t('form.letter_on'), type: 'date', value: values.letter_on, error: wrong.letter_on, onInput: (letter_on) => set({ letter_on }) })}
    <div class="whole">${h(Field, { label: t('form.transfer_text'), optional: true, value: values.text, error: wrong.text, multiline: true, max: 1000, onInput: (text) => set({ text }), input: { rows: 2 } })}</div></div>`;
}

/** One of the commune's list, or any other name. @param {{ value: string, hint?: string, error?: string, bodies?: Api.Body[], onInput: (body: string) => void }} props */
function BodyField({ value, hint, error, bodies = [], onInput }) {
  const id = useId();
  return html`${h(Field, { label: t('form.body'), hint, value, error, max: 200, onInput, input: { list: id, autocomplete: 'off', 'data-first': true } })}
    <datalist id=${id}>${bodies.filter((body) => body.is_active).map((body) => html`<option key=${body.id} value=${body.name}>${body.note}</option>`)}</datalist>`;
}

/** @param {Desk.FormProps} props */
export function AskForm(props) {
  const { values, set } = props;
  return html`${h(TextForm, { ...props, label: t('form.text_ask'), samples: [t('sample.ask_place'), t('sample.ask_photo'), t('sample.ask_when')] })}
    ${h(Choice, { label: t('flow.wants_photo'), checked: values.wants_photo, onChange: (wants_photo) => set({ wants_photo }) })}
    ${h(Choice, { label: t('flow.wants_place'), checked: values.wants_place, onChange: (wants_place) => set({ wants_place }) })}`;
}

/** @param {Desk.FormProps} props */
export function SupportForm({ one, values, set, wrong, units }) {
  const others = units.filter((unit) => (unit.is_active && unit.id !== one.unit?.id) || values.unit_ids.includes(unit.id));
  const turn = (/** @type {string} */ id, /** @type {boolean} */ on) =>
    set({ unit_ids: on ? [...values.unit_ids, id] : values.unit_ids.filter((/** @type {string} */ each) => each !== id) });
  return html`<fieldset class="stack"><legend class="label">${t('flow.support_who')}</legend>
    ${wrong.unit_ids && html`<p class="error">${h(Icon, { name: 'alert' })}${wrong.unit_ids}</p>`}
    ${others.map((unit) => h(Choice, { key: unit.id, label: unit.name, checked: values.unit_ids.includes(unit.id), onChange: (on) => turn(unit.id, on) }))}</fieldset>`;
}

const FEWEST_PARTS = 2;
const MOST_PARTS = 8;

/** @param {Desk.FormProps & { fresh: () => Desk.Values }} props fresh: one more part */
export function SplitForm({ values, set, wrong, units, fresh }) {
  const parts = /** @type {Desk.Values[]} */ (values.parts);
  const turn = (/** @type {number} */ at, /** @type {Desk.Values} */ change) => set({ parts: parts.with(at, { ...parts[at], ...change }) });
  return html`${parts.map((part, at) => h(PartFields, { key: part.id, part, at, wrong, units, onChange: (change) => turn(at, change), onDrop: parts.length > FEWEST_PARTS ? () => set({ parts: parts.toSpliced(at, 1) }) : null }))}
    ${parts.length < MOST_PARTS && html`<button class="desk-link" type="button" onClick=${() => set({ parts: [...parts, fresh()] })}>${h(Icon, { name: 'plus' })}${t('flow.part_more')}</button>`}`;
}

/** @param {{ part: Desk.Values, at: number, wrong: Record<string, string>, units: Api.UnitDetail[], onChange: (change: Desk.Values) => void, onDrop: (() => void) | null }} props */
function PartFields({ part, at, wrong, units, onChange, onDrop }) {
  const kinds = (catalogue.value?.categories ?? []).map((kind) => ({ value: kind.code, label: kind.label }));
  const usable = units.filter((unit) => unit.is_active).map((unit) => ({ value: unit.id, label: unit.name }));
  return html`<fieldset class="desk-fields"><legend class="label">${t('flow.part', { n: at + 1 })}</legend>
    ${h(Field, { label: t('form.category'), value: part.category, error: wrong[`parts.${at}.category`], options: [{ value: '', label: t('facts.no_category') }, ...kinds], onInput: (category) => onChange({ category }), input: at ? {} : { 'data-first': true } })}
    ${h(Field, { label: t('form.unit'), value: part.unit_id, error: wrong[`parts.${at}.unit_id`], options: [{ value: '', label: t('flow.part_later') }, ...usable], onInput: (unit_id) => onChange({ unit_id }) })}
    <div class="whole">${h(Field, { label: t('flow.part_words'), value: part.words, error: wrong[`parts.${at}.words`], multiline: true, max: 2000, onInput: (words) => onChange({ words }), input: { rows: 2 } })}</div>
    ${onDrop && html`<div class="whole"><button class="desk-link" type="button" onClick=${onDrop}>${h(Icon, { name: 'close' })}${t('flow.part_drop', { n: at + 1 })}</button></div>`}</fieldset>`;
}
