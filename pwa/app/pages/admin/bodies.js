// Bodies outside the commune that cases are passed to, or asked about.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, post, put } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

export function Bodies() {
  const { data, error, reload } = useLoad((signal) => get('/api/outside-bodies', { signal }), []);
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const rows = /** @type {Api.Body[]} */ (data?.items ?? []);
  const add = () => setEdited({ id: uuid(), name: '', note: '', position: rows.length, is_active: true });
  /** @type {Desk.Column<Api.Body>[]} */
  const columns = [
    {
      title: t('bodies.name'),
      cell: (body) => html`${body.name} ${!body.is_active && html`<span class="chip">${h(Icon, { name: 'ban' })}${t('bodies.off')}</span>`}`,
    },
    { title: t('bodies.note'), cell: (body) => body.note },
    { title: t('lists.position'), num: true, cell: (body) => body.position },
  ];
  const actions = (/** @type {Api.Body} */ body) =>
    html`<button class="desk-link" type="button" onClick=${() => setEdited(body)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${body.name}</span></button>`;
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('admin.bodies')}</h1><button class="button small" type="button" onClick=${add}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button></div>
    <p class="small">${t('bodies.hint')}</p>
    ${data ? h(Table, { caption: t('admin.bodies'), columns, rows, keyOf: (body) => body.id, faded: (body) => !body.is_active, actionsWord: t('admin.actions'), actions }) : h(Waiting, { lines: 5 })}
    ${edited && h(BodySheet, { body: edited, onSaved: reload, onClose: () => setEdited(null) })}</div>`;
}

/** @param {{ body: any, onSaved: () => void, onClose: () => void }} props body: without a version it is new */
function BodySheet({ body, onSaved, onClose }) {
  const fields = [
    { name: 'name', label: t('bodies.name'), max: 200 },
    { name: 'note', label: t('bodies.note'), hint: t('bodies.note_hint'), optional: true, max: 300 },
    { name: 'position', label: t('lists.position'), hint: t('lists.position_hint'), input: { inputMode: 'numeric' } },
    { name: 'is_active', label: t('lists.is_active'), check: true },
  ];
  const keep = (/** @type {Desk.Values} */ { name, note, position, is_active, version }) => {
    const values = { name, note, position: Number(position) || 0, is_active };
    return save(
      () => (version ? put(`/api/outside-bodies/${body.id}`, values, { version }) : post('/api/outside-bodies', { id: body.id, ...values })),
      onSaved,
    );
  };
  return h(EditSheet, { title: body.name || t('admin.add'), fields, values: body, onSave: keep, onClose });
}
