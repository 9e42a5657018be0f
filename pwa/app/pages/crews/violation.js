// One violation: what was found, what is asked by when, what was done, and what everybody is told of it.

import { AddPhotos, Photos } from '../../components/desk/staff-photos.js';
import { Icon } from '../../components/icon.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { can } from '../../lib/session.js';
import { CheckSheet, WithdrawSheet } from './publication-sheets.js';

const STATES = { open: ['amber', 'clock'], overdue: ['brick', 'clock-alert'], remedied: ['done', 'check'], void: ['', 'ban'] };
const PUBLIC = { prepared: ['amber', 'clock'], returned: ['brick', 'undo'], published: ['done', 'eye'], expired: ['', 'eye-off'], withdrawn: ['', 'eye-off'] };

/** @param {{ one: Api.CrewViolationShape, inspects: boolean, onOpen: (how: string, what: any) => void, onChanged: () => void }} props */
export function Violation({ one, inspects, onOpen, onChanged }) {
  const [tone, icon] = STATES[one.state];
  const publishes = can('publish_crew_results') && inspects;
  const isLive = one.publications.some(({ state }) => state !== 'withdrawn');
  const path = (/** @type {string} */ id) => `/api/crew-violations/${one.id}/photos/${id}?of_remedy=${one.remedied_on != null}`;
  return html`<li class="pad stack"><div class="line wrap"><b class="num">${shortDay(one.found_on)}</b><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`crews.state_${one.state}`)}</span>${one.due_on && html`<span class="small num">${t('crews.due', { day: shortDay(one.due_on) })}</span>`}</div>
    <p class="pre">${one.words}</p>${one.rule && html`<p class="small">${one.rule}</p>`}
    ${one.remedy && html`<p class="pre"><b>${t('crews.remedy')}:</b> ${one.remedy}</p>`}
    ${one.remedied_on && html`<p class="pre"><b>${t('crews.remedied', { day: shortDay(one.remedied_on) })}</b> ${one.result}</p>`}
    ${one.void_words && html`<p class="pre small">${t('crews.void_because', { words: one.void_words })}</p>`}
    ${h(Photos, { photos: one.photos, alt: t('crews.photo_of_violation') })}
    ${inspects && one.state !== 'void' && h(AddPhotos, { word: t(one.remedied_on ? 'crews.add_remedy_photo' : 'crews.add_evidence'), path, onAdded: onChanged })}
    <div class="line wrap">${inspects && html`<button class="button quiet small" type="button" onClick=${() => onOpen('violation', one)}>${h(Icon, { name: 'pencil' })}${t('crews.follow')}</button>`}
      ${publishes && !isLive && one.state !== 'void' && html`<button class="button quiet small" type="button" onClick=${() => onOpen('publication', { violation: one })}>${h(Icon, { name: 'megaphone' })}${t('crews.prepare')}</button>`}</div>
    ${one.publications.map((it) => h(Publication, { key: it.id, it, publishes, onEdit: () => onOpen('publication', { violation: one, one: it }), onChanged }))}</li>`;
}

/** @param {{ it: Api.CrewPublicationShape, publishes: boolean, onEdit: () => void, onChanged: () => void }} props */
function Publication({ it, publishes, onEdit, onChanged }) {
  const [sheet, setSheet] = useState('');
  const state = it.state === 'published' && it.shown_until && it.shown_until < dayOf() ? 'expired' : it.state;
  const [tone, icon] = PUBLIC[state];
  const isOpen = it.state === 'prepared' || it.state === 'returned';
  const props = { one: it, onSaved: onChanged, onClose: () => setSheet('') };
  const who = [
    t('crews.prepared_by', { name: it.prepared_by_name }),
    it.checked_by_name && t('crews.checked_by', { name: it.checked_by_name }),
    it.published_on && t('crews.published_on', { day: shortDay(it.published_on) }),
  ];
  const button = (/** @type {string} */ word, /** @type {() => void} */ onClick) =>
    html`<button class="button quiet small" type="button" onClick=${onClick}>${t(word)}</button>`;
  return html`<article class="card pad stack"><div class="line wrap"><b>${t('crews.publication')}</b><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`crews.public_${state}`)}</span></div>
    <p class="pre">${[it.fault, it.remedy, it.outcome].filter(Boolean).join('\n')}</p><p class="small">${who.filter(Boolean).join(' · ')}</p>
    ${it.check_words && html`<p class="notice">${it.check_words}</p>`}${it.withdrawn_words && html`<p class="small">${t('crews.withdrawn_because', { words: it.withdrawn_words })}</p>`}
    <div class="line wrap">${it.may_check && html`<button class="button small" type="button" onClick=${() => setSheet('check')}>${h(Icon, { name: 'eye' })}${t('crews.check')}</button>`}
      ${publishes && isOpen && button('crews.mend', onEdit)}${publishes && it.state !== 'withdrawn' && button('crews.withdraw', () => setSheet('withdraw'))}
      ${publishes && it.state === 'prepared' && !it.may_check && html`<span class="small">${t('crews.other_person')}</span>`}</div>
    ${sheet === 'check' && h(CheckSheet, props)}${sheet === 'withdraw' && h(WithdrawSheet, props)}</article>`;
}
