import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuid } from '../../pwa/app/lib/uuid.js';

test('an id has the shape of a UUIDv7 in small letters', () => {
  assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids sort by the time they were made', () => {
  assert.ok(uuid(Date.UTC(2026, 10, 22)) < uuid(Date.UTC(2026, 10, 23)));
  assert.equal(Number.parseInt(uuid(1700000000000).replace('-', '').slice(0, 12), 16), 1700000000000);
});
