// A book of the office as every book of this room is kept: a table, a dialog for one entry, a button for a new one.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { Failure, Waiting } from '../../components/states.js';
import { del, get, put } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useNewPhotos } from '../../lib/new-photos.js';
import { save } from '../../lib/save.js';
import { useAccount } from '../../lib/session.js';

const MOST_PHOTOS = 12;

/**
 * @typedef {{ title: string, hint?: string, may: string, list: string, rows: (data: any) => any[], keyOf?: (row: any) => string, columns: (data: any) => Desk.Column<any>[],
 *   fields: (data: any) => Desk.EditField[] | ((values: Desk.Values) => Desk.EditField[]), fresh: (data: any) => Desk.Values, path: (row: Desk.Values) => string, form?: (row: any) => Desk.Values,
 *   body: (values: Desk.Values) => any, faded?: (row: any) => boolean, actions?: (row: any, edit: (row: any) => void, reload: () => void) => any, add?: string,
 *   head?: (data: any, reload: () => void) => any, foot?: (data: any, reload: () => void) => any, photos?: boolean, extra?: (values: Desk.Values, set: (change: Desk.Values) => void) => any }} Book
 * form, body: from the server's words to those of the dialog, and back
 */

/** @param {{ book: Book }} props */
export function Register({ book }) {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: book.title, who, asking, may: book.may }, h(Kept, { book }));
}

/** @param {{ book: Book }} props */
function Kept({ book }) {
  const { data, error, reload } = useLoad((signal) => get(book.list, { signal }), [book.list]);
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  const keyOf = book.keyOf ?? ((/** @type {any} */ row) => row.id);
  const actions = (/** @type {any} */ row) =>
    html`<button class="desk-link" type="button" onClick=${() => setEdited(row)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${row.title ?? row.name ?? row.text ?? ''}</span></button>${book.actions?.(row, setEdited, reload)}`;
  return html`<div class="line no-print"><p class="small grow">${book.hint}</p>${data && html`<button class="button small" type="button" onClick=${() => setEdited(book.fresh(data))}>${h(Icon, { name: 'plus' })}${book.add ?? t('admin.add')}</button>`}</div>
    ${error && h(Failure, { error, onRetry: reload })}
    ${data ? html`${book.head?.(data, reload)}${h(Table, { caption: book.title, columns: book.columns(data), rows: book.rows(data), keyOf, faded: book.faded, actions, actionsWord: t('admin.actions') })}${book.foot?.(data, reload)}` : !error && h(Waiting, { lines: 4 })}
    ${edited && h(Entry, { key: keyOf(edited), book, data, row: edited, onSaved: reload, onClose: () => setEdited(null) })}`;
}

/** @param {{ book: Book, data: any, row: any, onSaved: () => void, onClose: () => void }} props */
export function Entry({ book, data, row, onSaved, onClose }) {
  const photos = useNewPhotos();
  const [gone, setGone] = useState(/** @type {string[]} */ ([]));
  const form = book.form ?? ((/** @type {any} */ one) => one);
  const keep = (/** @type {Desk.Values} */ values) =>
    save(async () => {
      const path = book.path({ ...row, ...values });
      let { version } = await put(path, book.body(values), { version: values.version ?? 0 });
      await photos.send((photo) => `${path}/photos/${photo}`);
      for (const id of gone) version = (await del(`${path}/photos/${id}`, { version }))?.version ?? version + 1;
    }, onSaved);
  const kept = (row.photos ?? []).filter((/** @type {any} */ one) => !gone.includes(one.id));
  const extra = (/** @type {Desk.Values} */ values, /** @type {(change: Desk.Values) => void} */ set) =>
    html`${book.extra?.(values, set)}${
      book.photos &&
      html`<fieldset class="stack"><legend class="label">${t('outreach.photos')}</legend>
      ${kept.length > 0 && html`<div class="photos">${kept.map((/** @type {any} */ one) => html`<div class="photo" key=${one.id}><img src=${one.thumb} alt="" /><button class="icon-button" type="button" aria-label=${t('outreach.drop_photo')} onClick=${() => setGone([...gone, one.id])}>${h(Icon, { name: 'close' })}</button></div>`)}</div>`}
      ${h(PhotoPicker, { photos: photos.photos, max: MOST_PHOTOS - kept.length, busy: photos.busy, onAdd: photos.add, onDrop: photos.drop })}</fieldset>`
    }`;
  return h(EditSheet, {
    title: row.version ? t('admin.edit') : (book.add ?? t('admin.add')),
    fields: book.fields(data),
    values: form(row),
    read: form,
    onSave: keep,
    onClose,
    extra,
  });
}
