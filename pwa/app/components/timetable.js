// The week of a collection point: lines of days and hours, big enough for a thumb.
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { lineFaults } from '../lib/timetable.js';
import { Field } from './field.js';
import { Icon } from './icon.js';

/** @typedef {import('../lib/timetable.js').Line} Line */

/** @param {{ lines: Line[], tried: boolean, shuts?: boolean, onChange: (lines: Line[]) => void }} props tried: faults are told only after the first try to save; shuts: these are the hours it is open, each with an end */
export function Timetable({ lines, tried, shuts = false, onChange }) {
  const faults = tried ? lineFaults(lines, shuts) : [];
  const name = shuts ? 'opening' : 'timetable';
  const change = (/** @type {number} */ at, /** @type {Partial<Line>} */ part) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return html`<section class="stack-16" aria-labelledby=${name}><h2 id=${name}>${t(shuts ? 'points.opening' : 'points.schedule')}</h2>${shuts && html`<p class="small">${t('timetable.opening_hint')}</p>`}
    ${lines.map((line, at) => h(Hours, { key: at, line, at, shuts, fault: faults[at] ?? '', onChange: (part) => change(at, part), onDrop: () => onChange(lines.filter((_, index) => index !== at)) }))}
    <button class="button quiet" type="button" onClick=${() => onChange([...lines, { days: [], from: lines.at(-1)?.from ?? (shuts ? '07:00' : '17:00'), to: shuts ? '17:00' : '' }])}>${h(Icon, { name: 'plus' })}${t(lines.length ? 'timetable.more' : shuts ? 'timetable.add_opening' : 'timetable.add')}</button></section>`;
}

/** @param {{ line: Line, at: number, fault: string, shuts: boolean, onChange: (part: Partial<Line>) => void, onDrop: () => void }} props */
function Hours({ line, at, fault, shuts, onChange, onDrop }) {
  const turn = (/** @type {number} */ day) => onChange({ days: line.days.includes(day) ? line.days.filter((one) => one !== day) : [...line.days, day].sort() });
  return html`<fieldset class="card pad"><legend class="sr">${t(shuts ? 'timetable.opening_line' : 'timetable.line', { n: at + 1 })}</legend>
    ${fault && html`<p class="error">${h(Icon, { name: 'alert' })}${t(`timetable.fault_${fault}`)}</p>`}
    <div class="week" role="group" aria-label=${t('timetable.days')}>${[1, 2, 3, 4, 5, 6, 7].map((day) => html`<button class="chip" type="button" aria-pressed=${String(line.days.includes(day))} aria-label=${t(`day.${day}`)} onClick=${() => turn(day)}>${t(`day.short_${day}`)}</button>`)}</div>
    <div class="hours">${h(Field, { label: t('timetable.from'), type: 'time', value: line.from, onInput: (from) => onChange({ from }), input: { required: true } })}
      ${h(Field, { label: t(shuts ? 'timetable.shuts' : 'timetable.to'), type: 'time', value: line.to, onInput: (to) => onChange({ to }) })}</div>
    <button class="button text small" type="button" onClick=${onDrop}>${h(Icon, { name: 'bin' })}${t('timetable.drop')}</button></fieldset>`;
}
