// The service worker. The server puts one line before this: const BUILD = { hash, files }.
/* global BUILD */

const SHELL = `shell-${BUILD.hash}`;
const LAST_KNOWN = 'last-known';
const MEDIA = 'media';
const MEDIA_LIMIT = 60;
const READS_LIMIT = 80;
const FIRST_READS = ['config', 'catalogue', 'hamlets', 'outline', 'collection-points', 'guide'];
const NOT_KEPT = /\.d\.ts$|LICENSE$|VENDOR\.json$/;
/** Public reads that may be shown from memory when there is no network. Nothing of staff, sessions or tracking. */
const READS = /^\/api\/(config|catalogue|hamlets|outline|collection-points|complaints|cleanups|guide|news|quiz|contests|prices)(\/|$)/;

addEventListener('install', (event) => event.waitUntil(fillShell()));
addEventListener('activate', (event) => event.waitUntil(dropOld()));
addEventListener('message', (event) => event.data === 'skip-waiting' && self.skipWaiting());
addEventListener('sync', (event) => event.tag === 'outbox' && event.waitUntil(wakePages()));
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate') return isPage(url) && event.respondWith(fromShell('/', event.request));
  if (READS.test(url.pathname)) return event.respondWith(networkFirst(event.request));
  if (url.pathname.startsWith('/media/')) return event.respondWith(mediaFirst(event.request));
  if (BUILD.files.includes(url.pathname)) event.respondWith(fromShell(url.pathname, event.request));
});

/** All or nothing: a missing file leaves the old version in charge. */
async function fillShell() {
  const cache = await caches.open(SHELL);
  const files = BUILD.files.filter((file) => !NOT_KEPT.test(file));
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache', headers: { Accept: file === '/' ? 'text/html' : '*/*' } })));
  await fillReads();
  if (!(await caches.keys()).some((name) => name.startsWith('shell-') && name !== SHELL)) await self.skipWaiting();
}

/** What a first report without a network needs to show; fetched now, because the page came before the worker. */
async function fillReads() {
  const cache = await caches.open(LAST_KNOWN);
  await Promise.allSettled(FIRST_READS.map((name) => cache.add(new Request(`/api/${name}`, { cache: 'no-cache' }))));
}

async function dropOld() {
  const old = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const isPage = (url) => !/^\/(api|media|metrics|docs)(\/|$)/.test(url.pathname);

async function fromShell(path, request) {
  return (await caches.match(path, { cacheName: SHELL })) ?? fetch(request); // opening it would make it anew
}

/** Our own JSON, and not what the server gives to one signed-in person only. */
const isKeepable = ({ status, headers }) =>
  status === 200 && /\bjson\b/.test(headers.get('Content-Type') ?? '') && !/no-store/.test(headers.get('Cache-Control') ?? '');

/** The server's word if it comes within 3 s, else the last one known. */
async function networkFirst(request) {
  const cache = await caches.open(LAST_KNOWN);
  const fresh = fetch(request).then(async (response) => {
    if (isKeepable(response)) await keep(cache, request, response.clone(), READS_LIMIT);
    return response;
  });
  const late = new Promise((done) => setTimeout(done, 3000));
  try {
    const quick = await Promise.race([fresh, late]);
    return quick ?? (await cache.match(request)) ?? (await fresh);
  } catch (error) {
    const known = await cache.match(request);
    if (known) return known;
    throw error;
  } finally {
    fresh.catch(() => {});
  }
}

/** Pictures that everybody may see. A picture that has not been approved is not left behind on the phone. */
async function mediaFirst(request) {
  const cache = await caches.open(MEDIA);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  const [kind, rule] = ['Content-Type', 'Cache-Control'].map((name) => response.headers.get(name) ?? '');
  if (response.status === 200 && /^image\//.test(kind) && !/private|no-store/.test(rule)) {
    await keep(cache, request, response.clone(), MEDIA_LIMIT);
  }
  return response;
}

/** Keeps an answer; the oldest ones make room. */
async function keep(cache, request, response, limit) {
  await cache.put(request, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - limit)).map((key) => cache.delete(key)));
}

/** An open page does the sending. With none open the letter waits for the next opening. */
async function wakePages() {
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage('outbox');
}
