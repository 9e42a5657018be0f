// A weekend's result in words: its numbers, its course, and single fields as people name them.
import { MORE_NUMBERS } from '../lib/check-in.js';
import { dayAndClock, number, shortDay, weight } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { hasWord, t } from '../lib/i18n.js';
import { Icon } from './icon.js';

const TOLD = ['recorded', 'corrected', 'told_again', 'second_report_set_aside'];
const UNITS = Object.fromEntries([['participants', 'unit.people'], ['waste_kg', 'unit.kg'], ...MORE_NUMBERS]);

/** One field as words; '' for nothing. @param {string} name @param {any} value @returns {string} */
export function valueWords(name, value) {
  if (value == null || value === '') return '';
  if (name === 'held_on') return shortDay(value);
  if (name === 'slot' || name === 'outcome' || name === 'channel') return t(`${name}.${value}`);
  if (name === 'route') return value.length ? t('cleanup.route_drawn') : '';
  if (name === 'forces') return forcesWords(value);
  if (name.endsWith('_kg')) return weight(Number(value));
  return UNITS[name] ? `${number(Number(value))} ${t(UNITS[name])}` : String(value);
}

/** @param {Record<string, any>} forces */
const forcesWords = (forces) =>
  Object.entries(forces)
    .filter(([, count]) => count)
    .map(([name, count]) => `${t(`force.${name}`)} ${number(Number(count))}`)
    .join(', ');

/** People and kilograms stand in the headline above. @param {{ one: App.Cleanup }} props */
export function CleanupFacts({ one }) {
  const names = [...MORE_NUMBERS.map(([name]) => name), 'forces', 'in_kind', 'note'];
  const told = names.map((name) => [name, valueWords(name, one[name])]);
  told.unshift(['organiser', one.organiser ?? ''], ['campaign', one.campaign ?? ''], ['places', (one.place_labels ?? []).join(', ')]);
  if (one.is_estimated && one.waste_kg) told.push(['waste_kg', t('cleanup.estimated', { kg: weight(Number(one.waste_kg)) })]);
  const shown = told.filter(([, words]) => words);
  if (!shown.length) return null;
  return html`<dl class="facts num">${shown.map(([name, words]) => html`<dt>${fieldWord(name)}</dt><dd class="pre">${words}</dd>`)}</dl>`;
}

/** @param {string} name */
export const fieldWord = (name) => (hasWord(`cleanup.${name}`) ? t(`cleanup.${name}`) : t('cleanup.other'));

/** What was there and what takes its place, field by field. @param {{ changes: Record<string, any>, hamlets: App.Hamlet[] | null }} props */
function Changes({ changes, hamlets }) {
  const words = (/** @type {string} */ name, /** @type {any} */ value) =>
    (name === 'hamlet_id' ? hamlets?.find((one) => one.id === value)?.name : valueWords(name, value)) || t('conflict.nothing');
  return html`${Object.entries(changes).map(([name, { before, after }]) => html`<div class="num" key=${name}>${fieldWord(name)}: <s>${words(name, before)}</s> → ${words(name, after)}</div>`)}`;
}

/** Who wrote it and who mended what, newest first. @param {{ entries: { at: string, verb: string, by: string, changes: Record<string, any> }[], hamlets: App.Hamlet[] | null }} props */
export function CleanupCourse({ entries, hamlets }) {
  const told = entries.filter(({ verb }) => TOLD.includes(verb)).reverse();
  return html`<ol class="timeline">${told.map(
    ({ at, verb, by, changes }) =>
      html`<li><span class="dot">${h(Icon, { name: 'check' })}</span><div><b>${t(`cleanup.${verb}`)}</b><div class="small num">${dayAndClock(at)} · ${by}</div>${h(Changes, { changes, hamlets })}</div></li>`,
  )}</ol>`;
}

/** Another person's report of the same event: how it differs, and who may say which holds. @param {{ one: Api.SecondReportShape, hamlets: App.Hamlet[] | null, onSettle: ((use: boolean) => void) | null }} props */
export function SecondReport({ one, hamlets, onSettle }) {
  const differs = Object.keys(one.changes).length > 0;
  const state = one.is_used === null ? '' : t(one.is_used ? 'cleanup.second_used' : 'cleanup.second_aside');
  return html`<article class="card pad stack"><div><b>${one.made_by}</b><div class="small num">${dayAndClock(one.made_at)}</div></div>
    ${state ? html`<p class="small">${state}</p>` : differs ? h(Changes, { changes: one.changes, hamlets }) : html`<p class="small">${t('cleanup.second_same')}</p>`}
    ${!state && onSettle && html`<div class="line wrap"><button class="button quiet small" type="button" onClick=${() => onSettle(false)}>${t('cleanup.keep_first')}</button>${differs && html`<button class="button quiet small" type="button" onClick=${() => onSettle(true)}>${t('cleanup.use_second')}</button>`}</div>`}</article>`;
}
