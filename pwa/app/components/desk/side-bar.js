// The dark bar of the desk and of the administrator's pages: queues or parts, counters, who is signed in.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/** @typedef {{ href: string, icon: string, label: string, current: boolean, count?: number, tone?: 'warm' | 'hot' | '', onOpen?: () => void }} Place */

/** @param {{ commune: string, label: string, places: Place[], others: Place[], who: App.Account | null, demo?: boolean }} props */
export function SideBar({ commune, label, places, others, who, demo }) {
  return html`<header class="desk-side">
    <a class="desk-brand" href="/viec"><span class="mark">${h(Icon, { name: 'leaf' })}</span><b>${commune}</b></a>
    <nav aria-label=${label}><ul>${places.map((place) => h(Entry, { key: place.href, ...place }))}</ul></nav>
    <nav class="desk-others" aria-label=${t('desk.others')}><p class="desk-cap">${t('desk.others')}</p><ul>${others.map((place) => h(Entry, { key: place.href, ...place }))}</ul></nav>
    ${demo && html`<p class="desk-demo">${t('frame.demo')}</p>`}
    ${who && html`<a class="desk-who" href="/tai-khoan">${h(Icon, { name: 'user' })}<span><b>${who.name}</b><small>${who.unit?.name ?? who.hamlet?.name ?? t(`role.${who.role}`)}</small></span></a>`}
  </header>`;
}

/** @param {Place} props */
function Entry({ href, icon, label, current, count, tone, onOpen }) {
  const open = (/** @type {MouseEvent} */ event) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return html`<li><a class="desk-entry" href=${href} aria-current=${current ? 'page' : undefined} onClick=${open}>
    ${h(Icon, { name: icon })}<span class="grow">${label}</span>${count ? html`<span class=${`desk-count num ${tone ?? ''}`}>${count >= 100 ? '99+' : count}<span class="sr"> ${t('desk.cases')}</span></span>` : null}</a></li>`;
}
