// What somebody is typing, kept per form until it is sent: in memory (photos too) and, the words, in this tab's store.
import { useCallback, useState } from './html.js';

const PREFIX = 'draft:';
const OWNER = 'drafts-of';
/** @type {Map<string, Record<string, any>>} */
const live = new Map();

/** @param {string} key @returns {Record<string, any> | null} */
export function draftOf(key) {
  if (!live.has(key)) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(PREFIX + key) || 'null');
      if (kept) live.set(key, kept);
    } catch {
      // A forbidden or broken store: memory alone keeps it.
    }
  }
  return live.get(key) ?? null;
}

/** @param {string} key @param {Record<string, any>} values */
export function keepDraft(key, values) {
  live.set(key, values);
  const { photos, ...words } = values;
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(words));
  } catch {
    // Full: memory keeps it.
  }
}

/** @param {string} key */
export function dropDraft(key) {
  live.delete(key);
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was stored either.
  }
}

/** What one person was typing is not the next one's to read. @param {string} person the id of who is here now, '' for nobody */
export function giveDraftsTo(person) {
  try {
    const before = sessionStorage.getItem(OWNER);
    sessionStorage.setItem(OWNER, person);
    if (before === person || before === null) return;
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was stored either.
  }
  live.clear();
}

/**
 * The values of one form and how to change some of them.
 * @param {string} key @param {Record<string, any>} initial
 * @returns {[Record<string, any>, (change: Record<string, any>) => void]}
 */
export function useDraft(key, initial) {
  const [, redraw] = useState(0);
  const set = useCallback(
    (/** @type {Record<string, any>} */ change) => {
      keepDraft(key, { ...initial, ...draftOf(key), ...change });
      redraw((old) => old + 1);
    },
    [key],
  );
  return [{ ...initial, ...draftOf(key) }, set];
}
