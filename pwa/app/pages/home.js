// The first page: one question, one button, then what concerns this person.
import { Icon } from '../components/icon.js';
import { LargeText, PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { get } from '../lib/api.js';
import { dayOf, weekendOf } from '../lib/calendar.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { needWords, t } from '../lib/i18n.js';
import { config, letters } from '../lib/store.js';

export default function Home() {
  const hotline = config.value?.commune.hotline;
  return h(
    PageFrame,
    { title: t('frame.home'), home: true, aside: h(LargeText, {}) },
    html`<section class="hero"><h1>${t('home.question')} ${t('home.answer')}</h1><p>${t('home.promise')}</p><a class="button" href="/gui">${h(Icon, { name: 'camera' })}${t('frame.report')}</a></section>`,
    h(Mine, {}),
    h(Around, {}),
    hotline &&
      html`<a class="button quiet" href=${`tel:${hotline.replace(/[^\d+]/g, '')}`}>${h(Icon, { name: 'phone' })}<span>${t('home.call')}<br />${hotline}</span></a>`,
    html`<p class="small center">${t('home.urgent')}</p><a class="button text" href="/tai-khoan">${t('home.settings')}</a>`,
  );
}

/** What this phone wrote: fetched only when there is something to show. */
function Mine() {
  const [Letters, setLetters] = useState(/** @type {any} */ (null));
  const any = letters.value.length > 0;
  useEffect(() => {
    if (any) Promise.all([import('../components/my-letters.js'), needWords('pages')]).then(([module]) => setLetters(() => module.MyLetters));
  }, [any]);
  return Letters && any && h(Letters, { letters: letters.value });
}

/** Collection today, this weekend, the map. */
function Around() {
  const [data, setData] = useState(/** @type {Awaited<ReturnType<typeof around>> | null} */ (null));
  useEffect(() => {
    const stop = new AbortController();
    around(stop.signal).then((found) => stop.signal.aborted || setData(found));
    return () => stop.abort();
  }, []);
  return html`<ul class="card rows">
    ${h(Row, { href: '/diem-tap-ket', icon: 'bin', title: data?.collection || t('home.points'), text: data?.collection ? data.point : t('home.points_hint') })}
    ${h(Row, { href: '/cuoi-tuan', icon: 'leaf', title: data?.held ? t('home.weekend_now', { n: data.held }) : t('home.weekend'), text: t('home.weekend_hint') })}
    ${h(Row, { href: '/ban-do', icon: 'map', title: t('home.map'), text: t('home.map_hint') })}
  </ul>`;
}

/** @param {AbortSignal} signal */
async function around(signal) {
  const [from, to] = weekendOf(dayOf());
  const hamlet = localStorage.getItem('hamlet');
  const [points, cleanups] = await Promise.all([
    hamlet ? get(`/api/collection-points?hamlet_id=${hamlet}`, { signal }).catch(() => null) : null,
    get(`/api/cleanups?from=${from}&to=${to}`, { signal }).catch(() => null),
  ]);
  const held = new Set(
    (cleanups?.items ?? []).filter((/** @type {App.Cleanup} */ one) => one.outcome === 'held').map((/** @type {App.Cleanup} */ one) => one.hamlet_id),
  ).size;
  return { held, ...(await next(points?.items ?? points ?? [])) };
}

/** The next collection at the points of my hamlet. @param {App.CollectionPoint[]} points */
async function next(points) {
  const open = points.filter((one) => one.state === 'open');
  if (!open.length) return { collection: '', point: '' };
  const { nextWords } = await import('../lib/schedule.js');
  return { collection: nextWords(open[0].schedule), point: open[0].name };
}
