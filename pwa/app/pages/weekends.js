// Green weekends: what the hamlets did, weekend by weekend, open to everyone.
import { Icon } from '../components/icon.js';
import { resultWords } from '../components/known-result.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { weekendsPath } from '../lib/ahead.js';
import { get } from '../lib/api.js';
import { addDays, dayOf, number, shortDay, weekendOf, weight } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { can } from '../lib/session.js';
import { letters } from '../lib/store.js';

export default function Weekends() {
  const [weeks, setWeeks] = useState(4);
  const sent = letters.value.filter((one) => one.kind === 'cleanup' && one.receipt).length; // what this phone sent is in the list at once
  const [, sunday] = weekendOf(dayOf());
  const { data, error, loading, reload } = useLoad((signal) => all(weekendsPath(weeks), signal), [weeks, sent]);
  const ends = Array.from({ length: weeks }, (_, at) => addDays(sunday, -7 * at));
  return h(
    PageFrame,
    { title: t('home.weekend') },
    html`<p>${t('weekends.lead')}</p><a class="button quiet" href="/cuoi-tuan-nay">${h(Icon, { name: 'megaphone' })}${t('hamlet.this_weekend')}</a>`,
    can('record_cleanups') && html`<a class="button" href="/cuoi-tuan/bao">${h(Icon, { name: 'leaf' })}${t('check_in.title')}</a>`,
    error
      ? h(Failure, { error, onRetry: reload })
      : !data
        ? h(Waiting, { lines: 4 })
        : data.length
          ? ends.map((end) => h(Weekend, { key: end, end, cleanups: data.filter((one) => one.held_on <= end && one.held_on > addDays(end, -7)) }))
          : h(EmptyState, { title: t('weekends.none'), text: t('weekends.none_hint') }),
    data &&
      html`<button class="button quiet" type="button" disabled=${loading} onClick=${() => setWeeks(weeks + 8)}>${t(loading ? 'state.loading' : 'weekends.earlier')}</button>`,
  );
}

/** Every page of the answer, at most ten. @param {string} path @param {AbortSignal} signal @returns {Promise<App.Cleanup[]>} */
async function all(path, signal) {
  /** @type {App.Cleanup[]} */
  const found = [];
  let next = '';
  for (let round = 0; round < 10; round++) {
    const page = await get(next ? `${path}&cursor=${encodeURIComponent(next)}` : path, { signal });
    found.push(...page.items);
    next = page.next ?? '';
    if (!next) break;
  }
  return found;
}

/** @param {{ end: string, cleanups: App.Cleanup[] }} props */
function Weekend({ end, cleanups }) {
  if (!cleanups.length) return null;
  const held = cleanups.filter((one) => one.outcome === 'held');
  const people = held.reduce((sum, one) => sum + (one.participants ?? 0), 0);
  const kg = held.reduce((sum, one) => sum + (one.waste_kg ?? 0), 0);
  const totals = [
    t('weekends.hamlets', { n: new Set(held.map((one) => one.hamlet_id)).size }),
    people && t('weekends.people', { n: number(people) }),
    kg && weight(kg),
  ];
  return html`<section class="stack"><h2>${t('weekends.of', { from: shortDay(addDays(end, -1)), to: shortDay(end) })}</h2><p class="small num">${totals.filter(Boolean).join(' · ')}</p>
    <ul class="card rows">${cleanups.map((one) => h(CleanupRow, { key: one.id, one }))}</ul></section>`;
}

/** @param {{ one: App.Cleanup }} props */
function CleanupRow({ one }) {
  const icon = one.outcome === 'held' ? 'leaf' : 'calendar';
  return html`<li><a class="row" href=${`/cuoi-tuan/${one.id}`}><span class="tile big">${one.thumb ? html`<img src=${one.thumb} alt="" loading="lazy" />` : h(Icon, { name: icon })}</span><span class="grow"><b>${[one.hamlet_name, one.organiser].filter(Boolean).join(' · ')}</b><span class="small num">${resultWords(one)}</span></span>${h(Icon, { name: 'next' })}</a></li>`;
}
