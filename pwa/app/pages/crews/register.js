// The register of collection crews: who works where, under which contract, when inspected, what is still to be put right.
import { Table } from '../../components/desk/table.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { go } from '../../lib/router.js';
import { can, useAccount } from '../../lib/session.js';
import { CheckSheet } from './publication-sheets.js';
import { CrewSheet, UnitsSheet } from './sheets.js';

const LOOKS = { compliant: ['done', 'check'], not_compliant: ['brick', 'close'], incomplete: ['amber', 'minus'], never: ['', 'info'] };

export default function Crews() {
  const { who, asking } = useAccount();
  const [day, setDay] = useState(dayOf());
  const { data, error, reload } = useLoad((signal) => (who ? get(`/api/crews?on=${day}`, { signal }) : Promise.resolve(null)), [who?.id, day]);
  const register = /** @type {Api.CrewRegister | null} */ (data);
  return h(
    OfficeFrame,
    { title: t('crews.title'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : register ? h(Register, { register, day, onDay: setDay, onChanged: reload }) : h(Waiting, { lines: 6 }),
  );
}

/** @param {{ register: Api.CrewRegister, day: string, onDay: (day: string) => void, onChanged: () => void }} props */
function Register({ register, day, onDay, onChanged }) {
  const [open, setOpen] = useState('');
  const close = () => setOpen('');
  const act = (/** @type {Api.CrewStanding} */ one) =>
    one.is_working &&
    can('inspect_crews') &&
    !register.hindrance &&
    html`<a class="desk-link" href=${`/so-sach/to-thu-gom/${one.id}/kiem-tra`}>${h(Icon, { name: 'clipboard-check' })}${t('inspect.do')}<span class="sr"> ${one.name}</span></a>`;
  return html`<p class="small">${t('crews.hint')}</p>
    ${register.hindrance && can('inspect_crews') && html`<p class="notice">${register.hindrance}</p>`}
    <div class="line wrap">${can('manage_crews') && html`<button class="button small" type="button" onClick=${() => setOpen('new')}>${h(Icon, { name: 'plus' })}${t('crews.add')}</button>`}
      ${can('manage_catalogue') && html`<button class="button quiet small" type="button" onClick=${() => setOpen('units')}>${h(Icon, { name: 'users' })}${t('crews.units')}</button>`}
      <a class="button quiet small" href="/kiem-tra-thu-gom">${h(Icon, { name: 'eye' })}${t('crews.public_page')}</a></div>
    ${h(Sums, { register })}
    ${register.waiting > 0 && h(Waits, { key: register.waiting, onChanged })}
    <div class="line wrap">${h(Field, { label: t('crews.on'), type: 'date', value: day, onInput: (value) => value && onDay(value), input: { max: dayOf() } })}</div>
    ${register.crews.length ? h(Table, { caption: t('crews.title'), columns: columns(), rows: register.crews, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions: act, faded: (one) => !one.is_working }) : h(EmptyState, { icon: 'truck', title: t('crews.none'), text: t('crews.none_hint') })}
    ${open === 'new' && h(CrewSheet, { units: register.units, onSaved: (/** @type {Api.CrewDetail} */ one) => go(`/so-sach/to-thu-gom/${one.crew.id}`), onClose: close })}
    ${open === 'units' && h(UnitsSheet, { units: register.units, onSaved: onChanged, onClose: close })}`;
}

/** @param {{ register: Api.CrewRegister }} props */
function Sums({ register }) {
  const { working, inspected, open_violations, late_violations } = register;
  return html`<p class="line wrap"><span class="chip leaf">${h(Icon, { name: 'clipboard-check' })}${t('crews.share', { n: number(inspected), all: number(working) })}</span>
    <span class=${`chip ${open_violations ? 'amber' : ''}`}>${h(Icon, { name: open_violations ? 'warning' : 'check' })}${t('crews.sum_open', { n: number(open_violations) })}</span>
    ${late_violations > 0 && html`<span class="chip brick">${h(Icon, { name: 'clock-alert' })}${t('crews.sum_late', { n: number(late_violations) })}</span>`}</p>`;
}

/** What waits for a second person. @param {{ onChanged: () => void }} props */
function Waits({ onChanged }) {
  const { data, reload } = useLoad((signal) => get('/api/crew-publications', { signal }), []);
  const [open, setOpen] = useState(/** @type {Api.CrewPublicationShape | null} */ (null));
  const rows = /** @type {Api.CrewPublicationShape[]} */ (data ?? []);
  const done = () => {
    reload();
    onChanged();
  };
  return html`<section class="stack"><h2>${t('crews.waiting')}</h2><ul class="card rows">${rows.map(
    (one) => html`<li class="pad stack" key=${one.id}><b>${one.organisation}</b><p class="pre">${one.fault}</p>
      <p class="small">${t('crews.prepared_by', { name: one.prepared_by_name })}</p>
      <div class="line wrap">${one.may_check ? html`<button class="button small" type="button" onClick=${() => setOpen(one)}>${h(Icon, { name: 'eye' })}${t('crews.check')}<span class="sr"> ${one.organisation}</span></button>` : html`<span class="small">${t('crews.other_person')}</span>`}</div></li>`,
  )}</ul>${open && h(CheckSheet, { one: open, onSaved: done, onClose: () => setOpen(null) })}</section>`;
}

/** @returns {Desk.Column<Api.CrewStanding>[]} */
const columns = () => [
  {
    title: t('crews.crew'),
    cell: (one) => html`<a class="desk-link" href=${`/so-sach/to-thu-gom/${one.id}`}>${one.code} ${one.name}</a><div class="small">${one.organisation}</div>`,
  },
  { title: t('crews.hamlets'), cell: (one) => one.hamlet_names.join(', ') },
  {
    title: t('crews.contract'),
    cell: (one) =>
      one.contract_number
        ? html`${one.contract_number}${one.contract_until && html`<div class="small">${t('crews.until', { day: shortDay(one.contract_until) })}</div>`}`
        : html`<span class="chip amber">${h(Icon, { name: 'warning' })}${t('crews.no_contract')}</span>`,
  },
  { title: t('inspect.last'), cell: (one) => h(Last, { one }) },
  { title: t('crews.violations'), cell: (one) => (one.open_violations ? h(Open, { one }) : '') },
];

/** @param {{ one: Api.CrewStanding }} props */
export function Last({ one }) {
  if (!one.is_working) return html`<span class="chip">${h(Icon, { name: 'archive' })}${t('crews.over')}</span>`;
  const [tone, icon] = LOOKS[one.verdict ?? 'never'];
  return html`<span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`inspect.is_${one.verdict ?? 'never'}`)}</span>${one.is_overdue && one.verdict && html` <span class="chip amber">${h(Icon, { name: 'clock-alert' })}${t('inspect.overdue')}</span>`}${one.inspected_on && html`<div class="small">${shortDay(one.inspected_on)}</div>`}`;
}

/** @param {{ one: Api.CrewStanding }} props */
function Open({ one }) {
  const late = one.late_violations > 0;
  return html`<span class=${`chip ${late ? 'brick' : 'amber'}`}>${h(Icon, { name: late ? 'clock-alert' : 'clock' })}${t(late ? 'crews.n_late' : 'crews.n_open', { n: late ? one.late_violations : one.open_violations })}</span>`;
}
