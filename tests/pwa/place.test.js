import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains, distanceM, hamletAt } from '../../pwa/app/lib/place.js';

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.4],
    ],
  ],
};

test('a point inside is inside, in the hole or beyond is not', () => {
  assert.equal(contains(square, { lat: 0.2, lon: 0.2 }), true);
  assert.equal(contains(square, { lat: 0.5, lon: 0.5 }), false);
  assert.equal(contains(square, { lat: 2, lon: 0.2 }), false);
  assert.equal(contains(null, { lat: 0, lon: 0 }), false);
});

test('a MultiPolygon holds the points of all its parts', () => {
  assert.equal(contains({ type: 'MultiPolygon', coordinates: [square.coordinates] }, { lat: 0.2, lon: 0.2 }), true);
});

test('a hundredth of a degree north is about 1,112 metres', () => {
  assert.ok(Math.abs(distanceM({ lat: 20.9, lon: 106.1 }, { lat: 20.91, lon: 106.1 }) - 1112) < 2);
});

test('the hamlet is the one around the point, else the nearest centre', () => {
  const hamlets = [
    { id: 'a', boundary: square, center: null },
    { id: 'b', boundary: null, center: { lat: 2, lon: 2 } },
  ];
  assert.equal(hamletAt(hamlets, { lat: 0.2, lon: 0.2 })?.id, 'a');
  assert.equal(hamletAt(hamlets, { lat: 2.001, lon: 2 })?.id, 'b');
  assert.equal(hamletAt(hamlets, { lat: 5, lon: 5 }), null);
});
