// Addresses: History, one signal, pages loaded when first opened.
import { signal } from './html.js';
import { needWords } from './i18n.js';

/**
 * @typedef {{ path: string, load: () => Promise<any>, words?: string[], sheets?: string[] }} Route
 * @typedef {{ Page: any, params: Record<string, string>, path: string, visit: number, failed?: boolean }} Shown
 */

/** @type {App.Kept<Shown | null>} */
export const shown = signal(null);
/** True while the next page is on its way. */
export const turning = signal(false);
/** @typedef {Route & { pattern: RegExp, names: string[] }} Way
 * @type {Way[]} */
let table = [];
/** @type {(() => Promise<Route[]>) | null} those of the first page's visitors who go on */
let rest = null;
let turn = 0;
/** Counts real visits, so that a link to the open page begins it anew while the back button does not. */
let visit = 0;

/** @param {Route} home @param {() => Promise<Route[]>} others fetched when the first of them is opened */
export function startRouter(home, others) {
  table = [wayTo(home)];
  rest = others;
  addEventListener('popstate', open);
  document.addEventListener('click', follow);
  return open();
}

/** @param {Route} route @returns {Way} */
function wayTo(route) {
  const names = Array.from(route.path.matchAll(/:(\w+)/g), (match) => match[1]);
  return { ...route, names, pattern: new RegExp(`^${route.path.replace(/\/:\w+\?/g, '(?:/([^/]+))?').replace(/:\w+/g, '([^/]+)')}/?$`) };
}

/** The last way leads to the page for addresses that are none. @param {string} path */
async function find(path) {
  const fits = (/** @type {Way} */ way) => way.pattern.test(path);
  if (rest && !table.some(fits)) {
    table.push(...(await rest()).map(wayTo));
    rest = null;
  }
  return table.find(fits) ?? table[table.length - 1];
}

/** @param {string} path @param {{ replace?: boolean, step?: number }} [how] */
export function go(path, { replace = false, step = 0 } = {}) {
  const depth = (history.state?.depth ?? 0) + (replace ? 0 : 1);
  visit++;
  history[replace ? 'replaceState' : 'pushState']({ depth, step }, '', path);
  return open().then(() => scrollTo(0, 0));
}

/** Where the person came from, or the given place when they came from outside. @param {string} place */
export const back = (place) => (history.state?.depth ? history.back() : go(place, { replace: true }));

/** @param {MouseEvent} event */
function follow(event) {
  const link = /** @type {HTMLElement} */ (event.target).closest?.('a');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const mine = link.origin === location.origin && !link.target && !link.hasAttribute('download');
  if (!mine || link.pathname.startsWith('/api/') || link.pathname.startsWith('/media/')) return;
  if (link.pathname === location.pathname && link.hash && link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

async function open() {
  const mine = ++turn;
  const path = location.pathname;
  /** @type {Record<string, string>} */
  let params = {};
  turning.value = true;
  try {
    const route = await find(path);
    const values = route.pattern.exec(path) ?? [];
    params = Object.fromEntries(route.names.map((name, at) => [name, decodeURIComponent(values[at + 1] ?? '')]));
    const [module] = await Promise.all([route.load(), ...(route.sheets ?? []).map(dress), ...(route.words ?? []).map(needWords)]);
    if (mine === turn) shown.value = { Page: module.default, params, path, visit };
  } catch {
    if (mine === turn) shown.value = { Page: null, params, path, visit, failed: true };
  }
  if (mine === turn) turning.value = false;
}

/** Adds a sheet once and waits for it. @param {string} sheet */
export function dress(sheet) {
  if (document.querySelector(`link[href="${sheet}"]`)) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheet });
  return new Promise((done, fail) => {
    link.onload = done;
    link.onerror = fail;
    document.head.append(link);
  });
}
