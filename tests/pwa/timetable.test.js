import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineFaults, linesOf, scheduleOf } from '../../pwa/app/lib/timetable.js';

const WEEK = [
  { weekday: 1, from: '17:00', to: '18:30' },
  { weekday: 3, from: '17:00', to: '18:30' },
  { weekday: 7, from: '07:00', to: null },
];

test('days with the same hours stand on one line, and come back in the order of the week', () => {
  const lines = linesOf(WEEK);
  assert.deepEqual(lines, [
    { days: [1, 3], from: '17:00', to: '18:30' },
    { days: [7], from: '07:00', to: '' },
  ]);
  assert.deepEqual(scheduleOf([lines[1], lines[0]]), WEEK);
});

test('a line needs days, an hour, and an end after its beginning', () => {
  const line = { days: [1], from: '17:00', to: '' };
  assert.deepEqual(lineFaults([line, { ...line, days: [] }, { ...line, days: [2], from: '' }, { ...line, days: [3], to: '16:00' }]), [
    '',
    'days',
    'from',
    'order',
  ]);
});

test('two collections at once on one day are told', () => {
  const lines = [
    { days: [1, 2], from: '17:00', to: '18:30' },
    { days: [2], from: '18:00', to: '' },
    { days: [1], from: '18:30', to: '' },
  ];
  assert.deepEqual(lineFaults(lines), ['', 'clash', '']);
});
