// The collection timetable of the residents: which points on which day, in the order of the hours.

/** @typedef {{ point: App.CollectionPoint, from: string, to: string | null }} Stop */

/** Stops of a weekday (1 Monday … 7 Sunday) at points in use. @param {App.CollectionPoint[]} points @param {number} weekday @param {string} [hamlet] only of this hamlet @returns {Stop[]} */
export const stopsOn = (points, weekday, hamlet = '') =>
  points
    .filter((point) => point.state === 'open' && (!hamlet || point.hamlet_id === hamlet))
    .flatMap((point) => point.schedule.filter((slot) => slot.weekday === weekday).map((slot) => ({ point, from: slot.from, to: slot.to })))
    .sort((a, b) => a.from.localeCompare(b.from) || a.point.name.localeCompare(b.point.name, 'vi'));

/** "Thứ Hai, Thứ Tư 17:00; Chủ nhật 07:00". @param {App.CollectionPoint['schedule']} schedule @param {(day: number) => string} nameOf */
export function weekWords(schedule, nameOf) {
  /** @type {Map<string, number[]>} */
  const days = new Map();
  for (const { weekday, from } of [...schedule].sort((a, b) => a.weekday - b.weekday)) days.set(from, [...(days.get(from) ?? []), weekday]);
  return [...days].map(([from, on]) => `${on.map(nameOf).join(', ')} ${from}`).join('; ');
}
