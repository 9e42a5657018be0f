import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stageForm, stageWords } from '../../pwa/app/lib/covenants.js';
import { countWords, gapsOf, isJump } from '../../pwa/app/lib/sorting.js';

const NOW = new Date('2026-11-20T02:00:00Z');
const count = { hamlet_id: 'h', checked_on: '2026-11-20', households: '249', sorting: '161', composting: '', method: 'counted' };

test('test_1_6 a count needs its hamlet, both numbers and a day that has come', () => {
  assert.deepEqual(gapsOf(count, '2026-11-20'), []);
  assert.deepEqual(gapsOf({ checked_on: '' }, '2026-11-20'), ['hamlet', 'households', 'sorting', 'day']);
  assert.deepEqual(gapsOf({ ...count, sorting: '0' }, '2026-11-20'), []);
  assert.deepEqual(gapsOf({ ...count, sorting: '250', composting: '251' }, '2026-11-20'), ['more', 'composting']);
  assert.deepEqual(gapsOf({ ...count, checked_on: '2026-11-21' }, '2026-11-20'), ['day']);
});

test('test_1_6 a share that jumps, or another number of households, is asked about', () => {
  assert.equal(isJump(count, null), false);
  assert.equal(isJump(count, { households: 249, sorting: 150 }), false);
  assert.equal(isJump(count, { households: 249, sorting: 40 }), true);
  assert.equal(isJump(count, { households: 100, sorting: 65 }), true);
});

test('test_1_6 digits go as numbers, nothing said as null', () => {
  const sent = countWords({ ...count, words: ' x ' }, NOW);
  assert.deepEqual([sent.households, sent.sorting, sent.composting, sent.words, sent.made_at], [249, 161, null, 'x', NOW.toISOString()]);
  assert.equal('replaces_id' in sent, false);
  assert.equal(countWords({ ...count, replaces_id: 'old' }, NOW).replaces_id, 'old');
});

test('test_1_7 a stage sends only what belongs to it', () => {
  const sent = stageWords({ ...stageForm(null), stage: 'meeting', households: '9', decision_number: '1', review_on: '2027-01-01' });
  assert.deepEqual([sent.decision_number, sent.review_on, 'households' in sent], ['', null, false]);
  const vote = stageWords({ ...stageForm(null), stage: 'voted', households: '249', present: '201', in_favour: '' });
  assert.deepEqual([vote.households, vote.present, vote.in_favour], [249, 201, null]);
  assert.equal(stageForm({ id: 'old', stage: 'voted' }).replaces_id, 'old');
});
