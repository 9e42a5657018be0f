// The service worker and new versions: silent while nothing has been touched, else the person is asked.

let touched = false;
let reloading = false;

/** @param {(install: () => void) => void} onNew called when a new version waits and the person has begun something */
export function startUpdates(onNew) {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => (touched = true), { once: true, capture: true });
  const hadOne = Boolean(worker.controller);
  worker.addEventListener('controllerchange', () => {
    if (!hadOne || reloading) return;
    reloading = true;
    location.reload();
  });
  const offer = (/** @type {ServiceWorker} */ fresh) => {
    const install = () => fresh.postMessage('skip-waiting');
    if (touched) onNew(install);
    else install();
  };
  worker
    .register('/sw.js')
    .then((registration) => watch(registration, offer))
    .catch(() => {});
}

/** @param {ServiceWorkerRegistration} registration @param {(fresh: ServiceWorker) => void} offer */
function watch(registration, offer) {
  const follow = (/** @type {ServiceWorker | null} */ fresh) =>
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && navigator.serviceWorker.controller) offer(fresh);
    });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  follow(registration.installing); // found before the page was ready to hear of it
  registration.addEventListener('updatefound', () => follow(registration.installing));
  if (navigator.serviceWorker.controller) registration.update().catch(() => {}); // the browser's own look may wait long
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && registration.update().catch(() => {}));
}
