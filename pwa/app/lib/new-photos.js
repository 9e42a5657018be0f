// Photos chosen for something that is saved online: made small at once, sent one by one after the words.
import { put } from './api.js';
import { useRef, useState } from './html.js';
import { shrink } from './picture.js';
import { uuid } from './uuid.js';

/** @typedef {App.LetterPhoto & { blob: Blob }} NewPhoto */

/** @param {{ blob: Blob, thumb: string, width: number, height: number }} picture @param {string} [kind] @returns {NewPhoto} */
export const newPhoto = ({ blob, thumb, width, height }, kind) => ({
  id: uuid(),
  blob,
  thumb,
  width,
  height,
  bytes: blob.size,
  type: blob.type,
  state: 'here',
  kind,
});

export function useNewPhotos() {
  const [photos, setPhotos] = useState(/** @type {NewPhoto[]} */ ([]));
  const [busy, setBusy] = useState(0);
  const latest = useRef(photos);
  latest.current = photos;
  const add = async (/** @type {File[]} */ files, /** @type {string} */ kind = 'after') => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      const photo = newPhoto(await shrink(file), kind);
      setPhotos((old) => [...old, photo]);
    }
    setBusy(0);
  };
  const drop = (/** @type {string} */ id) => setPhotos((old) => old.filter((one) => one.id !== id));
  /** Each photo that has arrived leaves the list; throws at the first that does not. @param {(id: string) => string} path @param {Record<string, string>} [headers] */
  const send = async (path, headers) => {
    for (const { id, blob } of latest.current) {
      await put(path(id), blob, { seconds: 180, headers });
      drop(id);
    }
  };
  return { photos, busy, add, drop, send, set: setPhotos };
}
