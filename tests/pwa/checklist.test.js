import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankItem, editionOf, itemCode, swapped } from '../../pwa/app/lib/checklist.js';

test('N2 a new edition begins as a copy of the newest, not before today', () => {
  const from = /** @type {any} */ ({ title: 'A', source: 'B', months: 6, valid_from: '2026-01-01', items: [{ ...blankItem(), code: 'a' }] });
  assert.deepEqual(editionOf(from, '2026-11-24'), { title: 'A', source: 'B', months: '6', valid_from: '2026-11-24', items: from.items });
  assert.equal(editionOf({ ...from, valid_from: '2027-01-01' }, '2026-11-24').valid_from, '2027-01-01');
  assert.equal(editionOf(undefined, '2026-11-24').items.length, 1);
});

test('N2 a new item gets a code of its own from its words', () => {
  const taken = [{ ...blankItem(), code: 'co_hang_rao' }];
  assert.equal(itemCode('Có hàng rào', []), 'co_hang_rao');
  assert.equal(itemCode('Có hàng rào!', taken), 'co_hang_rao_2');
  assert.match(itemCode('…', []), /^[a-z0-9_]{2,40}$/);
  assert.match(itemCode('Đ'.repeat(300), []), /^[a-z0-9_]{2,40}$/);
});

test('an item moves up', () => assert.deepEqual(swapped(['a', 'b', 'c'], 2), ['a', 'c', 'b']));
