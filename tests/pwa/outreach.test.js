import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsOf, weeks, wordCount } from '../../pwa/app/lib/bulletin.js';
import { stopsOn, weekWords } from '../../pwa/app/lib/collection-week.js';
import { draw, ROUND, right } from '../../pwa/app/lib/quiz.js';

const point = (name, hamlet_id, ...slots) => ({ name, hamlet_id, state: 'open', schedule: slots.map(([weekday, from]) => ({ weekday, from, to: null })) });

test('a bulletin is as long as its syllables', () => {
  assert.equal(wordCount('Kính thưa bà con! – 12 ki-lô-gam'), 8);
  assert.equal(secondsOf('một '.repeat(140), 140), 60);
});

test('it tells of the last week whose Sunday has come', () => {
  assert.deepEqual(weeks('2026-11-28', 2), ['2026-11-16', '2026-11-09']);
  assert.deepEqual(weeks('2026-11-29', 1), ['2026-11-23']);
  assert.deepEqual(weeks('2027-01-01', 1), ['2026-12-21']);
});

test('the timetable lists points in use by their hours', () => {
  const points = [point('B', 'h1', [1, '17:00'], [3, '17:00']), point('A', 'h2', [1, '06:30']), { ...point('C', 'h1', [1, '05:00']), state: 'closed' }];
  assert.deepEqual(
    stopsOn(points, 1).map((one) => one.point.name),
    ['A', 'B'],
  );
  assert.deepEqual(
    stopsOn(points, 1, 'h1').map((one) => one.from),
    ['17:00'],
  );
  assert.equal(
    weekWords(points[0].schedule, (day) => `T${day + 1}`),
    'T2, T4 17:00',
  );
});

test('a round is ten different questions, or as many as there are', () => {
  const all = Array.from({ length: 24 }, (_, id) => ({ id: String(id), answer: 0 }));
  const drawn = draw(all);
  assert.equal(new Set(drawn).size, ROUND);
  assert.equal(draw(all.slice(0, 3)).length, 3);
  assert.equal(right(all.slice(0, 3), { 0: 0, 1: 1, 2: 0 }), 2);
});
