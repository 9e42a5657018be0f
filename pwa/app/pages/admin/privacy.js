// Personal data: requests with their terms, what is kept about a number, erasing with two pairs of eyes, rules of keeping.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, post, put } from '../../lib/api.js';
import { dayAndClock, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { can } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';
import { Subject } from './subject.js';

const KINDS = ['access', 'correct', 'erase', 'withdraw', 'restrict', 'object'];
const CHANNELS = ['phone', 'zalo', 'paper', 'in_person', 'web'];
/** @param {string[]} values @param {string} prefix */
const options = (values, prefix) => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
const quiet = () => [];

/** @param {AbortSignal} signal */
async function bring(signal) {
  const paths = {
    requests: 'manage_privacy',
    erasures: 'confirm_erasures',
    'retention-rules': 'manage_catalogue',
    'retention-preview': 'manage_catalogue',
    terms: 'manage_catalogue',
  };
  const found = await Promise.all(Object.entries(paths).map(([path, permission]) => (can(permission) ? get(`/api/privacy/${path}`, { signal }) : quiet())));
  const [requests, erasures, rules, preview, terms] = found;
  return { requests, erasures, rules, preview, terms };
}

export function Privacy() {
  const { data, error, reload } = useLoad(bring, []);
  const keeper = can('manage_privacy');
  const tabs = [...(keeper ? ['requests', 'subject'] : []), 'erasures', 'keeping'];
  const [tab, setTab] = useState(tabs[0]);
  const [open, setOpen] = useState(/** @type {any} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const edit = (/** @type {any} */ sheet) => setOpen(sheet);
  return html`<div class="desk-page"><h1>${t('admin.privacy')}</h1>
    <nav class="desk-tabs no-print" aria-label=${t('admin.privacy')}>${tabs.map((each) => html`<button class="chip" type="button" key=${each} aria-current=${each === tab ? 'true' : undefined} onClick=${() => setTab(each)}>${t(`privacy.${each}`)}</button>`)}</nav>
    <div class="line no-print"><p class="small grow">${t(`privacy.${tab}_hint`)}</p>${tab === 'requests' && html`<button class="button small" type="button" onClick=${() => edit(newRequest())}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button>`}</div>
    ${!data && h(Waiting, { lines: 5 })}
    ${data && tab === 'requests' && h(Requests, { rows: data.requests, onOpen: edit })}
    ${data && tab === 'subject' && h(Subject, { onOrdered: reload })}
    ${data && tab === 'erasures' && h(Erasures, { rows: data.erasures, onOpen: edit })}
    ${data && tab === 'keeping' && h(Keeping, { data, onOpen: edit })}
    ${open && h(EditSheet, { label: t('admin.save'), ...open, onSave: (/** @type {any} */ values) => save(() => open.send(values), reload), onClose: () => setOpen(null) })}</div>`;
}

/** @param {{ word: string, icon?: string, onClick: () => void }} props */
const Act = ({ word, icon = 'pencil', onClick }) => html`<button class="desk-link" type="button" onClick=${onClick}>${h(Icon, { name: icon })}${word}</button>`;

/** @param {{ rows: any[], onOpen: (sheet: any) => void }} props */
function Requests({ rows, onOpen }) {
  const [who, setWho] = useState(/** @type {Record<string, any>} */ ({}));
  const look = async (/** @type {any} */ one) => setWho({ ...who, [one.id]: await post(`/api/privacy/requests/${one.id}/identity-views`) });
  const term = (/** @type {string} */ at, /** @type {boolean} */ late) => html`<b class=${late ? 'late' : ''}>${dayAndClock(at)}</b>`;
  const acts = (/** @type {any} */ one) =>
    html`${h(Act, { word: t('privacy.who'), icon: 'eye', onClick: () => look(one) })}${['received', 'answered'].includes(one.state) && html`${h(Act, { word: t('privacy.answer'), onClick: () => onOpen(step(one, 'answer')) })}${!one.extended_at && h(Act, { word: t('privacy.extend'), icon: 'clock', onClick: () => onOpen(step(one, 'extension')) })}${h(Act, { word: t('privacy.end'), icon: 'check', onClick: () => onOpen(step(one, 'outcome')) })}`}`;
  return h(Table, {
    caption: t('privacy.requests'),
    rows,
    keyOf: (one) => one.id,
    faded: (one) => Boolean(one.ended_at),
    columns: [
      {
        title: t('privacy.kind'),
        cell: (one) =>
          html`${t(`privacy_kind.${one.kind}`)}<div class="small">${dayAndClock(one.received_at)}</div>${who[one.id] && html`<div class="small">${[who[one.id].name, who[one.id].phone, who[one.id].words].filter(Boolean).join(' · ')}</div>`}`,
      },
      { title: t('privacy.state'), cell: (one) => html`${t(`privacy_state.${one.state}`)}<div class="small">${one.outcome || one.answer}</div>` },
      { title: t('privacy.answer_due'), cell: (one) => (one.answered_at ? dayAndClock(one.answered_at) : term(one.answer_due_at, one.is_answer_overdue)) },
      {
        title: t('privacy.due'),
        cell: (one) => html`${term(one.due_at, one.is_overdue)}${one.extension_reason && html`<div class="small">${one.extension_reason}</div>`}`,
      },
    ],
    actionsWord: t('admin.actions'),
    actions: acts,
  });
}

/** @param {any} one @param {'answer' | 'extension' | 'outcome'} name */
function step(one, name) {
  const field = name === 'extension' ? 'reason' : 'text';
  const words = { name: field, label: t(`privacy.${name}_words`), multiline: true, max: 500 };
  return {
    title: t(`privacy_kind.${one.kind}`),
    fields: name === 'outcome' ? [{ name: 'state', label: t('privacy.state'), options: options(['done', 'refused'], 'privacy_state') }, words] : [words],
    values: name === 'outcome' ? { state: 'done', [field]: '' } : { [field]: '' },
    send: (/** @type {any} */ values) => post(`/api/privacy/requests/${one.id}/${name}`, values, { version: one.version }),
  };
}

const newRequest = () => ({
  title: t('privacy.new_request'),
  hint: t('privacy.sealed'),
  fields: [
    { name: 'kind', label: t('privacy.kind'), options: options(KINDS, 'privacy_kind') },
    { name: 'channel', label: t('privacy.channel'), options: options(CHANNELS, 'privacy_channel') },
    { name: 'name', label: t('privacy.name'), max: 120 },
    { name: 'phone', label: t('privacy.phone'), type: 'tel', max: 20, optional: true },
    { name: 'words', label: t('privacy.words'), multiline: true, max: 2000, optional: true },
    { name: 'has_processors', label: t('privacy.processors'), check: true },
  ],
  values: { id: uuid(), kind: 'access', channel: 'phone', name: '', phone: '', words: '', has_processors: false },
  send: (/** @type {any} */ values) => post('/api/privacy/requests', { ...values, phone: values.phone || null }),
});

/** @param {{ rows: any[], onOpen: (sheet: any) => void }} props */
function Erasures({ rows, onOpen }) {
  const decide = (/** @type {any} */ one, /** @type {string} */ door) => ({
    title: t(`privacy.${door}`),
    hint: t(`privacy.${door}_hint`, { hint: one.hint, n: one.cases }),
    label: t(`privacy.${door}`),
    fields: [],
    values: {},
    send: () => post(`/api/privacy/erasures/${one.id}/${door}`),
  });
  return h(Table, {
    caption: t('privacy.erasures'),
    rows,
    keyOf: (one) => one.id,
    faded: (one) => Boolean(one.confirmed_at || one.withdrawn_at),
    columns: [
      { title: t('privacy.phone'), cell: (one) => html`${one.hint}<div class="small">${one.reason}</div>` },
      { title: t('privacy.asked'), cell: (one) => html`${one.asked_by}<div class="small">${dayAndClock(one.asked_at)}</div>` },
      {
        title: t('privacy.state'),
        cell: (one) =>
          one.done
            ? t('privacy.erased', { contacts: one.done.contacts, originals: one.done.originals, kept: one.done.words_kept.join(', ') || '–' })
            : t(one.withdrawn_at ? 'privacy.withdrawn' : 'privacy.waits', { n: one.cases }),
      },
      { title: t('privacy.confirmed'), cell: (one) => one.confirmed_by },
    ],
    actionsWord: t('admin.actions'),
    actions: (one) =>
      !one.confirmed_at &&
      !one.withdrawn_at &&
      html`${!one.is_mine && h(Act, { word: t('privacy.confirmation'), icon: 'check', onClick: () => onOpen(decide(one, 'confirmation')) })}${h(Act, { word: t('privacy.withdrawal'), icon: 'close', onClick: () => onOpen(decide(one, 'withdrawal')) })}`,
  });
}

/** @param {{ data: any, onOpen: (sheet: any) => void }} props */
function Keeping({ data, onOpen }) {
  const span = (/** @type {any} */ row) => `${row.amount} ${t(`privacy_span.${row.span}`)}`;
  const rows = data.rules.map((/** @type {any} */ rule) => ({ ...rule, due: data.preview.find((/** @type {any} */ one) => one.code === rule.code) }));
  const sheet = (/** @type {any} */ row, /** @type {string} */ path, /** @type {string[]} */ spans, /** @type {boolean} */ hasSwitch) => ({
    title: row.label,
    fields: [
      { name: 'amount', label: t('lists.amount'), input: { inputMode: 'numeric' } },
      { name: 'span', label: t('lists.unit'), options: options(spans, 'privacy_span') },
      { name: 'source', label: t('lists.source'), max: 300 },
      ...(hasSwitch ? [{ name: 'is_active', label: t('privacy.in_force'), check: true }] : []),
    ],
    values: { amount: row.amount, span: row.span, source: row.source, ...(hasSwitch && { is_active: row.is_active }) },
    send: (/** @type {any} */ values) => put(path, { ...values, amount: Number(values.amount) || 0 }, { version: row.version }),
  });
  const common = (/** @type {(row: any) => any} */ open) => ({
    actionsWord: t('admin.actions'),
    actions: (/** @type {any} */ row) => h(Act, { word: t('admin.edit'), onClick: () => onOpen(open(row)) }),
  });
  return html`${h(Table, {
    caption: t('privacy.keeping'),
    rows,
    keyOf: (row) => row.code,
    faded: (row) => !row.is_active,
    columns: [
      { title: t('privacy.data'), cell: (row) => html`${row.label}<div class="small">${row.source}</div>` },
      { title: t('privacy.kept_for'), cell: (row) => `${span(row)}${row.is_active ? '' : ` (${t('privacy.off')})`}` },
      {
        title: t('privacy.tonight'),
        cell: (row) =>
          row.due
            ? html`${t('privacy.would_go', { n: row.due.count, day: shortDay(row.due.before.slice(0, 10)) })}<div class="small num">${row.due.examples.join(', ')}</div>`
            : '',
      },
    ],
    ...common((row) => sheet(row, `/api/privacy/retention-rules/${row.code}`, ['months', 'days'], true)),
  })}
  <h2>${t('privacy.terms')}</h2>
  ${h(Table, {
    caption: t('privacy.terms'),
    rows: data.terms,
    keyOf: (row) => row.step,
    columns: [
      { title: t('lists.step'), cell: (row) => html`${row.label}<div class="small">${row.source}</div>` },
      { title: t('lists.amount'), cell: span },
    ],
    ...common((row) => sheet(row, `/api/privacy/terms/${row.step}`, ['working_days', 'days'], false)),
  })}`;
}
