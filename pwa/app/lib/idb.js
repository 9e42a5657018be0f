// The phone's own store: letters to send, their photos, cases followed here, and small things remembered.
import { openDB } from '../../vendor/idb/idb.js';

/** @type {Promise<any> | undefined} */
let opening;

/** @returns {Promise<import('idb').IDBPDatabase<any>>} */
export function database() {
  opening ??= openDB('xa-xanh', 1, {
    upgrade(db) {
      db.createObjectStore('letters', { keyPath: 'id' });
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('letter', 'letter');
      db.createObjectStore('cases', { keyPath: 'code' });
      db.createObjectStore('notes');
    },
    blocking: (_old, _new, event) => /** @type {IDBDatabase} */ (event.target).close(),
    terminated: () => (opening = undefined),
  });
  return opening;
}

/** Something small remembered under a name. @param {string} name @returns {Promise<any>} */
export const recall = async (name) => (await database()).get('notes', name);
/** @param {string} name @param {unknown} value */
export const remember = async (name, value) => (await database()).put('notes', value, name);

/** Cases followed on this phone, newest first. @returns {Promise<App.FollowedCase[]>} */
export async function followedCases() {
  const all = await (await database()).getAll('cases');
  return all.sort((a, b) => b.saved_at.localeCompare(a.saved_at));
}
/** @param {string} code @returns {Promise<App.FollowedCase | undefined>} */
export const followedCase = async (code) => (await database()).get('cases', code);
/** @param {App.FollowedCase} one */
export const follow = async (one) => (await database()).put('cases', one);
/** @param {string} code */
export const unfollow = async (code) => (await database()).delete('cases', code);

/** The shelf the outbox works on (the tests use one in memory). */
export const shelf = {
  /** @returns {Promise<App.Letter[]>} */
  all: async () => (await database()).getAll('letters'),
  /** @param {string} id @returns {Promise<App.Letter | undefined>} */
  get: async (id) => (await database()).get('letters', id),
  /** @param {App.Letter} letter */
  put: async (letter) => (await database()).put('letters', letter),
  /** Reads and writes in one step, so that nothing typed meanwhile is lost. @param {string} id @param {(letter: App.Letter) => App.Letter | undefined} turn */
  async change(id, turn) {
    const change = (await database()).transaction('letters', 'readwrite');
    const letter = await change.store.get(id);
    const next = letter && turn(letter);
    if (next) await change.store.put(next);
    await change.done;
    return next;
  },
  /** @param {string} id @returns {Promise<Blob | undefined>} */
  blob: async (id) => (await (await database()).get('photos', id))?.blob,
  /** @param {string} letter @param {string} id @param {Blob} blob */
  putBlob: async (letter, id, blob) => (await database()).put('photos', { id, letter, blob }),
  /** @param {string} id */
  dropBlob: async (id) => (await database()).delete('photos', id),
  /** The letter and its photos in one step. @param {string} id */
  async remove(id) {
    const change = (await database()).transaction(['letters', 'photos'], 'readwrite');
    const photos = await change.objectStore('photos').index('letter').getAllKeys(id);
    await Promise.all([change.objectStore('letters').delete(id), ...photos.map((key) => change.objectStore('photos').delete(key)), change.done]);
  },
};
