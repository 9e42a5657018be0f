// The first page: one question, one button, then what concerns this person.
import { Icon } from '../components/icon.js';
import { LargeText, PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { needWords, t } from '../lib/i18n.js';
import { config, letters } from '../lib/store.js';
import { firm } from '../lib/text.js';

export default function Home() {
  const hotline = config.value?.commune.hotline;
  return h(
    PageFrame,
    { title: t('frame.home'), home: true, aside: h(LargeText, {}) },
    html`<section class="hero"><h1>${t('home.question')} ${t('home.answer')}</h1><p>${t('home.promise')}</p><a class="button" href="/gui">${h(Icon, { name: 'camera' })}${t('frame.report')}</a></section>`,
    h(Mine, {}),
    h(Around, {}),
    hotline &&
      html`<a class="button quiet" href=${`tel:${hotline.replace(/[^\d+]/g, '')}`}>${h(Icon, { name: 'phone' })}<span>${t('home.call')}<br />${firm(hotline)}</span></a>`,
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

/** Collection today, this weekend, the map; what concerns this person's own place comes after the first drawing. */
function Around() {
  const [{ collection, weekend, cases }, setData] = useState(
    /** @type {Awaited<ReturnType<typeof import('../lib/around.js').around>>} */ ({ collection: null, weekend: null, cases: '' }),
  );
  const sent = letters.value.filter((one) => one.receipt).length;
  useEffect(() => {
    const stop = new AbortController();
    import('../lib/around.js')
      .then(({ around }) => around(stop.signal))
      .then((found) => stop.signal.aborted || setData(found))
      .catch(() => {});
    return () => stop.abort();
  }, [sent]);
  return html`<ul class="card rows">
    ${collection && h(Row, { icon: 'bin', ...collection })}
    ${h(Row, { icon: collection ? 'search' : 'bin', href: '/diem-tap-ket', title: t('home.points'), text: t('home.points_hint') })}
    ${h(Row, { icon: 'leaf', ...(weekend ?? { href: '/cuoi-tuan', title: t('home.weekend'), text: t('home.weekend_hint') }) })}
    ${h(Row, { href: '/ban-do', icon: 'map', title: t('home.map'), text: cases || t('home.map_hint') })}
    ${h(Row, { href: '/thong-tin', icon: 'leaf', title: t('home.more') })}
  </ul>`;
}
