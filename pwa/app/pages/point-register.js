// The register of points for staff: which pass, which are overdue, which hamlets are not served and why.
import { Table } from '../components/desk/table.js';
import { DraftButton } from '../components/draft-button.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { can, useAccount } from '../lib/session.js';

const LOOKS = { compliant: ['done', 'check'], not_compliant: ['brick', 'close'], incomplete: ['amber', 'minus'], never: ['', 'info'] };

export default function PointRegister() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/point-register', { signal }) : Promise.resolve(null)), [who?.id]);
  const register = /** @type {Api.PointRegister | null} */ (data);
  return h(
    OfficeFrame,
    { title: t('inspect.register'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : register ? h(Register, { register }) : h(Waiting, { lines: 6 }),
  );
}

/** @param {{ register: Api.PointRegister }} props */
function Register({ register }) {
  const [overdue, setOverdue] = useState(false);
  const shown = register.points
    .filter((one) => !overdue || one.is_overdue)
    .sort((a, b) => Number(b.is_overdue) - Number(a.is_overdue) || a.code.localeCompare(b.code));
  /** @type {Desk.Column<Api.PointStanding>[]} */
  const columns = [
    { title: t('inspect.point'), cell: (one) => html`<a class="desk-link" href=${`/diem-tap-ket/${one.id}`}>${one.code} ${one.name}</a>` },
    { title: t('coverage.hamlet'), cell: (one) => one.hamlet_name },
    { title: t('inspect.last'), cell: (one) => (one.inspected_on ? shortDay(one.inspected_on) : t('inspect.never')) },
    { title: t('inspect.verdict'), cell: (one) => chip(one) },
    { title: t('inspect.missed'), cell: (one) => one.missed.join('; ') },
  ];
  /** @type {Desk.Column<Api.HamletStanding>[]} */
  const hamlets = [
    { title: t('coverage.hamlet'), cell: (one) => one.hamlet_name },
    { title: t('inspect.points'), num: true, cell: (one) => `${one.compliant}/${one.points}` },
    {
      title: t('inspect.served'),
      cell: (one) =>
        html`<span class=${`chip ${one.is_served ? 'done' : 'brick'}`}>${h(Icon, { name: one.is_served ? 'check' : 'close' })}${t(one.is_served ? 'indicator.yes' : 'indicator.no')}</span>`,
    },
    { title: t('inspect.why'), cell: (one) => one.why },
  ];
  const act = (/** @type {Api.PointStanding} */ one) =>
    one.state === 'open' &&
    can('inspect_collection_points') &&
    html`<a class="desk-link" href=${`/diem-tap-ket/${one.id}/kiem-tra`}>${h(Icon, { name: 'clipboard-check' })}${t('inspect.do')}<span class="sr"> ${one.name}</span></a>
      ${one.inspection_id && can('prepare_documents') && h(DraftButton, { label: t('draft.minutes'), about: one.name, wish: { kind: 'minutes', subject_id: one.inspection_id }, look: 'desk-link' })}`;
  const served = register.hamlets.filter((one) => one.is_served).length;
  return html`<p class="small">${t('inspect.register_hint')}</p>
    <div class="line wrap"><button class="chip" type="button" aria-pressed=${String(overdue)} onClick=${() => setOverdue(!overdue)}>${t('inspect.overdue')} · ${number(register.overdue)}</button>
      <span class="chip leaf">${h(Icon, { name: 'check' })}${t('inspect.share', { n: register.compliant, all: register.open })}</span>
      <span class="chip">${t('inspect.hamlets', { n: served, all: register.hamlets.length })}</span>
      <a class="button quiet small" href="/so-sach/nhan-diem">${h(Icon, { name: 'qr-code' })}${t('inspect.labels')}</a>
      ${can('manage_collection_points') && html`<a class="button quiet small" href="/diem-tap-ket/moi">${h(Icon, { name: 'plus' })}${t('inspect.add')}</a><a class="button quiet small" href="/diem-tap-ket/nhap">${h(Icon, { name: 'upload' })}${t('inspect.import')}</a>`}</div>
    ${h(Table, { caption: t('inspect.register'), columns, rows: shown, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions: act, faded: (one) => one.state === 'closed' })}
    <section class="stack"><h2>${t('inspect.by_hamlet')}</h2>${h(Table, { caption: t('inspect.by_hamlet'), columns: hamlets, rows: register.hamlets, keyOf: (one) => one.hamlet_id })}</section>`;
}

/** @param {Api.PointStanding} one */
function chip({ verdict, is_overdue, state }) {
  if (state === 'closed') return html`<span class="chip">${t('inspect.closed')}</span>`;
  const [tone, icon] = LOOKS[verdict ?? 'never'];
  return html`<span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`inspect.is_${verdict ?? 'never'}`)}</span> ${is_overdue && html`<span class="chip amber">${h(Icon, { name: 'clock-alert' })}${t('inspect.overdue')}</span>`}`;
}
