// Words cut to fit.

/** At most this many letters, cut between words, with "…" when something was left out. @param {string} text @param {number} most */
export function cut(text, most) {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= most) return whole;
  const head = whole.slice(0, most);
  const words = head.includes(' ') ? head.slice(0, head.lastIndexOf(' ')) : head;
  return `${words.replace(/[\s,.;:–-]+$/, '')}…`;
}

/** "Thôn Mẫu 6", "hạn 30/11", "0220 377 0115": a number stays on the line of the word before it. @param {string} words */
export const firm = (words) => words.replace(/([\p{L}\d]) (?=\d)/gu, '$1\u00a0');

/** "Mẫu 6" for "Thôn Mẫu 6", where there is little room and everybody knows what is meant. @param {string} hamlet */
export const shortName = (hamlet) => hamlet.replace(/^(thôn|khu|xóm|tổ dân phố)\s+/i, '');

/** The first small picture there is: some photos cannot be shown by this phone, some are not approved yet. @param {{ thumb: string | null }[]} [photos] */
export const firstThumb = (photos) => photos?.find((one) => one.thumb)?.thumb ?? undefined;
