import assert from 'node:assert/strict';
import { test } from 'node:test';

// The modules look at the page once when they load; a bare stand-in is enough.
globalThis.document = /** @type {any} */ ({ documentElement: { dataset: {} } });
globalThis.localStorage = /** @type {any} */ ({ getItem: () => null, setItem: () => {} });
const { addDays, ago, clock, dayOf, distance, fileSize, number, shortDay, weekday, weekdayOf, weekendOf, weight } = await import('../../pwa/app/lib/format.js');
const { isOpen, nextCollection, openWords } = await import('../../pwa/app/lib/schedule.js');

test('the day is the Vietnamese one, also late in the evening', () => {
  assert.equal(dayOf('2026-11-22T16:59:00Z'), '2026-11-22');
  assert.equal(dayOf('2026-11-22T17:01:00Z'), '2026-11-23');
  assert.equal(clock('2026-11-22T09:42:00Z'), '16:42');
});

test('weeks run from Monday to Sunday', () => {
  assert.equal(weekdayOf('2026-11-22'), 7);
  assert.deepEqual(weekendOf('2026-11-23'), ['2026-11-28', '2026-11-29']);
  assert.deepEqual(weekendOf('2026-11-29'), ['2026-11-28', '2026-11-29']);
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
});

test('numbers, weights and distances are written the Vietnamese way', () => {
  assert.equal(number(1234.5), '1.234,5');
  assert.equal(weight(180), '180\u00a0kg');
  assert.equal(distance(243), '240\u00a0m');
  assert.equal(distance(1240), '1,2\u00a0km');
  assert.equal(fileSize(612000), '0,6\u00a0MB');
  assert.equal(number(null), '');
});

test('a day of another year names its year', () => {
  assert.equal(shortDay('2020-11-22'), '22/11/2020');
  assert.match(weekday('2020-11-22'), /^Chủ .hật 22\/11\/2020$/);
  assert.equal(ago(new Date(Date.now() - 5 * 60e3).toISOString()), 'day.minutes');
});

test('the next collection is later today, else the next day of the schedule', () => {
  const schedule = [
    { weekday: 1, from: '17:00', to: null },
    { weekday: 3, from: '06:30', to: '08:00' },
  ];
  const monday = (hour) => Date.parse(`2026-11-23T${hour}:00+07:00`);
  assert.deepEqual(nextCollection(schedule, monday('16:00')), { day: '2026-11-23', from: '17:00', to: null });
  assert.deepEqual(nextCollection(schedule, monday('17:30')), { day: '2026-11-25', from: '06:30', to: '08:00' });
  assert.equal(nextCollection([], monday('08:00')), null);
});

test('N1 the nearest point that is open counts its hours', () => {
  const monday = Date.parse('2026-11-23T08:00:00+07:00');
  const point = /** @type {any} */ ({ state: 'open', opening_hours: [{ weekday: 1, from: '07:00', to: '11:00' }] });
  const at = (/** @type {number} */ hours) => monday + hours * 3600e3;
  assert.deepEqual(
    [-2, 0, 2.9, 3, 24].map((hours) => isOpen(point, at(hours))),
    [false, true, true, false, false],
  );
  assert.equal(isOpen({ ...point, state: 'closed' }, monday), false);
  assert.equal(isOpen({ ...point, opening_hours: [] }, at(24)), true, 'it never shuts');
  assert.equal(openWords({ ...point, opening_hours: [] }, monday), '');
  assert.notEqual(openWords(point, monday), openWords(point, at(24)));
});
