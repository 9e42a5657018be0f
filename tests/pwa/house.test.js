import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { firstLoad, LIMIT } from './tools/weigh.mjs';

const PWA = new URL('../../pwa/', import.meta.url).pathname;
const files = (folder, ending) =>
  readdirSync(join(PWA, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith(ending))
    .map((one) => join(one.parentPath ?? one.path, one.name));
const sources = files('app', '.js');
const name = (file) => relative(PWA, file);
const STOREYS = ['lib', 'components', 'pages'];
const storey = (file) => STOREYS.indexOf(name(file).split('/')[1]);

test('imports only look down: lib, components, pages, main', () => {
  for (const file of sources) {
    const mine = storey(file) === -1 ? 9 : storey(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)) {
      const target = join(file, '..', path);
      if (!target.startsWith(join(PWA, 'app'))) continue;
      const theirs = storey(target) === -1 ? 9 : storey(target);
      assert.ok(theirs <= mine, `${name(file)} imports ${name(target)}`);
      const sameRoom = name(file).split('/').slice(0, 3).join('/') === name(target).split('/').slice(0, 3).join('/');
      if (mine === 2 && theirs === 2) assert.ok(sameRoom && name(file).split('/').length > 3, `${name(file)} imports another page`);
    }
  }
});

test('components never call the server or the outbox', () => {
  for (const file of sources.filter((one) => storey(one) === 1)) {
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /import \{[^}]*\b(get|post|put|patch|del|ask)\b[^}]*\} from '[^']*lib\/api\.js'|lib\/(outbox|idb)\.js/,
      name(file),
    );
  }
});

test('tags are for elements, text is never markup, and no file grows past 300 lines', () => {
  for (const file of sources) {
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /<\$\{/, name(file));
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/, name(file));
    assert.ok(text.split('\n').length <= 300, `${name(file)} is too long`);
    assert.match(text, /^\/\/ /, `${name(file)} does not say what it is for`);
  }
});

test('the page carries no inline script, style or handler', () => {
  const page = readFileSync(join(PWA, 'index.html'), 'utf8');
  assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/);
});

test('both languages have the same words, and every word that is used', () => {
  const words = (file) => new Map(Array.from(readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.]+)': (.*),$/gm), ([, key, text]) => [key, text]));
  const known = new Set();
  for (const file of files('i18n', '.js').filter((one) => /\/vi[^/]*\.js$/.test(one))) {
    const vi = words(file);
    const en = words(file.replace(/\/vi([^/]*)\.js$/, '/en$1.js'));
    assert.deepEqual(
      [...vi.keys()].filter((key) => !en.has(key)),
      [],
      `missing in English, ${name(file)}`,
    );
    assert.deepEqual(
      [...en.keys()].filter((key) => !vi.has(key)),
      [],
      `missing in Vietnamese, ${name(file)}`,
    );
    for (const key of vi.keys()) known.add(key);
  }
  for (const file of sources) {
    for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)) assert.ok(known.has(key), `${key} in ${name(file)}`);
  }
});

test('the vendor folder holds exactly what its lock says', () => {
  const lock = JSON.parse(readFileSync(join(PWA, 'vendor/VENDOR.json'), 'utf8'));
  const wanted = Object.assign({}, ...lock.map((one) => one.files));
  const present = files('vendor', '')
    .map((file) => relative(join(PWA, 'vendor'), file))
    .filter((file) => file !== 'VENDOR.json');
  assert.deepEqual(present.sort(), Object.keys(wanted).sort());
  for (const [file, hash] of Object.entries(wanted)) {
    assert.equal(
      createHash('sha256')
        .update(readFileSync(join(PWA, 'vendor', file)))
        .digest('hex'),
      hash,
      file,
    );
  }
});

test('the first load stays light', () => {
  const bytes = firstLoad().reduce((sum, part) => sum + part.bytes, 0);
  assert.ok(bytes <= LIMIT, `${bytes} bytes of ${LIMIT}`);
});
