// Black spots and what is being done, for everybody: the map, and each place with its steps and pictures.
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { BeforeAfter, Picture } from '../components/picture.js';
import { SiteMap } from '../components/site-map.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { StatusBadge } from '../components/status-badge.js';
import { Timeline } from '../components/timeline.js';
import { get } from '../lib/api.js';
import { toneOf } from '../lib/dumps.js';
import { number, shortDay } from '../lib/format.js';
import { useGround } from '../lib/ground.js';
import { h, html, useMemo, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';

const FILTERS = ['all', 'open', 'done'];

export default function Spots() {
  const [filter, setFilter] = useState('all');
  const { data, error, reload } = useLoad((signal) => get('/api/black-spots', { signal }), []);
  const ground = useGround();
  const shown = useMemo(
    () => (data ?? []).filter((/** @type {Api.BlackSpot} */ one) => filter === 'all' || (filter === 'done') === (toneOf(one.stage) === 'done')),
    [data, filter],
  );
  const seek = (/** @type {string} */ id) => document.getElementById(id)?.scrollIntoView({ block: 'start' });
  return h(
    PageFrame,
    { title: t('spots.title') },
    html`<p>${t('spots.lead')}</p>
      <div class="chips" role="group" aria-label=${t('map.filter')}>${FILTERS.map((one) => html`<button class="chip" type="button" key=${one} aria-pressed=${String(one === filter)} onClick=${() => setFilter(one)}>${t(`spots.filter_${one}`)}</button>`)}</div>`,
    h(SiteMap, { label: t('spots.title'), sites: shown, ground, onOpen: seek }),
    error
      ? h(Failure, { error, onRetry: reload })
      : !data
        ? h(Waiting, { lines: 3 })
        : !shown.length && h(EmptyState, { icon: 'leaf', title: t('spots.none'), text: t('spots.none_hint') }),
    shown.map((/** @type {Api.BlackSpot} */ one) => h(Spot, { key: one.id, one })),
    html`<a class="button" href="/gui">${h(Icon, { name: 'camera' })}${t('spots.report')}</a>`,
  );
}

/** @param {{ one: Api.BlackSpot }} props */
function Spot({ one }) {
  const [before, after] = /** @type {App.Picture[]} */ (/** @type {unknown} */ ([one.before, one.after]));
  const steps = one.steps.map(({ label, on }) => ({ label, on, status: null, unit_name: null })).reverse();
  return html`<section class="card pad stack" id=${one.id}><h2>${one.name}</h2>
    <p class="line">${h(StatusBadge, { tone: toneOf(one.stage), label: one.stage_label })}<span class="small num">${t('dumps.since', { day: shortDay(one.stage_since) })}</span></p>
    <p class="small num">${[one.kind_label, one.hamlet_name, one.place_words, one.area_m2 != null && `${number(one.area_m2)} m²`].filter(Boolean).join(' · ')}</p>
    ${one.plan_year && toneOf(one.stage) !== 'done' && html`<p class="notice leaf">${t('spots.planned', { year: one.plan_year })}</p>`}
    ${before && after ? h(BeforeAfter, { before, after, beforeWord: t('dumps.before'), afterWord: t('dumps.after') }) : (before || after) && html`<div class="photos">${h(Picture, { photo: before ?? after, alt: one.name })}</div>`}
    <details><summary>${t('spots.steps')}</summary><div class="opened">${h(Timeline, { steps })}</div></details></section>`;
}
