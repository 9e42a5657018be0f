// From what was typed to what is sent: checks that need no server, and the words to show when two people met.
import { shortDay } from '../../lib/format.js';
import { t } from '../../lib/i18n.js';
import { catalogue } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { units } from './shelf.js';

/** What the form starts with. @param {Api.Detail} one @param {Desk.Kind} kind @returns {Desk.Values} */
export function initialOf(one, kind) {
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  const usual = known?.categories.find((each) => each.code === one.category)?.default_priority;
  const isNew = one.moves.includes('accepted');
  if (kind === 'assign')
    return {
      category: one.category ?? '',
      priority: isNew && usual && one.priority === 'normal' ? usual : one.priority,
      unit_id: (one.unit ?? one.suggested_unit)?.id ?? '',
      assignee_id: '',
      note: '',
    };
  if (kind === 'edit') return { category: one.category ?? '', priority: one.priority, hamlet_id: one.hamlet?.id ?? '', priority_reason: '' };
  if (kind === 'handover') return { unit_id: '', reason: '' };
  if (kind === 'outside') return { id: uuid(), body: '', letter_number: '', words: '', place_words: one.hamlet?.name ?? '', is_exact: false, due_on: '' };
  if (kind === 'support') return { unit_ids: one.supporting_units.map((unit) => unit.id) };
  if (kind === 'split') return { parts: [newPart(one.category ?? ''), newPart('')] };
  if (kind === 'ask') return { text: '', wants_photo: false, wants_place: false };
  if (kind === 'resolve') return { text: '', kg: '', no_photo_reason: '', photos: [] };
  if (kind === 'reply') return { text: '', publish: one.photos.filter((photo) => photo.large && photo.is_public).map((photo) => photo.id) };
  if (kind === 'reject') return { reason: '', text: '' };
  if (kind === 'transfer') return { body: '', letter_number: '', letter_on: '', text: '' };
  if (kind === 'extend') return { days: '', reason: '' };
  if (kind === 'verify' || kind === 'process') return { note: '' };
  if (kind === 'note') return { id: uuid(), text: '' };
  return { text: '' };
}

/** One part of a case that is being split. @param {string} category */
export const newPart = (category) => ({ id: uuid(), category, words: '', unit_id: '' });

/** @typedef {{ body: Desk.Values } | { fields: App.FieldError[] }} Made */

/** @param {Api.Detail} one @param {Desk.Kind} kind @param {Desk.Values} typed @returns {Made} */
export function bodyOf(one, kind, typed) {
  const values = { ...initialOf(one, kind), ...typed };
  const gaps = gapsOf(one, kind, values);
  if (gaps.length) return { fields: gaps };
  if (kind === 'assign')
    return {
      body: {
        unit_id: values.unit_id,
        assignee_id: values.assignee_id || null,
        note: values.note.trim(),
        category: values.category || null,
        priority: values.priority,
      },
    };
  if (kind === 'edit') return { body: changedOnly(one, values) };
  if (kind === 'handover') return { body: { unit_id: values.unit_id || null, reason: values.reason.trim() } };
  if (kind === 'outside')
    return {
      body: {
        ...values,
        body: values.body.trim(),
        letter_number: values.letter_number.trim(),
        words: values.words.trim(),
        place_words: values.place_words.trim(),
      },
    };
  if (kind === 'support') return { body: { unit_ids: values.unit_ids } };
  if (kind === 'split') return { body: { parts: partsOf(values).map((part) => ({ ...part, words: part.words.trim(), unit_id: part.unit_id || null })) } };
  if (kind === 'ask') return { body: { text: values.text.trim(), wants_photo: values.wants_photo, wants_place: values.wants_place } };
  if (kind === 'resolve')
    return {
      body: {
        text: values.text.trim(),
        no_photo_reason: hasAfter(one, values) ? null : values.no_photo_reason.trim(),
        waste_kg: values.kg === '' ? null : Number(String(values.kg).replace(',', '.')),
      },
    };
  if (kind === 'reject') return { body: { reason: values.reason, text: values.text.trim() } };
  if (kind === 'transfer')
    return { body: { body: values.body.trim(), letter_number: values.letter_number.trim(), letter_on: values.letter_on, text: values.text.trim() } };
  if (kind === 'verify' || kind === 'process') return { body: { note: values.note.trim() } };
  if (kind === 'extend') return { body: { days: Number(values.days), reason: values.reason.trim() } };
  if (kind === 'close') return { body: {} };
  if (kind === 'reopen') return { body: { reason: values.text.trim() } };
  if (kind === 'note') return { body: { id: values.id, text: values.text.trim() } };
  return { body: { text: values.text.trim() } };
}

/** @param {Api.Detail} one @param {Desk.Values} values */
export const hasAfter = (one, values) => Boolean(values.photos?.length) || one.photos.some((photo) => photo.kind === 'after' && photo.large);

/** @param {Desk.Values} values @returns {Record<string, string>[]} */
const partsOf = (values) => values.parts;

/** @param {Api.Detail} one @param {Desk.Values} values */
function changedOnly(one, values) {
  return {
    ...(values.category !== (one.category ?? '') && { category: values.category || null }),
    ...(values.priority !== one.priority && { priority: values.priority, priority_reason: values.priority_reason.trim() }),
    ...(values.hamlet_id !== (one.hamlet?.id ?? '') && { hamlet_id: values.hamlet_id || null }),
  };
}

/** @type {Partial<Record<Desk.Kind, string[]>>} */
const NEEDED = {
  assign: ['unit_id'],
  ask: ['text'],
  resolve: ['text'],
  reply: ['text'],
  reject: ['reason', 'text'],
  transfer: ['body', 'letter_number', 'letter_on'],
  reopen: ['text'],
  handover: ['reason'],
  outside: ['body', 'words', 'due_on'],
  extend: ['days', 'reason'],
  note: ['text'],
};

/** @param {Api.Detail} one @param {Desk.Kind} kind @param {Desk.Values} values @returns {App.FieldError[]} */
function gapsOf(one, kind, values) {
  const gaps = (NEEDED[kind] ?? [])
    .filter((name) => !String(values[name] ?? '').trim())
    .map((field) => ({ field, code: 'missing', detail: t(`gap.${kind}_${field}`) }));
  if (kind === 'split')
    for (const [at, part] of partsOf(values).entries())
      for (const name of ['category', 'words'])
        if (!part[name].trim()) gaps.push({ field: `parts.${at}.${name}`, code: 'missing', detail: t(`gap.split_${name}`) });
  if (kind === 'resolve' && !hasAfter(one, values) && !values.no_photo_reason.trim())
    gaps.push({ field: 'no_photo_reason', code: 'missing', detail: t('gap.resolve_photo') });
  if (kind === 'resolve' && values.kg !== '' && !(Number(String(values.kg).replace(',', '.')) >= 0))
    gaps.push({ field: 'kg', code: 'wrong', detail: t('gap.resolve_kg') });
  if (kind === 'extend' && values.days && !(Number(values.days) >= 1 && Number(values.days) <= (one.may_extend_days ?? 0)))
    gaps.push({ field: 'days', code: 'wrong', detail: t('gap.extend_most', { n: one.may_extend_days ?? 0 }) });
  return gaps;
}

/** What somebody wrote, as label and words, to lay beside what stands now. @param {Desk.Kind} kind @param {Desk.Values} body @returns {[string, string][]} */
export function wordsOf(kind, body) {
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  const label = (/** @type {{ code: string, label: string }[] | undefined} */ rows, /** @type {string} */ code) =>
    rows?.find((row) => row.code === code)?.label ?? code;
  /** @type {[string, any][]} */
  const lines = [
    [t('form.unit'), units.value.find((unit) => unit.id === body.unit_id)?.name],
    [t('flow.support'), body.unit_ids?.map((/** @type {string} */ id) => units.value.find((unit) => unit.id === id)?.name).join(', ')],
    [t('flow.parts'), body.parts?.map((/** @type {Desk.Values} */ part) => `${label(known?.categories, part.category)}: ${part.words}`).join('\n')],
    [t('form.category'), body.category && label(known?.categories, body.category)],
    [t('form.priority'), body.priority && label(known?.priorities, body.priority)],
    [t('form.priority_reason'), body.priority_reason],
    [t('form.reason'), body.reason && (kind === 'reject' ? label(known?.reject_reasons, body.reason) : body.reason)],
    [t('form.body'), body.body],
    [t('form.letter'), body.letter_number && `${body.letter_number}, ${shortDay(body.letter_on)}`],
    [t('form.words'), body.text || body.words || body.note || body.public_words],
    [t('form.no_photo_reason'), body.no_photo_reason],
    [t('form.kg'), body.waste_kg],
    [t('facts.place'), body.latitude && `${body.latitude.toFixed(5)}, ${body.longitude.toFixed(5)}`],
    [t('public.title'), body.is_hidden === undefined ? '' : t(body.is_hidden ? 'public.hide' : 'public.unhide')],
  ];
  return lines.filter(([, words]) => words).map(([name, words]) => [name, String(words)]);
}
