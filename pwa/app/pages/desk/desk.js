// The officers' desk: queues on the left, the list in the middle, the case beside it; one at a time on a phone.
import { CaseList } from '../../components/desk/case-list.js';
import { ConflictDialog, HelpDialog, SignInAgain } from '../../components/desk/dialogs.js';
import { FilterBar } from '../../components/desk/filter-bar.js';
import { PickBar, UndoBar } from '../../components/desk/pick-bar.js';
import { SideBar } from '../../components/desk/side-bar.js';
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Waiting } from '../../components/states.js';
import { online, sayProblem } from '../../lib/api.js';
import { h, html, useCallback, useEffect, useRef, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { go } from '../../lib/router.js';
import { can, signIn, useAccount } from '../../lib/session.js';
import { useWholeStage } from '../../lib/stage.js';
import { catalogue, config, hamlets, keep } from '../../lib/store.js';
import { addressOf, closeCase, isWide, openCase, readAddress, readCase, writeAddress } from './address.js';
import { Bulk, bulkAct, makeRound, openBulk, undoLast } from './bulk.js';
import { CasePane } from './case-pane.js';
import { compose, composer, conflict, putAway, settle } from './change.js';
import { DeskMap } from './desk-map.js';
import { keyWords, useKeys } from './keys.js';
import { isLive, listen, others, usePresence } from './live.js';
import { movesOf } from './moves.js';
import { drop, lastAct, picks, range, toggle } from './picks.js';
import { fetchSaved, filterOf, isShown, SavedSheet, saved } from './saved.js';
import { chosen, counts, details, filter, list, locked, poll, prepare, refill, reminders, setFilter, showFresh, showMore, units } from './shelf.js';

const POLL_MS = 4000;
const LIVE_POLL_MS = 60_000; // deadlines pass without anybody's doing
const SEARCH_MS = 250;
/** A queue as it is, nothing narrowed. */
const WIDE = { q: '', status: '', category: '', hamlet_id: '', unit_id: '', punctuality: '', handed_over: '' };
/** Queue, icon, tone, and the letter after g. @type {[Desk.Queue, string, string, string][]} */
const QUEUES = [
  ['reopened', 'reopen', 'hot', 'l'],
  ['new', 'inbox', '', 'n'],
  ['due_soon', 'clock', 'warm', 'h'],
  ['overdue', 'clock-alert', 'hot', 'q'],
  ['need_info', 'question', '', 'b'],
  ['mine', 'check', '', 'm'],
  ['open', 'list', '', 'd'],
  ['all', 'layers', '', 't'],
];

export default function Desk() {
  const { who, asking } = useAccount();
  if (asking) return h(PageFrame, { title: t('desk.title') }, h(Waiting, { lines: 3 }));
  if (!who)
    return h(
      PageFrame,
      { title: t('desk.title') },
      h(
        EmptyState,
        { icon: 'key', title: t('today.sign_in'), text: t('today.sign_in_hint') },
        html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
      ),
    );
  return h(Bench, { who });
}

/** @param {{ who: App.Account }} props */
function Bench({ who }) {
  const [mapped, setMapped] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef(/** @type {HTMLInputElement | null} */ (null));
  const scroller = useRef(/** @type {HTMLDivElement | null} */ (null));
  useWholeStage();
  useStart(scroller);
  usePresence();
  useShortcuts({ search, toggleMap: () => setMapped(!mapped), showHelp: () => setHelp(true) });
  const unlock = async (/** @type {string} */ login, /** @type {string} */ password) => {
    try {
      await signIn(login, password);
      locked.value = false;
      if (list.value.state !== 'ready') refill();
      return '';
    } catch (error) {
      return sayProblem(error);
    }
  };
  return html`<a class="skip" href="#main">${t('frame.skip')}</a>
    <div class=${`desk ${chosen.value ? 'has-case' : ''} ${mapped ? 'mapped' : ''}`}>
      ${h(Side, { who })}
      <main id="main" tabindex="-1">
        ${h(ListZone, { mapped, search, scroller, onMap: () => setMapped(!mapped) })}
        ${h(CasePane, { onHelp: () => setHelp(true) })}
      </main></div>
    ${conflict.value && h(ConflictDialog, { open: conflict.value, onAgain: () => settle(true), onDrop: () => settle(false) })}
    ${locked.value && h(SignInAgain, { login: who.login, onSignIn: unlock })}
    ${bulkAct.value && h(Bulk, { act: bulkAct.value })}
    ${help && h(HelpDialog, { keys: keyWords(), onClose: () => setHelp(false) })}`;
}

/** @param {{ who: App.Account }} props */
function Side({ who }) {
  const waiting = /** @type {Record<string, number> | null} */ (counts.value);
  const apart = /** @type {typeof QUEUES} */ (can('triage_complaints') ? [['restricted', 'lock', '', '']] : []);
  const places = [...QUEUES, ...apart].map(([queue, icon, tone]) => ({
    href: `/ban-lam-viec?hang=${queue}`,
    icon,
    label: t(`queues.${queue}`),
    current: filter.value.queue === queue && !saved.value.some(isShown),
    count: waiting?.[queue],
    tone: /** @type {'warm' | 'hot' | ''} */ (tone),
    onOpen: () => turnTo({ queue }),
  }));
  const kept = saved.value.map((one) => ({
    href: `/ban-lam-viec?${new URLSearchParams({ hang: filterOf(one).queue })}#${one.id}`,
    icon: one.is_shared ? 'users' : 'filter',
    label: one.name,
    current: isShown(one),
    count: one.count,
    onOpen: () => turnTo(filterOf(one)),
  }));
  const manages = who.permissions.some((one) => ['manage_accounts', 'manage_places', 'manage_catalogue', 'manage_privacy'].includes(one));
  const others = [
    { href: '/viec', icon: 'clock', label: t('notice.title'), current: false, count: reminders.value },
    ...(who.permissions.includes('record_complaints') ? [{ href: '/ban-lam-viec/ghi', icon: 'phone', label: t('intake.title'), current: false }] : []),
    { href: '/ban-lam-viec/so-phan-anh', icon: 'list', label: t('register.short'), current: false },
    { href: '/ban-lam-viec/thong-ke', icon: 'chart', label: t('desk.statistics'), current: false },
    { href: '/so-sach', icon: 'bin', label: t('today.books'), current: false },
    ...(manages ? [{ href: '/quan-ly', icon: 'settings', label: t('admin.title'), current: false }] : []),
  ];
  return h(SideBar, {
    commune: config.value?.commune.name ?? t('frame.name'),
    label: t('desk.queues'),
    places: [...places, ...kept],
    others,
    who,
    demo: config.value?.demo,
  });
}

/** @param {Partial<Desk.Filter>} wish */
function turnTo(wish) {
  setFilter(wish);
  if (!isWide()) chosen.value = '';
  writeAddress();
}

/** @param {{ mapped: boolean, search: any, scroller: any, onMap: () => void }} props */
function ListZone({ mapped, search, scroller, onMap }) {
  const clock = useRef(0);
  const [naming, setNaming] = useState(false);
  const count = Object.keys(picks.value).length;
  const narrowed = Object.keys(WIDE).some((name) => filter.value[/** @type {keyof Desk.Filter} */ (name)]);
  const change = (/** @type {Partial<Desk.Filter>} */ part) => {
    setFilter(part);
    writeAddress();
    scroller.current?.scrollTo(0, 0);
  };
  const searchFor = (/** @type {string} */ q) => {
    clearTimeout(clock.current);
    clock.current = setTimeout(() => change({ q: q.trim() }), SEARCH_MS);
  };
  const clear = () => change(WIDE);
  const readFresh = () => {
    showFresh();
    scroller.current?.scrollTo({ top: 0, behavior: 'smooth' });
  };
  return html`<section class="desk-list" aria-label=${t(`queues.${filter.value.queue}`)}>
    <div class="desk-list-head"><div class="line"><h1 class="grow">${t(`queues.${filter.value.queue}`)}</h1>${!online.value && html`<span class="chip amber" role="status">${h(Icon, { name: 'wifi-off' })}${t('frame.offline')}</span>`}${narrowed && html`<button class="desk-link" type="button" onClick=${clear}>${h(Icon, { name: 'close' })}${t('desk.clear')}</button>`}<button class="chip" type="button" onClick=${() => setNaming(true)}>${h(Icon, { name: 'save' })}${t('saved.open')}</button><button class="chip" type="button" aria-pressed=${String(mapped)} onClick=${onMap}>${h(Icon, { name: 'map' })}${t('desk.map')}<kbd aria-hidden="true">M</kbd></button></div>
      ${h(FilterBar, { filter: filter.value, catalogue: /** @type {any} */ (catalogue.value), hamlets: hamlets.value, units: units.value, onChange: change, onSearch: searchFor, searchRef: search })}</div>
    ${h(PickBar, { count, mayTriage: can('triage_complaints'), onAct: openBulk, onRound: makeRound, onDrop: drop })}
    ${lastAct.value && !count && h(UndoBar, { words: lastAct.value.words, onUndo: undoLast, onClose: () => (lastAct.value = null) })}
    ${naming && h(SavedSheet, { onClose: () => setNaming(false) })}
    <div class="desk-fresh" role="status">${list.value.fresh > 0 && html`<button class="button small" type="button" onClick=${readFresh}>${t('desk.fresh', { n: list.value.fresh })}</button>`}</div>
    ${mapped ? h(DeskMap, {}) : html`<div class="desk-scroll" ref=${scroller}>${h(CaseList, { list: list.value, chosen: chosen.value, queue: filter.value.queue, narrowed, picks: picks.value, others: others.value, onPick: (id, far) => (far ? range : toggle)(id), addressOf, onOpen: openCase, onMore: showMore, onRetry: refill, onClear: clear })}</div>`}
  </section>`;
}

/** Everything that begins with the page, and the quiet asking while somebody looks. @param {any} scroller */
function useStart(scroller) {
  useEffect(() => {
    readAddress();
    keep('config', 'catalogue', 'hamlets', 'outline');
    prepare();
    refill();
    addEventListener('popstate', readCase);
    let busy = false;
    const beat = async () => {
      if (busy || document.visibilityState !== 'visible') return;
      busy = true;
      await poll(Math.max(scroller.current?.scrollTop ?? 0, scrollY) > 40);
      busy = false;
    };
    fetchSaved();
    const hang = listen(() => beat().then(fetchSaved));
    let asked = Date.now();
    const clock = setInterval(() => {
      if (isLive.value && Date.now() - asked < LIVE_POLL_MS) return;
      asked = Date.now();
      beat();
    }, POLL_MS);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(clock);
      hang();
      document.removeEventListener('visibilitychange', beat);
      removeEventListener('popstate', readCase);
      putAway();
    };
  }, []);
}

/** Acts on all picked cases, by key. @type {Record<string, string>} */
const BULK = { a: 'assign', r: 'reply', c: 'close' };

/** @param {{ search: any, toggleMap: () => void, showHelp: () => void }} can */
function useShortcuts({ search, toggleMap, showHelp }) {
  const stood = useRef(0);
  const step = useCallback((/** @type {number} */ by) => {
    const { items } = list.value;
    const here = document.activeElement?.closest?.('.desk-row');
    const id = !isWide() && here instanceof HTMLElement ? here.dataset.id : chosen.value;
    const at = items.findIndex((one) => one.id === id);
    const next = items[Math.min(items.length - 1, at < 0 ? (id ? stood.current : 0) : Math.max(0, at + by))];
    if (!next || next.id === id) return;
    stood.current = items.indexOf(next);
    if (composer.value) putAway();
    if (isWide()) openCase(next.id);
    const row = /** @type {HTMLElement | null} */ (document.querySelector(`.desk-row[data-id="${next.id}"]`));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    if (next === items.at(-1)) showMore();
  }, []);
  const act = (/** @type {string} */ key) => () => {
    if (Object.keys(picks.value).length && BULK[key]) return openBulk(BULK[key]);
    const one = details.value[chosen.value];
    const move = one && !composer.value && movesOf(one).find((each) => each.key === key);
    if (move) compose(one.id, move.kind);
  };
  const enter = () => {
    const row = /** @type {HTMLElement | null} */ (document.activeElement?.closest('.desk-row') ?? null);
    if (row?.dataset.id && row.dataset.id !== chosen.value) openCase(row.dataset.id);
    setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector('.desk-case-body'))?.focus(), 0);
  };
  const away = () => {
    if (document.activeElement === search.current) return search.current?.blur();
    if (composer.value) return putAway();
    if (Object.keys(picks.value).length) return drop();
    const row = /** @type {HTMLElement | null} */ (document.querySelector('.desk-row[aria-current]'));
    if (isWide()) row?.focus();
    else if (chosen.value) closeCase();
  };
  const moves = Object.fromEntries(['a', 'q', 'v', 'p', 'e', 'r', 'c', 'w', 'n', 't'].map((key) => [key, act(key)]));
  const here = () => /** @type {HTMLElement | null} */ (document.activeElement?.closest('li')?.querySelector('.desk-row') ?? null)?.dataset.id || chosen.value;
  const turn = (/** @type {Partial<Desk.Filter>} */ wish) => () => {
    stood.current = 0; // another list is read from its first row
    turnTo(wish);
  };
  const goes = Object.fromEntries(QUEUES.map(([queue, , , key]) => [`g ${key}`, turn({ queue })]));
  const keptGoes = Object.fromEntries(saved.value.slice(0, 9).map((one, at) => [`g ${at + 1}`, turn(filterOf(one))]));
  useKeys({
    ...moves,
    ...goes,
    ...keptGoes,
    o: enter,
    x: () => here() && toggle(here()),
    X: () => here() && range(here()),
    u: undoLast,
    j: () => step(1),
    k: () => step(-1),
    Enter: enter,
    Escape: away,
    '/': () => search.current?.select(),
    '?': showHelp,
    m: toggleMap,
    ...(can('record_complaints') && { i: () => go('/ban-lam-viec/ghi') }),
  });
}
