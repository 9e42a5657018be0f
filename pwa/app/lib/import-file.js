// A table brought back from a spreadsheet: chosen, tried, then for real.
import { post } from './api.js';
import { useState } from './html.js';

/** @typedef {{ rows: number, created: number, updated: number, errors: { row: number, column: string, detail: string }[], remarks: { row: number, column: string, detail: string }[] }} Found */

/** @param {string} path @param {(found: Found) => void} onDone after it went in */
export function useImport(path, onDone) {
  const [file, setFile] = useState(/** @type {{ name: string, blob: Blob } | null} */ (null));
  const [found, setFound] = useState(/** @type {Found | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [busy, setBusy] = useState(false);
  const run = async (/** @type {Blob} */ blob, /** @type {boolean} */ dry) => {
    setBusy(true);
    setError(null);
    try {
      const result = await post(`${path}?dry_run=${dry}`, blob, { seconds: 60 });
      if (dry) setFound(result);
      else onDone(result);
    } catch (why) {
      setError(why);
    }
    setBusy(false);
  };
  const take = async (/** @type {any} */ event) => {
    const picked = event.target.files?.[0];
    const blob = picked && new Blob([await picked.arrayBuffer()], { type: 'text/csv' });
    event.target.value = '';
    if (!blob) return;
    setFile({ name: picked.name, blob });
    setFound(null);
    run(blob, true);
  };
  return { file, found, error, busy, take, run };
}
