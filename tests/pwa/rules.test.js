import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanupWords, correctionWords, formOf, gapsOf, unusual, whole } from '../../pwa/app/lib/check-in.js';
import { tidyCode } from '../../pwa/app/lib/codes.js';
import { hasPlace, missing, submission, tidyPhone } from '../../pwa/app/lib/report.js';

const NOW = new Date('2026-11-22T09:42:00Z');

test('a code is understood however it was typed', () => {
  for (const typed of ['KS-26-0042', 'ks 26 42', 'KS260042', ' ks-26-42 ', '26-42', '260042', 'ks–26–0042']) assert.equal(tidyCode(typed), 'KS-26-0042', typed);
  assert.equal(tidyCode('KS-26-12345'), 'KS-26-12345');
});

test('what cannot be a code is nothing', () => {
  for (const typed of ['', 'ks', '42', 'xin chào', '1-2-3-4', 'KS-2026-1']) assert.equal(tidyCode(typed), '', typed);
});

test('a report needs something told and some place', () => {
  assert.deepEqual(
    missing({}, []).map((gap) => gap.field),
    ['what', 'where'],
  );
  assert.deepEqual(missing({ category: 'litter', place: { hamlet_id: 'h' } }, []), []);
  assert.deepEqual(missing({ words: 'rác', place: { words: 'cạnh mương' } }, []), []);
  assert.deepEqual(missing({ place: { lat: 20.9, lon: 106.1 } }, [{}]), []);
});

test('a phone number needs ten digits and a tick in the box', () => {
  const base = { category: 'litter', place: { hamlet_id: 'h' } };
  assert.deepEqual(
    missing({ ...base, contact: { phone: '12', consent: true } }, []).map((gap) => gap.field),
    ['phone'],
  );
  assert.deepEqual(
    missing({ ...base, contact: { phone: '0912345678' } }, []).map((gap) => gap.field),
    ['consent'],
  );
  assert.deepEqual(missing({ ...base, contact: { phone: '+84 912.345.678', consent: true } }, []), []);
  assert.equal(tidyPhone('+84 912 345 678'), '0912345678');
});

test('a contact without consent never leaves the phone', () => {
  assert.equal(submission({ category: 'litter', contact: { phone: '0912345678' } }, '2026-11', NOW).contact, null);
  assert.equal(submission({ category: 'litter', contact: { consent: true } }, '2026-11', NOW).contact, null);
  assert.deepEqual(submission({ contact: { phone: '0912 345 678', consent: true } }, '2026-11', NOW).contact, {
    name: '',
    phone: '0912345678',
    consent: true,
    consent_version: '2026-11',
  });
});

test('the words that go to the server carry the whole place and the right source', () => {
  const sent = submission({ category: 'proposal', words: ' xin thùng rác ', place: { hamlet_id: 'h' } }, '', NOW);
  assert.deepEqual(sent, {
    type: 'proposal',
    category: 'proposal',
    words: 'xin thùng rác',
    reported_at: '2026-11-22T09:42:00.000Z',
    contact: null,
    place: { lat: null, lon: null, accuracy_m: null, source: 'hamlet', words: '', hamlet_id: 'h' },
  });
  assert.equal(submission({ place: { lat: 1, lon: 2, source: 'gps' } }, '', NOW).place.source, 'gps');
  assert.equal(submission({ place: { words: 'cạnh chợ' } }, '', NOW).place.source, 'words');
  assert.equal(hasPlace({ words: '  ' }), false);
});

const HELD = { outcome: 'held', hamlet_id: 'h', held_on: '2026-11-22', participants: '85' };

test('a clean-up needs a hamlet, people and a photo, or a reason', () => {
  assert.deepEqual(gapsOf({ outcome: 'held', held_on: '2026-11-22', participants: '0' }, 0, '2026-11-22'), ['hamlet', 'participants', 'photo']);
  assert.deepEqual(gapsOf({ outcome: 'not_held', hamlet_id: 'h', held_on: '2026-11-22' }, 0, '2026-11-22'), ['reason']);
  assert.deepEqual(gapsOf(HELD, 1, '2026-11-22'), []);
});

test('what came by Zalo, on paper or by phone may come without a photo', () => {
  assert.deepEqual(gapsOf(HELD, 0, '2026-11-22'), ['photo']);
  assert.deepEqual(gapsOf({ ...HELD, channel: 'paper' }, 0, '2026-11-22'), []);
});

test('the server would refuse these days and crowds, so the phone says it first', () => {
  assert.deepEqual(gapsOf(HELD, 1, '2026-11-21'), ['future']);
  assert.deepEqual(gapsOf(HELD, 1, '2027-02-01'), ['old']);
  assert.deepEqual(gapsOf({ ...HELD, participants: '20000' }, 1, '2026-11-22'), ['crowd']);
  assert.deepEqual(gapsOf({ ...HELD, forces: { youth: '80', women: '6' } }, 1, '2026-11-22'), ['forces']);
});

const RECORD = { ...HELD, slot: 'morning', channel: 'app', participants: 85, waste_kg: 180.4, forces: { youth: 20 }, note: null, in_kind: null };

test('an untouched form of a recorded result changes nothing, not even rounded weights', () => {
  assert.deepEqual(correctionWords(RECORD, formOf(RECORD)), {});
});

test('a correction carries only what was changed', () => {
  assert.deepEqual(correctionWords(RECORD, { ...formOf(RECORD), participants: '90', note: 'Đếm lại' }), { participants: 90, note: 'Đếm lại' });
  assert.deepEqual(correctionWords(RECORD, { ...formOf(RECORD), forces: {} }), { forces: null });
});

test('a correction to "not held" takes all counts away', () => {
  const sent = correctionWords(RECORD, { ...formOf(RECORD), outcome: 'not_held', no_event_reason: 'Mưa bão' });
  assert.deepEqual(sent, { outcome: 'not_held', no_event_reason: 'Mưa bão', participants: null, waste_kg: null, forces: null });
});

test('large numbers are asked about', () => {
  assert.deepEqual(unusual({ participants: '85', waste_kg: '5001' }), [{ name: 'waste_kg', value: 5001 }]);
});

test('empty boxes become nothing, filled ones numbers', () => {
  const fields = {
    hamlet_id: 'h',
    held_on: '2026-11-22',
    slot: 'morning',
    outcome: 'held',
    participants: '85',
    waste_kg: '180',
    road_m: '',
    forces: { youth: '20', women: '' },
    note: ' ',
  };
  const sent = cleanupWords(fields, NOW);
  assert.equal(sent.participants, 85);
  assert.equal(sent.waste_kg, 180);
  assert.equal(sent.road_m, null);
  assert.deepEqual(sent.forces, { youth: 20 });
  assert.equal(sent.note, null);
  assert.equal(whole('1.234'), 1234);
});

test('a weekend not held carries only its reason', () => {
  const sent = cleanupWords(
    { hamlet_id: 'h', held_on: '2026-11-22', slot: 'morning', outcome: 'not_held', no_event_reason: 'Mưa bão', participants: '85', waste_kg: '9' },
    NOW,
  );
  assert.equal(sent.no_event_reason, 'Mưa bão');
  assert.equal(sent.participants, null);
  assert.equal(sent.waste_kg, null);
});

test('what is too long is kept as it was pasted and holds back the sending', () => {
  const fields = { words: 'a'.repeat(2001), place: { words: 'b'.repeat(301) }, contact: { name: 'c'.repeat(81), consent: true } };
  assert.deepEqual(
    missing(fields, []).map((gap) => gap.field),
    ['long_words', 'long_place', 'long_name'],
  );
  const result = { hamlet_id: 'h', outcome: 'held', held_on: '2026-11-22', participants: '5', note: 'a'.repeat(1001) };
  assert.deepEqual(gapsOf(result, 1, '2026-11-22'), ['long']);
});
