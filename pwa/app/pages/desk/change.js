// Every change to a case: shown at once, sent, and taken back with a clear word when the server refuses.
import { toast } from '../../components/toast.js';
import { ApiProblem, get, patch, post, put, sayProblem } from '../../lib/api.js';
import { draftOf, dropDraft, keepDraft } from '../../lib/drafts.js';
import { signal } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { DOORS, guess } from './moves.js';
import { bodyOf, wordsOf } from './payload.js';
import { changing, details, handled, locked, putDetail, recount, refused, units } from './shelf.js';

/** The form that is open, if any. @type {App.Kept<Desk.Composer | null>} */
export const composer = signal(null);
/** Somebody else was quicker. @type {App.Kept<Desk.Conflict | null>} */
export const conflict = signal(null);

/** @param {string} id @param {Desk.Kind} kind */
export const draftKey = (id, kind) => `desk:${id}:${kind}`;

/** A form whose photos are on their way is not replaced by another. @param {string} id @param {Desk.Kind} kind */
export function compose(id, kind) {
  const one = details.value[id];
  if (one && !composer.value?.busy) composer.value = { id, kind, version: one.version, error: '', fields: [], busy: '' };
}

export const putAway = () => (composer.value = null);

/** Sends what the open form holds. */
export async function send() {
  const form = composer.value;
  const one = form && details.value[form.id];
  if (!form || !one || form.busy) return;
  const values = draftOf(draftKey(form.id, form.kind)) ?? {};
  const made = bodyOf(one, form.kind, values);
  if ('fields' in made) {
    composer.value = { ...form, error: '', fields: made.fields };
    return;
  }
  try {
    const version = await before(form, values);
    putAway();
    if (await deliver(form.id, form.kind, made.body, version)) dropDraft(draftKey(form.id, form.kind));
  } catch (error) {
    if (error instanceof ApiProblem && error.current) putDetail(error.current);
    composer.value = { ...form, version: details.value[form.id].version, error: sayProblem(refused(error)) };
  }
}

/**
 * What must have happened before the change itself: photos uploaded, chosen photos made public.
 * @param {Desk.Composer} form @param {Desk.Values} values @returns {Promise<number>} the version to change
 */
async function before(form, values) {
  if (form.kind === 'resolve') await upload(form, values);
  let { version } = form;
  for (const id of form.kind === 'reply' ? (values.publish ?? []) : []) {
    if (details.value[form.id].photos.find((photo) => photo.id === id)?.is_public) continue;
    composer.value = { ...form, busy: t('form.publishing') };
    const detail = await patch(`/api/desk/complaints/${form.id}/photos/${id}`, { is_public: true }, { version });
    version = detail.version;
    putDetail(detail);
  }
  return version;
}

/** Photo by photo; one that has arrived is not sent again. @param {Desk.Composer} form @param {Desk.Values} values */
async function upload(form, values) {
  const key = draftKey(form.id, 'resolve');
  const photos = /** @type {any[]} */ (values.photos ?? []);
  for (const [at, photo] of photos.entries()) {
    if (photo.state === 'sent') continue;
    composer.value = { ...form, error: '', busy: t('form.uploading', { n: at + 1, all: photos.length }) };
    await put(`/api/desk/complaints/${form.id}/photos/${photo.id}?kind=after`, photo.blob, { seconds: 120 });
    const now = draftOf(key) ?? values;
    keepDraft(key, { ...now, photos: now.photos.map((/** @type {any} */ each) => (each.id === photo.id ? { ...each, state: 'sent' } : each)) });
  }
  if (photos.length) putDetail(await get(`/api/desk/complaints/${form.id}`));
}

/** @param {string} id @param {Desk.Kind} kind @param {Desk.Values} body @param {number} [version] @returns {Promise<boolean>} whether it was taken */
export async function deliver(id, kind, body, version = details.value[id].version) {
  const old = details.value[id];
  const inSight = handled; // of the list from which this was done
  changing.add(id);
  putDetail(guess(old, kind, body, units.value));
  try {
    const detail = await door(id, kind, body, version);
    changing.delete(id);
    inSight.add(id);
    putDetail(detail);
    recount();
    if (kind !== 'edit') toast(t(`done.${kind}`, { code: old.code }));
    return true;
  } catch (error) {
    changing.delete(id);
    putDetail(old);
    turnBack(id, kind, wordsOf(kind, body), error, () => void (draftOf(draftKey(id, kind)) ? compose(id, kind) : deliver(id, kind, body)));
    return false;
  }
}

/** @param {string} id @param {Desk.Kind} kind @param {Desk.Values} body @param {number} version @returns {Promise<Api.Detail>} */
function door(id, kind, body, version) {
  const path = `/api/desk/complaints/${id}`;
  if (kind === 'edit') return patch(path, body, { version });
  if (kind === 'note') return post(`${path}/notes`, body);
  if (kind === 'support') return put(`${path}/${DOORS[kind]}`, body, { version });
  return post(`${path}/${DOORS[kind]}`, body, { version });
}

/** @param {string} id @param {Desk.Kind} kind @param {[string, string][]} wrote @param {unknown} error @param {() => void} again */
function turnBack(id, kind, wrote, error, again) {
  const problem = error instanceof ApiProblem ? error : null;
  if (problem?.status === 412 && problem.current) {
    putDetail(problem.current);
    conflict.value = { id, kind, wrote, current: problem.current, again };
    return;
  }
  refused(error);
  const why = problem?.status === 0 ? t('desk.no_network') : sayProblem(error);
  const word = locked.value ? t('desk.locked_hint') : t('desk.taken_back', { why });
  if (draftOf(draftKey(id, kind))) {
    compose(id, kind);
    if (composer.value) composer.value = { ...composer.value, error: word, fields: problem?.errors ?? [] };
  } else toast(word);
}

/** The same form again on the version that stands now, or away with it. @param {boolean} again */
export function settle(again) {
  const open = conflict.value;
  conflict.value = null;
  if (open && again) open.again();
  else if (open) dropDraft(draftKey(open.id, open.kind));
}

/** Lets everybody see a photo, or takes it back. @param {Api.Detail} one @param {string} photoId @param {boolean} isPublic */
export async function publish(one, photoId, isPublic) {
  changing.add(one.id);
  putDetail({ ...one, photos: one.photos.map((photo) => (photo.id === photoId ? { ...photo, is_public: isPublic } : photo)) });
  try {
    const detail = await patch(`/api/desk/complaints/${one.id}/photos/${photoId}`, { is_public: isPublic }, { version: one.version });
    changing.delete(one.id);
    putDetail(detail);
  } catch (error) {
    changing.delete(one.id);
    putDetail(one);
    const wrote = /** @type {[string, string][]} */ ([[t('public.photos'), t(isPublic ? 'public.show' : 'public.unshow')]]);
    turnBack(one.id, 'edit', wrote, error, () => void publish(details.value[one.id], photoId, isPublic));
  }
}
