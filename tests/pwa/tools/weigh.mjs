// Weighs the first load (gzip -9): everything the home page fetches before a map or a further page. Run: npm run weigh
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const PWA = new URL('../../../pwa/', import.meta.url).pathname;
const LAYERS = ['tokens', 'reset', 'base', 'components', 'utilities'];
export const LIMIT = 30_000;

/** A module and everything it imports statically. @param {string} file @param {Set<string>} seen */
function follow(file, seen) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  for (const [, path] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) follow(join(dirname(file), path), seen);
  return seen;
}

/** @returns {{ name: string, bytes: number }[]} */
export function firstLoad() {
  const modules = follow(join(PWA, 'app/main.js'), new Set());
  for (const also of ['app/pages/home.js', 'app/lib/update.js', 'i18n/vi.js']) follow(join(PWA, also), modules);
  const files = [...modules, ...['index.html', 'app/early.js', 'manifest.webmanifest', 'icons/mark.svg'].map((name) => join(PWA, name))];
  const css = LAYERS.map((name) => readFileSync(join(PWA, `styles/${name}.css`))).join('\n');
  const weigh = (/** @type {string | Buffer} */ text) => gzipSync(text, { level: 9 }).length;
  return [{ name: 'app.css', bytes: weigh(css) }, ...files.map((file) => ({ name: file.slice(PWA.length), bytes: weigh(readFileSync(file)) }))];
}

if (process.argv[1] && existsSync(process.argv[1]) && import.meta.url.endsWith('weigh.mjs') && process.argv[1].endsWith('weigh.mjs')) {
  const parts = firstLoad().sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of parts) console.log(String(bytes).padStart(6), name);
  console.log(String(parts.reduce((sum, part) => sum + part.bytes, 0)).padStart(6), `of ${LIMIT}, ${parts.length} files`);
}
