// The dialog of an act on many cases: what to do, then which may and which may not and why, then the doing.
import { h, html, useEffect, useRef } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { catalogue } from '../../lib/store.js';
import { Field } from '../field.js';
import { Sheet } from './sheet.js';

/**
 * @param {{ act: string, count: number, values: Desk.Values, set: (change: Desk.Values) => void, units: Api.UnitDetail[], result: Api.BulkResult | null,
 *   error: string, busy: boolean, onTry: () => void, onDo: () => void, onBack: () => void, onClose: () => void }} props
 */
export function BulkSheet({ act, count, values, set, units, result, error, busy, onTry, onDo, onBack, onClose }) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) (result ? onDo : onTry)();
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const some = result && (result.refused.length ? t('bulk.do_some', { n: result.done.length }) : t('bulk.do_all', { n: result.done.length }));
  return h(
    Sheet,
    { title: t(`bulk.title_${act}`, { n: count }), look: 'wide', onClose },
    html`<form class="stack-16" noValidate onSubmit=${submit} onKeyDown=${press}>
      ${result ? h(Outcome, { result }) : h(Fields, { act, values, set, units })}
      ${error && html`<p class="notice brick" role="alert">${error}</p>`}
      <div class="line">${h(Main, { word: result ? (some ?? '') : t('bulk.preview'), disabled: result?.done.length === 0 })}
        ${result && act !== 'close' && html`<button class="button text small" type="button" onClick=${onBack}>${t('bulk.back')}</button>`}
        <button class="button text small" type="button" onClick=${onClose}>${t('desk.leave')}</button></div></form>`,
  );
}

/** Has the focus as soon as the outcome stands there. @param {{ word: string, disabled: boolean }} props */
function Main({ word, disabled }) {
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => {
    if (!button.current?.form?.querySelector('input, select, textarea')) button.current?.focus();
  }, [word, disabled]);
  return html`<button class="button small" type="submit" ref=${button} disabled=${disabled}>${word}<kbd class="wide-only" aria-hidden="true">Ctrl ↵</kbd></button>`;
}

/** @param {{ act: string, values: Desk.Values, set: (change: Desk.Values) => void, units: Api.UnitDetail[] }} props */
function Fields({ act, values, set, units }) {
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  const coded = (/** @type {{ code: string, label: string }[] | undefined} */ rows) => (rows ?? []).map((row) => ({ value: row.code, label: row.label }));
  const none = { value: '', label: t('bulk.choose') };
  if (act === 'assign')
    return html`${h(Field, { label: t('form.unit'), value: values.unit_id ?? '', options: [none, ...units.filter((unit) => unit.is_active).map((unit) => ({ value: unit.id, label: unit.name }))], onInput: (unit_id) => set({ unit_id }), input: { autofocus: true } })}
      ${h(Field, { label: t('form.note'), optional: true, value: values.note ?? '', multiline: true, max: 2000, onInput: (note) => set({ note }), input: { rows: 2 } })}`;
  if (act === 'priority')
    return h(Field, {
      label: t('form.priority'),
      value: values.priority ?? '',
      options: [none, ...coded(known?.priorities)],
      onInput: (priority) => set({ priority }),
      input: { autofocus: true },
    });
  if (act === 'category')
    return h(Field, {
      label: t('form.category'),
      value: values.category ?? '',
      options: [none, ...coded(known?.categories)],
      onInput: (category) => set({ category }),
      input: { autofocus: true },
    });
  if (act === 'reply')
    return h(Field, {
      label: t('form.reply'),
      hint: t('bulk.reply_hint'),
      value: values.text ?? '',
      multiline: true,
      max: 2000,
      onInput: (text) => set({ text }),
      input: { rows: 5, autofocus: true },
    });
  return null;
}

/** @param {{ result: Api.BulkResult }} props */
function Outcome({ result: { done, refused } }) {
  const example = done.find((one) => one.text);
  return html`<p role="status"><b>${t('bulk.may', { n: done.length })}</b>${refused.length > 0 && html` · <b>${t('bulk.may_not', { n: refused.length })}</b>`}</p>
    ${example && html`<div class="desk-preview" role="group" aria-label=${t('form.preview')}><p class="small">${t('bulk.example', { code: example.code })}</p><p class="pre">${example.text}</p></div>`}
    ${refused.length > 0 && html`<ul class="desk-refused">${refused.map((one) => html`<li key=${one.id}><b class="num">${one.code ?? '–'}</b> ${one.title}<br /><span class="small">${one.reason}</span></li>`)}</ul>`}`;
}
