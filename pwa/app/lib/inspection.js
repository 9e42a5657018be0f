// What an inspection comes to, as the server reckons it: the mandatory items decide.

/** The items asked of a point of this kind. @param {Api.ChecklistItem[]} items @param {string} kind */
export const askedOf = (items, kind) => items.filter((item) => item.kinds.length === 0 || item.kinds.includes(kind));

/** @param {Api.ChecklistItem[]} items @param {Record<string, { mark: string } | undefined>} answers */
export function outcomeOf(items, answers) {
  const mandatory = items.filter((item) => item.is_mandatory);
  const missed = mandatory.filter((item) => answers[item.code]?.mark === 'not_met');
  const open = mandatory.filter((item) => !answers[item.code]);
  const verdict = missed.length ? 'not_compliant' : open.length ? 'incomplete' : 'compliant';
  return { verdict, missed, open };
}
