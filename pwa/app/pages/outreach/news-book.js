// News as the office writes it: drafts, published pieces, past ones.
import { dayOf, shortDay } from '../../lib/format.js';
import { h } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { orNull } from '../../lib/save.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

/** @param {Api.NewsShape} one */
function state(one) {
  if (one.is_draft) return 'draft';
  if (one.published_on > dayOf()) return 'later';
  return one.published_until && one.published_until < dayOf() ? 'over' : 'now';
}

export default function NewsBook() {
  return h(Register, {
    book: {
      title: t('news.book'),
      hint: t('news.book_hint'),
      add: t('news.add'),
      may: 'manage_outreach',
      list: '/api/outreach/news',
      photos: true,
      rows: ({ items }) => items,
      columns: () => [
        { title: t('news.headline'), cell: (one) => one.title },
        { title: t('news.from'), cell: (one) => shortDay(one.published_on) },
        { title: t('news.state'), cell: (one) => t(`news.state_${state(one)}`) + (one.is_pinned ? ` · ${t('news.pinned')}` : '') },
      ],
      faded: (one) => ['draft', 'over'].includes(state(one)),
      fields: () => [
        { name: 'title', label: t('news.headline'), max: 160 },
        { name: 'words', label: t('news.words'), hint: t('news.words_hint'), max: 6000, multiline: true, input: { rows: 8 } },
        { name: 'published_on', label: t('news.from'), type: 'date' },
        { name: 'published_until', label: t('news.until'), type: 'date', optional: true },
        { name: 'is_pinned', label: t('news.is_pinned'), check: true },
        { name: 'is_draft', label: t('news.is_draft'), check: true },
      ],
      fresh: () => ({
        id: uuid(),
        version: 0,
        title: '',
        words: '',
        published_on: dayOf(),
        published_until: '',
        is_pinned: false,
        is_draft: false,
        photos: [],
      }),
      path: ({ id }) => `/api/outreach/news/${id}`,
      body: ({ title, words, published_on, published_until, is_pinned, is_draft }) => ({
        title,
        words,
        published_on,
        published_until: orNull(published_until),
        is_pinned,
        is_draft,
      }),
    },
  });
}
