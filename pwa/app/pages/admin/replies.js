// The commune's canned replies: words with placeholders, tried on a real case before they are kept.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, post, put, sayProblem } from '../../lib/api.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { catalogue, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

const NAMES = ['title', 'text', 'category', 'status', 'fires_by_itself', 'position', 'is_active'];
const BLANK = { title: '', text: '', category: '', status: '', fires_by_itself: false, position: 0, is_active: true };
/** @returns {Api.Catalogue | null} */
const known = () => /** @type {any} */ (catalogue.value);
/** @param {{ code: string, label: string }[] | undefined} rows @param {string | null} code @param {string} none */
const label = (rows, code, none) => (code ? (rows?.find((row) => row.code === code)?.label ?? code) : t(none));

export function Replies() {
  const { data, error, reload } = useLoad((signal) => get('/api/canned-replies', { signal }), []);
  const [edited, setEdited] = useState(/** @type {Api.ReplyShape | 'new' | null} */ (null));
  useEffect(() => void keep('catalogue'), []);
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  /** @type {Desk.Column<Api.ReplyShape>[]} */
  const columns = [
    { title: t('replies.name'), cell: (one) => one.title },
    { title: t('replies.status'), cell: (one) => label(known()?.statuses, one.status, 'replies.any_status') },
    { title: t('form.category'), cell: (one) => label(known()?.categories, one.category, 'replies.any_category') },
    { title: t('replies.fires'), cell: (one) => one.fires_by_itself && html`<span class="chip leaf">${h(Icon, { name: 'send' })}${t('replies.fires')}</span>` },
    { title: t('replies.source'), cell: (one) => one.source },
  ];
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('replies.title')}</h1><button class="button small" type="button" onClick=${() => setEdited('new')}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button></div>
    <p class="small">${t('replies.hint')}</p>
    ${data ? h(Table, { caption: t('replies.title'), columns, rows: data, keyOf: (one) => one.id, faded: (one) => !one.is_active, actionsWord: t('admin.actions'), actions: (one) => html`<button class="desk-link" type="button" onClick=${() => setEdited(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.title}</span></button>` }) : h(Waiting, { lines: 6 })}
    ${edited && h(ReplySheet, { reply: edited === 'new' ? null : edited, onSaved: reload, onClose: () => setEdited(null) })}</div>`;
}

/** @param {{ reply: Api.ReplyShape | null, onSaved: () => void, onClose: () => void }} props */
function ReplySheet({ reply, onSaved, onClose }) {
  const [id] = useState(uuid);
  const choices = (/** @type {{ code: string, label: string }[] | undefined} */ rows, /** @type {string} */ none) => [
    { value: '', label: t(none) },
    ...(rows ?? []).map((row) => ({ value: row.code, label: row.label })),
  ];
  const fields = [
    { name: 'title', label: t('replies.name'), max: 80 },
    { name: 'text', label: t('replies.text'), hint: t('replies.text_hint'), max: 2000, multiline: true },
    { name: 'status', label: t('replies.status'), options: choices(known()?.statuses, 'replies.any_status') },
    { name: 'category', label: t('form.category'), options: choices(known()?.categories, 'replies.any_category') },
    { name: 'fires_by_itself', label: t('replies.fires'), check: true },
    { name: 'is_active', label: t('replies.is_active'), check: true },
  ];
  const kept = (/** @type {Desk.Values} */ values) => {
    const body = { ...Object.fromEntries(NAMES.map((name) => [name, values[name]])), category: orNull(values.category), status: orNull(values.status) };
    return save(
      () => (reply ? put(`/api/canned-replies/${reply.id}`, body, { version: values.version }) : post('/api/canned-replies', { ...body, id })),
      onSaved,
    );
  };
  const read = (/** @type {Desk.Values} */ values) => ({ ...values, category: values.category ?? '', status: values.status ?? '' });
  return h(EditSheet, {
    title: reply?.title ?? t('admin.add'),
    fields,
    values: read(reply ?? BLANK),
    read,
    onSave: kept,
    onClose,
    extra: (values) => h(Trial, { text: values.text }),
  });
}

/** How the words read for a real case. @param {{ text: string }} props */
function Trial({ text }) {
  const [code, setCode] = useState('');
  const [words, setWords] = useState('');
  const attempt = () =>
    post('/api/canned-replies/preview', { text, code: code.trim() }).then(
      (found) => setWords(found.text),
      (error) => setWords(sayProblem(error)),
    );
  return html`<div class="stack"><label class="stack"><span class="label">${t('replies.code')}</span><input class="input num" value=${code} maxlength="20" placeholder="KS-26-0042" onInput=${(/** @type {any} */ event) => setCode(event.target.value)} /></label>
    <div class="line"><button class="button quiet small" type="button" disabled=${!code.trim() || !text.trim()} onClick=${attempt}>${t('replies.try')}</button></div>
    <div class="desk-preview" role="status">${words && html`<p class="pre">${words}</p>`}</div></div>`;
}
