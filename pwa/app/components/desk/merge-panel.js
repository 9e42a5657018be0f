// What belongs to a case: what it is merged into, what is merged here, who else saw it, and what may be the same.
import { ago } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { StatusBadge } from '../status-badge.js';

/**
 * @param {{ one: Api.Detail, found: Api.Duplicates, mayMerge: boolean, mayContact: boolean, contacts: Record<string, Api.ContactView>, addressOf: (id: string) => string, onOpen: (id: string) => void,
 *   onMerge: (into: Api.LikelyCase) => void, onUnmerge: (merged: { id: string, code: string }) => void, onContact: (supporter: string) => void }} props
 */
export function MergePanel({ one, found, mayMerge, mayContact, contacts, addressOf, onOpen, onMerge, onUnmerge, onContact }) {
  const link = (/** @type {{ id: string, code: string, title: string }} */ other) =>
    html`<a href=${addressOf(other.id)} onClick=${(/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      onOpen(other.id);
    }}><b>${other.title}</b></a>`;
  const undo = (/** @type {{ id: string, code: string }} */ merged) =>
    mayMerge && html`<button class="button quiet small" type="button" onClick=${() => onUnmerge(merged)}>${t('merge.undo', { code: merged.code })}</button>`;
  const { merged_into, merged, supporters, suggestions, same_phone } = found;
  const mayInto = mayMerge && one.moves.includes('merged');
  if (!merged_into && !merged.length && !supporters.length && !suggestions.length && !same_phone) return null;
  return html`<section class="desk-part desk-past no-print"><h2>${t('merge.title')}</h2>
    ${one.follower_count > 0 && html`<p><span class="chip leaf num">${t('merge.people', { n: one.follower_count + 1 })}</span></p>`}
    ${(same_phone ?? 0) > 0 && html`<p class="small num">${t('merge.same_phone', { n: same_phone })}</p>`}
    ${merged_into && html`<div class="stack"><h3>${t('merge.into')}</h3><p>${link(merged_into)} <span class="desk-meta num">${merged_into.code}</span></p>${undo(one)}</div>`}
    ${merged.length > 0 && html`<h3>${t('merge.members')}</h3><ul class="desk-near">${merged.map((other) => html`<li key=${other.id}>${link(other)}<span class="desk-meta num">${other.code} · ${ago(other.received_at)}</span>${undo(other)}</li>`)}</ul>`}
    ${supporters.length > 0 && html`<h3>${t('merge.supporters')}</h3><ul class="desk-near">${supporters.map((who) => html`<li key=${who.id}><span class="desk-meta num">${[ago(who.at), who.photos > 0 && t('merge.supporter', { photos: who.photos })].filter(Boolean).join(' · ')}</span>${who.words && html`<p class="pre small">${who.words}</p>`}${contacts[who.id] ? html`<p class="num">${[contacts[who.id].name, contacts[who.id].phone].filter(Boolean).join(' · ')}</p>` : who.has_contact && mayContact && html`<button class="button text small" type="button" onClick=${() => onContact(who.id)}>${t('merge.contact')}</button>`}</li>`)}</ul>`}
    ${suggestions.length > 0 && html`<h3>${t('merge.suggested')}</h3><ul class="desk-near">${suggestions.map((other) => html`<li key=${other.id}>${link(other)}<span class="desk-meta num">${[other.code, ...other.reasons.map(reasonWord)].join(' · ')}</span>${h(StatusBadge, { tone: /** @type {App.Tone} */ (other.tone), label: other.status_label })}${mayInto && html`<button class="button quiet small" type="button" onClick=${() => onMerge(other)}>${t('merge.do', { code: other.code })}</button>`}</li>`)}</ul>`}
  </section>`;
}

/** @param {Api.Reason} reason */
const reasonWord = ({ kind, value }) => t(kind === 'time' && value === 0 ? 'merge.time_0' : `merge.${kind}`, { n: value });
