// Open cases near the place being reported: perhaps somebody has told of it already.
import { shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';
import { StatusBadge } from './status-badge.js';

/** @param {{ cases: Api.NearCase[], onSame: (code: string) => void }} props */
export function SameCases({ cases, onSame }) {
  if (!cases.length) return null;
  return html`<section class="stack" aria-label=${t('same.title')}><h2>${t('same.title')}</h2><p class="small">${t('same.hint')}</p>
    <ul class="card rows">${cases.map(
      (
        one,
      ) => html`<li key=${one.code} class="pad stack"><div class="line"><span class="tile">${one.thumb ? html`<img src=${one.thumb} alt="" />` : h(Icon, { name: 'message' })}</span>
        <div class="grow"><b>${one.title}</b><p class="small num">${[one.code, one.distance_m < 20 ? t('same.here') : t('same.away', { n: one.distance_m }), shortDay(one.received_on), one.follower_count > 0 && t('same.people', { n: one.follower_count + 1 })].filter(Boolean).join(' · ')}</p>
        ${h(StatusBadge, { tone: /** @type {App.Tone} */ (one.tone), label: one.status_label })}</div></div>
        <button class="button quiet small" type="button" aria-label=${t('same.me_too_of', { code: one.code })} onClick=${() => onSame(one.code)}>${h(Icon, { name: 'eye' })}${t('same.me_too')}</button></li>`,
    )}</ul></section>`;
}
