import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { found } from '../../pwa/app/lib/guide.js';

const { entries } = JSON.parse(readFileSync(new URL('../../api/seed/guide.json', import.meta.url), 'utf8'));
const all = Object.entries(entries).flatMap(([kind, rows]) => rows.map(([name, other_names]) => ({ name, other_names, kind })));
const first = (typed) => found(all, typed)[0];

test('a thing is found by any of its names, with or without diacritics', () => {
  for (const [typed, kind] of [
    ['pin', 'hazardous'],
    ['vo chuoi', 'food'],
    ['Vỏ chuối', 'food'],
    ['ti vi', 'bulky'],
    ['bim', 'other'],
    ['thung giay', 'recyclable'],
    ['THUOC SAU', 'hazardous'],
    ['lop xe', 'bulky'],
    ['gach vun', 'construction'],
  ])
    assert.equal(first(typed)?.kind, kind, typed);
});

test('a name that begins so comes before one that holds it', () => {
  assert.equal(first('chai thủy tinh').name, 'Chai thủy tinh');
});

test('one word too many still finds it, nonsense finds nothing, nothing asks for nothing', () => {
  assert.ok(found(all, 'vỏ chai nước mắm cũ').length);
  assert.deepEqual(found(all, 'xyzxyz'), []);
  assert.deepEqual(found(all, '  '), []);
});
