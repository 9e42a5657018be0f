// The lists that intake brings: what categories say and ask, and the kinds of petition with another procedure.
import { shortDay } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';

/** What every category has on top. @returns {Desk.EditField[]} */
export const categoryFields = () => [
  { name: 'keywords', label: t('lists.keywords'), hint: t('lists.keywords_hint'), optional: true, max: 600, multiline: true },
  { name: 'notice', label: t('lists.notice'), hint: t('lists.notice_hint'), optional: true, max: 500, multiline: true },
  { name: 'notice_phone', label: t('lists.notice_phone'), optional: true, max: 20, input: { inputMode: 'tel' } },
  { name: 'is_stopper', label: t('lists.is_stopper'), check: true },
];
export const CATEGORY_VALUES = { keywords: '', notice: '', notice_phone: '', is_stopper: false };
/** @param {any} values */
export const categoryBody = ({ keywords, notice, notice_phone, is_stopper }) => ({ keywords, notice, notice_phone, is_stopper });

const KINDS = ['yes_no', 'choice', 'number', 'text'];

/** @type {import('./lists.js').List} */
export const questions = {
  mayAdd: true,
  rows: (data) => data.questions,
  keyOf: (row) => row.id,
  title: (row) => row.text,
  columns: (data) => [
    { title: t('lists.question'), cell: (row) => html`${row.text}<div class="small">${row.source}</div>` },
    { title: t('lists.categories'), cell: (row) => data.categories.find((one) => one.code === row.category)?.label },
    { title: t('lists.answer_kind'), cell: (row) => t(`lists.kind_${row.kind}`) },
    { title: t('lists.required'), cell: (row) => t(row.is_required ? 'lists.yes' : 'lists.no') },
  ],
  fields: (data) => [
    { name: 'category', label: t('lists.categories'), options: data.categories.map((one) => ({ value: one.code, label: one.label })) },
    { name: 'text', label: t('lists.question'), max: 200 },
    { name: 'hint', label: t('lists.question_hint'), optional: true, max: 200 },
    { name: 'kind', label: t('lists.answer_kind'), options: KINDS.map((kind) => ({ value: kind, label: t(`lists.kind_${kind}`) })) },
    { name: 'options', label: t('lists.options'), hint: t('lists.options_hint'), optional: true, max: 1000, multiline: true },
    { name: 'source', label: t('lists.source'), optional: true, max: 300 },
    { name: 'position', label: t('lists.position'), hint: t('lists.position_hint'), input: { inputMode: 'numeric' } },
    { name: 'is_required', label: t('lists.is_required'), check: true },
    { name: 'is_active', label: t('lists.is_active'), check: true },
  ],
  values: (row, data) => ({
    id: uuid(),
    category: data.categories[0]?.code ?? '',
    text: '',
    hint: '',
    kind: 'yes_no',
    source: '',
    position: 0,
    is_required: false,
    is_active: true,
    ...row,
    options: (row.options ?? []).join('\n'),
  }),
  path: (values) => `questions/${values.id}`,
  body: (values) => ({
    category: values.category,
    text: values.text,
    hint: values.hint,
    kind: values.kind,
    options: String(values.options)
      .split(/[\n,]/)
      .map((one) => one.trim())
      .filter(Boolean),
    is_required: values.is_required,
    source: values.source,
    position: Number(values.position) || 0,
    is_active: values.is_active,
  }),
};

/** @type {import('./lists.js').List} */
export const legalKinds = {
  mayAdd: false,
  rows: (data) => data.legal_kinds,
  keyOf: (row) => row.code,
  title: (row) => row.label,
  columns: () => [
    { title: t('lists.label'), cell: (row) => html`${row.label}<div class="small">${row.guidance}</div>` },
    {
      title: t('lists.source'),
      cell: (row) =>
        html`${row.source}<div class="small">${row.verified_at ? t('lists.verified', { by: row.verified_by, day: shortDay(row.verified_at) }) : t('lists.unverified')}</div>`,
    },
  ],
  fields: () => [
    { name: 'label', label: t('lists.label'), max: 120 },
    { name: 'guidance', label: t('lists.guidance'), max: 1500, multiline: true },
    { name: 'public_text', label: t('lists.public_text'), max: 800, multiline: true },
    { name: 'source', label: t('lists.source'), hint: t('lists.source_hint'), optional: true, max: 300 },
    { name: 'verified_by', label: t('lists.verified_by'), optional: true, max: 120 },
    { name: 'verified_at', label: t('lists.verified_at'), optional: true, type: 'date' },
  ],
  values: (row) => row,
  path: (values) => `legal-kinds/${values.code}`,
  body: ({ label, guidance, public_text, source, verified_by, verified_at }) => ({
    label,
    guidance,
    public_text,
    source,
    verified_by,
    verified_at: orNull(verified_at),
  }),
};
