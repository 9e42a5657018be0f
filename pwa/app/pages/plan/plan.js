// The plan of the commune: every row, who leads it, how it stands, and whom to ask.
import { Table } from '../../components/desk/table.js';
import { Field } from '../../components/field.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Standing } from '../../components/plan/standing.js';
import { Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { number, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useAccount } from '../../lib/session.js';

const PARTS = /** @type {Api.PlanPart[]} */ (['task', 'goal', 'indicator', 'organisation', 'frame']);
const COUNTED = /** @type {Api.Standing[]} */ (['late', 'due_soon', 'running', 'not_begun', 'waiting', 'done']);

export default function Plan() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/plan', { signal }) : Promise.resolve(null)), [who?.id]);
  const items = /** @type {Api.ItemSummary[]} */ (data?.items ?? []);
  return h(
    OfficeFrame,
    { title: t('plan.title'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : data ? h(Rows, { items }) : h(Waiting, { lines: 6 }),
  );
}

/** @param {{ items: Api.ItemSummary[] }} props */
function Rows({ items }) {
  const [unit, setUnit] = useState('');
  const [only, setOnly] = useState('');
  const tasks = items.filter((one) => one.part === 'task');
  const units = [...new Map(items.flatMap((one) => one.lead_codes.map((code, at) => [code, one.leads[at]]))).entries()];
  const shown = items.filter((one) => (!unit || one.lead_codes.includes(unit)) && (!only || (only === 'ask' ? one.needs_word : one.standing === only)));
  const silent = items.filter((one) => one.needs_word && (!unit || one.lead_codes.includes(unit))).length;
  const chip = (/** @type {string} */ key, /** @type {string} */ label, /** @type {number} */ count) =>
    html`<button class="chip" type="button" aria-pressed=${String(only === key)} onClick=${() => setOnly(only === key ? '' : key)}>${label} · ${number(count)}</button>`;
  return html`<p class="small">${t('plan.hint')}</p>
    <div class="line wrap" role="group" aria-label=${t('plan.counts')}>${COUNTED.map((one) => chip(one, t(`plan.standing_${one}`), tasks.filter((task) => task.standing === one).length))}${chip('ask', t('plan.ask'), silent)}</div>
    ${h(Field, { label: t('plan.unit'), value: unit, onInput: setUnit, options: [{ value: '', label: t('plan.all_units') }, ...units.map(([value, label]) => ({ value, label }))] })}
    ${PARTS.map((part) => h(Section, { key: part, part, rows: shown.filter((one) => one.part === part) }))}
    ${shown.length === 0 && html`<p class="small pad">${t('word.none_yet')}</p>`}`;
}

/** @param {{ part: Api.PlanPart, rows: Api.ItemSummary[] }} props */
function Section({ part, rows }) {
  if (!rows.length) return null;
  /** @type {Desk.Column<Api.ItemSummary>[]} */
  const columns = [
    {
      title: t('plan.row'),
      cell: (one) =>
        html`<a class="desk-link" href=${`/so-sach/ke-hoach/${encodeURIComponent(one.code)}`}><span class="num">${one.code}</span> ${one.title}</a>`,
    },
    { title: t('plan.leads'), cell: (one) => one.leads.join(', ') },
    { title: t('plan.deadline'), cell: (one) => one.deadline_words || (one.due_on && shortDay(one.due_on)) },
    { title: t('plan.state'), cell: (one) => h(Standing, { standing: one.standing }) },
    { title: t('plan.last_word'), cell: (one) => lastWord(one) },
  ];
  return html`<section class="stack"><h2>${t(`plan.part_${part}`)}</h2>${h(Table, { caption: t(`plan.part_${part}`), columns, rows, keyOf: (one) => one.code })}</section>`;
}

/** @param {Api.ItemSummary} one */
function lastWord({ silent_days, needs_word }) {
  if (silent_days === null) return needs_word ? html`<b>${t('plan.no_word')}</b>` : '';
  const words = silent_days === 0 ? t('plan.today') : t('plan.days_ago', { n: number(silent_days) });
  return needs_word ? html`<b>${words}</b>` : words;
}
