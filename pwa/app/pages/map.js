// The map of reports: what is being worked on and what is clean, with the same cases as a list.
import { ComplaintCard } from '../components/complaint-card.js';
import { Icon } from '../components/icon.js';
import { Legend } from '../components/legend.js';
import { MapView } from '../components/map-view.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { h, html, useEffect, useMemo, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { go } from '../lib/router.js';
import { catalogue, config, hamlets, keep, outline } from '../lib/store.js';

const FILTERS = ['', 'open', 'done'];

export default function MapPage() {
  const [filter, setFilter] = useState('');
  const [box, setBox] = useState('');
  const points = useLoad(async (signal) => (box ? get(`/api/complaints/map?bbox=${box}`, { signal }) : null), [box]);
  const list = useLoad((signal) => get('/api/complaints', { signal }), []);
  useEffect(() => void keep('config', 'catalogue', 'hamlets', 'outline'), []);
  const fits = (/** @type {{ tone: App.Tone }} */ one) => !filter || (filter === 'done') === (one.tone === 'done');
  const marks = useMemo(() => (points.data?.items ?? []).filter(fits).map(asMark), [points.data, filter, catalogue.value]);
  return h(
    PageFrame,
    { title: t('home.map') },
    html`<div class="chips" role="group" aria-label=${t('map.filter')}>${FILTERS.map((one) => html`<button class="chip" type="button" aria-pressed=${String(one === filter)} onClick=${() => setFilter(one)}>${t(`map.filter_${one || 'all'}`)}</button>`)}</div>`,
    h(MapView, {
      label: t('home.map'),
      map: config.value?.map,
      outline: outline.value,
      hamlets: hamlets.value,
      marks,
      size: 'tall',
      onOpen: (code) => go(`/phan-anh/${code}`),
      onMoved: (bbox) => setBox(bbox.map((value) => value.toFixed(4)).join(',')),
    }),
    h(Legend, {}),
    html`<p class="small">${t(points.error ? 'map.no_marks' : points.data?.more ? 'map.more' : 'case.rounded')}</p>`,
    html`<a class="button quiet" href="/so-lieu">${h(Icon, { name: 'chart' })}${t('map.figures')}</a>`,
    html`<h2>${t('map.newest')}</h2>`,
    h(Newest, { list, fits }),
    html`<a class="button text" href="/api/feeds/complaints.atom" target="_blank" rel="noopener">${h(Icon, { name: 'link' })}${t('say.feed')}</a>`,
  );
}

/** @param {App.MapPoint} one */
function asMark({ code, lat, lon, tone, status }) {
  const word = catalogue.value?.statuses.find((one) => one.code === status)?.public_label;
  return { id: code, lat, lon, kind: tone, label: [code, word].filter(Boolean).join(', ') };
}

/** @param {{ list: any, fits: (one: App.Summary) => boolean }} props */
function Newest({ list, fits }) {
  if (list.error) return h(Failure, { error: list.error, onRetry: list.reload });
  if (!list.data) return h(Waiting, { lines: 3 });
  const items = list.data.items.filter(fits);
  if (!items.length) return h(EmptyState, { title: t('map.none'), text: t('map.none_hint') });
  return html`<ul class="card rows">${items.map((/** @type {App.Summary} */ one) => h(ComplaintCard, { key: one.code, href: `/phan-anh/${one.code}`, code: one.code, title: one.title, tone: one.tone, status: one.status_label, thumb: one.thumb, hamlet: one.hamlet_name, received: one.received_on, due: one.due_on }))}</ul>`;
}
