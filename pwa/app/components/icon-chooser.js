// Choosing the drawing of a kind of case by looking at it.
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

const NAMES =
  'trash waves flame brick-wall bone sprout package footprints skull sofa blend droplets banknote trees factory truck recycle leaf hand flag warning building home pin camera circle-help ellipsis';

/** @param {{ value: string, onChoose: (name: string) => void }} props */
export function IconChooser({ value, onChoose }) {
  const names = NAMES.split(' ');
  const all = names.includes(value) || !value ? names : [value, ...names];
  return html`<fieldset class="icon-choices"><legend>${t('lists.icon')}</legend>${all.map(
    (name) =>
      html`<label key=${name}><input type="radio" name="icon" checked=${name === value} onChange=${() => onChoose(name)} />${h(Icon, { name, label: name })}</label>`,
  )}</fieldset>`;
}
