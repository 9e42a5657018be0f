// The commune's lists: kinds of cases, reasons, channels, names of states, deadlines.

import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { catalogue } from '../../lib/store.js';
import { EntrySheet } from './entry.js';
import { LISTS } from './lists.js';

export function Catalogue() {
  const { data, error, reload } = useLoad(bring, []);
  const [name, setName] = useState('categories');
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const list = LISTS[name];
  const saved = () => {
    catalogue.value = null;
    reload();
  };
  return html`<div class="desk-page"><h1>${t('admin.lists')}</h1>
    <nav class="desk-tabs" aria-label=${t('admin.lists')}>${Object.keys(LISTS).map((each) => html`<button class="chip" type="button" key=${each} aria-current=${each === name ? 'true' : undefined} onClick=${() => setName(each)}>${t(`lists.${each}`)}</button>`)}</nav>
    <div class="line"><p class="small grow">${t(`lists.${name}_hint`)}</p>${list.mayAdd && html`<button class="button small" type="button" onClick=${() => setEdited({})}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button>`}</div>
    ${data ? h(Table, { caption: t(`lists.${name}`), columns: list.columns(data), rows: list.rows(data), keyOf: list.keyOf, faded: (row) => row.is_active === false, actionsWord: t('admin.actions'), actions: (row) => html`<button class="desk-link" type="button" onClick=${() => setEdited(row)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}</button>` }) : h(Waiting, { lines: 6 })}
    ${edited && data && h(EntrySheet, { list, data, row: edited, onSaved: saved, onClose: () => setEdited(null) })}</div>`;
}

/** @param {AbortSignal} signal */
async function bring(signal) {
  const [lists, deadlines, legal_kinds, units] = await Promise.all(
    ['/api/catalogue?every=true', '/api/catalogue/deadlines', '/api/catalogue/legal-kinds', '/api/units'].map((path) =>
      get(path, { signal, headers: { 'Cache-Control': 'no-cache' } }),
    ),
  );
  return { ...lists, deadlines, legal_kinds, units: units.items };
}
