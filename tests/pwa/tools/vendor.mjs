// Brings the few libraries we use into pwa/vendor: copied, made relative, hashed. Run: npm run vendor
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { transformSync } from 'esbuild';

const VENDOR = new URL('../../../pwa/vendor/', import.meta.url).pathname;
const LIBRARIES = [
  { folder: 'preact', npm: 'preact@11.2.0', files: { 'dist/preact.mjs': 'preact.js' }, types: { 'preact.d.ts': 'preact' } },
  { folder: 'hooks', npm: 'preact@11.2.0', files: { 'hooks/dist/hooks.mjs': 'hooks.js' }, types: { 'hooks.d.ts': 'preact/hooks' } },
  { folder: 'htm', npm: 'htm@3.1.1', files: { 'dist/htm.mjs': 'htm.js' }, types: { 'htm.d.ts': 'htm' } },
  { folder: 'signals', npm: '@preact/signals@2.11.4', files: { 'dist/signals.mjs': 'signals.js' }, types: { 'signals.d.ts': '@preact/signals' } },
  {
    folder: 'signals-core',
    npm: '@preact/signals-core@1.14.5',
    files: { 'dist/signals-core.mjs': 'signals-core.js' },
    types: { 'signals-core.d.ts': '@preact/signals-core' },
  },
  { folder: 'idb', npm: 'idb@8.0.4', files: { 'build/index.js': 'idb.js' }, types: { 'idb.d.ts': 'idb' } },
  { folder: 'uqr', npm: 'uqr@0.1.3', files: { 'dist/index.mjs': 'uqr.js' }, types: { 'uqr.d.ts': 'uqr' } },
  { folder: 'leaflet', npm: 'leaflet@1.9.4', files: { 'dist/leaflet.js': 'leaflet.js', 'dist/leaflet.css': 'leaflet.css' }, types: {} },
];
const PLACES = {
  preact: 'preact/preact.js',
  'preact/hooks': 'hooks/hooks.js',
  '@preact/signals-core': 'signals-core/signals-core.js',
};
const DEFAULT_EXPORT = new Set(['htm']);

/** Unpacks one package and answers where it lies and npm's own integrity word. */
function fetchPackage(name, scratch) {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', name, '--json', '--silent'], { cwd: scratch, encoding: 'utf8' }));
  const root = mkdtempSync(join(scratch, 'x-'));
  execFileSync('tar', ['xzf', join(scratch, packed.filename.replace('@', '').replace('/', '-')), '-C', root, '--strip', '1']);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { root, version: packed.version, integrity: packed.integrity, licence: manifest.license };
}

/** Bare imports become relative ones, source-map comments go, spelled-out code is minified. */
function prepare(text, target) {
  const relative = text.replace(/(from|import)\s*"([^".][^"]*)"/g, (_, word, bare) => {
    if (!PLACES[bare]) throw new Error(`no place for ${bare}`);
    const path = posix.relative(dirname(target), PLACES[bare]);
    return `${word}"${path.startsWith('.') ? path : `./${path}`}"`;
  });
  const bare = relative.replace(/\n?\/\/# sourceMappingURL=.*\s*$/g, '\n');
  const spelledOut = bare.split('\n').length > 100;
  if (!spelledOut) return bare;
  const loader = target.endsWith('.css') ? 'css' : 'js';
  return transformSync(bare, { loader, minify: true, legalComments: 'inline' }).code;
}

function write(path, text, hashes) {
  mkdirSync(dirname(join(VENDOR, path)), { recursive: true });
  writeFileSync(join(VENDOR, path), text);
  hashes[path] = createHash('sha256').update(text).digest('hex');
}

function vendorOne(library, scratch) {
  const { root, version, integrity, licence } = fetchPackage(library.npm, scratch);
  const files = {};
  for (const [source, name] of Object.entries(library.files)) {
    const target = `${library.folder}/${name}`;
    write(target, prepare(readFileSync(join(root, source), 'utf8'), target), files);
  }
  for (const [name, module] of Object.entries(library.types)) {
    const star = `export * from '${module}';\n`;
    write(`${library.folder}/${name}`, DEFAULT_EXPORT.has(module) ? `export { default } from '${module}';\n` : star, files);
  }
  write(`${library.folder}/LICENSE`, readFileSync(join(root, 'LICENSE'), 'utf8'), files);
  return { name: library.npm.replace(/@[^@]+$/, ''), version, licence, integrity, files };
}

const scratch = mkdtempSync(join(tmpdir(), 'vendor-'));
try {
  rmSync(VENDOR, { recursive: true, force: true });
  const lock = LIBRARIES.map((library) => vendorOne(library, scratch));
  writeFileSync(join(VENDOR, 'VENDOR.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(lock.map((one) => `${one.name} ${one.version}`).join('\n'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
