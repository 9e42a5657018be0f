// The questions a category asks on top: yes or no, one of several, a number, a few words.
import { h, html, useId } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Choice, Field } from './field.js';
import { Icon } from './icon.js';

/** @param {{ questions: import('../lib/asked.js').Question[], given: Record<string, string>, wrong: string[], onGive: (given: Record<string, string>) => void }} props wrong: ids of those that want another answer */
export function ExtraQuestions({ questions, given, wrong, onGive }) {
  return questions.map((one) =>
    h(Question, { key: one.id, one, value: given[one.id] ?? '', wrong: wrong.includes(one.id), onGive: (value) => onGive({ ...given, [one.id]: value }) }),
  );
}

/** @param {{ one: import('../lib/asked.js').Question, value: string, wrong: boolean, onGive: (value: string) => void }} props */
function Question({ one, value, wrong, onGive }) {
  const id = useId();
  const error = wrong ? t(one.kind === 'number' ? 'asked.number_wrong' : 'asked.missing') : '';
  if (one.kind === 'number' || one.kind === 'text')
    return h(Field, {
      label: one.text,
      hint: one.hint,
      error,
      optional: !one.is_required,
      value,
      max: one.kind === 'text' ? 500 : undefined,
      onInput: onGive,
      input: { inputMode: one.kind === 'number' ? 'decimal' : 'text', autocomplete: 'off' },
    });
  const options =
    one.kind === 'yes_no' ? ['yes', 'no'].map((code) => ({ code, label: t(`asked.${code}`) })) : one.options.map((code) => ({ code, label: code }));
  return html`<fieldset class="field asked" aria-describedby=${one.hint ? `${id}-h` : undefined}><legend>${one.text} ${!one.is_required && html`<span class="hint">${t('field.optional')}</span>`}</legend>
    ${one.hint && html`<p class="hint" id=${`${id}-h`}>${one.hint}</p>`}
    ${error && html`<p class="error">${h(Icon, { name: 'alert' })}${error}</p>`}
    ${options.map(({ code, label }) => h(Choice, { key: code, radio: true, name: id, label, checked: value === code, onChange: () => onGive(code) }))}</fieldset>`;
}

/** Whose job this is, with a number to call. @param {{ notice: string, phone: string, stops: boolean }} props */
export function CategoryNotice({ notice, phone, stops }) {
  if (!notice) return null;
  return html`<div class="notice stack" role="status"><p>${notice}</p>${phone && html`<a class="button quiet small" href=${`tel:${phone.replace(/[^\d+*#]/g, '')}`}>${h(Icon, { name: 'phone' })}${t('asked.call', { phone })}</a>`}<p class="small">${t(stops ? 'asked.stopped' : 'asked.may_send')}</p></div>`;
}

/** @param {{ categories: { code: string, label: string }[], onChoose: (code: string) => void }} props */
export function Suggested({ categories, onChoose }) {
  if (!categories.length) return null;
  return html`<div class="line asked-chips"><span class="small">${t('asked.perhaps')}</span>${categories.map((one) => html`<button class="chip" type="button" key=${one.code} onClick=${() => onChoose(one.code)}>${one.label}</button>`)}</div>`;
}
