// One collection point: when, where, how far, whom to call.
import { Icon } from '../components/icon.js';
import { MapView } from '../components/map-view.js';
import { PageFrame } from '../components/page-frame.js';
import { Picture } from '../components/picture.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { addDays, dayOf, number, weekday, weekdayOf } from '../lib/format.js';
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { hours, nextWords } from '../lib/schedule.js';
import { config, hamlets, keep, outline } from '../lib/store.js';

/** @param {{ id: string }} props */
export default function Point({ id }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/collection-points/${id}`, { signal }), [id]);
  useEffect(() => void keep('config', 'hamlets', 'outline'), []);
  /** @type {App.CollectionPoint | null} */
  const one = data;
  const frame = { title: t('points.one'), ownHeading: true, backTo: '/diem-tap-ket' };
  if (!one) return h(PageFrame, { ...frame, ownHeading: false }, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 3 }));
  const photos = (one.photos ?? []).filter((photo) => photo.large);
  return h(
    PageFrame,
    frame,
    html`<div class="stack"><h1>${one.name}</h1><p class="small">${[one.hamlet_name, one.place_words].filter(Boolean).join(' · ')}</p></div>`,
    one.state === 'closed'
      ? html`<p class="notice brick">${t('points.closed')}</p>`
      : nextWords(one.schedule) && html`<p class="notice leaf"><b>${nextWords(one.schedule)}</b></p>`,
    photos.length > 0 && html`<div class="photos">${photos.map((photo) => h(Picture, { key: photo.id, photo, alt: one.name }))}</div>`,
    h(Week, { schedule: one.schedule }),
    one.note && html`<p class="pre">${one.note}</p>`,
    h(MapView, {
      label: one.name,
      map: config.value?.map,
      outline: outline.value,
      hamlets: hamlets.value,
      marks: [{ id: one.id, lat: one.lat, lon: one.lon, kind: 'point', label: one.name }],
      view: { lat: one.lat, lon: one.lon, zoom: 15 },
      size: 'small',
      still: true,
    }),
    html`<a class="button quiet" href=${`geo:${one.lat},${one.lon}?q=${one.lat},${one.lon}`}>${h(Icon, { name: 'route' })}${t('points.way')}</a>`,
    html`<dl class="facts">${one.households_served != null && html`<dt>${t('points.households')}</dt><dd>${number(one.households_served)}</dd>`}${one.contact && html`<dt>${t('points.contact')}</dt><dd>${one.contact}</dd>`}</dl>`,
    html`<a class="button text" href="/gui">${t('points.report')}</a>`,
  );
}

/** @param {{ schedule: App.CollectionPoint['schedule'] }} props */
function Week({ schedule }) {
  if (!schedule.length) return html`<p class="small">${t('points.no_schedule')}</p>`;
  const monday = addDays(dayOf(), 1 - weekdayOf(dayOf()));
  const days = [1, 2, 3, 4, 5, 6, 7]
    .map((day) => ({ name: weekday(addDays(monday, day - 1)).replace(/ \d.*$/, ''), slots: schedule.filter((one) => one.weekday === day) }))
    .filter((day) => day.slots.length);
  return html`<section class="stack"><h2>${t('points.schedule')}</h2><dl class="facts num">${days.map((day) => html`<dt>${day.name}</dt><dd>${day.slots.map(hours).join(', ')}</dd>`)}</dl></section>`;
}
