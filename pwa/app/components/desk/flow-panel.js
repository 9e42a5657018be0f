// Who holds the case since when and with what word, who helps, what it was split into, what was asked outside.
import { ago, dayAndClock, shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { can } from '../../lib/session.js';
import { DraftButton } from '../draft-button.js';
import { Icon } from '../icon.js';
import { StatusBadge } from '../status-badge.js';
import { Sheet } from './sheet.js';

/** @param {{ one: Api.Detail, addressOf: (id: string) => string, onLink: (id: string) => void, onRevoke: (id: string) => void, mayLink: boolean }} props */
export function FlowPanel({ one, addressOf, onLink, onRevoke, mayLink }) {
  const family = [...(one.parent ? [one.parent] : []), ...one.parts];
  const writes = can('prepare_documents') && ['replied', 'closed', 'rejected', 'transferred_out'].includes(one.status);
  if (!one.unit && !family.length && !one.outside_requests.length && !writes) return null;
  return html`<section class="desk-part"><h2>${t('flow.title')}</h2><dl class="facts desk-facts">
    ${one.unit && one.held_since && html`<dt>${t('flow.held')}</dt><dd>${one.unit.name} · ${ago(one.held_since)}${one.handover_count > 0 && html`<div class="small">${t('flow.handed', { n: one.handover_count })}</div>`}</dd>`}
    ${one.instruction && html`<dt>${t('flow.instruction')}</dt><dd class="pre">${one.instruction}</dd>`}
    ${one.supporting_units.length > 0 && html`<dt>${t('flow.support')}</dt><dd>${one.supporting_units.map((unit) => unit.name).join(', ')}</dd>`}
    ${one.at_fault_unit && html`<dt>${t('flow.fault')}</dt><dd>${t(one.may_judge ? 'flow.fault_other' : 'flow.fault_own', { name: one.at_fault_unit.name })}</dd>`}
    ${family.length > 0 && html`<dt>${t(one.parent ? 'flow.parent' : 'flow.parts')}</dt><dd>${family.map((each) => html`<div key=${each.id}><a href=${addressOf(each.id)}>${each.code}</a> ${each.title} ${h(StatusBadge, { tone: /** @type {App.Tone} */ (each.tone), label: each.status_label })}</div>`)}</dd>`}
  </dl>${one.outside_requests.map(
    (
      each,
    ) => html`<article key=${each.id}><p><b>${each.body}</b> <span class="chip">${t(`flow.state_${each.state}`)}</span></p><p class="pre small">${each.words}</p>
    <p class="small num">${t('flow.asked', { when: dayAndClock(each.sent_at), due: shortDay(each.due_at) })}</p>${mayLink && (each.state === 'waiting' || each.state === 'overdue') && html`<div class="line no-print"><button class="desk-link" type="button" onClick=${() => onLink(each.id)}>${h(Icon, { name: 'share' })}${t('flow.link')}</button><button class="desk-link" type="button" onClick=${() => onRevoke(each.id)}>${h(Icon, { name: 'ban' })}${t('flow.revoke')}</button></div>`}</article>`,
  )}${writes && h(DraftButton, one.status === 'transferred_out' ? { label: t('draft.transfer'), wish: { kind: 'transfer', subject_id: one.id } } : { label: t('draft.reply'), wish: { kind: 'reply', subject_id: one.id } })}</section>`;
}

/** @param {{ link: Api.OutsideLink, onClose: () => void }} props */
export function LinkSheet({ link, onClose }) {
  return h(
    Sheet,
    { title: t('flow.link'), onClose },
    html`<p>${t('flow.link_hint')}</p><p><input class="input" readonly value=${link.url} aria-label=${t('flow.link')} onFocus=${(/** @type {any} */ event) => event.target.select()} /></p><p class="small">${t('flow.link_until', { day: shortDay(link.expires_at) })}</p>`,
  );
}
