import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../../pwa/app/lib/text.js';

test('short words stay whole', () => {
  assert.equal(cut(' Rác cạnh\nmương ', 60), 'Rác cạnh mương');
});

test('long words end between two words', () => {
  assert.equal(cut('Có người đổ rác ban đêm, mùi hôi', 25), 'Có người đổ rác ban đêm…');
  assert.equal(cut('Có người đổ rác ban đêm, mùi hôi', 22), 'Có người đổ rác ban…');
});

test('one endless word is cut where it must be', () => {
  assert.equal(cut('a'.repeat(70), 60), `${'a'.repeat(60)}…`);
});
