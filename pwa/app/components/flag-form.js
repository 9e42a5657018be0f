// A reader says why something should not be public. Nothing is hidden by it; an officer looks.
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { uuid } from '../lib/uuid.js';
import { Choice, Field } from './field.js';

const REASONS = ['personal', 'child', 'untrue', 'insult', 'other'];

/** @param {{ onSend: (values: { id: string, reason: string, words: string }) => void, onClose: () => void }} props */
export function FlagForm({ onSend, onClose }) {
  const [values, setValues] = useState({ id: uuid(), reason: 'personal', words: '' });
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    onSend(values);
  };
  return html`<form class="card pad stack-16" onSubmit=${send}><fieldset class="stack"><legend><b>${t('flag.title')}</b></legend>
    ${REASONS.map((reason) => h(Choice, { key: reason, radio: true, name: 'flag', label: t(`flag.${reason}`), checked: values.reason === reason, onChange: () => setValues({ ...values, reason }) }))}</fieldset>
    ${h(Field, { label: t('flag.words'), optional: true, max: 300, value: values.words, onInput: (words) => setValues({ ...values, words }) })}
    <button class="button" type="submit">${t('flag.do')}</button><button class="button text" type="button" onClick=${onClose}>${t('flag.leave')}</button></form>`;
}
