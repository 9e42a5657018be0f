// The commune's messages above every page, within their time; kept on the phone, so that they stand without a network too.
import { SiteMessage } from './components/site-message.js';
import { get } from './lib/api.js';
import { h, html, render, signal, useEffect } from './lib/html.js';
import { dress, shown } from './lib/router.js';
import { account } from './lib/store.js';

/** @typedef {{ id: string, text: string, tone: string, audience: string, starts_at: string, ends_at: string }} Message */
const KEPT = 'site';
const PAUSE = 5 * 60_000;
const STAFF = /^\/(ban-lam-viec|quan-ly|viec)(\/|$)/;
const now = signal(Date.now());
const messages = signal(/** @type {Message[]} */ (JSON.parse(localStorage.getItem(KEPT) || '[]')));

async function refresh() {
  now.value = Date.now();
  const { items } = await get('/api/site-messages').catch(() => ({ items: null }));
  if (!items) return;
  messages.value = items;
  if (items.length) localStorage.setItem(KEPT, JSON.stringify(items));
  else localStorage.removeItem(KEPT);
}

/** @param {Message} one @param {boolean} onStaffPage */
const fits = (one, onStaffPage) =>
  Date.parse(one.starts_at) <= now.value &&
  Date.parse(one.ends_at) > now.value &&
  (one.audience === 'all' || (one.audience === 'staff' ? onStaffPage && account.value : !onStaffPage));

function Banner() {
  const onStaffPage = STAFF.test(shown.value?.path ?? location.pathname);
  const standing = messages.value.filter((one) => fits(one, onStaffPage));
  useEffect(() => {
    if (standing.length) dress('/styles/site.css');
  }, [standing.length]);
  return html`${standing.map((one) => h(SiteMessage, { key: one.id, ...one }))}`;
}

const box = Object.assign(document.createElement('div'), { className: 'site-messages' });
box.setAttribute('role', 'status');
document.body.prepend(box);
render(h(Banner, {}), box);
refresh();
setInterval(() => document.hidden || refresh(), PAUSE);
