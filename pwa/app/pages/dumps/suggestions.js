// Black spots that reports suggest: where, how many, growing or not; one touch puts one into the register.
import { Icon } from '../../components/icon.js';
import { SiteMap } from '../../components/site-map.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { post, sayProblem } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { useGround } from '../../lib/ground.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { go } from '../../lib/router.js';
import { uuid } from '../../lib/uuid.js';

/** @param {{ spots: ReturnType<typeof import('../../lib/load.js').useLoad>, onSettings: () => void }} props */
export function Suggestions({ spots, onSettings }) {
  const ground = useGround();
  const [chosen, setChosen] = useState('');
  const found = /** @type {Api.SpotSuggestion[] | null} */ (spots.data);
  if (spots.error) return h(Failure, { error: spots.error, onRetry: spots.reload });
  if (!found) return h(Waiting, { lines: 4 });
  const one = found.find(({ key }) => key === chosen);
  const shown = one ? [] : found.map(asPlace);
  return html`<div class="line"><p class="small grow">${t('dumps.suggested_hint')}</p><button class="button quiet small" type="button" onClick=${onSettings}>${h(Icon, { name: 'settings' })}${t('dumps.settings')}</button></div>
    ${!found.length && h(EmptyState, { icon: 'leaf', title: t('dumps.none_suggested'), text: t('dumps.none_suggested_hint') })}
    ${
      found.length > 0 &&
      h(SiteMap, {
        key: chosen,
        label: t('dumps.suggested'),
        sites: shown,
        reports: one?.cases,
        ground,
        view: one && { lat: one.lat, lon: one.lon, zoom: 18.5 },
        exact: Boolean(one),
        onOpen: (id) => (one ? go(`/ban-lam-viec/${id}`) : setChosen(id)),
      })
    }
    <ul class="site-spots">${found.map((each) => h(Spot, { key: each.key, one: each, chosen: each.key === chosen, onChoose: () => setChosen(each.key === chosen ? '' : each.key), onGone: spots.reload }))}</ul>`;
}

/** @param {Api.SpotSuggestion} one */
const asPlace = ({ key, lat, lon, count, hamlet_name }) => ({
  id: key,
  name: hamlet_name ?? '',
  stage: 'found',
  stage_label: t('dumps.reports', { n: count }),
  lat,
  lon,
  outline: null,
});

/** @param {{ one: Api.SpotSuggestion, chosen: boolean, onChoose: () => void, onGone: () => void }} props */
function Spot({ one, chosen, onChoose, onGone }) {
  const [busy, setBusy] = useState(false);
  const ids = one.cases.map((each) => each.id);
  const run = async (/** @type {() => Promise<any>} */ work) => {
    setBusy(true);
    await work().catch((error) => toast(sayProblem(error)));
    setBusy(false);
  };
  const register = () =>
    run(async () => {
      const name = t('dumps.spot_name', { hamlet: one.hamlet_name ?? shortDay(dayOf()) });
      const body = {
        id: uuid(),
        name,
        kind: 'wild_dump',
        found_on: dayOf(),
        found_words: t('dumps.spot_words', { n: one.count }),
        lat: one.lat,
        lon: one.lon,
        complaint_ids: ids,
      };
      const site = await post('/api/dump-sites', body);
      go(`/so-sach/bai-rac/${site.id}`);
    });
  const link = () =>
    run(async () => {
      await post(`/api/dump-sites/${one.near_site_id}/complaints`, { complaint_ids: ids });
      go(`/so-sach/bai-rac/${one.near_site_id}`);
    });
  const dismiss = () =>
    run(async () => {
      await post('/api/dump-suggestions/dismissals', { complaint_ids: ids });
      toast(t('dumps.dismissed'));
      onGone();
    });
  const trend = one.recent > one.before ? 'grows' : one.recent < one.before ? 'shrinks' : 'same';
  return html`<li class="card pad stack"><h2>${t('dumps.spot_title', { n: one.count, hamlet: one.hamlet_name ?? '' })}</h2>
    <p class="small num">${t('dumps.spot_facts', { from: shortDay(one.first_on), to: shortDay(one.last_on), m: one.radius_m })}</p>
    <p><span class=${`chip ${trend === 'grows' ? 'brick' : ''}`}>${t(`dumps.${trend}`, { recent: one.recent, before: one.before })}</span></p>
    ${chosen && html`<ul class="stack">${one.cases.map((each) => html`<li key=${each.id}><a href=${`/ban-lam-viec/${each.id}`}>${each.code}</a> <span class="small">${[each.title, shortDay(each.received_at), each.status_label].join(' · ')}</span></li>`)}</ul>`}
    ${one.near_site_id && html`<p class="notice">${t('dumps.near_site', { name: one.near_site_name })}</p>`}
    <div class="line">${one.near_site_id && html`<button class="button small" type="button" disabled=${busy} onClick=${link}>${h(Icon, { name: 'link' })}${t('dumps.link_there')}</button>`}
      <button class=${`button small ${one.near_site_id ? 'quiet' : ''}`} type="button" disabled=${busy} onClick=${register}>${h(Icon, { name: 'plus' })}${t('dumps.register')}</button>
      <button class="button quiet small" type="button" aria-expanded=${String(chosen)} onClick=${onChoose}>${h(Icon, { name: 'map' })}${t(chosen ? 'dumps.all_spots' : 'dumps.see_reports')}</button>
      <button class="button text small" type="button" disabled=${busy} onClick=${dismiss}>${t('dumps.dismiss')}</button></div></li>`;
}
