// The dialog of one entry of a list.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { put } from '../../lib/api.js';
import { h } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { save } from '../../lib/save.js';

/** @param {{ list: import('./lists.js').List, data: import('./lists.js').Data, row: any, onSaved: () => void, onClose: () => void }} props */
export function EntrySheet({ list, data, row, onSaved, onClose }) {
  const isNew = !Object.keys(row).length;
  const keep = async (/** @type {Desk.Values} */ values) => {
    if (isNew && values.code === '') return { error: t('lists.key_missing'), fields: [] };
    return save(() => put(`/api/catalogue/${list.path(values)}`, list.body(values), { version: list.version?.(values, row) ?? values.version ?? 0 }), onSaved);
  };
  return h(EditSheet, {
    title: isNew ? t('admin.add') : list.title(row),
    fields: list.fields(data, isNew),
    values: list.values(row, data),
    onSave: keep,
    extra: list.extra,
    onClose,
  });
}
