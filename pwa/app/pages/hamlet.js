// My hamlet: when rubbish is fetched, what was reported, how the weekends went.
import { ComplaintCard } from '../components/complaint-card.js';
import { Icon } from '../components/icon.js';
import { resultWords } from '../components/known-result.js';
import { MapView } from '../components/map-view.js';
import { PageFrame } from '../components/page-frame.js';
import { HamletChoice } from '../components/report-place.js';
import { Row } from '../components/row.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { reportsOf, weekendsOf } from '../lib/ahead.js';
import { ApiProblem, get } from '../lib/api.js';
import { shortDay, weekday } from '../lib/format.js';
import { useGround } from '../lib/ground.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { nextWords } from '../lib/schedule.js';
import { can } from '../lib/session.js';
import { account, hamlets, keep } from '../lib/store.js';
import { firm } from '../lib/text.js';

export default function HamletPage() {
  const [chosen, setChosen] = useState(localStorage.getItem('hamlet') ?? account.value?.hamlet?.id ?? '');
  const ground = useGround();
  const { loading, reload } = useLoad(() => keep('hamlets'), []);
  const one = hamlets.value?.find((hamlet) => hamlet.id === chosen);
  const choose = (/** @type {string} */ id) => {
    localStorage.setItem('hamlet', id);
    setChosen(id);
    scrollTo(0, 0);
  };
  if (!hamlets.value)
    return h(PageFrame, { title: t('hamlet.title') }, loading ? h(Waiting, { lines: 3 }) : h(Failure, { error: new ApiProblem(0), onRetry: reload }));
  if (!one)
    return h(
      PageFrame,
      { title: t('hamlet.title') },
      html`<p>${t('hamlet.choose')}</p>`,
      h(HamletChoice, { hamlets: hamlets.value, chosen, onChoose: choose }),
    );
  return h(
    PageFrame,
    { title: t('hamlet.title'), ownHeading: true },
    html`<div class="line"><h1 class="grow">${firm(one.name)}</h1><button class="button text small" type="button" onClick=${() => setChosen('')}>${t('hamlet.change')}</button></div>`,
    one.center &&
      h(MapView, {
        label: one.name,
        ...ground,
        view: { ...one.center, zoom: 14 },
        size: 'small',
        still: true,
      }),
    h(Life, { id: one.id }),
  );
}

/** @param {{ id: string }} props */
function Life({ id }) {
  const { data, error, reload } = useLoad((signal) => life(id, signal), [id]);
  if (error) return h(Failure, { error, onRetry: reload });
  if (!data) return h(Waiting, { lines: 4 });
  const { points, reports, cleanups, mine } = data;
  return html`
    <section class="stack"><h2>${t('hamlet.collection')}</h2>${points.length ? html`<ul class="card rows">${points.map((point) => h(Row, { key: point.id, href: `/diem-tap-ket/${point.id}`, icon: point.state === 'closed' ? 'ban' : 'bin', title: (point.state === 'closed' ? t('points.closed') : nextWords(point.schedule)) || point.name, text: point.name }))}</ul>` : html`<p class="small">${t('hamlet.no_points')} <a href="/diem-tap-ket">${t('hamlet.all_points')}</a></p>`}</section>
    <section class="stack"><h2>${t('home.weekend')}</h2><a class="button quiet" href=${`/cuoi-tuan-nay?thon=${id}`}>${h(Icon, { name: 'megaphone' })}${t('hamlet.this_weekend')}</a>${cleanups?.length ? html`<ul class="card rows">${cleanups.slice(0, 4).map((one) => h(Row, { key: one.id, href: `/cuoi-tuan/${one.id}`, icon: one.outcome === 'held' ? 'leaf' : 'calendar', thumb: one.thumb, title: weekday(one.held_on), text: resultWords(one) }))}</ul>` : html`<p class="small">${t(cleanups ? 'weekends.none' : 'hamlet.no_weekends')}</p>`}${mine && html`<a class="button quiet" href=${`/cuoi-tuan/${mine.id}/sua`}>${h(Icon, { name: 'pencil' })}${t('cleanup.correct_of', { day: shortDay(mine.held_on) })}</a>`}</section>
    <section class="stack"><h2>${t('hamlet.reports')}</h2>${reports.length ? html`<ul class="card rows">${reports.slice(0, 10).map((one) => h(ComplaintCard, { key: one.code, href: `/phan-anh/${one.code}`, code: one.code, title: one.title, tone: one.tone, status: one.status_label, thumb: one.thumb, received: one.received_on, due: one.due_on }))}</ul>` : h(EmptyState, { title: t('hamlet.clean'), text: t('hamlet.clean_hint') })}</section>`;
}

/** Without a network some of it may be here and some not. @param {string} id @param {AbortSignal} signal */
async function life(id, signal) {
  const [points, reports, cleanups] = await Promise.all([
    get('/api/collection-points', { signal }),
    get(reportsOf(id), { signal }),
    get(weekendsOf(id), { signal }).catch(() => null),
  ]);
  const newest = can('correct_cleanups') && cleanups?.items[0];
  const detail = newest && (await get(`/api/cleanups/${newest.id}`, { signal }).catch(() => null));
  return {
    points: /** @type {App.CollectionPoint[]} */ (points).filter((one) => one.hamlet_id === id),
    reports: /** @type {App.Summary[]} */ (reports.items),
    cleanups: /** @type {App.Cleanup[] | null} */ (cleanups?.items ?? null),
    mine: /** @type {App.Cleanup | null} */ (detail?.may_correct_until ? detail : null),
  };
}
