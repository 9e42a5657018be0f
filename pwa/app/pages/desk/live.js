// The desk's live line: told by the server when something has changed and who is at which case; else the page asks.

import { del, put } from '../../lib/api.js';
import { computed, signal, useEffect } from '../../lib/html.js';
import { account } from '../../lib/store.js';
import { composer } from './change.js';
import { chosen } from './shelf.js';

const RENEW_MS = 25_000;
const SETTLE_MS = 1200;
const AGAIN_MS = 60_000;

/** Everybody at a case now, as the server last said. @type {App.Kept<Api.Present[]>} */
const present = signal([]);
/** True while the line is open: then the page need not ask every few seconds. */
export const isLive = signal(false);
/** The others at each case. */
export const others = computed(() => {
  /** @type {Record<string, Api.Present[]>} */
  const found = {};
  for (const one of present.value) {
    if (one.account_id === account.value?.id) continue;
    found[one.complaint_id] = [...(found[one.complaint_id] ?? []), one];
  }
  return found;
});

/** Opens the line while somebody looks. @param {() => void} onChange @returns {() => void} how to end it */
export function listen(onChange) {
  /** @type {EventSource | null} */
  let line = null;
  let clock = 0;
  const take = (/** @type {MessageEvent} */ event) => (present.value = JSON.parse(event.data).present);
  const end = () => {
    clearTimeout(clock);
    line?.close();
    line = null;
    isLive.value = false;
  };
  const open = () => {
    if (line || document.visibilityState !== 'visible') return;
    line = new EventSource('/api/desk/events');
    line.onopen = () => (isLive.value = true);
    line.addEventListener('present', take);
    line.addEventListener('changed', (event) => {
      take(event);
      onChange();
    });
    line.onerror = () => {
      isLive.value = false;
      if (line?.readyState !== EventSource.CLOSED) return; // it comes again by itself
      end();
      clock = setTimeout(open, AGAIN_MS);
    };
  };
  const turn = () => (document.visibilityState === 'visible' ? open() : end());
  open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    end();
  };
}

/** Tells the others which case is open here, once it has been for a moment. */
export function usePresence() {
  const id = chosen.value;
  const is_editing = composer.value?.id === id;
  useEffect(() => {
    if (!id) return;
    let told = false;
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      told = true;
      put(`/api/desk/complaints/${id}/presence`, { is_editing }).catch(() => {});
    };
    const first = setTimeout(say, SETTLE_MS);
    const clock = setInterval(say, RENEW_MS);
    return () => {
      clearTimeout(first);
      clearInterval(clock);
      if (told && chosen.value !== id) del(`/api/desk/complaints/${id}/presence`).catch(() => {});
    };
  }, [id, is_editing]);
}
