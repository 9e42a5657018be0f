// The log of communication: every act of telling people, summed up by month.
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull } from '../../lib/save.js';
import { hamlets, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

const KINDS = ['loudspeaker', 'meeting', 'conference', 'banner', 'leaflet', 'school', 'social', 'reportage', 'household', 'other'];
const YEARS = 4;

export default function Activities() {
  const thisYear = Number(dayOf().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  useEffect(() => void keep('hamlets'), []);
  const span = `from=${year}-01-01&to=${year}-12-31`;
  const years = Array.from({ length: YEARS }, (_, back) => thisYear - back);
  const head = (/** @type {Api.ActivityLog} */ log) =>
    html`<div class="line no-print"><select class="input guide-kind" aria-label=${t('activity.year')} onChange=${(/** @type {any} */ event) => setYear(Number(event.target.value))}>${years.map((one) => html`<option value=${one} selected=${one === year}>${t('activity.year_n', { n: one })}</option>`)}</select>
      <a class="button small quiet" href=${`/api/outreach/activities.xlsx?${span}`} download>${h(Icon, { name: 'download' })}${t('activity.export')}</a>
      <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('outreach.print')}</button></div>
    ${log.months.length > 0 && h(Months, { log })}`;
  return h(Register, {
    book: {
      title: t('activity.book'),
      hint: t('activity.hint'),
      add: t('activity.add'),
      may: 'manage_outreach',
      list: `/api/outreach/activities?${span}`,
      photos: true,
      rows: ({ items }) => items,
      head,
      columns: () => [
        { title: t('activity.title'), cell: (one) => (one.is_void ? html`<s>${one.title}</s>` : one.title) },
        { title: t('activity.day'), cell: (one) => shortDay(one.day) },
        { title: t('activity.kind'), cell: (one) => t(`activity.kind_${one.kind}`) },
        { title: t('activity.place'), cell: (one) => [one.place_words, one.hamlet_name].filter(Boolean).join(' · ') },
        {
          title: t('activity.reach'),
          num: true,
          cell: (one) => (one.reach === null ? '' : t(one.is_reach_counted ? 'activity.counted' : 'activity.about', { n: number(one.reach) })),
        },
        { title: t('outreach.photos'), num: true, cell: (one) => one.photos.length || '' },
      ],
      faded: (one) => one.is_void,
      fields: () => [
        { name: 'kind', label: t('activity.kind'), options: KINDS.map((one) => ({ value: one, label: t(`activity.kind_${one}`) })) },
        { name: 'title', label: t('activity.title'), max: 160 },
        { name: 'day', label: t('activity.day'), type: 'date' },
        {
          name: 'hamlet_id',
          label: t('activity.hamlet'),
          options: [{ value: '', label: t('activity.whole_commune') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))],
        },
        { name: 'place_words', label: t('activity.place'), max: 200, optional: true },
        { name: 'organiser', label: t('activity.organiser'), max: 120, optional: true },
        { name: 'reach', label: t('activity.reach'), hint: t('activity.reach_hint'), optional: true, input: { inputMode: 'numeric' } },
        { name: 'is_reach_counted', label: t('activity.is_counted'), check: true },
        { name: 'words', label: t('activity.words'), max: 2000, multiline: true, optional: true },
        { name: 'is_void', label: t('outreach.is_void'), check: true },
      ],
      fresh: () => ({
        id: uuid(),
        version: 0,
        kind: 'loudspeaker',
        title: '',
        day: dayOf(),
        hamlet_id: '',
        place_words: '',
        organiser: '',
        reach: '',
        is_reach_counted: false,
        words: '',
        is_void: false,
        photos: [],
      }),
      path: ({ id }) => `/api/outreach/activities/${id}`,
      form: (row) => ({ ...row, hamlet_id: row.hamlet_id ?? '', reach: row.reach ?? '' }),
      body: ({ kind, title, day, hamlet_id, place_words, organiser, reach, is_reach_counted, words, is_void }) => {
        const people = String(reach).replace(/[.\s]/g, '');
        return {
          kind,
          title,
          day,
          hamlet_id: orNull(hamlet_id),
          place_words,
          organiser,
          reach: people === '' ? null : Number(people),
          is_reach_counted,
          words,
          is_void,
        };
      },
    },
  });
}

/** @param {{ log: Api.ActivityLog }} props */
function Months({ log }) {
  const columns = [
    { title: t('activity.month'), cell: (/** @type {Api.ActivityMonth} */ one) => one.month.split('-').reverse().join('/') },
    { title: t('activity.count'), num: true, cell: (/** @type {Api.ActivityMonth} */ one) => number(one.activities) },
    { title: t('activity.reach'), num: true, cell: (/** @type {Api.ActivityMonth} */ one) => number(one.reach) },
    { title: t('activity.reach_counted'), num: true, cell: (/** @type {Api.ActivityMonth} */ one) => number(one.reach_counted) },
    {
      title: t('activity.kinds'),
      cell: (/** @type {Api.ActivityMonth} */ one) =>
        Object.entries(one.by_kind)
          .map(([kind, n]) => `${t(`activity.kind_${kind}`)} ${n}`)
          .join(', '),
    },
  ];
  return h(Table, { caption: t('activity.months'), columns, rows: log.months, keyOf: (one) => one.month });
}
