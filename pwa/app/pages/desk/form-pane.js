// The open form of an action: its fields, its draft, its photos.
import { Composer } from '../../components/desk/composer.js';
import { AskForm, HandoverForm, OutsideForm, SplitForm, SupportForm, TransferForm } from '../../components/desk/flow-forms.js';
import { AssignForm, EditForm, ExtendForm, RejectForm, ReplyForm, ResolveForm, TextForm } from '../../components/desk/forms.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { get } from '../../lib/api.js';
import { draftOf, keepDraft, useDraft } from '../../lib/drafts.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { shrink } from '../../lib/picture.js';
import { can } from '../../lib/session.js';
import { config } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { Canned } from './canned.js';
import { composer, draftKey, putAway, send } from './change.js';
import { hasAfter, initialOf, newPart } from './payload.js';
import { units } from './shelf.js';

/** @param {{ one: Api.Detail, open: Desk.Composer }} props */
export function FormPane({ one, open }) {
  const { kind } = open;
  const [values, set] = useDraft(draftKey(one.id, kind), initialOf(one, kind));
  const wrong = Object.fromEntries(open.fields.map((fault) => [fault.field, fault.detail]));
  const change = (/** @type {Desk.Values} */ part) => {
    set(part);
    if (composer.value?.fields.length)
      composer.value = { ...composer.value, fields: composer.value.fields.filter((fault) => !(fault.field.split('.')[0] in part)) };
  };
  const word = kind === 'note' && can('add_findings') ? 'finding' : kind;
  const fresh = kind === 'assign' && one.moves.includes('accepted');
  return h(
    Composer,
    {
      kind,
      title: t(fresh ? 'move.accept' : `kind.desk_${word}`),
      hint: hintOf(word),
      label: t(fresh ? 'move.accept' : `send.desk_${word}`),
      error: open.error,
      busy: open.busy,
      danger: kind === 'reject',
      onSend: send,
      onClose: putAway,
    },
    h(Canned, { one, kind, values, set: change }),
    h(Fields, { one, kind, values, set: change, wrong, units: units.value, label: word }),
  );
}

/** @param {string} word */
const hintOf = (word) =>
  ['close', 'note', 'finding', 'ask', 'reopen', 'transfer', 'verify', 'process', 'extend', 'handover', 'outside', 'support', 'split'].includes(word)
    ? t(`hint.desk_${word}`)
    : '';

/** @param {Desk.FormProps & { kind: Desk.Kind, label: string }} props */
function Fields({ kind, label, ...props }) {
  if (kind === 'assign') return h(AssignForm, props);
  if (kind === 'edit') return h(EditForm, props);
  if (kind === 'resolve')
    return h(ResolveForm, {
      ...props,
      has: hasAfter(props.one, props.values),
      picker: h(AfterPhotos, { one: props.one, values: props.values, set: props.set }),
    });
  if (kind === 'reply') return h(ReplyForm, props);
  if (kind === 'reject') return h(RejectForm, props);
  if (kind === 'transfer') return h(ToBody, { Form: TransferForm, ...props });
  if (kind === 'extend') return h(ExtendForm, props);
  if (kind === 'handover') return h(HandoverForm, props);
  if (kind === 'outside') return h(ToBody, { Form: OutsideForm, ...props });
  if (kind === 'support') return h(SupportForm, props);
  if (kind === 'split') return h(SplitForm, { ...props, fresh: () => newPart('') });
  if (kind === 'ask') return h(AskForm, props);
  if (kind === 'close') return null;
  if (kind === 'verify' || kind === 'process') return h(TextForm, { ...props, label: t('form.note_optional'), field: 'note', max: 2000 });
  return h(TextForm, { ...props, label: t(`form.text_${label}`), max: kind === 'note' ? 4000 : 1000 });
}

/** The commune's list of bodies outside is there to choose from. @param {Desk.FormProps & { Form: (props: Desk.FormProps) => any }} props */
function ToBody({ Form, ...props }) {
  const { data } = useLoad((signal) => get('/api/outside-bodies', { signal }), []);
  return h(Form, { ...props, bodies: data?.items });
}

/** @param {{ one: Api.Detail, values: Desk.Values, set: (change: Desk.Values) => void }} props */
function AfterPhotos({ one, values, set }) {
  const [busy, count] = useState(0);
  const key = draftKey(one.id, 'resolve');
  const photos = /** @type {any[]} */ (values.photos ?? []);
  /** The form waits for its photos. @param {number} left */
  const setBusy = (left) => {
    count(left);
    if (composer.value) composer.value = { ...composer.value, busy: left ? t('photo.shrinking', { n: left }) : '' };
  };
  const add = async (/** @type {File[]} */ files) => {
    setBusy(files.length);
    for (const [at, file] of files.entries()) {
      const { blob, thumb, width, height } = await shrink(file);
      const now = draftOf(key) ?? initialOf(one, 'resolve');
      keepDraft(key, { ...now, photos: [...(now.photos ?? []), { id: uuid(), blob, thumb, width, height, bytes: blob.size, type: blob.type, state: 'here' }] });
      setBusy(files.length - at - 1);
    }
    set({});
  };
  const drop = (/** @type {string} */ id) => set({ photos: photos.filter((photo) => photo.id !== id) });
  const there = one.photos.filter((photo) => photo.kind === 'after' && photo.large && !photos.some((each) => each.id === photo.id)).length;
  const sent = photos.filter((photo) => photo.state === 'sent').length;
  return html`${there > 0 && html`<p class="small">${t('form.photos_there', { n: there })}</p>`}
    ${h(PhotoPicker, { photos, max: config.value?.limits.photos ?? 6, busy, onAdd: add, onDrop: drop, word: t('form.after_take') })}
    ${photos.length > 0 && composer.value?.busy && html`<progress max=${photos.length} value=${sent} aria-label=${t('form.sent_photos', { n: sent, all: photos.length })}></progress>`}`;
}
