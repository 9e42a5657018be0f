// The rules of the outbox, without a browser: draft → waiting → sending → sent | refused. Nothing is lost, nothing is sent twice.

/**
 * @typedef {{ all(): Promise<App.Letter[]>, get(id: string): Promise<App.Letter | undefined>, put(letter: App.Letter): Promise<unknown>,
 *   blob(id: string): Promise<Blob | undefined>, putBlob(letter: string, id: string, blob: Blob): Promise<unknown>, dropBlob(id: string): Promise<unknown>,
 *   remove(id: string): Promise<unknown> }} Shelf
 * @typedef {{ send(letter: App.Letter): Promise<any>, sendPhoto(letter: App.Letter, photo: App.LetterPhoto, blob: Blob): Promise<any>,
 *   giveUpPhoto(letter: App.Letter, photo: App.LetterPhoto): Promise<any> }} Post
 * @typedef {{ shelf: Shelf, post: Post, now(): number, random(): number, onChange(): unknown }} Kit
 */

const LONGEST_PAUSE = 15 * 60e3;
/** Answers that say "later", not "no". */
const LATER = new Set([0, 401, 408, 423, 425, 429]);

/** @param {App.LetterKind} kind @param {string} id @param {Record<string, any>} fields @param {number} now @returns {App.Letter} */
export const newLetter = (kind, id, fields, now) => ({
  id,
  kind,
  fields,
  photos: [],
  state: 'draft',
  receipt: null,
  error: null,
  attempts: 0,
  made_at: now,
  changed_at: now,
  queued_at: null,
  next_at: 0,
});

/** A letter that may still be written in. @param {App.Letter} letter */
export const isDraft = (letter) => letter.state === 'draft';
/** @param {App.Letter} letter */
export const isWaiting = (letter) => letter.state === 'waiting' || letter.state === 'sending';
/** The photos of a sent letter that the commune did not take: somebody has to choose others or give them up. @param {App.Letter} letter */
export const refusedPhotos = (letter) => (letter.state === 'sent' ? letter.photos.filter((photo) => photo.state === 'refused') : []);

/** @param {App.Letter} letter @param {number} now @returns {App.Letter} */
export const queued = (letter, now) => ({ ...letter, state: 'waiting', queued_at: letter.queued_at ?? now, next_at: 0, error: null });

/** @param {number} attempts @param {number} random 0…1 */
export const pause = (attempts, random) => Math.min(LONGEST_PAUSE, 4000 * 2 ** Math.min(attempts, 12)) * (0.5 + random / 2);

/**
 * Sends what is due, oldest first, one at a time. The caller holds the lock.
 * @param {Kit} kit @param {{ force?: boolean }} [how] force: do not wait for the back-off
 */
export async function flush(kit, { force = false } = {}) {
  const tried = new Set();
  for (;;) {
    const due = (await kit.shelf.all())
      .filter((letter) => isWaiting(letter) && !tried.has(letter.id) && (force || letter.next_at <= kit.now()))
      .sort((a, b) => (a.queued_at ?? 0) - (b.queued_at ?? 0) || a.id.localeCompare(b.id));
    if (!due.length) return;
    tried.add(due[0].id);
    const reached = await deliver(kit, due[0]);
    if (!reached) return;
  }
}

/** @param {Kit} kit @param {App.Letter} letter @returns {Promise<boolean>} false when there was no network at all */
async function deliver(kit, letter) {
  let now = await save(kit, { ...letter, state: 'sending', attempts: letter.attempts + 1, error: null });
  try {
    if (!now.receipt) now = await save(kit, { ...now, receipt: checked(now, await kit.post.send(now)) });
    for (const photo of now.photos.filter((one) => one.state === 'leaving')) now = await takeBack(kit, now, photo);
    for (const photo of now.photos.filter((one) => one.state === 'here')) now = await deliverPhoto(kit, now, photo);
    now = await save(kit, { ...forgotten(now), state: 'sent', sent_at: kit.now(), next_at: 0 });
    return true;
  } catch (error) {
    now = await save(kit, setBack(now, error, kit));
    return now.error?.status !== 0;
  }
}

/** A caller's name and phone leave the office's machine as soon as the commune has them. @param {App.Letter} letter */
const forgotten = (letter) => (letter.kind === 'intake' ? { ...letter, fields: { ...letter.fields, contact: null } } : letter);

/** Only an answer that names this letter counts. @param {App.Letter} letter @param {any} answer */
function checked(letter, answer) {
  const ours = letter.fields.token ? typeof answer?.status === 'string' : answer?.id === letter.id;
  if (!ours) throw Object.assign(new Error('not ours'), { status: 0, code: 'not_ours' });
  const { id, code, token, received_at, status, due_at, hamlet, outside_commune, qr_svg } = answer;
  return { id, code, token, received_at, status, due_at, hamlet, outside_commune, ...(qr_svg && { qr_svg }) };
}

/** A photo the server cannot read is marked and does not hold back the others. @param {Kit} kit @param {App.Letter} letter @param {App.LetterPhoto} photo */
async function deliverPhoto(kit, letter, photo) {
  const blob = await kit.shelf.blob(photo.id);
  /** @type {App.LetterPhoto} */
  let after = { ...photo, state: 'sent' };
  try {
    if (!blob) throw Object.assign(new Error('gone'), { status: 410, code: 'photo_gone' });
    const answer = await kit.post.sendPhoto(letter, photo, blob);
    if (answer?.id !== photo.id) throw Object.assign(new Error('not ours'), { status: 0, code: 'not_ours' });
  } catch (error) {
    const why = asError(error);
    if (!isNo(why)) throw error;
    after = { ...photo, state: 'refused', error: why };
  }
  const saved = await save(kit, { ...letter, photos: letter.photos.map((one) => (one.id === photo.id ? after : one)) });
  if (after.state === 'sent') await kit.shelf.dropBlob(photo.id);
  return saved;
}

/** The commune is told not to wait for this photo; only then it leaves the phone. @param {Kit} kit @param {App.Letter} letter @param {App.LetterPhoto} photo */
async function takeBack(kit, letter, photo) {
  let arrived = false;
  try {
    await kit.post.giveUpPhoto(letter, photo);
  } catch (error) {
    const why = asError(error);
    if (!isNo(why)) throw error;
    arrived = why.status === 409;
  }
  const rest = letter.photos.filter((one) => one.id !== photo.id || arrived);
  const saved = await save(kit, { ...letter, photos: rest.map((one) => (one.id === photo.id ? { ...one, state: 'sent' } : one)) });
  await kit.shelf.dropBlob(photo.id);
  return saved;
}

/** @param {App.Letter} letter @param {unknown} error @param {Kit} kit @returns {App.Letter} */
function setBack(letter, error, kit) {
  const why = asError(error);
  if (isNo(why)) return { ...letter, state: 'refused', error: why };
  const wait = Math.max(pause(letter.attempts, kit.random()), (why.retry_after ?? 0) * 1000);
  return { ...letter, state: 'waiting', error: why, next_at: kit.now() + wait };
}

/** @param {any} error @returns {App.LetterError} */
const asError = (error) => ({
  status: error?.status ?? 0,
  code: error?.code ?? 'offline',
  detail: error?.detail ?? '',
  errors: error?.errors ?? [],
  retry_after: error?.retryAfter ?? 0,
  ...(error?.existing_id ? { existing_id: error.existing_id } : {}),
});
/** A clear refusal in our own words; anything else may pass later. @param {App.LetterError} error */
const isNo = ({ status, code }) => status >= 400 && status < 500 && !LATER.has(status) && code !== 'server' && code !== 'not_ours';

/** @param {Kit} kit @param {App.Letter} letter */
async function save(kit, letter) {
  await kit.shelf.put(letter);
  await kit.onChange();
  return letter;
}

/** A refused letter becomes an editable draft under new ids; what was sent stays as it was. @param {App.Letter} letter @param {() => string} id @param {number} now */
export function reopened(letter, id, now) {
  const { report } = letter.fields; // support that came too late goes on as the report it began as
  const moved = letter.photos.map((photo) => ({ from: photo.id, photo: { ...photo, id: id(), state: /** @type {const} */ ('here'), error: undefined } }));
  return { draft: { ...newLetter(report ? 'complaint' : letter.kind, id(), report ?? letter.fields, now), photos: moved.map((one) => one.photo) }, moved };
}

/** Gives up a refused photo of a sent letter, for `instead` when there is one; the letter goes into the post again. Undefined when there is nothing to give up.
 * @param {App.Letter} letter @param {string} photoId @param {number} now @param {App.LetterPhoto} [instead] @returns {App.Letter | undefined} */
export function mended(letter, photoId, now, instead) {
  if (!refusedPhotos(letter).some((photo) => photo.id === photoId)) return undefined;
  const photos = letter.photos.map((photo) => (photo.id === photoId ? { ...photo, state: /** @type {const} */ ('leaving'), error: undefined } : photo));
  return queued({ ...letter, photos: instead ? [...photos, instead] : photos, changed_at: now }, now);
}

const DAY = 24 * 3600e3;

/** What time has made needless: 'gone' for a draft untouched for 30 days, the letter without its small pictures 180 days after it was sent. @param {App.Letter} letter @param {number} now */
export function aged(letter, now) {
  if (isDraft(letter) && now - letter.changed_at > 30 * DAY) return 'gone';
  const old = letter.state === 'sent' && now - (letter.sent_at ?? letter.changed_at) > 180 * DAY;
  if (!old || !letter.photos.some((photo) => photo.thumb)) return undefined;
  return { ...letter, photos: letter.photos.map((photo) => ({ ...photo, thumb: '' })) };
}
