// One month as a small grid, weeks from Monday: which days are worked.
import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const two = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** @param {{ year: number, month: number, weekdays: Set<number>, special: Map<string, { is_working: boolean, name: string }> }} props */
export function MonthGrid({ year, month, weekdays, special }) {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lead = (first.getUTCDay() + 6) % 7;
  const look = (/** @type {number} */ number) => {
    const known = special.get(`${year}-${two(month)}-${two(number)}`);
    const isWeekday = weekdays.has(((lead + number - 1) % 7) + 1);
    if (known) return known.is_working ? 'worked' : 'off';
    return isWeekday ? '' : 'weekend';
  };
  return html`<section class="month"><h3>${t('calendar.month', { n: month })}</h3><div class="month-days num">
    ${Array.from({ length: lead }, (_, at) => html`<span key=${`lead${at}`}></span>`)}
    ${Array.from({ length }, (_, at) => html`<span key=${at} class=${look(at + 1)} title=${special.get(`${year}-${two(month)}-${two(at + 1)}`)?.name}>${at + 1}</span>`)}</div></section>`;
}
