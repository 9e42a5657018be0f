// One collection point: when, where, how far, whom to call.
import { Icon } from '../components/icon.js';
import { MapView } from '../components/map-view.js';
import { PageFrame } from '../components/page-frame.js';
import { Picture } from '../components/picture.js';
import { Row } from '../components/row.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { addDays, dayOf, number, shortDay, weekday, weekdayOf } from '../lib/format.js';
import { useGround } from '../lib/ground.js';
import { h, html, useMemo } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { startDraft, startOutbox } from '../lib/outbox.js';
import { go } from '../lib/router.js';
import { hours, nextWords, openWords } from '../lib/schedule.js';
import { can } from '../lib/session.js';
import { letters } from '../lib/store.js';

/** @param {{ id: string }} props */
export default function Point({ id }) {
  const { data, error, reload } = useLoad((signal) => pointOf(id, signal), [id]);
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
      ? html`<div class="notice brick"><p><b>${one.state_since ? t('points.closed_since', { day: shortDay(one.state_since) }) : t('points.closed')}</b></p>${one.state_why && html`<p>${one.state_why}</p>`}</div>`
      : (nextWords(one.schedule) || openWords(one)) &&
          html`<p class="notice leaf"><b>${[openWords(one), nextWords(one.schedule)].filter(Boolean).join('. ')}</b></p>`,
    photos.length > 0 && html`<div class="photos">${photos.map((photo) => h(Picture, { key: photo.id, photo, alt: one.name }))}</div>`,
    one.state === 'open' && h(Week, { schedule: one.schedule }),
    one.state === 'open' && one.opening_hours?.length > 0 && h(Week, { schedule: one.opening_hours, title: t('points.opening') }),
    one.note && html`<p class="pre">${one.note}</p>`,
    h(Where, { one }),
    html`<dl class="facts">${one.accepts?.length > 0 && html`<dt>${t('points.accepts')}</dt><dd>${one.accepts.map((each) => t(`waste_class.${each}`)).join(', ')}</dd>`}${one.households_served != null && html`<dt>${t('points.households')}</dt><dd>${number(one.households_served)}</dd>`}${one.contact && html`<dt>${t('points.contact')}</dt><dd>${one.contact}</dd>`}</dl>`,
    html`<button class="button quiet" type="button" onClick=${() => report(one)}>${h(Icon, { name: 'camera' })}${t('points.report_here')}</button>`,
    one.state === 'open' &&
      can('inspect_collection_points') &&
      html`<a class="button quiet" href=${`/diem-tap-ket/${one.id}/kiem-tra`}>${h(Icon, { name: 'clipboard-check' })}${t('points.inspect')}</a>`,
    can('read_complaints') && h(OpenCases, { id: one.id }),
    can('read_staff_pages') && html`<a class="button quiet" href=${`/diem-tap-ket/${one.id}/lich-su`}>${h(Icon, { name: 'clock' })}${t('points.history')}</a>`,
    can('manage_collection_points') && h(Manage, { one }),
  );
}

/** What was reported here by the label and is still open; for staff. @param {{ id: string }} props */
function OpenCases({ id }) {
  const { data } = useLoad((signal) => get(`/api/desk/complaints?queue=open&collection_point_id=${id}`, { signal }), [id]);
  const cases = /** @type {Api.Summary[] | null} */ (data?.items ?? null);
  if (!cases) return null;
  return html`<section class="stack"><h2>${t('points.open_cases')}</h2>${cases.length ? html`<ul class="card rows">${cases.map((one) => h(Row, { key: one.id, href: `/ban-lam-viec/${one.id}`, icon: 'inbox', thumb: one.thumb, title: one.title, text: `${one.code} · ${one.status_label}` }))}</ul>` : html`<p class="small">${t('points.no_open_cases')}</p>`}</section>`;
}

/** Without a network what the list on this phone says of it. @param {string} id @param {AbortSignal} signal @returns {Promise<App.CollectionPoint>} */
const pointOf = (id, signal) =>
  get(`/api/collection-points/${id}`, { signal }).catch(async (error) => {
    const known = error.status === 0 && (await get('/api/collection-points', { signal })).find((/** @type {App.CollectionPoint} */ one) => one.id === id);
    if (!known) throw error;
    return known;
  });

/** @param {{ one: App.CollectionPoint }} props */
function Where({ one: { id, name, lat, lon, state } }) {
  const { near, ...ground } = useGround();
  const others = useMemo(() => near?.filter((each) => each.id !== id), [near, id]);
  if (lat == null || lon == null) return html`<p class="small">${t('points.no_place')}</p>`;
  const kind = /** @type {'stop' | 'point'} */ (state === 'closed' ? 'stop' : 'point');
  const marks = [{ id, lat, lon, kind, label: name }];
  return html`${h(MapView, { label: name, ...ground, near: others, marks, view: { lat, lon, zoom: 15 }, size: 'small', still: true })}
    <a class="button quiet" href=${`geo:${lat},${lon}?q=${lat},${lon}`}>${h(Icon, { name: 'route' })}${t('points.way')}</a>`;
}

/** A report with the place and the kind filled in, ready to be sent; pressed again it goes on with the same draft. @param {App.CollectionPoint} one */
async function report({ id, name, lat, lon, hamlet_id }) {
  await startOutbox();
  const begun = letters.value.find((letter) => letter.state === 'draft' && letter.fields.at_point === name);
  const spot = lat == null ? { hamlet_id } : { lat, lon, hamlet_id, source: 'pin', accuracy_m: null };
  const draft = begun ?? (await startDraft('complaint', { at_point: name, point_id: id, category: 'point_overflow', place: { ...spot, words: name } }));
  go(`/gui#${draft.id}`, { step: 3 });
}

/** @param {{ one: App.CollectionPoint }} props */
function Manage({ one: { id, state } }) {
  return html`<section class="stack"><a class="button quiet" href=${`/diem-tap-ket/${id}/sua`}>${h(Icon, { name: 'pencil' })}${t('points.edit')}</a>
    <a class="button text" href=${`/diem-tap-ket/${id}/sua#state`}>${t(state === 'closed' ? 'points.reopen' : 'points.close')}</a></section>`;
}

/** @param {{ schedule: App.CollectionPoint['schedule'], title?: string }} props */
function Week({ schedule, title = t('points.schedule') }) {
  if (!schedule.length) return html`<p class="small">${t('points.no_schedule')}</p>`;
  const monday = addDays(dayOf(), 1 - weekdayOf(dayOf()));
  const days = [1, 2, 3, 4, 5, 6, 7]
    .map((day) => ({ name: weekday(addDays(monday, day - 1)).replace(/ \d.*$/, ''), slots: schedule.filter((one) => one.weekday === day) }))
    .filter((day) => day.slots.length);
  return html`<section class="stack"><h2>${title}</h2><dl class="facts num">${days.map((day) => html`<dt>${day.name}</dt><dd>${day.slots.map(hours).join(', ')}</dd>`)}</dl></section>`;
}
