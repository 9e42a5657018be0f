import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gpsOf } from '../../pwa/app/lib/exif.js';

/** A JPEG head with one EXIF segment; `north` and `east` as [degrees, minutes, seconds × 100]. */
function jpeg({ north = [20, 54, 3204], east = [106, 10, 4548], refs = 'NE', little = true, gps = true } = {}) {
  const view = new DataView(new ArrayBuffer(200));
  const short = (at, value) => view.setUint16(at, value, little);
  const long = (at, value) => view.setUint32(at, value, little);
  view.setUint32(0, 0xffd8ffe1);
  view.setUint16(4, 190);
  view.setUint32(6, 0x45786966);
  const tiff = 12;
  view.setUint16(tiff, little ? 0x4949 : 0x4d4d);
  short(tiff + 2, 42);
  long(tiff + 4, 8);
  short(tiff + 8, 1);
  entry(tiff + 10, gps ? 0x8825 : 0x0112, 4, 1, 26);
  short(tiff + 26, 4);
  entry(tiff + 28, 1, 2, 2, 0);
  view.setUint8(tiff + 36, refs.charCodeAt(0));
  entry(tiff + 40, 2, 5, 3, 90);
  entry(tiff + 52, 3, 2, 2, 0);
  view.setUint8(tiff + 60, refs.charCodeAt(1));
  entry(tiff + 64, 4, 5, 3, 114);
  for (const [at, parts] of [
    [tiff + 90, north],
    [tiff + 114, east],
  ])
    parts.forEach((part, index) => {
      long(at + index * 8, part);
      long(at + index * 8 + 4, index === 2 ? 100 : 1);
    });
  return view.buffer;

  function entry(at, tag, type, count, value) {
    short(at, tag);
    short(at + 2, type);
    long(at + 4, count);
    long(at + 8, value);
  }
}

const near = (found, lat, lon) => assert.ok(found && Math.abs(found.lat - lat) < 1e-6 && Math.abs(found.lon - lon) < 1e-6, JSON.stringify(found));

test('the place of a photo is read, whichever way round the bytes lie', () => {
  near(gpsOf(jpeg()), 20.9089, 106.1793);
  near(gpsOf(jpeg({ little: false })), 20.9089, 106.1793);
});

test('south and west are negative', () => {
  near(gpsOf(jpeg({ refs: 'SW' })), -20.9089, -106.1793);
});

test('no GPS, no EXIF, no JPEG, half a file or nonsense: no place', () => {
  assert.equal(gpsOf(jpeg({ gps: false })), null);
  assert.equal(gpsOf(jpeg({ north: [200, 0, 0] })), null);
  assert.equal(gpsOf(jpeg({ north: [0, 0, 0], east: [0, 0, 0] })), null);
  assert.equal(gpsOf(jpeg().slice(0, 60)), null);
  assert.equal(gpsOf(new ArrayBuffer(0)), null);
  assert.equal(gpsOf(new TextEncoder().encode('không phải ảnh').buffer), null);
  assert.equal(gpsOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 8, 1, 2).buffer), null);
});
