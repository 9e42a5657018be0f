// The units beside each other, with what speaks against quick closing in the same line.
import { hoursWords, shareWords } from '../../lib/figures.js';
import { number } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Numbers } from './charts.js';

/** @type {(keyof Api.UnitLine)[]} */
const COUNTS = ['held', 'open', 'overdue', 'done', 'unproven', 'reopened', 'handed_on', 'rejected', 'merged', 'transferred'];

/** @param {{ units: Api.UnitLine[] }} props */
export function UnitTable({ units }) {
  const heads = [t('figures.unit'), ...COUNTS.map((one) => t(`figures.unit_${one}`)), t('figures.on_time'), t('figures.median'), t('figures.p90')];
  const rows = units.map((one) => [
    one.name,
    ...COUNTS.map((name) => number(Number(one[name]))),
    shareWords(one.on_time),
    hoursWords(one.median_hours),
    hoursWords(one.p90_hours),
  ]);
  return html`${h(Numbers, { title: t('figures.units'), heads, rows, shown: true })}
    <details><summary>${t('figures.how')}</summary><ul class="small">${[1, 2, 3, 4, 5].map((one) => html`<li>${t(`figures.how_${one}`)}</li>`)}</ul></details>`;
}

/** @param {{ steps: (Api.StepTime | Api.PublicStep)[] }} props */
export function StepTable({ steps }) {
  const counted = steps.some((one) => 'cases' in one);
  const heads = [t('figures.step'), ...(counted ? [t('figures.cases')] : []), t('figures.median'), t('figures.p90')];
  const rows = steps.map((one) => [
    t(`figures.step_${one.step}`),
    ...('cases' in one ? [number(one.cases)] : []),
    hoursWords(one.median_hours),
    hoursWords(one.p90_hours),
  ]);
  return html`${h(Numbers, { title: t('figures.steps'), heads, rows, shown: true })}<p class="small">${t('figures.steps_hint')}</p>`;
}
