import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByDistance } from '../../pwa/app/lib/groups.js';

test('dots closer than the reach become one group, others stay apart', () => {
  const groups = groupByDistance(
    [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
      { x: 200, y: 0 },
    ],
    44,
  );
  assert.deepEqual(
    groups.map((group) => group.length),
    [2, 1],
  );
});

test('dots in neighbouring cells are seen', () => {
  assert.equal(
    groupByDistance(
      [
        { x: 43, y: 43 },
        { x: 45, y: 45 },
      ],
      44,
    ).length,
    1,
  );
});

test('a chosen dot stays by itself', () => {
  assert.equal(
    groupByDistance(
      [
        { x: 0, y: 0 },
        { x: 1, y: 1, alone: true },
      ],
      44,
    ).length,
    2,
  );
});
