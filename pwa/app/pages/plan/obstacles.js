// What is in the way of the plan: told by units and hamlets, decided by the leaders, followed until it is gone.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get, post, put } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';

const TONES = { open: 'amber', decided: 'work', removed: 'done' };
const ICONS = { open: 'warning', decided: 'retry', removed: 'check' };

export default function Obstacles() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/obstacles', { signal }) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, row?: Api.ObstacleShape } | null} */ (null));
  const rows = /** @type {Api.ObstacleShape[]} */ (data?.items ?? []);
  const close = () => setOpen(null);
  return h(
    OfficeFrame,
    { title: t('obstacle.title'), who, asking },
    html`<p class="small">${t('obstacle.hint')}</p>
      ${can('report_obstacles') && html`<button class="button small" type="button" onClick=${() => setOpen({ what: 'new' })}>${h(Icon, { name: 'plus' })}${t('obstacle.new')}</button>`}
      ${error ? h(Failure, { error, onRetry: reload }) : !data ? h(Waiting, { lines: 4 }) : rows.length ? html`<ul class="card rows">${rows.map((row) => h(Obstacle, { key: row.id, row, onDo: (what) => setOpen({ what, row }) }))}</ul>` : h(EmptyState, { icon: 'check', title: t('obstacle.none'), text: t('obstacle.none_hint') })}
      ${open?.what === 'new' && h(NewSheet, { onSaved: reload, onClose: close })}
      ${open?.what === 'decide' && h(DecisionSheet, { row: open.row, onSaved: reload, onClose: close })}
      ${open?.what === 'remove' && h(RemovalSheet, { row: open.row, onSaved: reload, onClose: close })}`,
  );
}

/** @param {{ row: Api.ObstacleShape, onDo: (what: string) => void }} props */
function Obstacle({ row, onDo }) {
  const from = [
    row.unit_name ?? row.hamlet_name,
    row.raised_by_name,
    shortDay(dayOf(new Date(row.raised_at))),
    row.item_code && t('obstacle.of_row', { code: row.item_code }),
  ];
  return html`<li class="pad stack"><div class="line wrap"><span class=${`chip ${TONES[row.state]}`}>${h(Icon, { name: ICONS[row.state] })}${t(`obstacle.state_${row.state}`)}</span><span class="small">${from.filter(Boolean).join(' · ')}</span></div>
    <p class="pre"><b>${row.words}</b></p>${row.proposal && html`<p class="pre">${t('obstacle.proposal')}: ${row.proposal}</p>`}
    ${row.decision && html`<p class="notice leaf pre">${t('obstacle.decision')}: ${row.decision} <span class="small">${[row.decided_by_name, row.decided_on && shortDay(row.decided_on), row.document].filter(Boolean).join(' · ')}</span></p>`}
    ${row.removed_on && html`<p class="small">${t('obstacle.removed', { day: shortDay(row.removed_on) })}</p>`}
    ${
      can('decide_obstacles') &&
      html`<div class="line wrap"><button class="button quiet small" type="button" onClick=${() => onDo('decide')}>${t('obstacle.decide')}</button>
      ${row.state === 'decided' && html`<button class="button quiet small" type="button" onClick=${() => onDo('remove')}>${t('obstacle.remove')}</button>`}</div>`
    }</li>`;
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function NewSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'words', label: t('obstacle.words'), multiline: true, max: 2000 },
    { name: 'proposal', label: t('obstacle.proposal'), multiline: true, optional: true, max: 1000 },
    { name: 'item_code', label: t('obstacle.row'), hint: t('obstacle.row_hint'), optional: true, max: 12 },
  ];
  const keep = (/** @type {Desk.Values} */ { item_code, ...rest }) =>
    save(() => post('/api/obstacles', { id, ...rest, item_code: orNull(item_code) }), onSaved);
  return h(EditSheet, {
    title: t('obstacle.new'),
    label: t('obstacle.send'),
    fields,
    values: { words: '', proposal: '', item_code: '' },
    onSave: keep,
    onClose,
  });
}

/** @param {{ row: any, onSaved: () => void, onClose: () => void }} props */
function DecisionSheet({ row, onSaved, onClose }) {
  const fields = [
    { name: 'decision', label: t('obstacle.decision'), multiline: true, max: 2000 },
    { name: 'document', label: t('plan.document'), optional: true, max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ { decision, document, version }) =>
    save(() => put(`/api/obstacles/${row.id}/decision`, { decision, document }, { version }), onSaved);
  return h(EditSheet, { title: t('obstacle.decide'), hint: row.words, fields, values: row, onSave: keep, onClose });
}

/** @param {{ row: any, onSaved: () => void, onClose: () => void }} props */
function RemovalSheet({ row, onSaved, onClose }) {
  const fields = [{ name: 'removed_on', label: t('obstacle.removed_on'), type: 'date' }];
  const keep = (/** @type {Desk.Values} */ { removed_on, version }) =>
    save(() => put(`/api/obstacles/${row.id}/removal`, { removed_on }, { version }), onSaved);
  return h(EditSheet, { title: t('obstacle.remove'), hint: row.words, fields, values: { ...row, removed_on: dayOf() }, onSave: keep, onClose });
}
