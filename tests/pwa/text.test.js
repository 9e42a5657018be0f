import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, firm, firstThumb, shortName } from '../../pwa/app/lib/text.js';

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

test('a number stays with the word before it, and a phone number in one piece', () => {
  assert.equal(firm('Thôn Mẫu 6'), 'Thôn Mẫu\u00a06');
  assert.equal(firm('Gửi 16/11 · hạn 23/11 · Thôn Mẫu 12'), 'Gửi\u00a016/11 · hạn\u00a023/11 · Thôn Mẫu\u00a012');
  assert.equal(firm('0220 377 0115'), '0220\u00a0377\u00a00115');
});

test('on a small map the hamlet goes without the word everybody knows', () => {
  assert.equal(shortName('Thôn Mẫu 6'), 'Mẫu 6');
  assert.equal(shortName('Thôn'), 'Thôn');
});

test('the first small picture there is, not the first picture', () => {
  assert.equal(firstThumb([{ thumb: '' }, { thumb: null }, { thumb: 'data:3' }]), 'data:3');
  assert.equal(firstThumb([]), undefined);
});
