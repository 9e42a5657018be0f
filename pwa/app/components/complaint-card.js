// One case in a list: picture, code, status, place and days.
import { shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { firm } from '../lib/text.js';
import { Icon } from './icon.js';
import { StatusBadge } from './status-badge.js';

/** @param {{ href: string, code: string, title: string, tone: App.Tone, status: string, thumb?: string | null, hamlet?: string | null, received?: string | null, due?: string | null }} props */
export function ComplaintCard({ href, code, title, tone, status, thumb, hamlet, received, due }) {
  const facts = [
    code,
    !title.includes(hamlet ?? '') && hamlet,
    received && shortDay(received),
    due && tone !== 'done' && tone !== 'stop' && t('case.due', { day: shortDay(due) }),
  ];
  return html`<li><a class="row" href=${href}>
    <span class="tile big">${thumb ? html`<img src=${thumb} alt="" loading="lazy" />` : h(Icon, { name: 'leaf' })}</span>
    <span class="grow"><b>${firm(title)}</b><span class="small num">${firm(facts.filter(Boolean).join(' · '))}</span><span>${h(StatusBadge, { tone, label: status })}</span></span>
  </a></li>`;
}
