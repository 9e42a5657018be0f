// The outbox of this phone: keeps letters in IndexedDB and sends them when there is a way. Pages write here, never to the server directly.
import { del, get, post, put } from './api.js';
import { follow, shelf } from './idb.js';
import { aged, flush, isDraft, mended, newLetter, queued, reopened } from './letters.js';
import { letters } from './store.js';
import { uuid } from './uuid.js';

/** @type {import('./letters.js').Kit} */
const kit = { shelf, post: { send, sendPhoto, giveUpPhoto }, now: Date.now, random: Math.random, onChange: refresh };
const channel = 'BroadcastChannel' in self ? new BroadcastChannel('outbox') : null;
/** @type {Promise<void> | null} */
let running = null;

/** @type {Promise<void> | null} */
let starting = null;

/** Starts listening, once; every page that writes letters calls it, and waits until the letters are known. */
export function startOutbox() {
  starting ??= start();
  return starting;
}

async function start() {
  await tidy().catch(() => {});
  await show();
  channel?.addEventListener('message', show);
  addEventListener('online', sendAfter);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendNow());
  navigator.serviceWorker?.addEventListener('message', (event) => event.data === 'outbox' && sendNow());
  setInterval(() => letters.value.some((one) => one.state === 'waiting' || one.state === 'sending') && sendNow(false), 30e3);
  sendNow();
}

/** Old drafts and old pictures leave the phone; the keys of followed cases stay. */
async function tidy() {
  for (const letter of await shelf.all()) {
    const after = aged(letter, Date.now());
    if (after === 'gone') await shelf.remove(letter.id);
    else if (after) await shelf.put(after);
  }
}

async function show() {
  letters.value = (await shelf.all()).sort((a, b) => b.changed_at - a.changed_at);
}
async function refresh() {
  await show();
  channel?.postMessage('changed');
}

/** Sends what waits. One sender across all tabs. @param {boolean} [force] also what is in its pause */
export function sendNow(force = true) {
  running ??= underLock(() => flush(kit, { force })).finally(() => (running = null));
  return running;
}

/** @param {() => Promise<void>} work @returns {Promise<void>} */
const underLock = (work) => (navigator.locks ? navigator.locks.request('xa-xanh-outbox', work) : work());

/** @param {App.LetterKind} kind @param {Record<string, any>} fields */
export async function startDraft(kind, fields) {
  const letter = newLetter(kind, uuid(), fields, Date.now());
  await kit.shelf.put(letter);
  await refresh();
  return letter;
}

/** Changes a draft in one step; a letter on its way is frozen. @param {string} id @param {(draft: App.Letter) => Partial<App.Letter>} turn */
async function changeDraft(id, turn) {
  const after = await shelf.change(id, (letter) => (isDraft(letter) ? { ...letter, ...turn(letter), changed_at: Date.now() } : undefined));
  await refresh();
  return after;
}

/** A report found to be somebody else's already becomes support of that case, photos and all. @param {string} id @param {string} code */
export const supportInstead = (id, code) =>
  changeDraft(id, ({ fields }) => ({ kind: 'support', fields: { code, words: fields.words, contact: fields.contact, report: fields } }));

/** @param {string} id @param {Record<string, any>} fields */
export const writeDraft = (id, fields) => changeDraft(id, (draft) => ({ fields: { ...draft.fields, ...fields } }));

/** @param {string} id @param {{ blob: Blob, thumb: string, width: number, height: number }} picture @param {string} [kind] */
export async function addPhoto(id, picture, kind) {
  const photo = newPhoto(picture, kind);
  await shelf.putBlob(id, photo.id, picture.blob);
  const after = await changeDraft(id, (draft) => ({ photos: [...draft.photos, photo] }));
  if (!after) await shelf.dropBlob(photo.id);
}

/** @param {{ blob: Blob, thumb: string, width: number, height: number }} picture @param {string} [kind] @returns {App.LetterPhoto} */
const newPhoto = ({ blob, thumb, width, height }, kind) => ({ id: uuid(), thumb, width, height, bytes: blob.size, type: blob.type, state: 'here', kind });

/** @param {string} id @param {string} photoId */
export async function dropPhoto(id, photoId) {
  const after = await changeDraft(id, (draft) => ({ photos: draft.photos.filter((one) => one.id !== photoId) }));
  if (after) await shelf.dropBlob(photoId);
}

/** Puts a draft into the post. From here on its words are frozen. @param {string} id @param {Record<string, any>} [fields] the final words */
export async function queue(id, fields) {
  const after = await changeDraft(id, (draft) => queued({ ...draft, fields: fields ?? draft.fields }, Date.now()));
  if (!after) return;
  navigator.storage?.persist?.().catch(() => {});
  goOut();
}

/** A refused photo of a sent letter is given up, for another one if there is. @param {string} id @param {string} photoId @param {{ blob: Blob, thumb: string, width: number, height: number }} [picture] */
export async function mendPhoto(id, photoId, picture) {
  const old = (await shelf.get(id))?.photos.find((photo) => photo.id === photoId);
  const instead = picture && { ...newPhoto(picture, old?.kind), added: true };
  if (instead) await shelf.putBlob(id, instead.id, picture.blob);
  const after = await shelf.change(id, (letter) => mended(letter, photoId, Date.now(), instead));
  await refresh();
  if (after) goOut();
  else if (instead) await shelf.dropBlob(instead.id);
}

/** Something new is in the post. */
function goOut() {
  navigator.serviceWorker?.ready.then((worker) => /** @type {any} */ (worker).sync?.register('outbox')).catch(() => {});
  sendAfter();
}

/** A round that began before may have missed what has just changed: one more follows it. */
function sendAfter() {
  if (running) running.then(() => sendNow());
  else sendNow();
}

/** Throws away a draft, a sent letter's memory, or a refused one the person gave up. Never one on its way. @param {string} id */
export async function discard(id) {
  const letter = await shelf.get(id);
  if (!letter || letter.state === 'waiting' || letter.state === 'sending') return;
  await shelf.remove(id);
  await refresh();
}

/** Opens a refused letter again, as a new draft. @param {string} id */
export async function reopen(id) {
  const letter = await shelf.get(id);
  if (letter?.state !== 'refused') return null;
  const { draft, moved } = reopened(letter, uuid, Date.now());
  for (const { from, photo } of moved) {
    const blob = await shelf.blob(from);
    if (blob) await shelf.putBlob(draft.id, photo.id, blob);
  }
  await shelf.put(draft);
  await shelf.remove(id);
  await refresh();
  return draft;
}

/** Letters that are one line of a book. @type {Record<string, string>} */
const BOOKS = {
  sorting: '/api/sorting/counts',
  sorting_list: '/api/sorting/lists',
  weekend_plan: '/api/weekend-plans',
  roll: '/api/attendance-rolls',
  attendance: '/api/attendances',
};

/** @param {App.Letter} letter */
async function send(letter) {
  /** @type {Record<string, any>} */
  const body = { ...letter.fields, id: letter.id };
  if (letter.fields.token) return say(letter);
  const photos = letter.photos.map((photo) => photo.id);
  if (letter.kind === 'outside') {
    const { key, code, ...words } = body;
    return post('/api/outside-request/answer', { ...words, photos }, { headers: keyOf(letter) });
  }
  const before_photos = letter.photos.filter((photo) => photo.kind === 'before').map((photo) => photo.id);
  if (letter.kind === 'intake') return post('/api/desk/complaints', { ...body, photos });
  if (letter.kind === 'site_visit') return post('/api/dump-site-visits', { ...body, photos });
  if (letter.kind === 'cleanup') return post('/api/cleanups', { ...body, photos, before_photos });
  if (BOOKS[letter.kind]) return post(BOOKS[letter.kind], body);
  if (letter.kind === 'inspection') {
    const { point_name, door, ...told } = body;
    return post(`/api/${ROOMS[door] ?? ROOMS.inspection}`, { ...told, photos: letter.photos.map(({ id, kind }) => ({ id, item: kind ?? '' })) });
  }
  const { code, report, ...own } = body;
  const receipt = await post(letter.kind === 'support' ? `/api/complaints/${code}/supporters` : '/api/complaints', { ...own, photos });
  if (receipt?.id === letter.id) await follow({ code: receipt.code, token: receipt.token, letter: letter.id, saved_at: receipt.received_at, view: null });
  return receipt;
}

/** Letters about a case that was sent before go through the doors of its key. @type {Record<string, string>} */
const DOORS = { answer: 'answer', correction: 'corrections', withdrawal: 'withdrawal', rating: 'rating', not_done: 'reopening' };

/** @param {App.Letter} letter */
function say({ id, kind, fields: { token, code, ...own }, photos }) {
  const headers = { 'X-Tracking-Token': token };
  if (!DOORS[kind]) return get('/api/tracking', { headers }); // only photos, and they follow by themselves
  const declared = kind === 'not_done' || kind === 'answer' ? { photos: photos.map((photo) => photo.id) } : {};
  return post(`/api/tracking/${DOORS[kind]}`, { ...own, ...declared, id }, { headers });
}

/** @type {Record<string, string>} */
const ROOMS = { cleanup: 'cleanups', site_visit: 'dump-site-visits', inspection: 'point-inspections', crew: 'crew-inspections', support: 'supporters' };
/** @param {App.Letter} letter @param {App.LetterPhoto} photo */
function addressOf({ id, kind, fields, receipt }, photo) {
  const of = kind === 'outside' ? 'outside-request' : `${ROOMS[fields.door] ?? ROOMS[kind] ?? 'complaints'}/${fields.token ? receipt.id : id}`;
  return `/api/${of}/photos/${photo.id}`;
}
/** The key of an own complaint, or of a request; a check-in is its maker's by the sign-in. @param {App.Letter} letter @returns {Record<string, string>} */
function keyOf({ kind, fields, receipt }) {
  if (kind === 'cleanup' || kind === 'site_visit' || kind === 'inspection') return {};
  return kind === 'outside' ? { 'X-Outside-Token': fields.key } : { 'X-Tracking-Token': fields.token ?? receipt.token };
}

/** @type {Record<string, (photo: App.LetterPhoto) => string>} */
const DECLARES = { cleanup: (photo) => `?kind=${photo.kind ?? 'after'}`, site_visit: () => '?declares=true', inspection: () => '?declares=true' };
/** A photo that was not declared with the words is declared by its coming. @param {App.Letter} letter @param {App.LetterPhoto} photo @param {Blob} blob */
function sendPhoto(letter, photo, blob) {
  const declares = photo.added ? (DECLARES[letter.kind]?.(photo) ?? '') : '';
  return put(addressOf(letter, photo) + declares, blob, {
    seconds: 180,
    headers: photo.added || letter.fields.token || letter.fields.key ? keyOf(letter) : {},
  });
}

/** @param {App.Letter} letter @param {App.LetterPhoto} photo */
function giveUpPhoto(letter, photo) {
  return del(addressOf(letter, photo), { headers: keyOf(letter) });
}

/** The letter with its photos as one file, to be brought another way. @param {App.Letter} letter */
export async function asFile(letter) {
  const photos = [];
  for (const photo of letter.photos) {
    const blob = await shelf.blob(photo.id);
    photos.push({ id: photo.id, type: photo.type, base64: blob ? await base64(blob) : null });
  }
  const { token, key, ...fields } = letter.fields;
  const text = JSON.stringify({ id: letter.id, kind: letter.kind, fields, photos }, null, 1);
  return new File([text], `xa-xanh-${letter.id.slice(0, 8)}.json`, { type: 'application/json' });
}

/** @param {Blob} blob @returns {Promise<string>} */
const base64 = (blob) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',')[1]);
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });

/** A photo kept on this phone. @param {string} id */
export const photoBlob = (id) => shelf.blob(id);
