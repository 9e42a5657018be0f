import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceM } from '../../pwa/app/lib/place.js';
import { added, lengthOf, pointsOf, routeOf } from '../../pwa/app/lib/track.js';

const START = { lat: 20.909, lon: 106.179 };
/** So many metres to the east and the north of the start. @param {number} east @param {number} [north] */
const at = (east, north = 0) => ({ lat: START.lat + north / 111_195, lon: START.lon + east / (111_195 * Math.cos((START.lat * Math.PI) / 180)) });
const straight = Array.from({ length: 101 }, (_, n) => at(n * 10));

test('a fix that is vague or on the spot changes nothing', () => {
  const track = added([], { ...START, accuracy_m: 10 });
  assert.equal(track.length, 1);
  assert.equal(added(track, { ...at(3), accuracy_m: 10 }), track);
  assert.equal(added(track, { ...at(50), accuracy_m: 200 }), track);
  assert.equal(added(track, { ...at(50), accuracy_m: 20 }).length, 2);
});

test('1.1 the route begins and ends 60 m from where the phone was switched on and off', () => {
  const route = pointsOf(routeOf(straight));
  assert.ok(Math.abs(distanceM(route[0], straight[0]) - 60) < 2);
  assert.ok(Math.abs(distanceM(route.at(-1) ?? START, at(1000)) - 60) < 2);
  assert.ok(Math.abs(lengthOf(route) - 880) < 3);
});

test('of a short walk the middle stays, of two fixes the last one', () => {
  const route = pointsOf(routeOf([at(0), at(30), at(60), at(90)]));
  assert.ok(Math.abs(lengthOf(route) - 30) < 2);
  assert.equal(routeOf([at(0), at(30)]).length, 1);
  assert.deepEqual(routeOf([]), []);
});

test('a straight way is two points, a bend is kept, a trembling one is made short', () => {
  assert.equal(routeOf(straight).length, 2);
  const bend = [...Array.from({ length: 50 }, (_, n) => at(n * 10)), ...Array.from({ length: 50 }, (_, n) => at(490, n * 10))];
  assert.equal(routeOf(bend).length, 3);
  const trembling = Array.from({ length: 3000 }, (_, n) => at(n * 6, (n % 2) * 40));
  assert.ok(routeOf(trembling).length <= 200);
});
