// The units of the commune and who works in them.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get, patch, post } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

export function Units() {
  const { data, error, reload } = useLoad((signal) => get('/api/units', { signal }), []);
  const [edited, setEdited] = useState(/** @type {Api.UnitDetail | 'new' | null} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  /** @type {Desk.Column<Api.UnitDetail>[]} */
  const columns = [
    {
      title: t('units.name'),
      cell: (unit) =>
        html`${unit.name} ${unit.is_hotline && html`<span class="chip leaf">${h(Icon, { name: 'phone' })}${t('units.hotline')}</span>`}${!unit.is_active && html`<span class="chip">${h(Icon, { name: 'ban' })}${t('units.off')}</span>`}`,
    },
    { title: t('units.code'), cell: (unit) => unit.code },
    { title: t('units.officers'), cell: (unit) => unit.officers.map((officer) => officer.name).join(', ') },
  ];
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('admin.units')}</h1><button class="button small" type="button" onClick=${() => setEdited('new')}>${h(Icon, { name: 'plus' })}${t('units.add')}</button></div>
    <p class="small">${t('units.hint')}</p>
    ${data ? h(Table, { caption: t('admin.units'), columns, rows: data.items, keyOf: (unit) => unit.id, faded: (unit) => !unit.is_active, actionsWord: t('admin.actions'), actions: (unit) => html`<button class="desk-link" type="button" onClick=${() => setEdited(unit)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${unit.name}</span></button>` }) : h(Waiting, { lines: 5 })}
    ${edited && h(UnitSheet, { unit: edited === 'new' ? null : edited, onSaved: reload, onClose: () => setEdited(null) })}</div>`;
}

/** @param {{ unit: Api.UnitDetail | null, onSaved: () => void, onClose: () => void }} props */
function UnitSheet({ unit, onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'name', label: t('units.name'), max: 120 },
    { name: 'code', label: t('units.code'), hint: t('units.code_hint'), max: 20 },
    { name: 'is_hotline', label: t('units.is_hotline'), check: true },
    ...(unit ? [{ name: 'is_active', label: t('units.is_active'), check: true }] : []),
  ];
  const keep = (/** @type {Desk.Values} */ { name, code, is_hotline, is_active, version }) =>
    save(
      () => (unit ? patch(`/api/units/${unit.id}`, { name, code, is_hotline, is_active }, { version }) : post('/api/units', { id, name, code, is_hotline })),
      onSaved,
    );
  return h(EditSheet, { title: unit?.name ?? t('units.add'), fields, values: unit ?? { name: '', code: '', is_hotline: false }, onSave: keep, onClose });
}
