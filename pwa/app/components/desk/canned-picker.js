// Words the commune has ready, as they read for this case; picked ones join what was typed, never replace it.
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Field } from '../field.js';
import { Icon } from '../icon.js';

/** @param {{ offers: Api.Offer[], typed: string, onText: (text: string) => void }} props */
export function CannedPicker({ offers, typed, onText }) {
  const [id, setId] = useState('');
  if (!offers.length) return null;
  const offer = offers.find((one) => one.id === id);
  const take = () => {
    if (!offer) return;
    onText(typed.trim() ? `${typed.trim()}\n\n${offer.text}` : offer.text);
    setId('');
  };
  return html`<div class="stack desk-canned">${h(Field, { label: t('canned.pick'), value: id, options: [{ value: '', label: t('canned.choose') }, ...offers.map((one) => ({ value: one.id, label: one.title }))], onInput: setId })}
    ${
      offer &&
      html`<div class="desk-preview" role="group" aria-label=${t('form.preview')}><p class="pre">${offer.text}</p>${offer.missing.length > 0 && html`<p class="small">${t('canned.missing')}</p>`}
      <button class="button quiet small" type="button" onClick=${take}>${h(Icon, { name: 'plus' })}${t(typed.trim() ? 'canned.add' : 'canned.use')}</button></div>`
    }</div>`;
}
