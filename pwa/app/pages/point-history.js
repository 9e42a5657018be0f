// What happened to a collection point: inspections with their photos, and every change of its entry.
import { Photos } from '../components/desk/staff-photos.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { dayAndClock, shortDay } from '../lib/format.js';
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { hours } from '../lib/schedule.js';
import { can, useAccount } from '../lib/session.js';
import { hamlets, keep } from '../lib/store.js';

const LOOKS = { compliant: ['done', 'check'], not_compliant: ['brick', 'close'], incomplete: ['amber', 'minus'] };

/** @param {{ id: string }} props */
export default function PointHistory({ id }) {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? about(id, signal) : Promise.resolve(null)), [id, who?.id]);
  useEffect(() => void keep('hamlets'), []);
  const frame = { title: t('point.history'), backTo: `/diem-tap-ket/${id}` };
  if (!asking && !can('read_staff_pages'))
    return h(PageFrame, frame, h(EmptyState, { icon: 'key', title: t('point.not_yours'), text: t('point.not_yours_hint') }));
  if (!data) return h(PageFrame, frame, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 5 }));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    html`<h1>${data.point.name}</h1>`,
    html`<section class="stack-16"><h2>${t('point.inspections')}</h2>${data.inspections.length ? data.inspections.map((one) => h(Looked, { key: one.id, one })) : html`<p class="small">${t('point.no_inspections')}</p>`}</section>`,
    html`<section class="stack"><h2>${t('point.changes')}</h2><ol class="timeline">${data.history
      .filter(({ verb }) => verb !== 'inspected')
      .reverse()
      .map((one) => h(Changed, { key: one.at, one }))}</ol></section>`,
  );
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<{ point: App.CollectionPoint, inspections: Api.InspectionShape[], history: Api.PointHistoryEntry[] }>} */
async function about(id, signal) {
  const door = `/api/collection-points/${id}`;
  const [point, inspections, history] = await Promise.all([get(door, { signal }), get(`${door}/inspections`, { signal }), get(`${door}/history`, { signal })]);
  return { point, inspections, history };
}

/** @param {{ one: Api.InspectionShape }} props */
function Looked({ one }) {
  const [tone, icon] = LOOKS[one.verdict];
  const told = one.items.filter((item) => item.mark === 'not_met' || item.note || item.photos.length);
  return html`<article class="card pad stack"><div class="line wrap"><b class="grow">${shortDay(one.inspected_on)}</b><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`point.verdict_${one.verdict}`)}</span></div>
    <span class="small">${one.made_by_name}</span>
    ${told.length > 0 && html`<ul>${told.map((item) => html`<li key=${item.code}>${item.words}${item.note && html`<div class="small">${item.note}</div>`}${h(Photos, { photos: item.photos, alt: item.words })}</li>`)}</ul>`}
    ${one.words && html`<p class="pre">${one.words}</p>`}${h(Photos, { photos: one.photos, alt: t('point.inspections') })}</article>`;
}

/** @param {{ one: Api.PointHistoryEntry }} props */
function Changed({ one }) {
  const changes = /** @type {Record<string, { before: any, after: any }>} */ (one.changes);
  const rows = Object.entries(changes).filter(([name]) => name !== 'longitude' && name !== 'search_text');
  return html`<li><span class="dot">${h(Icon, { name: 'check' })}</span><div><b>${t(`point.did_${one.verb}`)}</b><div class="small num">${dayAndClock(one.at)} · ${one.by}</div>
    ${rows.map(([name, change]) => html`<div class="num" key=${name}>${t(`point.${name === 'latitude' ? 'lat' : name}`)}: <s>${said(name, change.before)}</s> → ${said(name, change.after)}</div>`)}</div></li>`;
}

/** @param {string} name @param {any} value a column of the register as the journal keeps it */
function said(name, value) {
  if (value === null || value === '' || (Array.isArray(value) && !value.length)) return t('point.nothing');
  if (name === 'hamlet_id') return hamlets.value?.find((one) => one.id === value)?.name ?? '…';
  if (['kind', 'place_kind'].includes(name)) return t(`${name === 'kind' ? 'point_kind' : name}.${value}`);
  if (name === 'state') return t(`point.state_${value}`);
  if (name === 'accepts') return value.map((/** @type {string} */ one) => t(`waste_class.${one}`)).join(', ');
  if (Array.isArray(value)) return value.map((one) => `${t(`day.short_${one.weekday}`)} ${hours(one)}`).join(', ');
  return ['state_since', 'opened_on'].includes(name) ? shortDay(value) : String(value);
}
