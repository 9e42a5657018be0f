// The frame of every page: top bar, offline chip, bottom bar of four, and a foot for the one main action.
import { online } from '../lib/api.js';
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { look, setLook } from '../lib/look.js';
import { back } from '../lib/router.js';
import { account, config, letters } from '../lib/store.js';
import { Icon } from './icon.js';

/**
 * @param {{ title: string, home?: boolean, backTo?: string, onBack?: () => void, ownHeading?: boolean, aside?: any, foot?: any, children?: any }} props
 * ownHeading: the page brings its own h1. foot: the main action, takes the place of the bottom bar.
 */
export function PageFrame({ title, home, backTo = '/', onBack, ownHeading, aside, foot, children }) {
  useEffect(() => {
    document.title = `${title} – ${commune()}`;
  }, [title, config.value]);
  const name = ownHeading ? html`<b class="grow num">${title}</b>` : html`<h1 class="grow">${title}</h1>`;
  return html`
    <a class="skip" href="#main">${t('frame.skip')}</a>
    <header class="top">
      ${home ? h(Brand, {}) : html`<button class="icon-button" type="button" aria-label=${t('frame.back')} onClick=${onBack ?? (() => back(backTo))}>${h(Icon, { name: 'back' })}</button>${name}`}
      ${online.value ? aside : h(OfflineChip, {})}
    </header>
    ${config.value?.demo && html`<aside class="ribbon">${t('frame.demo')}</aside>`}
    <main id="main" tabindex="-1">${children}</main>
    ${foot ? html`<div class="foot">${foot}</div>` : h(BottomBar, {})}`;
}

const commune = () => config.value?.commune.name ?? t('frame.name');

function Brand() {
  return html`<a class="brand" href="/"><span class="mark">${h(Icon, { name: 'leaf' })}</span><span class="grow"><b>${commune()}</b>${config.value && html`<small>${config.value.commune.parent}</small>`}</span></a>`;
}

function OfflineChip() {
  return html`<span class="chip amber" role="status">${h(Icon, { name: 'wifi-off' })}${t('frame.offline')}</span>`;
}

/** The switch on the home page. */
export function LargeText() {
  const on = Boolean(look.value.large);
  return html`<button class="chip" type="button" aria-pressed=${String(on)} onClick=${() => setLook({ large: !on })}>${t(on ? 'frame.smaller' : 'frame.larger')}</button>`;
}

function BottomBar() {
  const waiting = letters.value.filter((one) => one.state === 'waiting' || one.state === 'sending').length;
  const last = account.value ? ['/viec', 'today', t('frame.today')] : ['/thon', 'users', t('frame.hamlet')];
  const items = [['/', 'home', t('frame.home')], ['/gui', 'camera', t('frame.report')], ['/theo-doi', 'search', t('frame.track')], last];
  return html`<nav class="bar" aria-label=${t('frame.pages')}>${items.map(([path, icon, word]) => {
    const here = `${location.pathname}/`.startsWith(path === '/' ? '//' : `${path}/`);
    const note = path === '/theo-doi' && waiting > 0 && html`<span class="sr">${t('frame.waiting', { n: waiting })}</span>`;
    return html`<a href=${path} aria-current=${here ? 'page' : undefined}>${h(Icon, { name: icon })}${word}${note && ` · ${waiting}`}${note}</a>`;
  })}</nav>`;
}
