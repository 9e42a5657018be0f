// The rules of a report that staff take down: what is missing, and the words that go to the server.
import { missing, submission } from './report.js';

/** @param {Date} now what a field for a day and a time shows for it @returns {string} */
export const localMoment = (now) => new Date(now.getTime() - now.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);

/** What a new form begins with. @param {App.Account | null} who @param {Date} now */
export const freshIntake = (who, now) =>
  who?.hamlet
    ? { channel: 'hamlet_head', reported_at: localMoment(now), type: 'complaint', place: { hamlet_id: who.hamlet.id } }
    : { channel: 'phone', reported_at: localMoment(now), type: 'complaint', place: {} };

/** A notice is for residents; staff decide for themselves. @param {Record<string, any>} fields @param {App.LetterPhoto[]} photos */
export function intakeGaps(fields, photos) {
  const gaps = missing(fields, photos).map((gap) => gap.field);
  return fields.reported_at && new Date(fields.reported_at).getTime() > Date.now() + 5 * 60e3 ? [...gaps, 'later'] : gaps;
}

/** @param {Record<string, any>} fields @param {string} consentVersion @param {App.Catalogue | null} known */
export function intakeWords(fields, consentVersion, known) {
  const told = fields.reported_at ? new Date(fields.reported_at) : new Date();
  return {
    ...submission(fields, consentVersion, told, known),
    channel: fields.channel,
    external_ref: fields.external_ref?.trim() || null,
    priority: fields.priority || null,
  };
}
