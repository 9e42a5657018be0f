// Contests: rules, entries, results.
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { addDays, dayOf, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';
import { Entry, Register } from './register.js';

export default function Contests() {
  return h(Register, {
    book: {
      title: t('contest.book'),
      hint: t('contest.book_hint'),
      add: t('contest.add'),
      may: 'manage_outreach',
      list: '/api/outreach/contests',
      rows: ({ items }) => items,
      columns: () => [
        { title: t('contest.name'), cell: (one) => one.title },
        { title: t('contest.when'), cell: (one) => `${shortDay(one.starts_on)} – ${shortDay(one.ends_on)}` },
        { title: t('contest.entries'), num: true, cell: (one) => one.entries.filter((/** @type {Api.ContestEntryShape} */ each) => !each.is_void).length },
        { title: t('contest.state'), cell: (one) => t(`contest.state_${state(one)}`) },
      ],
      faded: (one) => one.is_draft,
      foot: (data, reload) => h(Entries, { items: data.items, reload }),
      fields: () => [
        { name: 'title', label: t('contest.name'), max: 160 },
        { name: 'rules_words', label: t('contest.rules'), max: 6000, multiline: true, input: { rows: 6 } },
        { name: 'entry_kinds', label: t('contest.entry_kinds'), hint: t('contest.entry_kinds_hint'), max: 300, optional: true },
        { name: 'starts_on', label: t('contest.starts'), type: 'date' },
        { name: 'ends_on', label: t('contest.ends'), type: 'date' },
        { name: 'result_words', label: t('contest.results'), hint: t('contest.results_hint'), max: 6000, multiline: true, optional: true },
        { name: 'results_on', label: t('contest.results_on'), type: 'date', optional: true },
        { name: 'is_draft', label: t('news.is_draft'), check: true },
      ],
      fresh: () => ({
        id: uuid(),
        version: 0,
        title: '',
        rules_words: '',
        entry_kinds: '',
        starts_on: dayOf(),
        ends_on: addDays(dayOf(), 30),
        results_on: '',
        result_words: '',
        is_draft: false,
        entries: [],
      }),
      path: ({ id }) => `/api/outreach/contests/${id}`,
      body: ({ title, rules_words, entry_kinds, starts_on, ends_on, results_on, result_words, is_draft }) => ({
        title,
        rules_words,
        entry_kinds,
        starts_on,
        ends_on,
        results_on: orNull(results_on),
        result_words,
        is_draft,
      }),
    },
  });
}

/** @param {Api.ContestShape} one */
function state(one) {
  if (one.is_draft) return 'draft';
  if (one.results_on && one.results_on <= dayOf()) return 'results';
  if (one.starts_on > dayOf()) return 'later';
  return one.ends_on < dayOf() ? 'over' : 'now';
}

/** Of the contest chosen. @param {{ items: Api.ContestShape[], reload: () => void }} props */
function Entries({ items, reload }) {
  const [id, setId] = useState('');
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  const contest = items.find((one) => one.id === id) ?? items[0];
  if (!contest) return null;
  const columns = [
    { title: t('contest.entry'), cell: (/** @type {Api.ContestEntryShape} */ one) => (one.is_void ? html`<s>${one.title}</s>` : one.title) },
    { title: t('contest.entrant'), cell: (/** @type {Api.ContestEntryShape} */ one) => one.entrant || t('contest.unnamed') },
    { title: t('contest.received'), cell: (/** @type {Api.ContestEntryShape} */ one) => shortDay(one.received_on) },
    { title: t('contest.award'), cell: (/** @type {Api.ContestEntryShape} */ one) => one.award },
  ];
  const actions = (/** @type {Api.ContestEntryShape} */ one) =>
    html`<button class="desk-link" type="button" onClick=${() => setEdited(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.title}</span></button>`;
  return html`<section class="stack"><div class="line"><h2>${t('contest.entries_of')}</h2>
      <select class="input grow guide-kind" aria-label=${t('contest.name')} onChange=${(/** @type {any} */ event) => setId(event.target.value)}>${items.map((one) => html`<option value=${one.id} selected=${one.id === contest.id}>${one.title}</option>`)}</select>
      <button class="button small quiet" type="button" onClick=${() => setEdited(freshEntry())}>${h(Icon, { name: 'plus' })}${t('contest.add_entry')}</button></div>
    ${h(Table, { caption: t('contest.entries'), columns, rows: contest.entries, keyOf: (one) => one.id, faded: (one) => one.is_void, actions, actionsWord: t('admin.actions') })}</section>
    ${edited && h(Entry, { key: edited.id, book: entryBook(contest.id), data: null, row: edited, onSaved: reload, onClose: () => setEdited(null) })}`;
}

const freshEntry = () => ({
  id: uuid(),
  version: 0,
  entrant_kind: 'organisation',
  entrant: '',
  has_consent: false,
  title: '',
  words: '',
  award: '',
  received_on: dayOf(),
  is_void: false,
});

/** @param {string} contest @returns {import('./register.js').Book} */
const entryBook = (contest) => ({
  title: t('contest.entries'),
  add: t('contest.add_entry'),
  may: 'manage_outreach',
  list: '',
  rows: () => [],
  columns: () => [],
  fields: () => (values) => [
    { name: 'title', label: t('contest.entry'), max: 160 },
    {
      name: 'entrant_kind',
      label: t('contest.entrant_kind'),
      options: ['organisation', 'person'].map((value) => ({ value, label: t(`contest.kind_${value}`) })),
    },
    {
      name: 'entrant',
      label: t('contest.entrant'),
      hint: values.entrant_kind === 'person' ? t('contest.entrant_hint') : '',
      max: 120,
      optional: values.entrant_kind === 'person',
    },
    ...(values.entrant_kind === 'person' ? [{ name: 'has_consent', label: t('contest.has_consent'), check: true }] : []),
    { name: 'received_on', label: t('contest.received'), type: 'date' },
    { name: 'words', label: t('contest.note'), max: 1000, multiline: true, optional: true },
    { name: 'award', label: t('contest.award'), max: 80, optional: true },
    { name: 'is_void', label: t('outreach.is_void'), check: true },
  ],
  fresh: freshEntry,
  path: ({ id }) => `/api/outreach/contests/${contest}/entries/${id}`,
  body: ({ entrant_kind, entrant, has_consent, title, words, award, received_on, is_void }) => ({
    entrant_kind,
    entrant,
    has_consent,
    title,
    words,
    award,
    received_on,
    is_void,
  }),
});
