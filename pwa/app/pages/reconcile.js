// The head's count and the neighbours' phones side by side, never added up; and photos that deserve a second look.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Row } from '../components/row.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get, post } from '../lib/api.js';
import { distance, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { save } from '../lib/save.js';
import { useAccount } from '../lib/session.js';

export default function Reconcile() {
  const { who, asking } = useAccount();
  const { data, error, reload, setData } = useLoad((signal) => (who ? get('/api/cleanup-reconciliation', { signal }) : Promise.resolve(null)), [who?.id]);
  const [flag, setFlag] = useState(/** @type {Api.PhotoFlagShape | null} */ (null));
  const found = /** @type {Api.Reconciliation | null} */ (data);
  const dismiss = (/** @type {Desk.Values} */ { reason }) => save(() => post(`/api/cleanup-flags/${flag?.id}/dismissal`, { reason }), setData);
  return h(
    OfficeFrame,
    { title: t('reconcile.title'), who, asking },
    html`<p class="small">${t('reconcile.hint')}</p>
      ${error ? h(Failure, { error, onRetry: reload }) : found ? html`${h(Events, { found })}${h(Twice, { rows: found.twice })}${h(Flags, { flags: found.flags, onOpen: setFlag })}` : h(Waiting, { lines: 5 })}
      ${flag && h(EditSheet, { title: t(`reconcile.${flag.kind}`), hint: flagWords(flag), fields: [{ name: 'reason', label: t('reconcile.reason'), max: 300 }], values: { reason: '' }, label: t('reconcile.done'), onSave: dismiss, onClose: () => setFlag(null) })}`,
  );
}

/** @param {{ found: Api.Reconciliation }} props */
function Events({ found }) {
  /** @type {Desk.Column<Api.Reconciled>[]} */
  const columns = [
    {
      title: t('reconcile.event'),
      cell: (one) => html`<b>${[one.hamlet_name, one.organiser].filter(Boolean).join(' · ')}</b> ${shortDay(one.held_on)}, ${t(`slot.${one.slot}`)}`,
    },
    { title: t('reconcile.head'), num: true, cell: (one) => (one.head_count === null ? t('reconcile.none_yet') : number(one.head_count)) },
    { title: t('reconcile.phones'), num: true, cell: (one) => t('reconcile.of_phones', { people: number(one.checked), phones: number(one.phones) }) },
    {
      title: t('reconcile.state'),
      cell: (one) => (one.differs ? html`<span class="chip amber">${h(Icon, { name: 'warning' })}${t('reconcile.differs')}</span>` : '–'),
    },
  ];
  const act = (/** @type {Api.Reconciled} */ one) =>
    one.cleanup_id &&
    html`<a class="desk-link" href=${`/cuoi-tuan/${one.cleanup_id}`}>${h(Icon, { name: 'eye' })}${t('reconcile.open')}<span class="sr"> ${one.hamlet_name}</span></a>`;
  return html`<section class="stack"><h2>${t('reconcile.attendance')}</h2>
    ${found.unmatched > 0 && html`<p class="small">${t('reconcile.unmatched', { n: number(found.unmatched) })}</p>`}
    ${found.events.length ? h(Table, { caption: t('reconcile.attendance'), columns, rows: found.events, keyOf: (one) => one.held_on + one.slot + one.hamlet_name + (one.organiser ?? ''), actionsWord: t('admin.actions'), actions: act }) : h(EmptyState, { icon: 'users', title: t('reconcile.none'), text: t('reconcile.none_hint') })}</section>`;
}

/** Two people told of one event. @param {{ rows: Api.ToldTwice[] }} props */
function Twice({ rows }) {
  if (!rows.length) return null;
  return html`<section class="stack"><h2>${t('reconcile.twice')}</h2><ul class="card rows">${rows.map((one) => h(Row, { key: one.second_id, href: `/cuoi-tuan/${one.cleanup_id}`, icon: 'users', title: `${one.hamlet_name} · ${shortDay(one.held_on)}`, text: t('reconcile.twice_by', { first: one.first_by, second: one.second_by }) }))}</ul></section>`;
}

/** @param {Api.PhotoFlagShape} one */
const flagWords = (one) =>
  [
    one.hamlet_name,
    shortDay(one.held_on),
    one.kind === 'reused' ? t('reconcile.reused_on', { day: shortDay(one.other_on ?? '') }) : t('reconcile.far_by', { far: distance(one.distance_m ?? 0) }),
  ].join(' · ');

/** @param {{ flags: Api.PhotoFlagShape[], onOpen: (one: Api.PhotoFlagShape) => void }} props */
function Flags({ flags, onOpen }) {
  const row = (/** @type {Api.PhotoFlagShape} */ one) =>
    html`<section class="card pad stack" key=${one.id}><div class="line">${one.thumb && html`<a class="tile big" href=${`/cuoi-tuan/${one.cleanup_id}`}><img src=${one.thumb} alt=${t('reconcile.photo')} /></a>`}
      <div class="grow stack"><b>${t(`reconcile.${one.kind}`)}</b><span class="small">${flagWords(one)}</span></div></div>
      <div class="line wrap">${one.other_id && html`<a class="button text small" href=${`/cuoi-tuan/${one.other_id}`}>${t('reconcile.other')}</a>`}
      <button class="button quiet small" type="button" onClick=${() => onOpen(one)}>${t('reconcile.done')}<span class="sr"> ${flagWords(one)}</span></button></div></section>`;
  return html`<section class="stack"><h2>${t('reconcile.photos')}</h2>${flags.length ? html`<div class="stack-16">${flags.map(row)}</div>` : html`<p class="small">${t('reconcile.no_flags')}</p>`}</section>`;
}
