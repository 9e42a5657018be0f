// The units' periodic reports: a draft from the records, the unit's own words, submitted, accepted or returned.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Sheet } from '../../components/desk/sheet.js';
import { Table } from '../../components/desk/table.js';
import { askDialog } from '../../components/dialog.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, post, put, sayProblem } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { uuid } from '../../lib/uuid.js';

const LOOKS = { none: ['', 'minus'], draft: ['work', 'pencil'], submitted: ['amber', 'inbox'], returned: ['amber', 'undo'], accepted: ['done', 'check'] };
const KINDS = ['week', 'month', 'quarter', 'half', 'year', 'custom'];

export default function RoundsPage() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/report-rounds', { signal }) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, round?: Api.ReportRoundShape, row?: Api.UnitReportShape } | null} */ (null));
  const close = () => setOpen(null);
  const found = /** @type {Api.Rounds | null} */ (data);
  return h(
    OfficeFrame,
    { title: t('rounds.title'), who, asking },
    html`<p class="small">${t('rounds.hint')}</p>
      ${can('manage_plan') && html`<div class="line wrap"><button class="button small" type="button" onClick=${() => setOpen({ what: 'open' })}>${h(Icon, { name: 'plus' })}${t('rounds.open')}</button><button class="button quiet small" type="button" onClick=${() => setOpen({ what: 'rhythm' })}>${h(Icon, { name: 'calendar' })}${t('rounds.rhythm')}${found && `: ${t(`rounds.every_${found.rhythm.kind}`)}`}</button></div>`}
      ${error ? h(Failure, { error, onRetry: reload }) : !found ? h(Waiting, { lines: 5 }) : found.items.length ? found.items.map((round) => h(Round, { key: round.id, round, onOpen: setOpen, onChanged: reload })) : h(EmptyState, { icon: 'inbox', title: t('rounds.none'), text: t('rounds.none_hint') })}
      ${open?.what === 'open' && h(OpenSheet, { onSaved: reload, onClose: close })}
      ${open?.what === 'rhythm' && found && h(RhythmSheet, { rhythm: found.rhythm, onSaved: reload, onClose: close })}
      ${open?.what === 'write' && h(WriteSheet, { open, onSaved: reload, onClose: close })}
      ${open?.what === 'read' && h(ReadSheet, { open, onSaved: reload, onClose: close })}
      ${open?.what === 'return' && h(ReturnSheet, { open, onSaved: reload, onClose: close })}`,
  );
}

const addressOf = (/** @type {any} */ { round, row }) => `/api/report-rounds/${round.id}/units/${row.unit_id}`;

/** @param {{ round: Api.ReportRoundShape, onOpen: (open: any) => void, onChanged: () => void }} props */
function Round({ round, onOpen, onChanged }) {
  const submit = async (/** @type {Api.UnitReportShape} */ row) => {
    const sure = await askDialog({
      title: t('rounds.submit_sure'),
      text: t('rounds.submit_hint'),
      choices: [
        { value: 'yes', label: t('rounds.submit') },
        { value: '', label: t('desk.leave'), look: 'quiet' },
      ],
    });
    if (sure) post(`${addressOf({ round, row })}/submission`, undefined, { version: row.version }).then(onChanged, (error) => toast(sayProblem(error)));
  };
  /** @type {Desk.Column<Api.UnitReportShape>[]} */
  const columns = [
    { title: t('rounds.unit'), cell: (row) => row.unit_name },
    { title: t('rounds.state'), cell: (row) => state(row) },
    { title: t('rounds.done'), cell: (row) => row.done.slice(0, 160) },
  ];
  const button = (/** @type {Api.UnitReportShape} */ row, /** @type {string} */ word, /** @type {string} */ icon, /** @type {() => void} */ act) =>
    html`<button class="desk-link" type="button" onClick=${act}>${h(Icon, { name: icon })}${t(`rounds.${word}`)}<span class="sr"> ${row.unit_name}</span></button>`;
  const act = (
    /** @type {Api.UnitReportShape} */ row,
  ) => html`<div class="line wrap">${row.may_write && button(row, 'write', 'pencil', () => onOpen({ what: 'write', round, row }))}
    ${row.may_write && row.done && button(row, 'submit', 'send', () => submit(row))}
    ${(row.state === 'submitted' || row.state === 'accepted') && button(row, 'read', 'eye', () => onOpen({ what: 'read', round, row }))}</div>`;
  return html`<section class="stack"><h2>${round.period_words}</h2><p class="small">${shortDay(round.first_day)} – ${shortDay(round.last_day)} · ${t('rounds.due_on', { day: shortDay(round.due_on) })}${round.words && ` · ${round.words}`}</p>
    ${h(Table, { caption: round.period_words, columns, rows: round.reports, keyOf: (row) => row.unit_id, actionsWord: t('admin.actions'), actions: act })}</section>`;
}

/** @param {Api.UnitReportShape} row */
function state(row) {
  const name = row.state ?? 'none';
  const [tone, icon] = LOOKS[name];
  return html`<span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`rounds.state_${name}`)}</span> ${row.is_late && html`<span class="chip amber">${h(Icon, { name: 'clock-alert' })}${t('rounds.late')}</span>`}${row.state === 'returned' && row.answer && html`<div class="small">${row.answer}</div>`}`;
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function OpenSheet({ onSaved, onClose }) {
  const [id] = useState(uuid);
  const fields = [
    { name: 'period_words', label: t('rounds.period_words'), max: 120 },
    ...['first', 'last', 'due'].map((name) => ({ name: `${name}_${name === 'due' ? 'on' : 'day'}`, label: t(`rounds.${name}`), type: 'date' })),
    { name: 'words', label: t('rounds.words'), multiline: true, optional: true, max: 1000 },
  ];
  const today = dayOf();
  const values = { period_words: '', first_day: today, last_day: today, due_on: today, words: '' };
  return h(EditSheet, {
    title: t('rounds.open'),
    fields,
    values,
    onSave: (values) => save(() => post('/api/report-rounds', { id, ...values }), onSaved),
    onClose,
  });
}

/** @param {{ rhythm: Api.RhythmShape, onSaved: () => void, onClose: () => void }} props */
function RhythmSheet({ rhythm, onSaved, onClose }) {
  const fields = [
    { name: 'kind', label: t('rounds.rhythm_kind'), options: KINDS.map((value) => ({ value, label: t(`rounds.every_${value}`) })) },
    { name: 'days_to_answer', label: t('rounds.days'), type: 'number' },
    { name: 'source', label: t('rounds.source'), optional: true, max: 300 },
  ];
  const keep = (/** @type {Desk.Values} */ { kind, days_to_answer, source, version }) =>
    save(() => put('/api/report-rounds/rhythm', { kind, days_to_answer: Number(days_to_answer), source }, { version }), onSaved);
  return h(EditSheet, { title: t('rounds.rhythm'), fields, values: rhythm, onSave: keep, onClose });
}

/** @param {{ open: any, onSaved: () => void, onClose: () => void }} props */
function WriteSheet({ open, onSaved, onClose }) {
  const { row } = open;
  const fields = ['done', 'obstacles', 'proposals'].map((name) => ({
    name,
    label: t(`rounds.${name}`),
    multiline: true,
    optional: name !== 'done',
    max: name === 'done' ? 6000 : 3000,
  }));
  const keep = (/** @type {Desk.Values} */ { done, obstacles, proposals }) =>
    save(() => put(addressOf(open), { done, obstacles, proposals }, { version: row.version }), onSaved);
  return h(EditSheet, {
    title: t('rounds.write'),
    hint: row.drawn || row.unit_name,
    fields,
    values: { ...row, done: row.done || row.drawn },
    onSave: keep,
    onClose,
  });
}

/** @param {{ open: any, onSaved: () => void, onClose: () => void }} props */
function ReturnSheet({ open, onSaved, onClose }) {
  const fields = [{ name: 'answer', label: t('rounds.answer'), multiline: true, max: 1000 }];
  const keep = (/** @type {Desk.Values} */ { answer }) =>
    save(() => post(`${addressOf(open)}/judgement`, { is_accepted: false, answer }, { version: open.row.version }), onSaved);
  return h(EditSheet, { title: t('rounds.return'), fields, values: { answer: '' }, onSave: keep, onClose });
}

/** @param {{ open: any, onSaved: () => void, onClose: () => void }} props */
function ReadSheet({ open, onSaved, onClose }) {
  const { row } = open;
  const [back, setBack] = useState(false);
  const accept = async () => {
    const fault = await save(() => post(`${addressOf(open)}/judgement`, { is_accepted: true }, { version: row.version }), onSaved);
    if (fault) toast(fault.error);
    else onClose();
  };
  if (back) return h(ReturnSheet, { open, onSaved, onClose });
  return h(
    Sheet,
    { title: row.unit_name, onClose },
    html`<div class="stack">${['done', 'obstacles', 'proposals', 'drawn'].map((name) => row[name] && html`<section key=${name}><h3>${t(`rounds.${name}`)}</h3><p class="pre">${row[name]}</p></section>`)}
      ${row.state === 'submitted' && can('manage_plan') && html`<div class="line wrap"><button class="button" type="button" onClick=${accept}>${h(Icon, { name: 'check' })}${t('rounds.accept')}</button><button class="button quiet" type="button" onClick=${() => setBack(true)}>${h(Icon, { name: 'undo' })}${t('rounds.return')}</button></div>`}</div>`,
  );
}
