// What a category asks on top, which categories words point to, and what a call is written down as.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matching } from '../../pwa/app/components/pick-field.js';
import { answersOf, kindOf, plain, questionsOf, suggest, unanswered } from '../../pwa/app/lib/asked.js';
import { freshIntake, intakeGaps, intakeWords } from '../../pwa/app/lib/intake.js';
import { missing, submission } from '../../pwa/app/lib/report.js';

const question = (id, kind, more = {}) => ({
  id,
  category: 'burning',
  text: '?',
  hint: '',
  kind,
  options: ['Xe', 'Nơi khác'],
  is_required: false,
  position: 0,
  ...more,
});
const QUESTIONS = [question('a', 'yes_no', { is_required: true }), question('b', 'choice', { position: 1 }), question('c', 'number', { position: 2 })];
const KNOWN = { categories: [{ code: 'burning' }, { code: 'road', is_stopper: true }], questions: QUESTIONS };

test('A3 a required question wants an answer, an optional one only a fitting one', () => {
  assert.deepEqual(unanswered(QUESTIONS, {}), ['a']);
  assert.deepEqual(unanswered(QUESTIONS, { a: 'yes', c: 'nhiều' }), ['c']);
  assert.deepEqual(
    answersOf(QUESTIONS, { a: 'no', b: 'Nơi khác', c: ' 2,5 ' }).map((one) => one.value),
    ['no', 'Nơi khác', '2,5'],
  );
});

test('A3 the form waits for required answers and sends those of the chosen category only', () => {
  const fields = { category: 'burning', place: { hamlet_id: 'h' } };
  assert.deepEqual(
    missing(fields, [], KNOWN).map((gap) => gap.field),
    ['question'],
  );
  assert.deepEqual(submission({ ...fields, answers: { a: 'yes' } }, '1', new Date(), KNOWN).answers, [{ question_id: 'a', value: 'yes' }]);
  assert.equal('answers' in submission({ ...fields, category: 'litter', answers: { a: 'yes' } }, '1', new Date(), KNOWN), false);
  assert.deepEqual(questionsOf(KNOWN, 'litter'), []);
});

test('A6 a category that stops is not sent from the form', () => {
  assert.deepEqual(
    missing({ category: 'road', place: { hamlet_id: 'h' } }, [], KNOWN).map((gap) => gap.field),
    ['stopped'],
  );
});

test('P3 words point to categories as on the server: no diacritics, whole words, best first', () => {
  const categories = [
    { code: 'burning', keywords: 'đốt, khói, đốt rác' },
    { code: 'dump_water', keywords: 'mương, kênh' },
    { code: 'fee', keywords: ' , ' },
  ];
  const codes = (words) => suggest(words, categories).map((one) => one.code);
  assert.deepEqual(codes('co nguoi DOT RAC canh muong'), ['burning', 'dump_water']);
  assert.deepEqual(codes('khoinghiep'), []);
  assert.equal(plain('Đốt, RÁC!  kênh'), 'dot rac kenh');
  assert.deepEqual(['proposal', 'difficulty', 'litter'].map(kindOf), ['proposal', 'difficulty', 'complaint']);
});

test('A5 typing finds an entry without diacritics, those that begin with it first', () => {
  const options = ['Rác trên sông', 'Đốt rác', 'Thôn Mẫu 3'].map((label) => ({ value: label, label }));
  assert.deepEqual(
    matching(options, 'rac').map((one) => one.label),
    ['Rác trên sông', 'Đốt rác'],
  );
  assert.deepEqual(
    matching(options, 'mau 3').map((one) => one.label),
    ['Thôn Mẫu 3'],
  );
});

test('A5 a call is written down with its channel, its time and a spoken consent', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const fields = {
    ...freshIntake(null, now),
    words: 'Rác',
    place: { hamlet_id: 'h' },
    contact: { name: 'Hoa', phone: '0912 345 678', consent: true },
    external_ref: ' 1022-1 ',
    priority: '',
  };
  const words = intakeWords(fields, '2026-11', KNOWN);
  assert.equal(words.reported_at, '2026-11-23T02:00:00.000Z');
  assert.deepEqual([words.channel, words.external_ref, words.priority, words.contact.phone], ['phone', '1022-1', null, '0912345678']);
  assert.deepEqual(intakeGaps({ ...fields, contact: { name: 'Hoa' } }, []), ['consent']);
  assert.deepEqual(intakeGaps({ ...fields, reported_at: '2099-01-01T00:00' }, []), ['later']);
  assert.equal(freshIntake({ hamlet: { id: 'h3', name: 'Thôn Mẫu 3' } }, now).channel, 'hamlet_head');
});
