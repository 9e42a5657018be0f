// A shelf in memory, a server that can misbehave, and a kit of both for the outbox rules.
import { newLetter, queued } from '../../pwa/app/lib/letters.js';

export function memoryShelf() {
  const letters = new Map();
  const blobs = new Map();
  return {
    letters,
    blobs,
    all: async () => [...letters.values()].map((one) => structuredClone(one)),
    get: async (id) => structuredClone(letters.get(id)),
    put: async (letter) => letters.set(letter.id, structuredClone(letter)),
    blob: async (id) => blobs.get(id),
    putBlob: async (_letter, id, blob) => blobs.set(id, blob),
    dropBlob: async (id) => blobs.delete(id),
    remove: async (id) => letters.delete(id),
  };
}

export const problem = (status, code, more = {}) => Object.assign(new Error(code), { status, code, detail: `lời ${code}`, ...more });
export const noNetwork = () => problem(0, 'offline');

/** Keeps what it took by id, as the real one does; `faults` are thrown one after another first. */
export function fakeServer(faults = []) {
  const taken = new Map();
  const photos = new Map();
  const calls = [];
  const stumble = (stage) => {
    const fault = faults.shift();
    if (fault === undefined || fault === null) return;
    if (fault.after && stage === 'before') faults.unshift(fault);
    if (!fault.after && stage === 'after') faults.unshift(fault);
    if (Boolean(fault.after) === (stage === 'after')) throw fault.error ?? fault;
  };
  return {
    taken,
    photos,
    calls,
    async send(letter) {
      calls.push(`words ${letter.id}`);
      stumble('before');
      if (!taken.has(letter.id)) taken.set(letter.id, { fields: structuredClone(letter.fields), code: `KS-26-${taken.size + 1}` });
      stumble('after');
      return { id: letter.id, code: taken.get(letter.id).code, token: 'secret', received_at: '2026-11-22T09:42:00Z', status: 'submitted' };
    },
    async sendPhoto(letter, photo, blob) {
      calls.push(`photo ${photo.id}`);
      stumble('before');
      photos.set(photo.id, { letter: letter.id, blob });
      stumble('after');
      return { id: photo.id, width: 1, height: 1 };
    },
    async giveUpPhoto(_letter, photo) {
      calls.push(`give up ${photo.id}`);
      stumble('before');
      stumble('after');
      return null;
    },
  };
}

export function makeKit(server = fakeServer()) {
  const kit = { shelf: memoryShelf(), post: server, time: 1000, now: () => kit.time, random: () => 0.5, onChange: () => {} };
  return kit;
}

/** Puts a letter with photos in the post. */
export async function posted(kit, id, photoIds = [], fields = { words: 'Rác cạnh mương' }) {
  const letter = newLetter('complaint', id, fields, kit.time);
  letter.photos = photoIds.map((photo) => ({ id: photo, thumb: 'data:', width: 1, height: 1, bytes: 1, type: 'image/jpeg', state: 'here' }));
  for (const photo of photoIds) await kit.shelf.putBlob(id, photo, `bytes of ${photo}`);
  await kit.shelf.put(queued(letter, kit.time));
  kit.time += 1;
  return letter;
}
