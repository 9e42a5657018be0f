// The three registers of dump sites: map, list, figures, and the black spots that reports suggest.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { SiteMap } from '../../components/site-map.js';
import { Failure, Waiting } from '../../components/states.js';
import { StatusBadge } from '../../components/status-badge.js';
import { toast } from '../../components/toast.js';
import { get, put } from '../../lib/api.js';
import { amount, KINDS, toneOf } from '../../lib/dumps.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { useGround } from '../../lib/ground.js';
import { h, html, useMemo, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { go } from '../../lib/router.js';
import { save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { hamlets } from '../../lib/store.js';
import { SiteImport } from './site-import.js';
import { NewSiteSheet } from './site-sheets.js';
import { Suggestions } from './suggestions.js';

const FILTERS = ['all', 'open', 'due', 'suspected'];

export default function Registers() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('dumps.title'), who, asking }, who && h(Books, {}));
}

function Books() {
  const keeps = can('manage_dump_sites');
  const [tab, setTab] = useState(new URLSearchParams(location.search).get('muc') ?? KINDS[0]);
  const sites = useLoad((signal) => get('/api/dump-sites', { signal }), []);
  const spots = useLoad((signal) => (keeps ? get('/api/dump-suggestions', { signal }) : Promise.resolve([])), []);
  const [open, setOpen] = useState('');
  const [importing, setImporting] = useState(false);
  if (sites.error) return h(Failure, { error: sites.error, onRetry: sites.reload });
  if (!sites.data) return h(Waiting, { lines: 6 });
  const of = (/** @type {string} */ kind) => sites.data.filter((/** @type {Api.SiteSummary} */ one) => one.kind === kind);
  const tabs = [
    ...KINDS.map((kind) => ({ id: kind, word: t(`dumps.${kind}`), n: of(kind).length })),
    ...(keeps ? [{ id: 'suggested', word: t('dumps.suggested'), n: spots.data?.length }] : []),
  ];
  return html`<nav class="desk-tabs" aria-label=${t('dumps.title')}>${tabs.map(({ id, word, n }) => html`<button class="chip" type="button" key=${id} aria-current=${id === tab ? 'true' : undefined} onClick=${() => setTab(id)}>${word}${n === undefined ? '' : ` · ${n}`}</button>`)}</nav>
    ${tab === 'suggested' ? h(Suggestions, { spots, onSettings: () => setOpen('settings') }) : h(Register, { key: tab, kind: tab, sites: of(tab), onNew: () => setOpen('new') })}
    <div class="line"><a class="button quiet small" href="/api/dump-registers.xlsx" download>${h(Icon, { name: 'download' })}${t('dumps.export')}</a>${keeps && html`<button class="button quiet small" type="button" aria-expanded=${String(importing)} onClick=${() => setImporting(!importing)}>${h(Icon, { name: 'upload' })}${t('dumps.import')}</button>`}</div>
    ${importing && h(SiteImport, { onDone: sites.reload })}
    ${open === 'new' && h(NewSiteSheet, { kind: tab, onClose: () => setOpen(''), onSaved: (one) => go(`/so-sach/bai-rac/${one.id}`) })}
    ${open === 'settings' && h(NumbersSheet, { onClose: () => setOpen(''), onSaved: spots.reload })}`;
}

/** @param {{ kind: string, sites: Api.SiteSummary[], onNew: () => void }} props */
function Register({ kind, sites, onNew }) {
  const [which, setWhich] = useState('all');
  const [hamlet, setHamlet] = useState('');
  const ground = useGround();
  const shown = useMemo(() => sites.filter((one) => fits(one, which) && (!hamlet || one.hamlet_id === hamlet)), [sites, which, hamlet]);
  const places = [{ value: '', label: t('dumps.all_hamlets') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))];
  return html`${h(Share, { kind })}
    <div class="line">${can('manage_dump_sites') && html`<button class="button small" type="button" onClick=${onNew}>${h(Icon, { name: 'plus' })}${t('dumps.add')}</button>`}
      <span class="chips" role="group" aria-label=${t('dumps.filter')}>${FILTERS.map((one) => html`<button class="chip" type="button" key=${one} aria-pressed=${String(one === which)} onClick=${() => setWhich(one)}>${t(`dumps.filter_${one}`)} · ${sites.filter((site) => fits(site, one)).length}</button>`)}</span></div>
    <div class="site-hamlet">${h(Field, { label: t('frame.hamlet'), options: places, value: hamlet, onInput: setHamlet })}</div>
    ${h(SiteMap, { label: t('dumps.map'), sites: shown, ground, onOpen: (id) => go(`/so-sach/bai-rac/${id}`) })}
    ${h(Table, { caption: t(`dumps.${kind}`), columns: columns(), rows: shown, keyOf: (one) => one.id })}`;
}

/** @param {Api.SiteSummary} one @param {string} which */
function fits(one, which) {
  if (which === 'open') return toneOf(one.stage) !== 'done';
  if (which === 'due') return Boolean(one.visit_due_on && one.visit_due_on <= dayOf());
  return which !== 'suspected' || one.suspects > 0;
}

/** @returns {Desk.Column<Api.SiteSummary>[]} */
const columns = () => [
  {
    title: t('dumps.site'),
    cell: (one) =>
      html`<a href=${`/so-sach/bai-rac/${one.id}`}>${one.name}</a><div class="small">${[one.code, one.hamlet_name].filter(Boolean).join(' · ')}</div>`,
  },
  {
    title: t('dumps.stage'),
    cell: (one) =>
      html`${h(StatusBadge, { tone: toneOf(one.stage), label: one.stage_label })}<div class="small">${t('dumps.since', { day: shortDay(one.stage_since) })}</div>`,
  },
  { title: t('dumps.area'), num: true, cell: (one) => one.area_m2 != null && number(one.area_m2) },
  { title: t('dumps.plan_year'), num: true, cell: (one) => one.plan_year },
  { title: t('dumps.unit'), cell: (one) => one.unit_name },
  { title: t('dumps.to_do'), cell: (one) => toDo(one) },
];

/** @param {Api.SiteSummary} one */
function toDo(one) {
  if (one.suspects) return html`<span class="chip brick">${h(Icon, { name: 'warning' })}${t('dumps.suspects', { n: one.suspects })}</span>`;
  if (!one.visit_due_on) return null;
  const late = one.visit_due_on <= dayOf();
  return html`<span class=${`chip ${late ? 'amber' : ''}`}>${h(Icon, { name: late ? 'clock-alert' : 'clock' })}${t('dumps.visit_due', { day: shortDay(one.visit_due_on) })}</span>`;
}

/** K5c or K5d as they stood on a day. @param {{ kind: string }} props */
function Share({ kind }) {
  const [day, setDay] = useState(dayOf());
  const { data } = useLoad((signal) => get(`/api/dump-sites/figures?on=${day}`, { signal }), [day]);
  const figure = /** @type {Api.SiteFigure | undefined} */ (data && [data.k5c, data.k5d, data.polluted_areas].find((one) => one.kind === kind));
  const values = figure && {
    restored: figure.restored,
    listed: figure.listed,
    share: number(Math.round((figure.share ?? 0) * 1000) / 10),
    closed: figure.closed,
  };
  return html`<section class="card pad site-share"><div class="grow"><b>${values ? t(figure.listed ? 'dumps.share' : 'dumps.share_none', values) : t('state.loading')}</b><div class="small">${values && figure.listed > 0 && t('dumps.share_more', values)}</div></div>
    ${h(Field, { label: t('dumps.on_day'), type: 'date', value: day, onInput: (value) => value && setDay(value), input: { max: dayOf() } })}</section>`;
}

const NUMBERS = ['cluster_reports', 'cluster_m', 'cluster_days', 'look_back_days', 'relapse_m', 'watch_months', 'visit_every_days', 'clean_visits'];

/** @param {{ onClose: () => void, onSaved: () => void }} props */
function NumbersSheet({ onClose, onSaved }) {
  const { data } = useLoad((signal) => get('/api/dump-settings', { signal }), []);
  if (!data) return null;
  const fields = [
    ...NUMBERS.map((name) => ({ name, label: t(`dumps.set_${name}`), input: { inputmode: 'numeric' } })),
    { name: 'source', label: t('dumps.set_source'), max: 300, optional: true },
  ];
  const keep = (/** @type {Desk.Values} */ { version, ...typed }) => {
    const body = { ...typed, ...Object.fromEntries(NUMBERS.map((name) => [name, amount(typed[name])])) };
    return save(
      () => put('/api/dump-settings', body, { version }),
      () => {
        toast(t('dumps.saved'));
        onSaved();
      },
    );
  };
  return h(EditSheet, { title: t('dumps.settings'), hint: t('dumps.settings_hint'), fields, values: data, onSave: keep, onClose });
}
