// What each list of the commune shows, asks for and where it is saved.

import { Icon } from '../../components/icon.js';
import { IconChooser } from '../../components/icon-chooser.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull } from '../../lib/save.js';
import { CATEGORY_VALUES, categoryBody, categoryFields, legalKinds, questions } from './lists-intake.js';

/** @typedef {Api.Catalogue & { deadlines: Api.DeadlineShape[], legal_kinds: Api.LegalKindShape[], units: Api.UnitDetail[] }} Data */
/**
 * @typedef {{ mayAdd: boolean, rows: (data: Data) => any[], keyOf: (row: any) => string, columns: (data: Data) => Desk.Column<any>[], title: (row: any) => string,
 *   fields: (data: Data, isNew: boolean) => Desk.EditField[], values: (row: any, data: Data) => Desk.Values, path: (values: any) => string, version?: (values: any, row: any) => number, body: (values: any) => any, extra?: (values: any, set: (change: any) => void) => any }} List
 */

const PRIORITIES = ['urgent', 'normal', 'complex'];
const STEPS = ['receive', 'assign', 'verify', 'resolve', 'extend', 'reply', 'transfer', 'violation', 'need_info', 'close', 'reopen'];
/** In the order of the work. @param {Api.DeadlineShape} row */
const rank = (row) => STEPS.indexOf(row.step) * PRIORITIES.length + PRIORITIES.indexOf(row.priority);
/** Rules that are over stay for the cases of their time. @param {Data} data @param {Api.DeadlineShape} row */
const isPast = (data, row) =>
  data.deadlines.some(
    (one) => one.step === row.step && one.priority === row.priority && one.effective_from > row.effective_from && one.effective_from <= dayOf(),
  );
const UNITS = ['working_hours', 'working_days', 'hours', 'days'];
const priorities = () => PRIORITIES.map((code) => ({ value: code, label: t(`priority.${code}`) }));
/** @param {boolean} isNew @returns {Desk.EditField[]} */
const codeField = (isNew) =>
  isNew ? [{ name: 'code', label: t('lists.code'), hint: t('lists.code_hint'), max: 40, input: { autocapitalize: 'none', spellcheck: false } }] : [];
/** @param {boolean} on */
const yes = (on) => (on ? h(Icon, { name: 'check', label: t('lists.yes') }) : '');
const positionField = () => ({ name: 'position', label: t('lists.position'), hint: t('lists.position_hint'), input: { inputMode: 'numeric' } });

/** @type {List} */
const categories = {
  mayAdd: true,
  rows: (data) => data.categories,
  keyOf: (row) => row.code,
  title: (row) => row.label,
  columns: (data) => [
    { title: t('lists.label'), cell: (row) => html`${h(Icon, { name: row.icon })} ${row.label}<div class="small">${row.short_label}</div>` },
    { title: t('lists.common'), cell: (row) => yes(row.is_common) },
    { title: t('form.unit'), cell: (row) => data.units.find((unit) => unit.id === row.default_unit_id)?.name },
    { title: t('form.priority'), cell: (row) => t(`priority.${row.default_priority}`) },
    { title: t('lists.position'), num: true, cell: (row) => row.position },
  ],
  fields: (data, isNew) => [
    ...codeField(isNew),
    { name: 'label', label: t('lists.label'), max: 120 },
    { name: 'short_label', label: t('lists.short'), hint: t('lists.short_hint'), max: 40 },
    {
      name: 'default_unit_id',
      label: t('form.unit'),
      options: [
        { value: '', label: t('form.choose_unit') },
        ...data.units.filter((unit) => unit.is_active).map((unit) => ({ value: unit.id, label: unit.name })),
      ],
    },
    {
      name: 'at_fault_unit_id',
      label: t('lists.at_fault'),
      hint: t('lists.at_fault_hint'),
      options: [{ value: '', label: t('lists.at_fault_none') }, ...data.units.map((unit) => ({ value: unit.id, label: unit.name }))],
    },
    { name: 'default_priority', label: t('form.priority'), options: priorities() },
    { name: 'near_radius_m', label: t('lists.near_radius'), hint: t('lists.near_hint'), input: { inputMode: 'numeric' } },
    { name: 'near_days', label: t('lists.near_days'), input: { inputMode: 'numeric' } },
    ...categoryFields(),
    positionField(),
    { name: 'is_common', label: t('lists.is_common'), check: true },
    { name: 'is_active', label: t('lists.is_active'), check: true },
  ],
  values: (row) => ({
    code: '',
    label: '',
    short_label: '',
    icon: 'ellipsis',
    default_unit_id: '',
    at_fault_unit_id: '',
    default_priority: 'normal',
    near_radius_m: 150,
    near_days: 30,
    ...CATEGORY_VALUES,
    position: 0,
    is_common: false,
    is_active: true,
    ...row,
  }),
  extra: (values, set) => h(IconChooser, { value: values.icon, onChoose: (icon) => set({ icon }) }),
  path: (values) => `categories/${values.code}`,
  body: (values) => ({
    label: values.label,
    short_label: values.short_label,
    icon: values.icon,
    is_common: values.is_common,
    default_unit_id: orNull(values.default_unit_id),
    at_fault_unit_id: orNull(values.at_fault_unit_id),
    default_priority: values.default_priority,
    near_radius_m: Number(values.near_radius_m) || 0,
    near_days: Number(values.near_days) || 30,
    ...categoryBody(values),
    position: Number(values.position) || 0,
    is_active: values.is_active,
  }),
};

/** @param {'reject_reasons' | 'channels'} name @param {string} path @returns {List} */
const choices = (name, path) => ({
  mayAdd: true,
  rows: (data) => data[name],
  keyOf: (row) => row.code,
  title: (row) => row.label,
  columns: () => [
    { title: t('lists.label'), cell: (row) => row.label },
    { title: t('lists.code'), cell: (row) => row.code },
  ],
  fields: (_, isNew) => [
    ...codeField(isNew),
    { name: 'label', label: t('lists.label'), max: 120 },
    positionField(),
    { name: 'is_active', label: t('lists.is_active'), check: true },
  ],
  values: (row, data) => ({
    code: '',
    label: '',
    position: data[name].length,
    is_active: true,
    ...row,
  }),
  path: (values) => `${path}/${values.code}`,
  body: ({ label, position, is_active }) => ({ label, position: Number(position) || 0, is_active }),
});

/** @type {List} */
const statuses = {
  mayAdd: false,
  rows: (data) => data.statuses,
  keyOf: (row) => row.code,
  title: (row) => row.label,
  columns: () => [
    { title: t('lists.for_staff'), cell: (row) => row.label },
    { title: t('lists.for_all'), cell: (row) => row.public_label },
  ],
  fields: () => [
    { name: 'label', label: t('lists.for_staff'), max: 80 },
    { name: 'public_label', label: t('lists.for_all'), max: 80 },
  ],
  values: (row) => row,
  path: (values) => `statuses/${values.code}`,
  body: ({ label, public_label }) => ({ label, public_label }),
};

/** @type {List} */
const deadlines = {
  mayAdd: false,
  rows: (data) =>
    data.deadlines
      .map((row) => ({ ...row, is_active: !isPast(data, row) }))
      .sort((a, b) => rank(a) - rank(b) || (a.effective_from < b.effective_from ? -1 : 1)),
  keyOf: (row) => `${row.step} ${row.priority} ${row.effective_from}`,
  title: (row) => `${t(`step.${row.step}`)}, ${t(`priority.${row.priority}`)}`,
  columns: () => [
    { title: t('lists.step'), cell: (row) => t(`step.${row.step}`) },
    { title: t('form.priority'), cell: (row) => t(`priority.${row.priority}`) },
    { title: t('lists.amount'), cell: (row) => `${number(row.amount)} ${t(`lists.unit_${row.unit}`)}` },
    {
      title: t('lists.source'),
      cell: (row) =>
        html`${row.source}<div class="small">${row.verified_at ? t('lists.verified', { by: row.verified_by, day: shortDay(row.verified_at) }) : t('lists.unverified')}</div>`,
    },
    { title: t('lists.from'), cell: (row) => shortDay(row.effective_from) },
  ],
  fields: () => [
    { name: 'amount', label: t('lists.amount'), input: { inputMode: 'decimal' } },
    { name: 'unit', label: t('lists.unit'), options: UNITS.map((unit) => ({ value: unit, label: t(`lists.unit_${unit}`) })) },
    { name: 'source', label: t('lists.source'), hint: t('lists.source_hint'), max: 300 },
    { name: 'effective_from', label: t('lists.from'), hint: t('lists.from_hint'), type: 'date' },
    { name: 'verified_by', label: t('lists.verified_by'), optional: true, max: 120 },
    { name: 'verified_at', label: t('lists.verified_at'), optional: true, type: 'date' },
  ],
  values: (row) => row,
  version: (values, row) => (values.effective_from === row.effective_from ? values.version : 0),
  path: (values) => `deadlines/${values.step}/${values.priority}`,
  body: (values) => ({
    amount: Number(String(values.amount).replace(',', '.')),
    unit: values.unit,
    source: values.source,
    effective_from: values.effective_from,
    verified_by: values.verified_by,
    verified_at: orNull(values.verified_at),
  }),
};

/** @type {Record<string, List>} */
export const LISTS = {
  categories,
  questions,
  reject_reasons: choices('reject_reasons', 'reject-reasons'),
  channels: choices('channels', 'channels'),
  statuses,
  deadlines,
  legal_kinds: legalKinds,
};
