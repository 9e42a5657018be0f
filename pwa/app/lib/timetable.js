// A week's collections as people edit them: lines of days that share the same hours.

/** @typedef {{ days: number[], from: string, to: string }} Line @typedef {{ weekday: number, from: string, to: string | null }} Pickup */

/** @param {Pickup[]} schedule @returns {Line[]} */
export function linesOf(schedule) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const { weekday, from, to } of schedule) {
    const key = `${from} ${to ?? ''}`;
    const line = lines.get(key) ?? { days: [], from, to: to ?? '' };
    line.days.push(weekday);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** In the order of the week. @param {Line[]} lines @returns {Pickup[]} */
export const scheduleOf = (lines) =>
  lines
    .flatMap(({ days, from, to }) => days.map((weekday) => ({ weekday, from, to: to || null })))
    .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));

/** What is wrong with each line: '' when nothing is. @param {Line[]} lines @param {boolean} [shuts] each needs an end too @returns {('' | 'days' | 'from' | 'to' | 'order' | 'clash')[]} */
export const lineFaults = (lines, shuts = false) =>
  lines.map((line, at) => {
    if (!line.days.length) return 'days';
    if (!line.from) return 'from';
    if (shuts && !line.to) return 'to';
    if (line.to && line.to <= line.from) return 'order';
    return lines.slice(0, at).some((other) => clash(line, other)) ? 'clash' : '';
  });

/** Two collections at once on one day. @param {Line} a @param {Line} b */
function clash(a, b) {
  const shared = a.days.some((day) => b.days.includes(day));
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return shared && Boolean(b.from) && (first.from === second.from || second.from < first.to);
}
