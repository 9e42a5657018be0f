// Marks that would lie on top of one another on the screen are shown as one with their number.

/**
 * @template {{ x: number, y: number, alone?: boolean }} T
 * @param {T[]} dots positions on the screen @param {number} reach pixels
 * @returns {T[][]} groups in the order of their first dot; dots marked `alone` stay by themselves
 */
export function groupByDistance(dots, reach) {
  /** @type {Map<string, T[][]>} */
  const cells = new Map();
  const groups = [];
  for (const dot of dots) {
    const [cx, cy] = [Math.floor(dot.x / reach), Math.floor(dot.y / reach)];
    const near = dot.alone ? undefined : around(cells, cx, cy).find(([first]) => Math.hypot(first.x - dot.x, first.y - dot.y) < reach);
    if (near) {
      near.push(dot);
      continue;
    }
    const group = [dot];
    groups.push(group);
    if (!dot.alone) cells.set(`${cx},${cy}`, [...(cells.get(`${cx},${cy}`) ?? []), group]);
  }
  return groups;
}

/** @template T @param {Map<string, T[]>} cells @param {number} cx @param {number} cy */
function around(cells, cx, cy) {
  const found = [];
  for (let x = cx - 1; x <= cx + 1; x++) for (let y = cy - 1; y <= cy + 1; y++) found.push(...(cells.get(`${x},${y}`) ?? []));
  return found;
}
