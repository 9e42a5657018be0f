// What a person may do with a case now, and how the case will most likely look after it.
import { t } from '../../lib/i18n.js';
import { can } from '../../lib/session.js';
import { account, catalogue } from '../../lib/store.js';

/** @param {Api.Detail} one */
const mayHandle = (one) => can('handle_complaints') && (account.value?.unit?.is_hotline || (one.unit && one.unit.id === account.value?.unit?.id));
/** @param {Api.Detail} one */
const assignWord = (one) => (one.moves.includes('accepted') ? t('move.accept') : one.unit ? t('move.assign_again') : t('move.assign'));

/** A part is not split again. @param {Api.Detail} one */
const maySplit = (one) => !one.parent && ['submitted', 'need_info', 'accepted', 'reopened', 'assigned', 'verifying', 'processing'].includes(one.status);

/** In the order an officer reaches for them; the first is the main one. @param {Api.Detail} one @returns {Desk.Move[]} */
export function movesOf(one) {
  const to = new Set(one.moves);
  const triage = can('triage_complaints');
  const handle = mayHandle(one);
  const waiting = to.has('accepted');
  const waits = one.parts.some((part) => part.tone === 'wait' || part.tone === 'work'); // for its parts
  /** @type {(Desk.Move | false | undefined | null)[]} */
  const found = [
    triage && waiting && { kind: 'assign', label: assignWord(one), icon: 'send', key: 'a' },
    triage && to.has('assigned') && ['accepted', 'reopened'].includes(one.status) && { kind: 'assign', label: assignWord(one), icon: 'send', key: 'a' },
    handle && one.may_judge && to.has('verifying') && { kind: 'verify', label: t('move.verify'), icon: 'route', key: 'v' },
    handle && to.has('processing') && { kind: 'process', label: t('move.process'), icon: 'truck', key: 'p' },
    handle && one.may_judge && !waits && to.has('resolved') && { kind: 'resolve', label: t('move.resolve'), icon: 'check', key: 'e' },
    handle && Boolean(one.may_extend_days) && { kind: 'extend', label: t('move.extend'), icon: 'clock' },
    triage && !waits && to.has('replied') && { kind: 'reply', label: t('move.reply'), icon: 'message', key: 'r' },
    triage && to.has('closed') && { kind: 'close', label: t('move.close'), icon: 'done', key: 'c' },
    triage && !one.parent && to.has('need_info') && { kind: 'ask', label: t('move.ask'), icon: 'question', key: 'q' },
    triage && to.has('assigned') && !['accepted', 'reopened'].includes(one.status) && { kind: 'assign', label: assignWord(one), icon: 'send', key: 'a' },
    handle &&
      Boolean(one.unit) &&
      ['assigned', 'verifying', 'processing'].includes(one.status) && { kind: 'handover', label: t('move.handover'), icon: 'forward' },
    triage && one.tone === 'work' && { kind: 'outside', label: t('move.outside'), icon: 'share' },
    can('note_complaints') && { kind: 'note', label: t('move.note'), icon: 'note', key: 'n' },
    can('add_findings') && { kind: 'note', label: t('move.finding'), icon: 'eye', key: 'n' },
    triage && !waits && to.has('rejected') && { kind: 'reject', label: t('move.reject'), icon: 'ban' },
    triage && !waits && to.has('transferred_out') && { kind: 'transfer', label: t('move.transfer'), icon: 'forward' },
    triage && Boolean(one.unit) && one.tone === 'work' && { kind: 'support', label: t('move.support'), icon: 'users' },
    triage && maySplit(one) && { kind: 'split', label: t('move.split'), icon: 'layers' },
    triage && to.has('reopened') && { kind: 'reopen', label: t('move.reopen'), icon: 'reopen', key: 'w' },
    triage && { kind: 'edit', label: t('move.edit'), icon: 'tag', key: 't' },
  ];
  const moves = /** @type {Desk.Move[]} */ (found.filter(Boolean));
  const main = moves[0]?.kind;
  return moves.map((move, at) => ({ ...move, primary: at === 0 && main !== 'note' && main !== 'edit' }));
}

/** @type {Partial<Record<Desk.Kind, Api.Status>>} */
const LEADS_TO = {
  assign: 'assigned',
  ask: 'need_info',
  verify: 'verifying',
  process: 'processing',
  resolve: 'resolved',
  reply: 'replied',
  reject: 'rejected',
  transfer: 'transferred_out',
  close: 'closed',
  reopen: 'reopened',
  handover: 'assigned',
};
/** Where a change is sent, and what of the form goes with it. @type {Record<Exclude<Desk.Kind, 'edit' | 'note'>, string>} */
export const DOORS = {
  assign: 'assignment',
  ask: 'question',
  verify: 'verification',
  process: 'processing',
  resolve: 'resolution',
  reply: 'reply',
  reject: 'rejection',
  transfer: 'transfer',
  close: 'closure',
  reopen: 'reopening',
  handover: 'handover',
  outside: 'outside-requests',
  support: 'supporting-units',
  split: 'parts',
  extend: 'extension',
};

/** The case as it will be if the server agrees. @param {Api.Detail} one @param {Desk.Kind} kind @param {Desk.Values} body @param {Api.UnitDetail[]} units @returns {Api.Detail} */
export function guess(one, kind, body, units) {
  const now = new Date().toISOString();
  const by = account.value?.name ?? '';
  if (kind === 'note') return { ...one, notes: [...one.notes, { id: body.id, kind: can('add_findings') ? 'finding' : 'note', text: body.text, by, at: now }] };
  const sorted = { ...one, ...sort(one, body) };
  const status = LEADS_TO[kind];
  if (!status) return sorted;
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  const row = known?.statuses.find((each) => each.code === status);
  const unit = units.find((each) => each.id === body.unit_id);
  const isOver = ['replied', 'closed', 'rejected', 'transferred_out', 'need_info'].includes(status);
  return {
    ...sorted,
    status,
    status_label: row?.label ?? sorted.status_label,
    tone: row?.tone ?? sorted.tone,
    moves: known?.moves[status] ?? [],
    unit: unit ? { id: unit.id, name: unit.name } : sorted.unit,
    due_at: isOver ? null : sorted.due_at,
    due_state: isOver ? 'none' : sorted.due_state,
    question: kind === 'ask' ? { text: body.text, wants_photo: body.wants_photo, wants_place: body.wants_place } : sorted.question,
    reply: kind === 'reply' ? { text: body.text, at: now } : sorted.reply,
    resolution:
      kind === 'resolve' ? { text: body.text, at: now, no_photo_reason: body.no_photo_reason ?? null, waste_kg: body.waste_kg ?? null } : sorted.resolution,
    timeline: [...sorted.timeline, { at: now, verb: status, status, label: row?.label ?? '', by, text: body.text ?? body.note ?? null }],
  };
}

/** @param {Api.Detail} one @param {Desk.Values} body */
function sort(one, body) {
  const known = /** @type {Api.Catalogue | null} */ (catalogue.value);
  return {
    ...('category' in body && {
      category: body.category,
      category_label: known?.categories.find((each) => each.code === body.category)?.label ?? one.category_label,
    }),
    ...('priority' in body && { priority: body.priority ?? one.priority }),
    ...('public_words' in body && { public_words: body.public_words }),
    ...('is_hidden' in body && { is_hidden: body.is_hidden }),
    ...('latitude' in body && { place: { ...one.place, lat: body.latitude, lon: body.longitude, source: body.place_source, accuracy_m: null } }),
  };
}
