// The frame of the staff's books: the dark bar with all of them on a wide screen, and the sign-in where nobody is.
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { can } from '../lib/session.js';
import { useWholeStage } from '../lib/stage.js';
import { config, keep } from '../lib/store.js';
import { forStaff } from '../lib/ways.js';
import { SideBar } from './desk/side-bar.js';
import { PageFrame } from './page-frame.js';
import { EmptyState, Waiting } from './states.js';

/**
 * @param {{ title: string, who: App.Account | null, asking: boolean, may?: string, children?: any }} props
 * who, asking: from useAccount(). may: the permission without which the page says whose it is.
 */
export function OfficeFrame({ title, who, asking, may, children }) {
  if (asking) return h(PageFrame, { title }, h(Waiting, { lines: 3 }));
  if (who && (!may || can(may))) return h(Office, { title, who }, children);
  return h(
    PageFrame,
    { title },
    h(
      EmptyState,
      { icon: 'key', title: t(who ? 'admin.not_yours' : 'today.sign_in'), text: t(who ? 'admin.not_yours_hint' : 'today.sign_in_hint') },
      !who && html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
    ),
  );
}

/** @param {{ title: string, who: App.Account, children?: any }} props */
function Office({ title, who, children }) {
  useWholeStage();
  useEffect(() => void keep('config', 'hamlets', 'outline'), []);
  useEffect(() => {
    document.title = [title, config.value?.commune.name].filter(Boolean).join(' – ');
  }, [title, config.value]);
  const { pathname } = location;
  const places = forStaff
    .flatMap(({ ways }) => ways)
    .filter(({ may }) => !may || can(may))
    .map(({ href, icon, word }) => ({ href, icon, label: t(word), current: pathname === href || pathname.startsWith(`${href}/`) }));
  const others = [
    { href: '/so-sach', icon: 'list', label: t('ways.books_short'), current: pathname === '/so-sach' },
    { href: '/viec', icon: 'today', label: t('frame.today'), current: false },
  ];
  return html`<a class="skip" href="#main">${t('frame.skip')}</a>
    <div class="desk admin books">${h(SideBar, { commune: config.value?.commune.name ?? t('frame.name'), label: t('ways.books'), places, others, who, demo: config.value?.demo })}
      <main id="main" tabindex="-1"><div class="desk-page"><h1>${title}</h1>${children}</div></main></div>`;
}
