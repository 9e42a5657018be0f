// A hook for pages: fetch, show waiting and failure, drop answers nobody waits for any more.
import { useCallback, useEffect, useState } from './html.js';

/**
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @param {unknown[]} inputs
 * @returns {{ data: T | null, error: unknown, loading: boolean, reload: () => void, setData: (data: T) => void }}
 */
export function useLoad(work, inputs) {
  const [state, setState] = useState(/** @type {{ data: T | null, error: unknown, loading: boolean }} */ ({ data: null, error: null, loading: true }));
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setState((old) => ({ ...old, error: null, loading: true }));
    work(stop.signal).then(
      (data) => stop.signal.aborted || setState({ data, error: null, loading: false }),
      (error) => stop.signal.aborted || setState((old) => ({ ...old, error, loading: false })),
    );
    return () => stop.abort();
  }, [...inputs, round]);
  const reload = useCallback(() => setRound((old) => old + 1), []);
  const setData = useCallback((/** @type {T} */ data) => setState({ data, error: null, loading: false }), []);
  return { ...state, reload, setData };
}
