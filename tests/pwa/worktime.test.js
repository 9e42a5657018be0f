import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workingMinutes } from '../../pwa/app/lib/worktime.js';

const at = (moment) => Date.parse(`${moment}+07:00`);
const hours = (from, to, exceptions = {}) => workingMinutes(at(from), at(to), exceptions) / 60;

test('a working day has two shifts and no lunch', () => {
  assert.equal(hours('2026-11-23T00:00', '2026-11-24T00:00'), 7.5);
  assert.equal(hours('2026-11-23T11:30', '2026-11-23T13:30'), 0);
  assert.equal(hours('2026-11-23T11:00', '2026-11-23T14:00'), 1);
});

test('nights and weekends do not count', () => {
  assert.equal(hours('2026-11-27T17:00', '2026-11-30T07:30'), 0);
  assert.equal(hours('2026-11-27T16:00', '2026-11-30T08:30'), 2);
});

test('the holidays of the law do not count, fixed ones and lunar ones', () => {
  assert.equal(hours('2026-11-24T00:00', '2026-11-25T00:00'), 0);
  assert.equal(hours('2026-02-16T00:00', '2026-02-21T00:00'), 0, 'Tết 2026');
  assert.equal(hours('2027-02-05T00:00', '2027-02-10T00:00'), 0, 'Tết 2027');
  assert.equal(hours('2027-04-16T00:00', '2027-04-17T00:00'), 0, 'the Hùng kings');
});

test('what the commune entered wins over the calendar', () => {
  assert.equal(hours('2026-11-28T00:00', '2026-11-29T00:00', { '2026-11-28': true }), 7.5);
  assert.equal(hours('2026-11-26T00:00', '2026-11-27T00:00', { '2026-11-26': false }), 0);
});

test('a deadline that has passed has no time left', () => {
  assert.equal(hours('2026-11-26T09:00', '2026-11-25T09:00'), 0);
});
