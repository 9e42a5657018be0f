// The fields of every action of the desk. Values and changes come from the page.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { catalogue, hamlets } from '../../lib/store.js';
import { Choice, Field } from '../field.js';
import { Icon } from '../icon.js';

/** @type {() => Api.Catalogue | null} */
const lists = () => /** @type {any} */ (catalogue.value);
/** @param {{ code: string, label: string }[] | undefined} rows */
const options = (rows) => (rows ?? []).map((row) => ({ value: row.code, label: row.label }));

/** @param {Desk.FormProps} props */
export function AssignForm({ one, values, set, wrong, units }) {
  const usable = units.filter((unit) => unit.is_active);
  const officers = usable.find((unit) => unit.id === values.unit_id)?.officers ?? [];
  const named = usable.map((unit) => ({ value: unit.id, label: unit.id === one.suggested_unit?.id ? t('form.suggested', { name: unit.name }) : unit.name }));
  return html`<div class="desk-fields">
    ${h(Field, { label: t('form.unit'), error: wrong.unit_id, value: values.unit_id, options: [{ value: '', label: t('form.choose_unit') }, ...named], onInput: (unit_id) => set({ unit_id, assignee_id: '' }), input: { 'data-first': true } })}
    ${h(Field, { label: t('form.assignee'), value: values.assignee_id, error: wrong.assignee_id, options: [{ value: '', label: t('form.whole_unit') }, ...officers.map((officer) => ({ value: officer.id, label: officer.name }))], onInput: (assignee_id) => set({ assignee_id }) })}
    ${h(Field, { label: t('form.category'), value: values.category, error: wrong.category, options: [{ value: '', label: t('facts.no_category') }, ...options(lists()?.categories)], onInput: (category) => set({ category }) })}
    ${h(Field, { label: t('form.priority'), value: values.priority, options: options(lists()?.priorities), onInput: (priority) => set({ priority }) })}
    <div class="whole">${h(Field, { label: t('form.note'), optional: true, value: values.note, multiline: true, max: 2000, onInput: (note) => set({ note }), input: { rows: 2 } })}</div>
  </div>`;
}

/** @param {Desk.FormProps} props */
export function EditForm({ one, values, set, wrong }) {
  return html`<div class="desk-fields">
    ${h(Field, { label: t('form.category'), value: values.category, options: [{ value: '', label: t('facts.no_category') }, ...options(lists()?.categories)], onInput: (category) => set({ category }) })}
    ${h(Field, { label: t('form.priority'), value: values.priority, options: options(lists()?.priorities), onInput: (priority) => set({ priority }) })}
    ${h(Field, { label: t('form.hamlet'), value: values.hamlet_id, options: [{ value: '', label: t('facts.no_place') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))], onInput: (hamlet_id) => set({ hamlet_id }) })}
    ${values.priority !== one.priority && html`<div class="whole">${h(Field, { label: t('form.priority_reason'), hint: t('form.priority_reason_hint'), error: wrong.priority_reason, value: values.priority_reason, max: 500, onInput: (priority_reason) => set({ priority_reason }) })}</div>`}
  </div>`;
}

/** @param {Desk.FormProps & { label: string, field?: string, samples?: string[], max?: number }} props */
export function TextForm({ values, set, wrong, label, field = 'text', samples = [], max = 1000 }) {
  return html`${h(Samples, { samples, onPick: (sample) => set({ [field]: [values[field]?.trim(), sample].filter(Boolean).join('\n') }) })}
    ${h(Field, { label, value: values[field], error: wrong[field], multiline: true, max, onInput: (text) => set({ [field]: text }), input: { rows: 3 } })}`;
}

/** Ready sentences, to be changed before they are sent. @param {{ samples: string[], onPick: (sample: string) => void }} props */
function Samples({ samples, onPick }) {
  if (!samples.length) return null;
  return html`<div class="line" role="group" aria-label=${t('form.samples')}>${samples.map((sample) => html`<button class="chip desk-sample" key=${sample} type="button" title=${sample} onClick=${() => onPick(sample)}>${h(Icon, { name: 'plus' })}<span>${sample}</span></button>`)}</div>`;
}

/** @param {Desk.FormProps & { has: boolean, picker: any }} props picker: the photo picker with its work, from the page */
export function ResolveForm({ values, set, wrong, has, picker }) {
  return html`<div class="desk-fields">
    <div class="whole">${h(Field, { label: t('form.done_what'), hint: t('form.done_hint'), value: values.text, error: wrong.text, multiline: true, max: 2000, onInput: (text) => set({ text }), input: { rows: 3 } })}</div>
    <fieldset class="whole stack"><legend class="label">${t('form.after_photos')}</legend>${picker}</fieldset>
    ${h(Field, { label: t('form.kg'), optional: true, value: values.kg, error: wrong.kg ?? wrong.waste_kg, onInput: (kg) => set({ kg }), input: { inputMode: 'decimal' } })}
    ${!has && h(Field, { label: t('form.no_photo_reason'), hint: t('form.no_photo_hint'), value: values.no_photo_reason, error: wrong.no_photo_reason, max: 500, onInput: (no_photo_reason) => set({ no_photo_reason }) })}
  </div>`;
}

/** @param {Desk.FormProps} props */
export function ReplyForm({ one, values, set, wrong }) {
  const photos = one.photos.filter((photo) => photo.large && photo.kind !== 'field');
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) =>
    set({ publish: on ? [...values.publish, id] : values.publish.filter((/** @type {string} */ each) => each !== id) });
  const samples = [t('sample.reply_done', { code: one.code, what: one.resolution?.text ?? '' })];
  return html`<div class="desk-two"><div class="stack">
      ${h(Samples, { samples, onPick: (text) => set({ text }) })}
      ${h(Field, { label: t('form.reply'), value: values.text, error: wrong.text, multiline: true, max: 4000, onInput: (text) => set({ text }), input: { rows: 5 } })}
      ${photos.length > 0 && html`<fieldset><legend class="label">${t('form.publish')}</legend><p class="small">${t('public.look')}</p><div class="desk-pick-photos">${photos.map((photo) => h(Choice, { key: photo.id, checked: photo.is_public || values.publish.includes(photo.id), onChange: (on) => toggle(photo.id, on || photo.is_public), label: html`<img src=${photo.thumb} alt="" loading="lazy" /><span class="small">${t(`photos.${photo.kind}`)}${photo.is_public && html`<br />${t('public.shown')}`}</span>` }))}</div></fieldset>`}</div>
    <div class="desk-preview" aria-label=${t('form.preview')} role="group"><p class="small">${t('form.preview')}</p><h3>${t('outcome.reply')}</h3><p class="pre">${values.text || t('form.preview_empty')}</p>
      <div class="desk-mini">${photos.filter((photo) => photo.is_public || values.publish.includes(photo.id)).map((photo) => html`<img key=${photo.id} src=${photo.thumb} alt=${t(`photos.${photo.kind}`)} />`)}</div></div></div>`;
}

/** @param {Desk.FormProps} props */
export function RejectForm({ values, set, wrong }) {
  const other = values.reason === 'other_procedure';
  const pick = (/** @type {string} */ reason) =>
    set({ reason, ...(!values.text.trim() && reason === 'other_procedure' && { text: t('sample.reject_procedure') }) });
  return html`<div class="stack-16">
    ${h(Field, { label: t('form.reason'), error: wrong.reason, value: values.reason, options: [{ value: '', label: t('form.choose_reason') }, ...options(lists()?.reject_reasons)], onInput: pick })}
    ${other && html`<p class="notice">${h(Icon, { name: 'info' })}${t('form.other_procedure')}</p>`}
    ${h(Field, { label: t('form.reject_text'), hint: t('form.reject_hint'), value: values.text, error: wrong.text, multiline: true, max: 1000, onInput: (text) => set({ text }), input: { rows: 3 } })}</div>`;
}

/** @param {Desk.FormProps} props */
export function ExtendForm({ one, values, set, wrong }) {
  return html`<div class="desk-fields">
    ${h(Field, { label: t('form.extend_days'), hint: t('form.extend_most', { n: one.may_extend_days ?? 0 }), value: values.days, error: wrong.days, onInput: (days) => set({ days }), input: { inputMode: 'numeric', 'data-first': true } })}
    <div class="whole">${h(Field, { label: t('form.extend_reason'), hint: t('form.extend_hint'), value: values.reason, error: wrong.reason, multiline: true, max: 500, onInput: (reason) => set({ reason }), input: { rows: 3 } })}</div></div>`;
}
