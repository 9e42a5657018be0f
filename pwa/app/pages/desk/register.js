// The register of received reports, for the screen and for A4 paper: any period, nobody named unless the hotline asks.
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, post, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { dayOf, number } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can, useAccount } from '../../lib/session.js';
import { config, keep } from '../../lib/store.js';

export default function Register() {
  const { who, asking } = useAccount();
  const frame = { title: t('register.title'), backTo: '/ban-lam-viec' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('read_complaints')) return h(Book, { frame });
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('today.sign_in'), text: t('today.sign_in_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/ban-lam-viec/so-phan-anh">${t('sign_in.do')}</a>`,
    ),
  );
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
/** A book is kept for years: with the year. @param {string} at */
const moment = (at) => CLOCK.format(new Date(at));
/** @param {string} day */
const fullDay = (day) => day.split('-').reverse().join('/');

/** From the address, else this month up to today. */
function asked() {
  const { searchParams } = new URL(location.href);
  return { from: searchParams.get('tu') ?? `${dayOf().slice(0, 8)}01`, to: searchParams.get('den') ?? dayOf() };
}

/** @param {{ frame: { title: string, backTo: string } }} props */
function Book({ frame }) {
  const [period, setPeriod] = useState(asked);
  const [people, setPeople] = useState(/** @type {Record<string, Api.RegisterContact> | null} */ (null));
  const query = new URLSearchParams(period).toString();
  const { data, error, reload } = useLoad((signal) => get(`/api/desk/register?${query}`, { signal }), [query]);
  useEffect(() => {
    keep('config');
    setPeople(null);
    history.replaceState(history.state, '', `/ban-lam-viec/so-phan-anh?tu=${period.from}&den=${period.to}`);
  }, [query]);
  const say = (/** @type {unknown} */ problem) => void toast(sayProblem(problem));
  const name = () =>
    post(`/api/desk/register/contact-views?${query}`).then(
      (found) => setPeople(Object.fromEntries(found.items.map((/** @type {Api.RegisterContact} */ one) => [one.id, one]))),
      say,
    );
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    html`<div class="register"><div class="no-print stack">
        <div class="line register-asked">${h(DayField, { label: t('register.from'), value: period.from, onChange: (from) => setPeriod({ ...period, from }) })}${h(DayField, { label: t('register.to'), value: period.to, onChange: (to) => setPeriod({ ...period, to }) })}
          <button class="button small" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('register.print')}</button>
          <button class="button quiet small" type="button" onClick=${() => download(`/api/desk/register.csv?${query}`).catch(say)}>${h(Icon, { name: 'download' })}${t('register.csv')}</button>
          ${can('read_contacts') && !people && html`<button class="button quiet small" type="button" title=${t('register.people_sure')} onClick=${name}>${h(Icon, { name: 'eye' })}${t('register.people')}</button>`}</div>
        ${can('read_contacts') && !people && html`<p class="small">${t('register.people_sure')}</p>`}
      </div>
      ${error ? h(Failure, { error, onRetry: reload }) : data ? h(Sheet, { data, period, people }) : h(Waiting, { lines: 6 })}</div>`,
  );
}

/** @param {{ label: string, value: string, onChange: (day: string) => void }} props */
const DayField = ({ label, value, onChange }) =>
  html`<label class="register-day"><span>${label}</span><input class="input" type="date" value=${value} onChange=${(/** @type {any} */ event) => event.target.value && onChange(event.target.value)} /></label>`;

/** @param {{ data: Api.Register, period: { from: string, to: string }, people: Record<string, Api.RegisterContact> | null }} props */
function Sheet({ data, period, people }) {
  const span = t('register.period', { from: fullDay(period.from), to: fullDay(period.to) });
  const heads = ['no', 'code', 'received', 'channel', 'matter', 'place', ...(people ? ['reporter'] : []), 'unit', 'due', 'result'];
  return html`<p class="small">${config.value?.commune.name}</p><h1>${t('register.title')}</h1><p>${span} · ${t('register.count', { n: number(data.items.length) })}</p>
    ${data.more && html`<p class="notice no-print">${t('register.more', { n: number(data.items.length) })}</p>`}
    ${!data.items.length && h(EmptyState, { icon: 'inbox', title: t('register.none'), text: t('register.none_hint') })}
    ${
      data.items.length > 0 &&
      html`<div class="register-roll" tabindex="0" role="region" aria-label=${t('register.title')}><table class="register-table"><thead><tr class="print-only"><td colspan=${heads.length}>${config.value?.commune.name} · ${t('register.title')} · ${span}</td></tr>
      <tr>${heads.map((head) => html`<th key=${head} scope="col">${t(`register.${head}`)}</th>`)}</tr></thead>
      <tbody>${data.items.map((row) => h(Entry, { key: row.id, row, people }))}</tbody></table></div>
    <p class="print-only register-signed">${t('register.signed')}</p>`
    }`;
}

/** @param {{ row: Api.RegisterRow, people: Record<string, Api.RegisterContact> | null }} props */
function Entry({ row, people }) {
  const who = people?.[row.id];
  return html`<tr><td class="num">${row.number}</td><td class="num"><a href=${`/ban-lam-viec/${row.id}?hang=all`}>${row.code}</a></td><td class="num">${moment(row.received_at)}</td>
    <td>${row.channel_label}${row.external_ref && html`<div class="small">${row.external_ref}</div>`}</td>
    <td><b>${row.category_label ?? t(`intake.type_${row.type}`)}</b><div class="pre">${row.words}</div></td><td>${[row.hamlet_name, row.place_words].filter(Boolean).join(', ')}</td>
    ${people && html`<td>${who ? html`${who.name}<div class="num">${who.phone}</div>` : t('register.anonymous')}</td>`}
    <td>${row.unit_name}</td><td class="num">${row.due_on && fullDay(row.due_on)}</td>
    <td>${row.status_label}${row.replied_on && html`<div class="num small">${fullDay(row.replied_on)}</div>`}<div class="pre">${row.result}</div></td></tr>`;
}
