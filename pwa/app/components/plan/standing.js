// How a row of the plan stands, as a badge: an icon and a word beside the colour.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/** @type {Record<Api.Standing, [string, string]>} */
const LOOKS = {
  standing: ['', 'info'],
  waiting: ['', 'clock'],
  not_begun: ['', 'minus'],
  running: ['work', 'retry'],
  due_soon: ['amber', 'clock'],
  late: ['brick', 'clock-alert'],
  done: ['done', 'check'],
};

/** @param {{ standing: Api.Standing }} props */
export function Standing({ standing }) {
  const [tone, icon] = LOOKS[standing];
  return html`<span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`plan.standing_${standing}`)}</span>`;
}
