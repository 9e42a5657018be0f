// Words by key, from i18n/vi.js (source) or en.js; further bundles join when their page opens.
import { look } from './look.js';

/** @type {Record<string, string>} */
const words = {};
const loaded = new Set();
export const language = () => look.value.language || 'vi';

/** @param {string} [bundle] '' for the first words, else 'pages', 'desk' */
export async function needWords(bundle = '') {
  if (loaded.has(bundle)) return;
  const file = bundle ? `${language()}-${bundle}` : language();
  Object.assign(words, (await import(`../../i18n/${file}.js`)).default);
  loaded.add(bundle);
}

/**
 * @param {string} key
 * @param {Record<string, string | number | null | undefined>} [values]
 */
export function t(key, values) {
  const text = words[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : text;
}

/** @param {string} key */
export const hasWord = (key) => key in words;
