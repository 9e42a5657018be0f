// A stage of a covenant between its form and the wire.
import { dayOf } from './calendar.js';

/** @param {unknown} text */
const count = (text) => (text === '' || text == null ? null : Number(text));

/** A new stage of today, or one to be corrected. @param {Record<string, any> | null} stage @returns {Record<string, any>} */
export function stageForm(stage) {
  if (!stage) {
    const numbers = { households: '', present: '', in_favour: '' };
    return { stage: 'drafted', on_day: dayOf(), has_environment_clause: true, decision_number: '', review_on: '', words: '', ...numbers };
  }
  return { ...stage, replaces_id: stage.id };
}

/** Only what belongs to such a stage. @param {Record<string, any>} wish */
export const stageWords = ({ stage, on_day, has_environment_clause, households, present, in_favour, decision_number, review_on, words, replaces_id }) => ({
  ...{ stage, on_day, has_environment_clause: Boolean(has_environment_clause), words: words ?? '' },
  ...(stage === 'voted' ? { households: count(households), present: count(present), in_favour: count(in_favour) } : {}),
  decision_number: stage === 'recognised' ? (decision_number ?? '') : '',
  review_on: (stage === 'recognised' || stage === 'reviewed') && review_on ? review_on : null,
  ...(replaces_id ? { replaces_id } : {}),
});
