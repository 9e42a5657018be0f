// Open cases near a place. Without a line, or when it takes too long, there are none: nobody waits for this.
import { get } from './api.js';
import { useEffect, useState } from './html.js';

const MOMENT = 600;

/** @param {{ lat?: number | null, lon?: number | null }} place @returns {Api.NearCase[]} */
export function useNear({ lat, lon }) {
  const [found, setFound] = useState(/** @type {Api.NearCase[]} */ ([]));
  useEffect(() => {
    setFound([]);
    if (lat == null || lon == null) return undefined;
    const stop = new AbortController();
    const ask = () => get(`/api/complaints/near?lat=${lat.toFixed(5)}&lon=${lon.toFixed(5)}`, { signal: stop.signal, seconds: 5 });
    const timer = setTimeout(
      () =>
        ask().then(
          (answer) => !stop.signal.aborted && setFound(answer.items),
          () => {},
        ),
      MOMENT,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [lat, lon]);
  return found;
}
