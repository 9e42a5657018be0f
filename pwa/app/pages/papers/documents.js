// Documents: choose a kind and a period, draw it up from the records; below, what was drawn before.
import { Table } from '../../components/desk/table.js';
import { DraftButton } from '../../components/draft-button.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { periodChoices } from '../../lib/periods.js';
import { can, useAccount } from '../../lib/session.js';

/** The others are about one case or inspection and are drawn up from there. */
const KINDS = /** @type {Api.DocumentKind[]} */ ([
  'periodic',
  'hotline',
  'reminder',
  'commendation',
  'roadmap',
  'register_points',
  'register_sites',
  'register_cases',
]);
const OF_PERIODS = new Set(['periodic', 'hotline', 'register_cases']);

export default function DocumentsPage() {
  const { who, asking } = useAccount();
  const both = (/** @type {AbortSignal} */ signal) => Promise.all([get('/api/documents', { signal }), get('/api/units', { signal })]);
  const { data, error, reload } = useLoad((signal) => (who && can('prepare_documents') ? both(signal) : Promise.resolve(null)), [who?.id]);
  return h(
    OfficeFrame,
    { title: t('papers.title'), who, asking, may: 'prepare_documents' },
    html`<p class="small">${t('papers.hint')}</p>
      ${error ? h(Failure, { error, onRetry: reload }) : data ? html`${h(Begin, { units: data[1].items ?? data[1] })}${h(Drafts, { rows: data[0].items })}` : h(Waiting, { lines: 5 })}`,
  );
}

/** @param {{ units: { id: string, name: string }[] }} props */
function Begin({ units }) {
  const periods = periodChoices();
  const [kind, setKind] = useState(/** @type {Api.DocumentKind} */ ('periodic'));
  const [period, setPeriod] = useState(periods[0].value);
  const [unit, setUnit] = useState(units[0]?.id ?? '');
  const [of, year, number] = period.split(' ');
  const wish = {
    kind,
    ...(OF_PERIODS.has(kind) ? { period: /** @type {Api.PeriodKind} */ (of), year: Number(year), number: Number(number) } : {}),
    ...(kind === 'reminder' ? { subject_id: unit } : {}),
  };
  const pick = (/** @type {string} */ value) => setKind(/** @type {Api.DocumentKind} */ (value));
  return html`<section class="card pad stack"><div class="line wrap">
    ${h(Field, { label: t('papers.kind'), value: kind, onInput: pick, options: KINDS.map((value) => ({ value, label: t(`papers.kind_${value}`) })) })}
    ${OF_PERIODS.has(kind) && h(Field, { label: t('papers.period'), value: period, onInput: setPeriod, options: periods })}
    ${kind === 'reminder' && h(Field, { label: t('papers.unit'), value: unit, onInput: setUnit, options: units.map((one) => ({ value: one.id, label: one.name })) })}</div>
    <div class="line wrap">${h(DraftButton, { key: JSON.stringify(wish), label: t('papers.draw'), wish, look: 'button' })}<a class="desk-link" href="/so-sach/mau-van-ban">${h(Icon, { name: 'note' })}${t('papers.templates')}</a></div></section>`;
}

/** @param {{ rows: Api.DocumentSummary[] }} props */
function Drafts({ rows }) {
  /** @type {Desk.Column<Api.DocumentSummary>[]} */
  const columns = [
    { title: t('papers.title'), cell: (one) => html`<a class="desk-link" href=${`/so-sach/van-ban/${one.id}`}>${one.title}</a>` },
    { title: t('papers.kind'), cell: (one) => t(`papers.kind_${one.kind}`) },
    { title: t('papers.period'), cell: (one) => one.period_words },
    {
      title: t('papers.drafts'),
      cell: (one) =>
        [t('papers.made', { name: one.made_by_name, day: shortDay(dayOf(new Date(one.made_at))) }), one.edited > 0 && t('papers.edited', { n: one.edited })]
          .filter(Boolean)
          .join(' · '),
    },
  ];
  if (!rows.length) return h(EmptyState, { icon: 'file', title: t('papers.none'), text: t('papers.none_hint') });
  return html`<section class="stack"><h2>${t('papers.drafts')}</h2>${h(Table, { caption: t('papers.drafts'), columns, rows, keyOf: (one) => one.id })}</section>`;
}
