import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flush, mended, refusedPhotos } from '../../pwa/app/lib/letters.js';
import { fakeServer, makeKit, noNetwork, posted, problem } from './fakes.js';

const stateOf = async (kit, id) => (await kit.shelf.get(id)).state;

/** A sent letter of two photos, the first of which was refused. */
async function halfTaken(...later) {
  const kit = makeKit(fakeServer([null, null, problem(415, 'picture_rejected'), null, null, ...later]));
  await posted(kit, 'a', ['p1', 'p2']);
  await flush(kit);
  kit.post.calls.length = 0;
  return kit;
}
const other = { id: 'p3', thumb: 'data:', width: 1, height: 1, bytes: 1, type: 'image/jpeg', state: 'here', added: true };

test('a refused photo stays in sight with its picture and the reason', async () => {
  const kit = await halfTaken();
  const [photo] = refusedPhotos(await kit.shelf.get('a'));
  assert.deepEqual([photo.id, photo.error.detail], ['p1', 'lời picture_rejected']);
  assert.equal(await kit.shelf.blob('p1'), 'bytes of p1');
});

test('a refused photo given up is told to the server before it leaves the phone', async () => {
  const kit = await halfTaken(noNetwork());
  await kit.shelf.put(mended(await kit.shelf.get('a'), 'p1', kit.time));
  await flush(kit);
  assert.equal(await stateOf(kit, 'a'), 'waiting');
  assert.ok(await kit.shelf.blob('p1'));
  await flush(kit, { force: true });
  const letter = await kit.shelf.get('a');
  assert.deepEqual([letter.state, letter.photos.map((photo) => photo.id)], ['sent', ['p2']]);
  assert.deepEqual([kit.post.calls, kit.shelf.blobs.size], [['give up p1', 'give up p1'], 0]);
});

test('another photo goes in the place of a refused one, and the words are not sent again', async () => {
  const kit = await halfTaken();
  await kit.shelf.putBlob('a', 'p3', 'bytes of p3');
  await kit.shelf.put(mended(await kit.shelf.get('a'), 'p1', kit.time, other));
  await flush(kit);
  const letter = await kit.shelf.get('a');
  assert.deepEqual(kit.post.calls, ['give up p1', 'photo p3']);
  assert.deepEqual(refusedPhotos(letter), []);
  assert.deepEqual([letter.photos.map((photo) => photo.id), kit.shelf.blobs.size], [['p2', 'p3'], 0]);
});

test('a photo that turns out to have arrived is not taken out', async () => {
  const kit = await halfTaken(problem(409, 'photo_arrived'));
  await kit.shelf.put(mended(await kit.shelf.get('a'), 'p1', kit.time));
  await flush(kit);
  assert.deepEqual(
    (await kit.shelf.get('a')).photos.map((photo) => photo.state),
    ['sent', 'sent'],
  );
});

test('only a refused photo of a sent letter is given up', async () => {
  const kit = await halfTaken();
  const letter = await kit.shelf.get('a');
  assert.equal(mended(letter, 'p2', kit.time), undefined);
  assert.equal(mended({ ...letter, state: 'waiting' }, 'p1', kit.time), undefined);
});
