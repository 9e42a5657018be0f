// Messages at the head of every page, from one moment to another, seen before they are kept.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { SiteMessage } from '../../components/site-message.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, put } from '../../lib/api.js';
import { dayAndClock } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

const HOURS = 7 * 3_600_000; // the commune's clock, wherever the officer's device thinks it is
/** @param {string | number} moment */
const local = (moment) => new Date(new Date(moment).getTime() + HOURS).toISOString().slice(0, 16);
/** @param {string} written */
const moment = (written) => (written ? new Date(`${written.slice(0, 16)}:00+07:00`).toISOString() : '');
/** @param {Desk.Values} row */
const asForm = (row) => ({ ...row, starts_at: local(row.starts_at), ends_at: local(row.ends_at) });

export function Messages() {
  const { data, error, reload } = useLoad((signal) => get('/api/configuration/site-messages', { signal }), []);
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const add = () => {
    const start = Date.now();
    setEdited({ id: uuid(), version: 0, text: '', tone: 'info', audience: 'all', is_active: true, starts_at: start, ends_at: start + 86_400_000 });
  };
  /** @type {Desk.Column<Api.MessageShape>[]} */
  const columns = [
    { title: t('messages.text'), cell: (one) => one.text },
    { title: t('messages.audience'), cell: (one) => t(`messages.audience_${one.audience}`) },
    { title: t('messages.from'), cell: (one) => dayAndClock(one.starts_at) },
    { title: t('messages.to'), cell: (one) => dayAndClock(one.ends_at) },
    { title: t('messages.state'), cell: (one) => t(`messages.${state(one)}`) },
  ];
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('messages.title')}</h1><button class="button small" type="button" onClick=${add}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button></div>
    <p class="small">${t('messages.hint')}</p>
    ${data ? h(Table, { caption: t('messages.title'), columns, rows: data.items, keyOf: (one) => one.id, faded: (one) => ['off', 'over'].includes(state(one)), actionsWord: t('admin.actions'), actions: (one) => html`<button class="desk-link" type="button" onClick=${() => setEdited(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.text}</span></button>` }) : h(Waiting, { lines: 4 })}
    ${edited && h(MessageSheet, { row: edited, onSaved: reload, onClose: () => setEdited(null) })}</div>`;
}

/** @param {Api.MessageShape} one */
function state(one) {
  if (!one.is_active) return 'off';
  if (Date.parse(one.ends_at) <= Date.now()) return 'over';
  return Date.parse(one.starts_at) > Date.now() ? 'later' : 'now';
}

/** @param {{ row: any, onSaved: () => void, onClose: () => void }} props */
function MessageSheet({ row, onSaved, onClose }) {
  const options = (/** @type {string} */ name, /** @type {string[]} */ values) => values.map((value) => ({ value, label: t(`messages.${name}_${value}`) }));
  const fields = [
    { name: 'text', label: t('messages.text'), max: 300, multiline: true },
    { name: 'tone', label: t('messages.tone'), options: options('tone', ['info', 'warning']) },
    { name: 'audience', label: t('messages.audience'), options: options('audience', ['all', 'residents', 'staff']) },
    { name: 'starts_at', label: t('messages.from'), type: 'datetime-local' },
    { name: 'ends_at', label: t('messages.to'), type: 'datetime-local' },
    { name: 'is_active', label: t('messages.is_active'), check: true },
  ];
  const keep = (/** @type {Desk.Values} */ { text, tone, audience, is_active, starts_at, ends_at, version }) =>
    save(
      () =>
        put(
          `/api/configuration/site-messages/${row.id}`,
          { text, tone, audience, is_active, starts_at: moment(starts_at), ends_at: moment(ends_at) },
          { version },
        ),
      onSaved,
    );
  const preview = (/** @type {Desk.Values} */ values) =>
    html`<div><p class="small">${t('messages.preview')}</p>${h(SiteMessage, { text: values.text || '…', tone: values.tone })}</div>`;
  return h(EditSheet, { title: t(row.version ? 'admin.edit' : 'admin.add'), fields, values: asForm(row), read: asForm, onSave: keep, onClose, extra: preview });
}
