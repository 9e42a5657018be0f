// What many pages share and rarely changes, fetched once: config, catalogue, hamlets, outline.
import { get } from './api.js';
import { signal } from './html.js';

/** @type {App.Kept<App.Config | null>} */
export const config = signal(null);
/** @type {App.Kept<App.Catalogue | null>} */
export const catalogue = signal(null);
/** @type {App.Kept<App.Hamlet[] | null>} */
export const hamlets = signal(null);
/** @type {App.Kept<any>} */
export const outline = signal(null);
/** Letters not yet with the server (set by the outbox, shown by the frame). @type {App.Kept<App.Letter[]>} */
export const letters = signal([]);

/** Who is signed in, as last known; session.js asks and changes. @type {App.Kept<App.Account | null>} */
export const account = signal(rememberedAccount());

function rememberedAccount() {
  try {
    return JSON.parse(localStorage.getItem('account') || 'null');
  } catch {
    return null;
  }
}

const shared = { config, catalogue, hamlets, outline };
/** @type {Record<string, Promise<any>>} */
const under = {};

/** Fetches the named things unless they are here. Failing is quiet: pages show what they have. @param {(keyof typeof shared)[]} names */
export function keep(...names) {
  return Promise.all(names.map((name) => shared[name].value ?? under[name] ?? bring(name)));
}

/** @param {keyof typeof shared} name */
function bring(name) {
  under[name] = get(`/api/${name}`)
    .then((data) => {
      shared[name].value = data;
      return data;
    })
    .catch(() => null)
    .finally(() => delete under[name]);
  return under[name];
}
