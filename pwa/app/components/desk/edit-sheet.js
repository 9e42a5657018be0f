// A dialog with the fields of one thing: shows what is wrong beside its field, closes when it is saved.
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Conflict } from '../conflict.js';
import { Choice, Field } from '../field.js';
import { Sheet } from './sheet.js';

/**
 * @param {{ title: string, fields: Desk.EditField[] | ((values: Desk.Values) => Desk.EditField[]), values: Desk.Values, hint?: string, label?: string,
 *   onSave: (values: Desk.Values) => Promise<Desk.Fault | null>, onClose: () => void, read?: (current: Desk.Values) => Desk.Values, extra?: (values: Desk.Values, set: (change: Desk.Values) => void) => any }} props
 * onSave answers with what went wrong, null when nothing did; read: what somebody else saved, as values of this form
 */
export function EditSheet({ title, fields, values: first, hint, label = t('admin.save'), read = (current) => current, onSave, onClose, extra }) {
  const [values, setValues] = useState(first);
  const [wrong, setWrong] = useState(/** @type {Desk.Fault | null} */ (null));
  const [busy, setBusy] = useState(false);
  const set = (/** @type {Desk.Values} */ change) => setValues((old) => ({ ...old, ...change }));
  const keep = async (/** @type {Desk.Values} */ wish) => {
    setBusy(true);
    const fault = await onSave(wish);
    setBusy(false);
    if (!fault) return onClose();
    setWrong(fault);
    setTimeout(() => document.querySelector('dialog[open] [role="alert"]')?.scrollIntoView({ block: 'center' }), 50);
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    return keep(values);
  };
  const theirs = wrong?.current && read(wrong.current);
  const take = () => {
    set({ ...theirs });
    setWrong(null);
  };
  const shown = typeof fields === 'function' ? fields(values) : fields;
  return h(
    Sheet,
    { title, onClose },
    html`<form class="stack-16" noValidate onSubmit=${submit}>
    ${hint && html`<p class="small">${hint}</p>`}
    ${theirs && h(Conflict, { rows: differing(shown, theirs, values), onMine: () => keep({ ...values, version: theirs.version }), onTheirs: take })}
    ${wrong && !theirs && html`<div class="notice brick" role="alert"><p>${wrong.error}</p>${elsewhere(shown, wrong).map((detail) => html`<p>${detail}</p>`)}</div>`}
    ${shown.map((field) => h(EditField, { key: field.name, field, value: values[field.name], error: wrong?.fields.find((fault) => fault.field === field.name)?.detail, onInput: (value) => set({ [field.name]: value }) }))}
    ${extra?.(values, set)}
    <div class="line"><button class="button small" type="submit" disabled=${busy}>${label}</button><button class="button text small" type="button" onClick=${onClose}>${t('desk.leave')}</button></div></form>`,
  );
}

/** What is wrong with no field of the form, or with several. @param {Desk.EditField[]} shown @param {Desk.Fault} wrong */
const elsewhere = (shown, wrong) => wrong.fields.filter((fault) => !shown.some(({ name }) => name === fault.field)).map(({ detail }) => detail);

/** The fields in which the two differ, in the words of the form. @param {Desk.EditField[]} fields @param {Desk.Values} theirs @param {Desk.Values} mine */
const differing = (fields, theirs, mine) =>
  fields.map((field) => ({ label: field.label, now: said(field, theirs), mine: said(field, mine) })).filter((row) => row.now !== row.mine);

/** @param {Desk.EditField} field @param {Desk.Values} values */
function said({ name, check, options }, values) {
  if (check) return t(values[name] ? 'lists.yes' : 'lists.no');
  return String(options?.find((one) => one.value === values[name])?.label ?? values[name] ?? '');
}

/** @param {{ field: Desk.EditField, value: any, error?: string, onInput: (value: any) => void }} props */
function EditField({ field, value, error, onInput }) {
  if (field.check) return h(Choice, { label: field.label, checked: Boolean(value), onChange: onInput });
  return h(Field, {
    label: field.label,
    hint: field.hint,
    error,
    optional: field.optional,
    type: field.type,
    options: field.options,
    multiline: field.multiline,
    max: field.max,
    value: value ?? '',
    onInput,
    input: field.input,
  });
}
