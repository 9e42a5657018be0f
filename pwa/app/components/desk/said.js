// What the sender said after sending: ratings, "not done", corrections with what stood before.
import { dayAndClock } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

const SIGNS = /** @type {Record<string, string>} */ ({ rating: 'star', not_done: 'reopen', correction: 'pencil', withdrawal: 'back' });

/** @param {{ one: Api.Detail, categories: { code: string, label: string }[] }} props */
export function Said({ one, categories }) {
  if (!one.said.length && !one.reopen_count) return null;
  const works = one.reopened_at && ['reopened', 'assigned', 'verifying', 'processing'].includes(one.status);
  return html`<section class="desk-part"><h2>${t('say.desk_title')}</h2>
    ${works && html`<p class="notice line">${h(Icon, { name: 'reopen' })}${t('say.desk_fresh', { when: dayAndClock(one.reopened_at ?? '') })}</p>`}
    ${one.reopen_count > 0 && html`<p class="small num">${t('say.reopened_times', { n: one.reopen_count })}</p>`}
    ${[...one.said].reverse().map(
      (
        said,
      ) => html`<article key=${said.id}><p class="small num line">${h(Icon, { name: SIGNS[said.kind] ?? 'message' })}<b>${t(`say.desk_${said.kind}`, { n: said.stars ?? 0 })}</b> · ${dayAndClock(said.at)}${said.code !== one.code && ` · ${said.code}`}</p>
      ${said.words && html`<p class="pre">${said.words}</p>`}${h(Former, { former: said.former, categories })}</article>`,
    )}</section>`;
}

/** @param {{ former: Api.Former, categories: { code: string, label: string }[] }} props */
function Former({ former, categories }) {
  const name = categories.find((one) => one.code === former.category)?.label ?? t('say.no_kind');
  const { place } = former;
  const where = place && [place.hamlet, place.words, place.lat !== null && `${place.lat?.toFixed(5)}, ${place.lon?.toFixed(5)}`].filter(Boolean).join(' · ');
  return html`${former.words !== null && html`<details><summary class="small">${t('say.desk_former_words')}</summary><p class="pre">${former.words}</p></details>`}
    ${former.category !== null && html`<p class="small">${t('say.desk_former_category', { name })}</p>`}
    ${place && html`<p class="small">${t('say.desk_former_place', { place: where || '–' })}</p>`}`;
}
