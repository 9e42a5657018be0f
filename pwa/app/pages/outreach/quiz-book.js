// The questions of the quiz, and how often they were answered rightly.
import { number } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

const PLACES = [0, 1, 2, 3];
/** @param {number} right @param {number} asked */
const share = (right, asked) => (asked ? `${Math.round((100 * right) / asked)}%` : '');

export default function QuizBook() {
  return h(Register, {
    book: {
      title: t('quiz.book'),
      hint: t('quiz.book_hint'),
      add: t('quiz.add'),
      may: 'manage_outreach',
      list: '/api/outreach/quiz',
      rows: ({ items }) => items,
      head: (/** @type {Api.QuizBook} */ book) =>
        html`<p class="card pad">${book.played ? t('quiz.totals', { n: number(book.played), share: share(book.right, book.asked) }) : t('quiz.not_played')}</p>`,
      columns: () => [
        { title: t('quiz.question'), cell: (one) => one.text },
        { title: t('quiz.answer'), cell: (one) => one.options[one.answer] },
        { title: t('quiz.asked'), num: true, cell: (one) => number(one.asked) },
        { title: t('quiz.share'), num: true, cell: (one) => share(one.right, one.asked) },
      ],
      faded: (one) => !one.is_active,
      fields: () => [
        { name: 'text', label: t('quiz.question'), max: 300, multiline: true },
        ...PLACES.map((place) => ({ name: `option_${place}`, label: t('quiz.option_n', { n: place + 1 }), max: 160, optional: place > 1 })),
        { name: 'answer', label: t('quiz.answer'), options: PLACES.map((place) => ({ value: String(place), label: t('quiz.option_n', { n: place + 1 }) })) },
        { name: 'why', label: t('quiz.why'), max: 500, multiline: true },
        { name: 'source', label: t('outreach.source'), max: 300, optional: true },
        { name: 'is_active', label: t('quiz.is_active'), check: true },
      ],
      fresh: () => ({ id: uuid(), version: 0, text: '', options: [], answer: 0, why: '', source: '', position: 0, is_active: true }),
      path: ({ id }) => `/api/outreach/quiz/${id}`,
      form: (row) => ({ ...row, answer: String(row.answer), ...Object.fromEntries(PLACES.map((place) => [`option_${place}`, row.options[place] ?? ''])) }),
      body: (values) => {
        const options = PLACES.map((place) => values[`option_${place}`].trim()).filter(Boolean);
        const { text, answer, why, source, position, is_active } = values;
        return { text, options, answer: Number(answer), why, source, position, is_active };
      },
    },
  });
}
