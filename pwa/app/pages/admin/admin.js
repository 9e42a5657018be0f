// The administrator's pages: accounts, units, hamlets, lists. Each part is shown to those who may change it.
import { SideBar } from '../../components/desk/side-bar.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Waiting } from '../../components/states.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { needWords, t } from '../../lib/i18n.js';
import { dress } from '../../lib/router.js';
import { can, useAccount } from '../../lib/session.js';
import { useWholeStage } from '../../lib/stage.js';
import { config, keep } from '../../lib/store.js';
import { Accounts } from './accounts.js';
import { Bodies } from './bodies.js';
import { Catalogue } from './catalogue.js';
import { Hamlets } from './hamlets.js';
import { Hub } from './hub.js';
import { Replies } from './replies.js';
import { Routing } from './routing.js';
import { Units } from './units.js';
import { WorkCalendar } from './work-calendar.js';

/**
 * A part that is fetched when it is first opened, with its words and its sheet.
 * @param {() => Promise<any>} load @param {string} bundle @param {string} name
 */
function later(load, bundle, name) {
  return function Later() {
    const [Page, setPage] = useState(/** @type {any} */ (null));
    useEffect(() => void Promise.all([load(), needWords(bundle), dress('/styles/redact.css')]).then(([module]) => setPage(() => module[name])), []);
    return Page ? h(Page, {}) : h(Waiting, { lines: 4 });
  };
}

/** @type {{ part: string, word: string, icon: string, permission: string, Page: () => any }[]} */
const PARTS = [
  { part: 'tai-khoan', word: 'admin.accounts', icon: 'user', permission: 'manage_accounts', Page: Accounts },
  { part: 'don-vi', word: 'admin.units', icon: 'building', permission: 'manage_accounts', Page: Units },
  { part: 'thon', word: 'admin.hamlets', icon: 'users', permission: 'manage_places', Page: Hamlets },
  {
    part: 'kiem-duyet',
    word: 'admin.moderation',
    icon: 'eye-off',
    permission: 'moderate_content',
    Page: later(() => import('./moderation.js'), 'moderation', 'Moderation'),
  },
  {
    part: 'du-lieu-ca-nhan',
    word: 'admin.privacy',
    icon: 'lock',
    permission: 'confirm_erasures',
    Page: later(() => import('./privacy.js'), 'privacy', 'Privacy'),
  },
  { part: 'danh-muc', word: 'admin.lists', icon: 'tag', permission: 'manage_catalogue', Page: Catalogue },
  { part: 'co-quan-ngoai', word: 'admin.bodies', icon: 'building', permission: 'manage_catalogue', Page: Bodies },
  { part: 'phan-tuyen', word: 'admin.routing', icon: 'route', permission: 'manage_catalogue', Page: Routing },
  { part: 'tra-loi-mau', word: 'replies.title', icon: 'message', permission: 'manage_catalogue', Page: Replies },
  { part: 'lich-lam-viec', word: 'admin.calendar', icon: 'calendar', permission: 'manage_catalogue', Page: WorkCalendar },
  { part: 'thong-bao', word: 'messages.title', icon: 'info', permission: 'manage_catalogue', Page: later(() => import('./messages.js'), 'config', 'Messages') },
  { part: 'vai-tro', word: 'roles.title', icon: 'key', permission: 'read_staff_pages', Page: later(() => import('./roles.js'), 'config', 'Roles') },
  {
    part: 'cau-hinh',
    word: 'config.title',
    icon: 'settings',
    permission: 'manage_accounts',
    Page: later(() => import('./configuration.js'), 'config', 'Configuration'),
  },
];

/** @param {{ part?: string }} params */
export default function Admin({ part = '' }) {
  const { who, asking } = useAccount();
  const mine = PARTS.filter((one) => can(one.permission));
  const hub = { part: '', word: 'admin.title', icon: 'list', permission: '', Page: () => h(Hub, { parts: mine }) };
  const open = mine.length ? (mine.find((one) => one.part === part) ?? hub) : null;
  if (asking) return h(PageFrame, { title: t('admin.title') }, h(Waiting, { lines: 3 }));
  if (!who || !open)
    return h(
      PageFrame,
      { title: t('admin.title') },
      h(
        EmptyState,
        { icon: 'key', title: t(who ? 'admin.not_yours' : 'today.sign_in'), text: t(who ? 'admin.not_yours_hint' : 'today.sign_in_hint') },
        !who && html`<a class="button" href="/dang-nhap?den=/quan-ly">${t('sign_in.do')}</a>`,
      ),
    );
  return h(Rooms, { who, mine, open });
}

/** @param {{ who: App.Account, mine: typeof PARTS, open: typeof PARTS[number] }} props */
function Rooms({ who, mine, open: { part, word, Page } }) {
  useWholeStage();
  useEffect(() => {
    keep('config', 'outline');
    document.title = [t(word), t('admin.title'), config.value?.commune.name].filter(Boolean).join(' – ');
  }, [part, config.value]);
  const places = [hubPlace(part), ...mine.map((one) => ({ href: `/quan-ly/${one.part}`, icon: one.icon, label: t(one.word), current: one.part === part }))];
  const others = [
    { href: '/ban-lam-viec', icon: 'inbox', label: t('desk.title'), current: false },
    { href: '/so-sach', icon: 'bin', label: t('today.books'), current: false },
    { href: '/viec', icon: 'today', label: t('frame.today'), current: false },
  ];
  return html`<a class="skip" href="#main">${t('frame.skip')}</a>
    <div class="desk admin">${h(SideBar, { commune: config.value?.commune.name ?? t('frame.name'), label: t('admin.title'), places, others, who, demo: config.value?.demo })}
      <main id="main" tabindex="-1">${h(Page, {})}</main></div>`;
}

/** @param {string} part */
const hubPlace = (part) => ({ href: '/quan-ly', icon: 'list', label: t('admin.title'), current: !part });
