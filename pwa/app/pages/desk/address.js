// The desk in the address bar: which case is open and what the list is narrowed to, so that a link or a reload finds both.
import { batch } from '../../lib/html.js';
import { choose, chosen, filter, homeQueue } from './shelf.js';

/** Query names as people see them. @type {[keyof Desk.Filter, string][]} */
const NAMES = [
  ['queue', 'hang'],
  ['status', 'trang-thai'],
  ['category', 'loai'],
  ['hamlet_id', 'thon'],
  ['unit_id', 'don-vi'],
  ['punctuality', 'han'],
  ['handed_over', 'chuyen-tay'],
  ['q', 'tim'],
];
export const isWide = () => matchMedia('(min-width: 1024px)').matches;

/** @param {string} id */
export function addressOf(id) {
  const query = new URLSearchParams(NAMES.filter(([name]) => filter.value[name]).map(([name, word]) => [word, filter.value[name]]));
  return `/ban-lam-viec${id ? `/${id}` : ''}?${query}`;
}

/** Filter and case from the address. */
export function readAddress() {
  const asked = new URLSearchParams(location.search);
  const found = Object.fromEntries(NAMES.map(([name, word]) => [name, asked.get(word) ?? '']));
  batch(() => {
    filter.value = { ...filter.value, ...found, queue: /** @type {Desk.Queue} */ (found.queue || homeQueue()) };
  });
  readCase();
}

/** After the browser's own back and forward. */
export function readCase() {
  const id = /^\/ban-lam-viec\/([^/]+)/.exec(location.pathname)?.[1] ?? '';
  choose(id);
  if (!id && !isWide()) requestAnimationFrame(() => scrollTo(0, readTo));
}

export function writeAddress() {
  history.replaceState(history.state, '', addressOf(chosen.value));
}

let readTo = 0;

/** Beside the list a case replaces the one before; on a phone it is a page of its own. @param {string} id */
export function openCase(id) {
  if (isWide() || !id) history.replaceState(history.state, '', addressOf(id));
  else {
    readTo = chosen.value ? readTo : scrollY;
    history.pushState({ depth: (history.state?.depth ?? 0) + 1, desk: true }, '', addressOf(id));
  }
  choose(id);
  if (!isWide()) requestAnimationFrame(() => scrollTo(0, id ? 0 : readTo));
}

/** Back to the list. */
export function closeCase() {
  if (history.state?.desk) history.back();
  else openCase('');
}
