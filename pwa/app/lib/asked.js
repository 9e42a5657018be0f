// What a category asks on top, what may be sent of it, and which categories words point to. Without network: all of it is in the catalogue.

/** @typedef {Pick<Api.QuestionShape, 'id' | 'category' | 'text' | 'hint' | 'kind' | 'options' | 'is_required' | 'position'>} Question */

/** @param {{ questions?: Question[] } | null | undefined} catalogue @param {string | null | undefined} category @returns {Question[]} */
export const questionsOf = (catalogue, category) =>
  (catalogue?.questions ?? []).filter((one) => one.category === category).sort((a, b) => a.position - b.position);

const NUMBER = /^-?\d{1,9}([.,]\d{1,3})?$/;

/** @param {Question} question @param {string | undefined} value */
const fits = ({ kind, options }, value = '') => {
  if (kind === 'yes_no') return value === 'yes' || value === 'no';
  if (kind === 'choice') return options.includes(value);
  return kind === 'number' ? NUMBER.test(value.trim()) : Boolean(value.trim());
};

/** Ids of the questions that still want an answer, or another one. @param {Question[]} questions @param {Record<string, string>} given */
export const unanswered = (questions, given) =>
  questions.filter((one) => (given[one.id]?.trim() ? !fits(one, given[one.id]) : one.is_required)).map((one) => one.id);

/** @param {Question[]} questions @param {Record<string, string>} given */
export const answersOf = (questions, given) =>
  questions.filter((one) => fits(one, given[one.id])).map((one) => ({ question_id: one.id, value: given[one.id].trim() }));

/** No diacritics, no punctuation, small letters, one blank between words: the server's own rule. @param {string} text */
export const plain = (text) =>
  text
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The categories that the words point to, best first, at most three. @template {{ keywords?: string }} C @param {string} words @param {C[]} categories @returns {C[]} */
export function suggest(words, categories) {
  const text = ` ${plain(words)} `;
  const scored = categories.map((one) => {
    const found = new Set(
      (one.keywords ?? '')
        .split(',')
        .map(plain)
        .filter((key) => key && text.includes(` ${key} `)),
    );
    return { one, score: [...found].reduce((sum, key) => sum + key.split(' ').length, 0) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ one }) => one);
}

/** Which kind of report a category makes. @param {string | null | undefined} category */
export const kindOf = (category) => (category === 'proposal' || category === 'difficulty' ? category : 'complaint');
