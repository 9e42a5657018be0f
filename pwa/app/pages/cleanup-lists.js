// The lists behind the check-in: who else holds clean-ups, kinds of places, heaps with their weights, campaigns.
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Table } from '../components/desk/table.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get, put } from '../lib/api.js';
import { number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

const KINDS = /** @type {const} */ (['organiser', 'place', 'heap', 'campaign']);

export default function CleanupLists() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => get('/api/cleanup-choices', { signal }), []);
  const [open, setOpen] = useState(/** @type {{ kind: string, row?: Api.CleanupChoiceShape } | null} */ (null));
  const rows = /** @type {Api.CleanupChoiceShape[] | null} */ (data?.items ?? null);
  return h(
    OfficeFrame,
    { title: t('cleanup_lists.title'), who, asking },
    html`<p class="small">${t('cleanup_lists.hint')}</p>
      ${error ? h(Failure, { error, onRetry: reload }) : rows ? KINDS.map((kind) => h(List, { key: kind, kind, rows: rows.filter((one) => one.kind === kind), onOpen: setOpen })) : h(Waiting, { lines: 6 })}
      ${open && h(ChoiceSheet, { ...open, onSaved: reload, onClose: () => setOpen(null) })}`,
  );
}

/** @param {{ kind: string, rows: Api.CleanupChoiceShape[], onOpen: (open: { kind: string, row?: Api.CleanupChoiceShape }) => void }} props */
function List({ kind, rows, onOpen }) {
  const keeps = can('manage_movement');
  /** @type {Desk.Column<Api.CleanupChoiceShape>[]} */
  const columns = [{ title: t('cleanup_lists.label'), cell: (one) => one.label }];
  if (kind === 'heap') columns.push({ title: t('cleanup_lists.kilograms'), num: true, cell: (one) => number(one.kilograms) });
  if (kind === 'campaign')
    columns.push({ title: t('cleanup_lists.days'), cell: (one) => [...new Set([one.first_day, one.last_day])].map((day) => shortDay(day ?? '')).join(' – ') });
  columns.push({
    title: t('cleanup_lists.source'),
    cell: (one) => [one.source, !one.is_active && t('cleanup_lists.unused')].filter(Boolean).join(' · ') || '–',
  });
  const act = (/** @type {Api.CleanupChoiceShape} */ one) =>
    keeps &&
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ kind, row: one })}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.label}</span></button>`;
  return html`<section class="stack"><div class="line wrap"><h2 class="grow">${t(`cleanup_lists.${kind}`)}</h2>${keeps && html`<button class="button quiet small" type="button" onClick=${() => onOpen({ kind })}>${h(Icon, { name: 'plus' })}${t('cleanup_lists.add')}<span class="sr"> ${t(`cleanup_lists.${kind}`)}</span></button>`}</div>
    ${rows.length ? h(Table, { caption: t(`cleanup_lists.${kind}`), columns, rows, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions: act, faded: (one) => !one.is_active }) : html`<p class="small">${t('cleanup_lists.none')}</p>`}</section>`;
}

/** @param {{ kind: string, row?: Api.CleanupChoiceShape, onSaved: () => void, onClose: () => void }} props */
function ChoiceSheet({ kind, row, onSaved, onClose }) {
  const [id] = useState(() => row?.id ?? uuid());
  const fields = [
    { name: 'label', label: t('cleanup_lists.label'), max: 160 },
    ...(kind === 'heap' ? [{ name: 'kilograms', label: t('cleanup_lists.kilograms'), type: 'number' }] : []),
    ...(kind === 'campaign'
      ? [
          { name: 'first_day', label: t('cleanup_lists.first_day'), type: 'date' },
          { name: 'last_day', label: t('cleanup_lists.last_day'), type: 'date' },
        ]
      : []),
    { name: 'source', label: t('cleanup_lists.source'), max: 300, optional: true },
    { name: 'is_active', label: t('cleanup_lists.is_active'), check: true },
  ];
  const keep = (/** @type {Desk.Values} */ said) => {
    const wish = {
      ...{ kind, label: said.label, source: said.source, is_active: said.is_active, position: said.position, hamlet_id: said.hamlet_id },
      ...{ kilograms: kind === 'heap' ? Number(said.kilograms) || null : null, first_day: orNull(said.first_day), last_day: orNull(said.last_day) },
    };
    return save(() => put(`/api/cleanup-choices/${id}`, wish, { version: row ? said.version : 0 }), onSaved);
  };
  const values = row
    ? { ...row, kilograms: row.kilograms ?? '' }
    : { label: '', kilograms: '', first_day: '', last_day: '', source: '', is_active: true, position: 99, hamlet_id: null };
  return h(EditSheet, { title: row?.label ?? t(`cleanup_lists.${kind}`), fields, values, onSave: keep, onClose });
}
