// Starts everything: words, router, session, and what can wait: the outbox and new versions.
import { h, html, render, useEffect } from './lib/html.js';
import { needWords, t } from './lib/i18n.js';
import { shown, startRouter, turning } from './lib/router.js';
import { account, keep } from './lib/store.js';

const HOME = { path: '/', load: () => import('./pages/home.js') };

function App() {
  const now = shown.value;
  useEffect(() => {
    if (history.state?.depth) document.getElementById('main')?.focus({ preventScroll: true });
  }, [now?.path, now?.visit]);
  return html`${turning.value && html`<div class="turning"></div>`}${now && (now.failed ? h(Unreachable, {}) : h(now.Page, { ...now.params, key: `${now.path} ${now.visit}` }))}`;
}

function Unreachable() {
  return html`<main id="main" tabindex="-1"><h1>${t('frame.unreachable')}</h1><p>${t('frame.unreachable_hint')}</p>
    <button class="button" type="button" onClick=${() => location.reload()}>${t('state.retry')}</button><a class="button text" href="/">${t('frame.home')}</a></main>`;
}

async function start() {
  await needWords();
  await startRouter(HOME, async () => (await import('./routes.js')).routes);
  delete document.documentElement.dataset.blank;
  render(h(App, {}), /** @type {HTMLElement} */ (document.getElementById('app')));
  keep('config');
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}

/** A phone that never wrote a letter need not fetch the outbox to look at the first page. */
async function later() {
  if (account.value) import('./lib/session.js').then(({ loadSession }) => loadSession()).catch(() => {});
  const stores = await indexedDB.databases?.().catch(() => null);
  if (!stores || stores.some((one) => one.name === 'xa-xanh')) import('./post-office.js');
  setTimeout(() => import('./site-banner.js'), localStorage.getItem('site') ? 0 : 2500);
  import('./lib/update.js').then(({ startUpdates }) => startUpdates(offer));
  navigator.serviceWorker?.ready.then(() => setTimeout(() => import('./lib/ahead.js').then(({ fetchAhead }) => fetchAhead()), 4000));
}

/** @param {() => void} install */
async function offer(install) {
  const { toast } = await import('./components/toast.js');
  if ((await toast(t('update.ready'), { action: t('update.take'), seconds: 60 })) === 'action') install();
}

start();
