// When waste is fetched: today, tomorrow, the whole week; for one hamlet or all; to be printed and pinned up.
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { stopsOn } from '../../lib/collection-week.js';
import { addDays, dayOf, weekday, weekdayOf } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { hours } from '../../lib/schedule.js';
import { hamlets, keep } from '../../lib/store.js';

export default function Timetable() {
  const { data, error, reload } = useLoad((signal) => get('/api/collection-points', { signal }), []);
  const [hamlet, setHamlet] = useState(localStorage.getItem('hamlet') ?? '');
  useEffect(() => void keep('hamlets', 'config'), []);
  const points = /** @type {App.CollectionPoint[] | null} */ (data);
  const served = (hamlets.value ?? []).filter((one) => points?.some((point) => point.hamlet_id === one.id));
  const chosen = served.some((one) => one.id === hamlet) ? hamlet : '';
  const name = served.find((one) => one.id === chosen)?.name;
  return h(
    PageFrame,
    { title: t('collect.title'), backTo: '/thong-tin' },
    !points && (error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 })),
    points &&
      html`<div class="printed stack-16">
      <div class="no-print">${h(Field, { label: t('collect.hamlet'), value: chosen, options: [{ value: '', label: t('collect.all') }, ...served.map((one) => ({ value: one.id, label: one.name }))], onInput: setHamlet })}</div>
      <div class="no-print stack-16">${[0, 1].map((ahead) => h(Day, { key: ahead, ahead, points, hamlet: chosen }))}</div>
      ${h(Week, { points, hamlet: chosen, title: name ? t('collect.week_of', { name }) : t('collect.week') })}
      <p class="small">${t('collect.hint')}</p>
      <button class="button quiet no-print" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('collect.print')}</button></div>`,
  );
}

/** @param {{ ahead: number, points: App.CollectionPoint[], hamlet: string }} props ahead: 0 today, 1 tomorrow */
function Day({ ahead, points, hamlet }) {
  const day = addDays(dayOf(), ahead);
  const stops = stopsOn(points, weekdayOf(day), hamlet);
  return html`<section class=${`card pad ${ahead ? '' : 'collect-today'}`}><h2>${t(ahead ? 'collect.tomorrow' : 'collect.today')} <span class="small">${weekday(day)}</span></h2>
    ${stops.length ? html`<ul class="collect">${stops.map(stop)}</ul>` : html`<p>${t('collect.nothing')}</p>`}</section>`;
}

/** @param {import('../../lib/collection-week.js').Stop} one */
const stop = (one) =>
  html`<li key=${`${one.point.id} ${one.from}`}><b class="num">${hours(one)}</b><a href=${`/diem-tap-ket/${one.point.id}`}>${one.point.name}</a><span class="small">${one.point.hamlet_name}</span></li>`;

/** @param {{ points: App.CollectionPoint[], hamlet: string, title: string }} props */
function Week({ points, hamlet, title }) {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, stops: stopsOn(points, day, hamlet) })).filter(({ stops }) => stops.length);
  if (!days.length) return h(EmptyState, { icon: 'calendar', title: t('collect.none'), text: t('collect.none_hint') });
  return html`<table class="sheet collect-week"><caption>${title}</caption><thead><tr><th scope="col">${t('collect.day')}</th><th scope="col">${t('collect.where')}</th></tr></thead>
    <tbody>${days.map(({ day, stops }) => html`<tr key=${day}><th scope="row">${t(`collect.day_${day}`)}</th><td><ul class="collect">${stops.map(stop)}</ul></td></tr>`)}</tbody></table>`;
}
