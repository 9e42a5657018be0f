import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOfPoint, isGeneral, nextCode, pointChange, pointGaps, pointWords, taking } from '../../pwa/app/lib/points.js';

const POINT = {
  ...{ code: 'TK-03', name: 'Cổng làng Thôn Mẫu 3', kind: 'collection_point', hamlet_id: 'h', lat: 20.9, lon: 106.1, place_words: '', contact: '', note: '' },
  ...{ schedule: [{ weekday: 1, from: '17:00', to: null }], households_served: 120, state: 'open', state_since: null, state_why: '' },
};

test('an untouched form changes nothing', () => {
  assert.deepEqual(pointChange(POINT, formOfPoint(POINT)), {});
});

test('only what was changed is sent, a place always whole', () => {
  assert.deepEqual(pointChange(POINT, { ...formOfPoint(POINT), name: ' Cổng làng ' }), { name: 'Cổng làng' });
  assert.deepEqual(pointChange(POINT, { ...formOfPoint(POINT), lat: 20.91 }), { lat: 20.91, lon: 106.1 });
  assert.deepEqual(pointChange(POINT, { ...formOfPoint(POINT), households_served: '' }), { households_served: null });
  assert.deepEqual(pointChange(POINT, { ...formOfPoint(POINT), lines: [] }), { schedule: [] });
});

test('a new point needs a name and a code, and hours that can be', () => {
  assert.deepEqual(Object.keys(pointGaps(formOfPoint({}))), ['name', 'code']);
  assert.deepEqual(Object.keys(pointGaps({ ...formOfPoint(POINT), lines: [{ days: [], from: '', to: '' }] })), ['lines']);
  assert.deepEqual(pointWords(formOfPoint(POINT)).schedule, POINT.schedule);
  const noEnd = [{ days: [1], from: '07:00', to: '' }];
  assert.deepEqual(pointGaps({ ...formOfPoint(POINT), lines: noEnd }), {}, 'a collection may have no end');
  assert.deepEqual(pointGaps({ ...formOfPoint(POINT), hours: noEnd }), { hours: 'lines' }, 'opening hours have one');
});

test('the next code follows the highest one', () => {
  assert.equal(nextCode(['TK-01', 'TK-09', 'THUNG']), 'TK-10');
  assert.equal(nextCode([]), 'TK-01');
});

test('N1 what may be brought where: as it was said, else as its kind is meant', () => {
  const some = [
    { ...POINT, accepts: [] },
    { ...POINT, code: 'B', kind: 'pesticide', accepts: [] },
    { ...POINT, code: 'C', accepts: ['bulky', 'food'] },
  ];
  const codes = (/** @type {string} */ waste) => taking(/** @type {any} */ (some), waste).map((one) => one.code);
  assert.deepEqual(codes(''), ['TK-03', 'B', 'C']);
  assert.deepEqual(codes('food'), ['TK-03', 'C']);
  assert.deepEqual(codes('pesticide'), ['B']);
  assert.deepEqual(codes('bulky'), ['C']);
  assert.deepEqual(codes('construction'), []);
  assert.deepEqual(
    some.map((one) => isGeneral(/** @type {any} */ (one))),
    [true, false, false],
  );
});
