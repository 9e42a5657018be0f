// What the house reminds a person of: deadlines that press or have passed, work that was given.
import { ago } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { hasWord, t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ notices: Api.Notice[], onRead: (ids: string[]) => void }} props */
export function Notices({ notices, onRead }) {
  const unread = notices.filter((one) => !one.read_at);
  if (!unread.length) return null;
  return html`<section class="stack" aria-labelledby="notices"><div class="line"><h2 id="notices" class="grow">${t('notice.title')}</h2>
      <button class="button text small" type="button" onClick=${() => onRead([])}>${t('notice.all_read')}</button></div>
    <ul class="card rows">${unread.map((one) => h(Line, { key: one.id, one, onRead }))}</ul></section>`;
}

/** @param {{ one: Api.Notice, onRead: (ids: string[]) => void }} props */
function Line({ one, onRead }) {
  const words = t(hasWord(`notice.${one.occasion}`) ? `notice.${one.occasion}` : 'notice.other', {
    code: one.code ?? '',
    step: one.step ? t(`notice.step_${one.step}`) : '',
  });
  return html`<li><a class="row" href=${placeOf(one)} onClick=${() => onRead([one.id])}>
    ${h(Icon, { name: one.occasion === 'deadline_100' ? 'clock-alert' : 'clock' })}<span class="grow"><b>${words}</b><span class="small">${ago(one.created_at)}</span></span>${h(Icon, { name: 'next' })}</a></li>`;
}

/** @type {Record<string, string>} */
const OF_HAMLETS = { weekend_plan_missing: '/cuoi-tuan-nay', weekend_entry_missing: '/cuoi-tuan/bao' };
/** @param {Api.Notice} one */
const placeOf = ({ occasion, subject_id }) => OF_HAMLETS[occasion] ?? `/ban-lam-viec/${subject_id}`;
