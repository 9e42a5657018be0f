// The price tables of collection: one for each decision of the city, from its day on.
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

const EMPTY = { payer: '', amount_vnd: '', unit: '', note: '' };

export default function PricesBook() {
  return h(Register, {
    book: {
      title: t('prices.book'),
      hint: t('prices.book_hint'),
      add: t('prices.add'),
      may: 'manage_prices',
      list: '/api/outreach/prices',
      rows: (rows) => rows,
      columns: () => [
        { title: t('prices.decision'), cell: (one) => (one.is_void ? html`<s>${one.decision}</s>` : one.decision) },
        { title: t('prices.valid_from'), cell: (one) => shortDay(one.valid_from) },
        {
          title: t('prices.lines'),
          cell: (one) =>
            one.lines
              .map((/** @type {Api.PriceLineShape} */ line) => `${line.payer}: ${number(line.amount_vnd)} ${t('prices.per', { unit: line.unit })}`)
              .join('; '),
        },
      ],
      faded: (one) => one.is_void,
      fields: () => [
        { name: 'decision', label: t('prices.decision'), hint: t('prices.decision_hint'), max: 200 },
        { name: 'valid_from', label: t('prices.valid_from'), type: 'date' },
        { name: 'source', label: t('outreach.source'), max: 300, optional: true },
        { name: 'note', label: t('prices.note'), max: 1000, multiline: true, optional: true },
        { name: 'is_void', label: t('outreach.is_void'), check: true },
      ],
      extra: (values, set) => h(Lines, { lines: values.lines, onChange: (lines) => set({ lines }) }),
      fresh: () => ({ id: uuid(), version: 0, decision: '', valid_from: dayOf(), source: '', note: '', is_void: false, lines: [EMPTY] }),
      path: ({ id }) => `/api/outreach/prices/${id}`,
      body: ({ decision, valid_from, source, note, is_void, lines }) => ({
        decision,
        valid_from,
        source,
        note,
        is_void,
        lines: lines.map((/** @type {any} */ line) => ({
          payer: line.payer,
          amount_vnd: Number(String(line.amount_vnd).replace(/[.\s]/g, '')),
          unit: line.unit,
          note: line.note,
        })),
      }),
    },
  });
}

/** @param {{ lines: any[], onChange: (lines: any[]) => void }} props */
function Lines({ lines, onChange }) {
  const set = (/** @type {number} */ at, /** @type {any} */ part) => onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  return html`<fieldset class="stack-16"><legend class="label">${t('prices.lines')}</legend>${lines.map(
    (line, at) =>
      html`<section key=${at}>${h(Field, { label: t('prices.payer'), value: line.payer, max: 160, onInput: (payer) => set(at, { payer }) })}
        <div class="telling-two">${h(Field, { label: t('prices.amount_vnd'), value: line.amount_vnd, onInput: (amount_vnd) => set(at, { amount_vnd }), input: { inputMode: 'numeric' } })}${h(Field, { label: t('prices.unit'), hint: t('prices.unit_hint'), value: line.unit, max: 60, onInput: (unit) => set(at, { unit }) })}</div>
        ${lines.length > 1 && html`<button class="button text small" type="button" onClick=${() => onChange(lines.filter((_, place) => place !== at))}>${h(Icon, { name: 'bin' })}${t('prices.drop')}</button>`}</section>`,
  )}<button class="button small quiet" type="button" onClick=${() => onChange([...lines, EMPTY])}>${h(Icon, { name: 'plus' })}${t('prices.more')}</button></fieldset>`;
}
