// The clock, the holder, the place and the way in: what an officer asks first.

import { dueMoment, span, timeLeft } from '../../lib/due-words.js';
import { ago, dayAndClock, distance } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { StatusBadge } from '../status-badge.js';

const LATE_MS = 5 * 60e3;

/** @param {{ one: Api.Detail, contact: Api.ContactView | null, mayEdit: boolean, onContact: () => void, onEdit: () => void }} props */
export function CaseFacts({ one, contact, mayEdit, onContact, onEdit }) {
  return html`<dl class="facts desk-facts">
    <dt>${t('facts.due')}</dt><dd>${h(Clock, { one })}</dd>
    <dt>${t('facts.holder')}</dt><dd>${holder(one)}</dd>
    <dt>${t('facts.category')}</dt><dd>${one.category_label ?? t('facts.no_category')} · ${t(`priority.${one.priority}`)}${mayEdit && html` <button class="desk-link no-print" type="button" onClick=${onEdit}>${t('facts.edit')}</button>`}</dd>
    <dt>${t('facts.place')}</dt><dd>${place(one)}</dd>
    <dt>${t('facts.sent')}</dt><dd class="num">${sent(one)}</dd>
    ${one.collection_point && html`<dt>${t('facts.at_point')}</dt><dd><a href=${`/diem-tap-ket/${one.collection_point.id}`}>${one.collection_point.name}</a></dd>`}
    ${one.points.length > 0 && html`<dt>${t('facts.points')}</dt><dd>${one.points.slice(0, 2).map((point) => html`<div key=${point.id}><a href=${`/diem-tap-ket/${point.id}`}>${point.name}</a>, ${distance(point.distance_m)}</div>`)}</dd>`}
    <dt>${t('facts.contact')}</dt><dd>${h(Contact, { one, contact, onContact })}</dd>
  </dl>`;
}

/** @param {{ one: Api.Detail }} props */
function Clock({ one }) {
  if (!one.due_at) return h(Standing, { one });
  const look = { overdue: 'late', due_soon: 'soon', ok: '', none: '' }[one.due_state];
  return html`<b class=${look}>${timeLeft(one)}</b><div class="small">${t('facts.step_until', { step: t(`step.${one.due_step ?? 'receive'}`), when: dueMoment(one.due_at) })}</div>
    ${one.answer_due_at && !one.reply && html`<div class="small">${t('facts.answer_until', { when: dueMoment(one.answer_due_at) })}</div>`}
    ${one.extension && html`<div class="small">${t('facts.extended', { n: one.extension.days, reason: one.extension.reason })}</div>`}`;
}

/** No clock, or one that stands still. @param {{ one: Api.Detail }} props */
function Standing({ one }) {
  if (one.status !== 'need_info') return html`<span>${t('facts.no_clock')}</span>`;
  return html`<b>${t('due.paused')}</b>${one.clock?.paused_since && html`<div class="small">${t('facts.stopped', { when: dayAndClock(one.clock.paused_since), time: span(Math.max(0, one.clock.minutes_left), one.clock.day_minutes) })}</div>`}`;
}

/** @param {Api.Detail} one */
function holder(one) {
  if (one.unit) return html`<b>${one.unit.name}</b>${one.assignee && html`<div class="small">${one.assignee.name}</div>`}`;
  return one.suggested_unit ? html`${t('facts.nobody')} · ${t('facts.suggested')} <b>${one.suggested_unit.name}</b>` : t('facts.nobody');
}

/** @param {Api.Detail} one */
function place({ hamlet, place: where }) {
  const told = where.source === 'words' && where.lat !== null ? 'given' : where.source;
  const source = t(`source.${told}`) + (where.accuracy_m ? ` ±${Math.round(where.accuracy_m)} m` : '');
  return html`${[hamlet?.name, where.words].filter(Boolean).join(' · ') || t('facts.no_place')}<div class="small num">${source}${where.lat !== null && where.lon !== null && html` · <a href=${`geo:${where.lat},${where.lon}`}>${where.lat.toFixed(5)}, ${where.lon.toFixed(5)}</a>`}</div>`;
}

/** @param {Api.Detail} one */
function sent(one) {
  const late = Date.parse(one.received_at) - Date.parse(one.reported_at) > LATE_MS;
  return html`${dayAndClock(late ? one.reported_at : one.received_at)} · ${one.channel_label}${late && html`<div class="small">${t('facts.arrived', { when: dayAndClock(one.received_at) })}</div>`}`;
}

/** @param {{ one: Api.Detail, contact: Api.ContactView | null, onContact: () => void }} props */
function Contact({ one, contact, onContact }) {
  if (contact)
    return html`<b>${contact.name}</b> ${contact.phone && html`<a class="num" href=${`tel:${contact.phone}`}>${contact.phone}</a>`}<div class="small">${t('contact.logged')}</div>`;
  if (!one.has_contact) return t('contact.none');
  if (!one.may_read_contact) return t('contact.kept');
  return html`<button class="desk-link no-print" type="button" onClick=${onContact}>${h(Icon, { name: 'eye' })}${t('contact.view')}</button><div class="small">${t('contact.hint')}</div>`;
}

/** @param {{ near: Api.Near[], onOpen: (id: string) => void, addressOf: (id: string) => string }} props */
export function NearCases({ near, onOpen, addressOf }) {
  if (!near.length) return null;
  const open = (/** @type {MouseEvent} */ event, /** @type {string} */ id) => {
    event.preventDefault();
    onOpen(id);
  };
  return html`<section class="desk-part desk-past no-print"><h2>${t('near.title')}</h2><ul class="desk-near">${near.map((one) => html`<li key=${one.id}><a href=${addressOf(one.id)} onClick=${(/** @type {MouseEvent} */ event) => open(event, one.id)}><b>${one.title}</b><span class="desk-meta num">${[one.code, distance(one.distance_m), ago(one.received_at)].join(' · ')}</span>${h(StatusBadge, { tone: /** @type {App.Tone} */ (one.tone), label: one.status_label })}</a></li>`)}</ul></section>`;
}
