// The rules of one report: what is still missing, and the words that go to the server.
import { answersOf, kindOf, questionsOf, unanswered } from './asked.js';

/** The server's own limits. */
const LONGEST = { words: 2000, place: 300, name: 80 };
const PHONE = /^0\d{9}$/;

/** @typedef {{ field: 'what' | 'where' | 'phone' | 'consent' | 'question' | 'stopped' | 'long_words' | 'long_place' | 'long_name', step: number }} Gap */

/** @param {Record<string, any>} fields @param {App.LetterPhoto[]} photos @param {App.Catalogue | null} [known] @returns {Gap[]} */
export function missing(fields, photos, known = null) {
  /** @type {Gap[]} */
  const gaps = [];
  if (known?.categories.find((one) => one.code === fields.category)?.is_stopper) gaps.push({ field: 'stopped', step: 3 });
  if (unanswered(questionsOf(known, fields.category), fields.answers ?? {}).length) gaps.push({ field: 'question', step: 3 });
  if (!photos.length && !fields.words?.trim() && !fields.category) gaps.push({ field: 'what', step: 2 });
  if (!hasPlace(fields.place)) gaps.push({ field: 'where', step: 1 });
  const phone = tidyPhone(fields.contact?.phone);
  if (phone && !PHONE.test(phone)) gaps.push({ field: 'phone', step: 3 });
  if ((phone || fields.contact?.name?.trim()) && !fields.contact?.consent) gaps.push({ field: 'consent', step: 3 });
  if (fields.words?.length > LONGEST.words) gaps.push({ field: 'long_words', step: 3 });
  if (fields.place?.words?.length > LONGEST.place) gaps.push({ field: 'long_place', step: 1 });
  if (fields.contact?.name?.length > LONGEST.name) gaps.push({ field: 'long_name', step: 3 });
  return gaps;
}

/** @param {any} place */
export const hasPlace = (place) => place?.lat != null || Boolean(place?.hamlet_id) || Boolean(place?.words?.trim());

/** @param {string | undefined} phone */
export const tidyPhone = (phone) => (phone ?? '').replace(/[\s.-]/g, '').replace(/^\+?84/, '0');

/** The frozen words of the letter. @param {Record<string, any>} fields @param {string} consentVersion @param {Date} now @param {App.Catalogue | null} [known] */
export function submission(fields, consentVersion, now, known = null) {
  const { category = null, words = '', place = {}, contact } = fields;
  const answers = answersOf(questionsOf(known, category), fields.answers ?? {});
  const told = Boolean(contact?.consent && (contact.phone || contact.name));
  return {
    type: fields.type ?? kindOf(category),
    category,
    words: words.trim(),
    reported_at: now.toISOString(),
    place: {
      lat: place.lat ?? null,
      lon: place.lon ?? null,
      accuracy_m: place.accuracy_m ?? null,
      source: source(place),
      words: (place.words ?? '').trim(),
      hamlet_id: place.hamlet_id ?? null,
    },
    ...(answers.length > 0 && { answers }),
    ...(fields.point_id && { collection_point_id: fields.point_id }),
    contact: told ? { name: (contact.name ?? '').trim(), phone: tidyPhone(contact.phone), consent: true, consent_version: consentVersion } : null,
  };
}

/** @param {any} place */
function source(place) {
  if (place.lat != null) return place.source ?? 'pin';
  return place.hamlet_id ? 'hamlet' : 'words';
}
