// Posters on A4 with a QR code: chosen, filled in, printed.
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { get } from '../../lib/api.js';
import { weekWords } from '../../lib/collection-week.js';
import { dayOf, shortDay, weekendOf } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useAccount } from '../../lib/session.js';
import { config, keep } from '../../lib/store.js';

const KINDS = ['report', 'guide', 'point', 'weekend'];
/** @type {Record<string, string>} */
const PAGES = { report: '/gui', guide: '/phan-loai', weekend: '/cuoi-tuan' };

export default function Posters() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('poster.book'), who, asking, may: 'manage_outreach' }, h(Maker, {}));
}

/** @typedef {{ kind: string, point: string, title: string, lines: string, call: string }} Poster */

function Maker() {
  useEffect(() => void keep('config'), []);
  const { data } = useLoad((signal) => get('/api/collection-points', { signal }), []);
  const points = /** @type {App.CollectionPoint[]} */ ((data ?? []).filter((/** @type {App.CollectionPoint} */ one) => one.state === 'open'));
  const [poster, setPoster] = useState(() => filled('report'));
  const set = (/** @type {Partial<Poster>} */ part) => setPoster({ ...poster, ...part });
  const choose = (/** @type {string} */ kind) => setPoster(filled(kind, points[0]));
  const options = KINDS.filter((kind) => kind !== 'point' || points.length).map((value) => ({ value, label: t(`poster.kind_${value}`) }));
  return html`<div class="telling-two"><section class="stack-16 no-print">
      <p class="small">${t('poster.hint')}</p>
      ${h(Field, { label: t('poster.kind'), value: poster.kind, options, onInput: choose })}
      ${
        poster.kind === 'point' &&
        h(Field, {
          label: t('poster.point'),
          value: poster.point,
          options: points.map((one) => ({ value: one.id, label: one.name })),
          onInput: (id) =>
            setPoster(
              filled(
                'point',
                points.find((one) => one.id === id),
              ),
            ),
        })
      }
      ${h(Field, { label: t('poster.title'), value: poster.title, max: 60, onInput: (title) => set({ title }) })}
      ${h(Field, { label: t('poster.lines'), value: poster.lines, max: 400, multiline: true, onInput: (lines) => set({ lines }), input: { rows: 6 } })}
      ${h(Field, { label: t('poster.call'), value: poster.call, max: 80, onInput: (call) => set({ call }) })}
      <button class="button" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('poster.print')}</button></section>
    ${h(Sheet, { poster })}</div>`;
}

/** The first words of a kind. @param {string} kind @param {App.CollectionPoint} [point] @returns {Poster} */
function filled(kind, point) {
  const [saturday, sunday] = weekendOf(dayOf());
  const values = {
    name: point?.name ?? '',
    when: point ? weekWords(point.schedule, (day) => t(`collect.day_${day}`)) : '',
    saturday: shortDay(saturday),
    sunday: shortDay(sunday),
  };
  return {
    kind,
    point: point?.id ?? '',
    title: kind === 'point' && point ? point.name : t(`poster.title_${kind}`),
    lines: t(`poster.lines_${kind}`, values),
    call: t(`poster.call_${kind}`),
  };
}

/** @param {{ poster: Poster }} props */
function Sheet({ poster }) {
  const path = poster.kind === 'point' ? `/diem-tap-ket/${poster.point}` : PAGES[poster.kind];
  const commune = config.value?.commune;
  return html`<figure class="poster" aria-label=${t('poster.preview')}><div>
    <header class="poster-head"><p>${commune?.name}</p><h2>${poster.title}</h2></header>
    <div class="poster-lines">${poster.lines}</div>
    <footer class="poster-foot"><img src=${`/api/outreach/qr.svg?path=${encodeURIComponent(path)}`} alt=${t('poster.qr')} /><p><b>${poster.call}</b>${location.host}${path.length < 30 ? path : ''}${commune?.hotline && html`<br />${t('poster.hotline', { phone: commune.hotline.replaceAll(' ', '\u00a0') })}`}</p></footer>
  </div></figure>`;
}
