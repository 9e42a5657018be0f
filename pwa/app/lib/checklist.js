// A new edition of a checklist while it is being written.

/** @returns {Api.ChecklistItem} */
export const blankItem = () => ({ code: '', words: '', hint: '', source: '', is_mandatory: true, kinds: [] });

/** It begins as a copy of the newest one. @param {Api.ChecklistShape | undefined} from @param {string} today @returns {Record<string, any>} */
export const editionOf = (from, today) => ({
  title: from?.title ?? '',
  source: from?.source ?? '',
  valid_from: from && from.valid_from > today ? from.valid_from : today,
  months: String(from?.months ?? 6),
  items: from?.items ?? [blankItem()],
});

/** A code of its own for a new item, from its words. @param {string} words @param {Api.ChecklistItem[]} items */
export function itemCode(words, items) {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 34);
  const taken = new Set(items.map((one) => one.code));
  const first = plain.length < 2 ? `muc_${plain}` : plain;
  let code = first;
  for (let n = 2; taken.has(code); n++) code = `${first}_${n}`;
  return code;
}

/** The item one place further up. @template T @param {T[]} items @param {number} at @returns {T[]} */
export const swapped = (items, at) => [...items.slice(0, at - 1), items[at], items[at - 1], ...items.slice(at + 1)];
