import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysToPlan, gapsOfPlan, hourParts, hoursToPlan, mondayOf } from '../../pwa/app/lib/this-weekend.js';

test('1.1 only weekend days that are not over can be chosen, and the one planned already stays', () => {
  assert.deepEqual(daysToPlan(undefined, '2026-11-24'), ['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06']);
  assert.deepEqual(daysToPlan('2026-11-29', '2026-11-29'), ['2026-11-29', '2026-12-05', '2026-12-06']);
  assert.deepEqual(daysToPlan('2026-11-28', '2026-11-29')[0], '2026-11-28');
});

test('1.1 hours are those of the day’s light, and the odd one that was planned', () => {
  assert.deepEqual(hoursToPlan('06:30').slice(0, 4), ['05:00', '05:30', '06:00', '06:30']);
  assert.equal(hoursToPlan('06:30').at(-1), '18:00');
  assert.ok(hoursToPlan('06:45').includes('06:45'));
  assert.deepEqual(hourParts('07:00'), { h: 7, m: '' });
  assert.deepEqual(hourParts('16:05'), { h: 16, m: '05' });
});

test('1.1 a plan needs a day, an hour and a place', () => {
  assert.deepEqual(gapsOfPlan({ held_on: '', starts_at: '', place: ' ' }), ['held_on', 'starts_at', 'place']);
  assert.deepEqual(gapsOfPlan({ held_on: '2026-11-29', starts_at: '06:30', place: 'Sân đình' }), []);
  assert.equal(mondayOf('2026-11-29'), '2026-11-23');
});
