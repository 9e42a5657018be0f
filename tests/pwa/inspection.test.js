// The phone says the same verdict as the server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf, outcomeOf } from '../../pwa/app/lib/inspection.js';

const item = (code, is_mandatory = true, kinds = []) => ({ code, words: code, hint: '', source: '', is_mandatory, kinds });
const items = [item('a'), item('b', true, ['transfer_station']), item('c', false)];

test('items are asked by the kind of the point', () => {
  assert.deepEqual(
    askedOf(items, 'collection_point').map((one) => one.code),
    ['a', 'c'],
  );
  assert.deepEqual(
    askedOf(items, 'transfer_station').map((one) => one.code),
    ['a', 'b', 'c'],
  );
});

test('one mandatory item that is missed decides, one unanswered leaves it open', () => {
  assert.equal(outcomeOf(items, { a: { mark: 'met' }, b: { mark: 'not_applicable' } }).verdict, 'compliant');
  assert.equal(outcomeOf(items, { a: { mark: 'met' } }).verdict, 'incomplete');
  assert.equal(outcomeOf(items, { a: { mark: 'not_met' } }).verdict, 'not_compliant');
  assert.equal(outcomeOf(askedOf(items, 'collection_point'), { a: { mark: 'met' }, c: { mark: 'not_met' } }).verdict, 'compliant');
});
