// Makes a photo small enough for a weak line: at most 2048 px, JPEG, upright. The canvas drops the hidden data of the file.

const LONGEST = 2048;
const SHORTEST_SIDE_THUMB = 240;

/**
 * @param {Blob} file
 * @returns {Promise<{ blob: Blob, thumb: string, width: number, height: number }>} the original bytes when this phone cannot read them
 */
export async function shrink(file) {
  const bitmap = await decode(file);
  if (!bitmap) return { blob: file, thumb: '', width: 0, height: 0 };
  const { width, height } = bitmap;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const canvas = draw(bitmap, width * scale, height * scale);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
  const small = SHORTEST_SIDE_THUMB / Math.max(width, height);
  const thumb = draw(bitmap, width * small, height * small).toDataURL('image/jpeg', 0.6);
  bitmap.close?.();
  return { blob: blob ?? file, thumb, width: canvas.width, height: canvas.height };
}

/** @param {Blob} file */
async function decode(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

/** @param {ImageBitmap} bitmap @param {number} width @param {number} height */
function draw(bitmap, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
