// What waits for an officer's eye: flagged cases, reports set apart, photos of clean-ups; and the ban list.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get, patch, post } from '../../lib/api.js';
import { dayAndClock, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

const TABS = ['flagged', 'quarantined', 'cleanup_photos', 'bans'];
const OUTCOMES = ['kept', 'handled', 'hidden'];
const DECISIONS = ['let_in', 'refuse'];
const KINDS = ['phone', 'word'];
/** @param {string[]} values @param {string} prefix */
const options = (values, prefix) => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));

/** @param {AbortSignal} signal */
async function bring(signal) {
  const [waiting, bans] = await Promise.all([get('/api/desk/moderation', { signal }), get('/api/desk/bans', { signal })]);
  return { ...waiting, bans };
}

export function Moderation() {
  const { data, error, reload } = useLoad(bring, []);
  const [tab, setTab] = useState('flagged');
  const [open, setOpen] = useState(/** @type {any} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  return html`<div class="desk-page"><h1>${t('admin.moderation')}</h1>
    <nav class="desk-tabs" aria-label=${t('admin.moderation')}>${TABS.map((each) => html`<button class="chip" type="button" key=${each} aria-current=${each === tab ? 'true' : undefined} onClick=${() => setTab(each)}>${t(`moderation.${each}`)}${data && each !== 'bans' ? ` · ${data[each].length}` : ''}</button>`)}</nav>
    <div class="line"><p class="small grow">${t(`moderation.${tab}_hint`)}</p>${tab === 'bans' && html`<button class="button small" type="button" onClick=${() => setOpen(newBan())}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button>`}</div>
    ${data ? h(Shown, { tab, data, onOpen: setOpen }) : h(Waiting, { lines: 5 })}
    ${open && h(EditSheet, { ...open, onSave: (/** @type {any} */ values) => save(() => open.send(values), reload), onClose: () => setOpen(null) })}</div>`;
}

/** @param {{ tab: string, data: any, onOpen: (sheet: any) => void }} props */
function Shown({ tab, data, onOpen }) {
  const rows = data[tab];
  if (!rows.length) return h(EmptyState, { icon: 'circle-check', title: t('moderation.nothing'), text: '' });
  if (tab === 'cleanup_photos')
    return html`<ul class="looks">${rows.map((/** @type {any} */ one) => html`<li key=${one.photo_id}><img src=${one.thumb} alt="" loading="lazy" /><a href=${`/cuoi-tuan/${one.cleanup_id}`}>${one.hamlet_name}, ${shortDay(one.held_on)}</a></li>`)}</ul>`;
  const list = LISTS[tab];
  return h(Table, {
    caption: t(`moderation.${tab}`),
    columns: list.columns(),
    rows,
    keyOf: (one) => one.id ?? one.complaint_id,
    faded: (one) => one.is_in_force === false,
    actionsWord: t('admin.actions'),
    actions: (one) =>
      html`<button class="desk-link" type="button" onClick=${() => onOpen(list.sheet(one))}>${h(Icon, { name: 'pencil' })}${t(list.word)}</button>`,
  });
}

const caseColumn = () => ({
  title: t('moderation.case'),
  cell: (/** @type {any} */ one) => html`<a href=${`/ban-lam-viec/${one.complaint_id}`}>${one.code}</a><div class="small">${one.title}</div>`,
});

/** @type {Record<string, { word: string, columns: () => Desk.Column<any>[], sheet: (one: any) => any }>} */
const LISTS = {
  flagged: {
    word: 'moderation.decide',
    columns: () => [
      caseColumn(),
      {
        title: t('moderation.said'),
        cell: (one) =>
          one.flags.map(
            (/** @type {any} */ flag) =>
              html`<div key=${flag.id}>${t(`flag.${flag.reason}`)}${flag.photo_id ? ` (${t('moderation.photo')})` : ''}${flag.words && `: ${flag.words}`} <span class="small">${dayAndClock(flag.at)}</span></div>`,
          ),
      },
    ],
    sheet: (one) => ({
      title: one.code,
      fields: [
        { name: 'outcome', label: t('moderation.outcome'), options: options(OUTCOMES, 'moderation') },
        { name: 'reason', label: t('moderation.reason'), max: 300 },
      ],
      values: { outcome: 'kept', reason: '' },
      send: (/** @type {any} */ values) => post(`/api/desk/complaints/${one.complaint_id}/flag-decision`, values, { version: one.version }),
    }),
  },
  quarantined: {
    word: 'moderation.decide',
    columns: () => [
      caseColumn(),
      { title: t('moderation.words'), cell: (one) => one.words },
      { title: t('moderation.why'), cell: (one) => html`${t(`ban.${one.why}`)}<div class="small">${dayAndClock(one.received_at)}</div>` },
    ],
    sheet: (one) => ({
      title: one.code,
      hint: t('moderation.quarantined_text'),
      fields: [
        { name: 'decision', label: t('moderation.outcome'), options: options(DECISIONS, 'moderation') },
        { name: 'text', label: t('moderation.reason'), max: 300 },
      ],
      values: { decision: 'let_in', text: '' },
      send: (/** @type {any} */ values) => post(`/api/desk/complaints/${one.complaint_id}/quarantine-decision`, values, { version: one.version }),
    }),
  },
  bans: {
    word: 'admin.edit',
    columns: () => [
      { title: t('ban.what'), cell: (one) => html`${one.hint}<div class="small">${t(`ban.${one.kind}`)}</div>` },
      { title: t('moderation.reason'), cell: (one) => one.reason },
      { title: t('ban.until'), cell: (one) => (one.is_lifted ? t('ban.lifted') : one.expires_on ? shortDay(one.expires_on) : t('ban.endless')) },
      { title: t('ban.by'), cell: (one) => html`${one.made_by}<div class="small">${dayAndClock(one.made_at)}</div>` },
    ],
    sheet: (one) => ({
      title: one.hint,
      fields: [...banFields(), { name: 'is_lifted', label: t('ban.lift'), check: true }],
      values: { reason: one.reason, expires_on: one.expires_on ?? '', is_lifted: one.is_lifted },
      send: (/** @type {any} */ values) => patch(`/api/desk/bans/${one.id}`, { ...values, expires_on: orNull(values.expires_on) }, { version: one.version }),
    }),
  },
};

const banFields = () => [
  { name: 'reason', label: t('moderation.reason'), max: 300 },
  { name: 'expires_on', label: t('ban.until'), hint: t('ban.until_hint'), type: 'date', optional: true },
];

const newBan = () => ({
  title: t('moderation.bans'),
  hint: t('moderation.bans_hint'),
  fields: (/** @type {any} */ values) => [
    { name: 'kind', label: t('ban.kind'), options: options(KINDS, 'ban') },
    values.kind === 'word' ? { name: 'word', label: t('ban.word'), max: 60 } : { name: 'phone', label: t('ban.phone'), type: 'tel', max: 20 },
    ...banFields(),
  ],
  values: { id: uuid(), kind: 'phone', phone: '', word: '', reason: '', expires_on: '' },
  send: (/** @type {Desk.Values} */ { id, kind, phone, word, reason, expires_on }) =>
    post('/api/desk/bans', { id, kind, [kind]: orNull(kind === 'word' ? word : phone), reason, expires_on: orNull(expires_on) }),
});
