// Where a JPEG says it was taken: only the GPS part of its EXIF is read, on the phone, and nothing else.

/** @param {ArrayBuffer} head the first part of the file @returns {{ lat: number, lon: number } | null} */
export function gpsOf(head) {
  const view = new DataView(head);
  try {
    const start = tiffStart(view);
    return start ? position(view, start) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the TIFF block of the EXIF segment begins; 0 when there is none. @param {DataView} view */
function tiffStart(view) {
  if (view.getUint16(0) !== 0xffd8) return 0;
  for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
  }
  return 0;
}

/** @param {DataView} view @param {number} start */
function position(view, start) {
  const little = view.getUint16(start) === 0x4949;
  const long = (/** @type {number} */ at) => view.getUint32(at, little);
  const link = entries(view, start + long(start + 4), little).get(0x8825);
  if (!link) return null;
  const gps = entries(view, start + long(link + 8), little);
  const degrees = (/** @type {number} */ tag, /** @type {string} */ negative) => {
    const [sign, value] = [gps.get(tag - 1), gps.get(tag)];
    if (!sign || !value) return Number.NaN;
    const at = start + long(value + 8);
    const [whole, minutes, seconds] = [0, 8, 16].map((step) => long(at + step) / long(at + step + 4));
    return (whole + minutes / 60 + (seconds || 0) / 3600) * (String.fromCharCode(view.getUint8(sign + 8)) === negative ? -1 : 1);
  };
  const [lat, lon] = [degrees(2, 'S'), degrees(4, 'W')];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat || lon) ? { lat, lon } : null;
}

/** Tag → where its entry lies. @param {DataView} view @param {number} at @param {boolean} little @returns {Map<number, number>} */
function entries(view, at, little) {
  const found = new Map();
  const count = view.getUint16(at, little);
  for (let one = 0; one < count; one++) found.set(view.getUint16(at + 2 + one * 12, little), at + 2 + one * 12);
  return found;
}
