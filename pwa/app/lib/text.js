// Words cut to fit.

/** At most this many letters, cut between words, with "…" when something was left out. @param {string} text @param {number} most */
export function cut(text, most) {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= most) return whole;
  const head = whole.slice(0, most);
  const words = head.includes(' ') ? head.slice(0, head.lastIndexOf(' ')) : head;
  return `${words.replace(/[\s,.;:–-]+$/, '')}…`;
}
