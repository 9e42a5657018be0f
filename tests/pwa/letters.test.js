import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aged, flush, newLetter, pause, reopened } from '../../pwa/app/lib/letters.js';
import { fakeServer, makeKit, noNetwork, posted, problem } from './fakes.js';

const stateOf = async (kit, id) => (await kit.shelf.get(id)).state;

test('a letter goes words first, then each photo, and its photos leave the phone', async () => {
  const kit = makeKit();
  await posted(kit, 'a', ['p1', 'p2']);
  await flush(kit);
  assert.deepEqual(kit.post.calls, ['words a', 'photo p1', 'photo p2']);
  assert.equal(await stateOf(kit, 'a'), 'sent');
  assert.equal(kit.shelf.blobs.size, 0);
});

test('the receipt is kept with the sent letter', async () => {
  const kit = makeKit();
  await posted(kit, 'a');
  await flush(kit);
  const { receipt } = await kit.shelf.get('a');
  assert.equal(receipt.code, 'KS-26-1');
  assert.equal(receipt.token, 'secret');
});

test('the oldest letter goes first', async () => {
  const kit = makeKit();
  await posted(kit, 'z');
  await posted(kit, 'a');
  await flush(kit);
  assert.deepEqual(kit.post.calls, ['words z', 'words a']);
});

test('without network the letter waits with its photos', async () => {
  const kit = makeKit(fakeServer([noNetwork()]));
  await posted(kit, 'a', ['p1']);
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.equal(letter.state, 'waiting');
  assert.ok(letter.next_at > kit.time);
  assert.equal(kit.shelf.blobs.size, 1);
});

test('without network the letters behind it are not tried', async () => {
  const kit = makeKit(fakeServer([noNetwork()]));
  await posted(kit, 'a');
  await posted(kit, 'b');
  await flush(kit);
  assert.deepEqual(kit.post.calls, ['words a']);
});

test('a letter in its pause is left alone until the time comes', async () => {
  const kit = makeKit(fakeServer([noNetwork()]));
  await posted(kit, 'a');
  await flush(kit);
  await flush(kit);
  assert.equal(kit.post.calls.length, 1);
  kit.time += 60e3;
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'sent');
});

test('the person can send now, pause or not', async () => {
  const kit = makeKit(fakeServer([noNetwork()]));
  await posted(kit, 'a');
  await flush(kit);
  await flush(kit, { force: true });
  assert.equal(await stateOf(kit, 'a'), 'sent');
});

test('a captive portal answering 200 with its own page does not count', async () => {
  const kit = makeKit();
  await posted(kit, 'a', ['p1']);
  kit.post.send = async () => ({ hello: 'portal' });
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'waiting');
  assert.equal(kit.shelf.blobs.size, 1);
});

test('an answer that names another letter does not count', async () => {
  const kit = makeKit();
  await posted(kit, 'a');
  kit.post.send = async () => ({ id: 'b', code: 'KS-26-9', token: 't' });
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'waiting');
});

test('a swallowed answer leads to one report, not two', async () => {
  const server = fakeServer([{ after: true, error: noNetwork() }]);
  const kit = makeKit(server);
  await posted(kit, 'a', ['p1']);
  await flush(kit);
  assert.equal(server.taken.size, 1);
  await flush(kit, { force: true });
  assert.equal(server.taken.size, 1);
  assert.equal(await stateOf(kit, 'a'), 'sent');
});

test('a photo that has arrived is not sent again after a cut', async () => {
  const server = fakeServer([null, null, null, noNetwork()]);
  const kit = makeKit(server);
  await posted(kit, 'a', ['p1', 'p2']);
  await flush(kit);
  await flush(kit, { force: true });
  assert.deepEqual(
    server.calls.filter((call) => call === 'photo p1'),
    ['photo p1'],
  );
  assert.deepEqual(
    server.calls.filter((call) => call === 'words a'),
    ['words a'],
  );
  assert.equal(await stateOf(kit, 'a'), 'sent');
});

test('a letter cut off while sending is taken up again', async () => {
  const kit = makeKit();
  const letter = await posted(kit, 'a');
  await kit.shelf.put({ ...letter, state: 'sending', queued_at: 1 });
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'sent');
});

test('a refusal stops this letter and lets the next one pass', async () => {
  const kit = makeKit(fakeServer([problem(422, 'words_too_long')]));
  await posted(kit, 'a');
  await posted(kit, 'b');
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'refused');
  assert.equal((await kit.shelf.get('a')).error.detail, 'lời words_too_long');
  assert.equal(await stateOf(kit, 'b'), 'sent');
});

test('409 is a refusal, and nothing of the letter is thrown away', async () => {
  const kit = makeKit(fakeServer([problem(409, 'complaint_id_taken')]));
  await posted(kit, 'a', ['p1']);
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'refused');
  assert.equal(kit.shelf.blobs.size, 1);
});

test('an ended sign-in keeps the letter waiting and says so', async () => {
  const kit = makeKit(fakeServer([problem(401, 'sign_in_needed')]));
  await posted(kit, 'a');
  await posted(kit, 'b');
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.equal(letter.state, 'waiting');
  assert.equal(letter.error.code, 'sign_in_needed');
  assert.equal(await stateOf(kit, 'b'), 'sent');
});

test('too many letters means waiting at least as long as the server asks', async () => {
  const kit = makeKit(fakeServer([problem(429, 'too_many', { retryAfter: 600 })]));
  await posted(kit, 'a');
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.equal(letter.state, 'waiting');
  assert.ok(letter.next_at - kit.time >= 600e3);
});

test('a fault of the server is no refusal', async () => {
  const kit = makeKit(fakeServer([problem(503, 'server'), problem(404, 'server')]));
  await posted(kit, 'a');
  await flush(kit);
  await flush(kit, { force: true });
  assert.equal(await stateOf(kit, 'a'), 'waiting');
});

test('a photo the server cannot read does not hold back the others', async () => {
  const kit = makeKit(fakeServer([null, null, problem(415, 'picture_rejected')]));
  await posted(kit, 'a', ['p1', 'p2']);
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.equal(letter.state, 'sent');
  assert.deepEqual(
    letter.photos.map((photo) => photo.state),
    ['refused', 'sent'],
  );
});

test('the words are frozen from the first attempt on', async () => {
  const server = fakeServer([{ after: true, error: noNetwork() }]);
  const kit = makeKit(server);
  await posted(kit, 'a', [], { words: 'lần đầu' });
  await flush(kit);
  await flush(kit, { force: true });
  assert.equal(server.taken.get('a').fields.words, 'lần đầu');
  assert.equal((await kit.shelf.get('a')).fields.words, 'lần đầu');
});

test('two flushers one after the other under the lock send a letter once', async () => {
  const kit = makeKit();
  await posted(kit, 'a', ['p1']);
  let line = Promise.resolve();
  const locked = () => (line = line.then(() => flush(kit, { force: true })));
  await Promise.all([locked(), locked()]);
  assert.deepEqual(kit.post.calls, ['words a', 'photo p1']);
});

test('drafts stay where they are', async () => {
  const kit = makeKit();
  await kit.shelf.put(newLetter('complaint', 'a', {}, 1));
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'draft');
});

test('a refused letter opens again as a draft under new ids', () => {
  const refused = { ...newLetter('complaint', 'a', { words: 'x' }, 1), state: 'refused', photos: [{ id: 'p1', thumb: 't', state: 'sent' }] };
  let n = 0;
  const { draft, moved } = reopened(refused, () => `new-${++n}`, 5);
  assert.equal(draft.state, 'draft');
  assert.notEqual(draft.id, 'a');
  assert.deepEqual(draft.fields, { words: 'x' });
  assert.deepEqual(
    moved.map((one) => one.from),
    ['p1'],
  );
  assert.notEqual(draft.photos[0].id, 'p1');
  assert.equal(draft.photos[0].state, 'here');
});

test('pauses grow, never end, and stay under a quarter of an hour', () => {
  assert.ok(pause(1, 0) < pause(5, 0));
  assert.ok(pause(1000, 1) <= 15 * 60e3);
  assert.ok(pause(3, 0) < pause(3, 1));
});

test('thirty letters over a bad line all arrive once, in order, each with its own photo', async () => {
  const faults = Array.from({ length: 90 }, (_, at) => [null, noNetwork(), { after: true, error: noNetwork() }, problem(502, 'server'), null][at % 5]);
  const server = fakeServer(faults);
  const kit = makeKit(server);
  for (let at = 0; at < 30; at++) await posted(kit, `letter-${String(at).padStart(2, '0')}`, [`photo-${at}`]);
  for (let round = 0; round < 200; round++) {
    await flush(kit, { force: true });
    kit.time += 1000;
  }
  assert.equal(server.taken.size, 30);
  assert.equal(server.photos.size, 30);
  for (let at = 0; at < 30; at++) assert.equal(server.photos.get(`photo-${at}`).letter, `letter-${String(at).padStart(2, '0')}`);
  assert.ok((await kit.shelf.all()).every((letter) => letter.state === 'sent'));
});

test('the refusal of a day that is recorded already leads to what is recorded', async () => {
  const kit = makeKit(fakeServer([problem(409, 'cleanup_already_recorded', { existing_id: 'old' })]));
  await posted(kit, 'a', ['p1']);
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.equal(letter.state, 'refused');
  assert.equal(letter.error.existing_id, 'old');
  assert.equal(kit.shelf.blobs.size, 1);
});

const DAY = 24 * 3600e3;

test('a draft untouched for thirty days goes', () => {
  const draft = newLetter('complaint', 'a', {}, 0);
  assert.equal(aged(draft, 30 * DAY), undefined);
  assert.equal(aged(draft, 31 * DAY), 'gone');
});

test('half a year after sending the small pictures go, the receipt stays', () => {
  const sent = {
    ...newLetter('complaint', 'a', {}, 0),
    state: 'sent',
    sent_at: 0,
    receipt: { code: 'KS-26-1', token: 'secret' },
    photos: [{ id: 'p', thumb: 'data:' }],
  };
  assert.equal(aged(sent, 180 * DAY), undefined);
  const after = aged(sent, 181 * DAY);
  assert.equal(after.photos[0].thumb, '');
  assert.equal(after.receipt.token, 'secret');
  assert.equal(aged(after, 400 * DAY), undefined);
});

test('what waits to be sent never grows old', () => {
  assert.equal(aged({ ...newLetter('complaint', 'a', {}, 0), state: 'waiting' }, 900 * DAY), undefined);
});
