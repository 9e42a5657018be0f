// Photos of something the office keeps: they go as soon as they are chosen.
import { useState } from './html.js';
import { useNewPhotos } from './new-photos.js';
import { save } from './save.js';

/** @param {string} path @param {() => void} onSent */
export function usePhotosAtOnce(path, onSent) {
  const photos = useNewPhotos();
  const [error, setError] = useState('');
  const send = async () => {
    const fault = await save(() => photos.send((photo) => `${path}/photos/${photo}`), onSent);
    setError(fault?.error ?? '');
  };
  return { ...photos, error, send };
}
