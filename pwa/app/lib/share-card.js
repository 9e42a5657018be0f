// A square picture of the weekend's result, to be sent to the hamlet's group.
import { number, weekday, weight } from './format.js';
import { t } from './i18n.js';

export const SIDE = 1080;
export const MARGIN = 64;

/** @param {{ hamlet: string, commune: string, held_on: string, participants: number, waste_kg: number | null, photo: Blob | undefined, title?: string }} result @returns {Promise<File>} */
export async function shareCard({ hamlet, commune, held_on, participants, waste_kg, photo, title = t('card.title') }) {
  const { canvas, pen } = blank();
  const below = await drawPhoto(pen, photo);
  pen.fillStyle = '#ffffff';
  write(pen, title, MARGIN, below + 84, 44, 400);
  write(pen, hamlet, MARGIN, below + 164, 72, 700);
  write(pen, weekday(held_on), MARGIN, below + 222, 40, 400);
  fact(pen, MARGIN, below + 340, number(participants), t('card.people'));
  if (waste_kg) fact(pen, 560, below + 340, weight(waste_kg), t('card.waste'));
  write(pen, commune, MARGIN, SIDE - 40, 32, 400);
  return asFile(canvas, `ra-quan-${held_on}.jpg`);
}

/** A green square and its pen. */
export function blank() {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.fillStyle = '#14603f';
  pen.fillRect(0, 0, SIDE, SIDE);
  return { canvas, pen };
}

/** @param {HTMLCanvasElement} canvas @param {string} name */
export async function asFile(canvas, name) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.88));
  return new File([/** @type {Blob} */ (/** @type {unknown} */ (blob))], name, { type: 'image/jpeg' });
}

/** The photo fills the upper part; answers where the words begin. @param {CanvasRenderingContext2D} pen @param {Blob | undefined} photo */
async function drawPhoto(pen, photo) {
  const bitmap = photo && (await createImageBitmap(photo).catch(() => null));
  if (!bitmap) return 160;
  const height = 560;
  const scale = Math.max(SIDE / bitmap.width, height / bitmap.height);
  const wide = SIDE / scale;
  const high = height / scale;
  pen.drawImage(bitmap, (bitmap.width - wide) / 2, (bitmap.height - high) / 2, wide, high, 0, 0, SIDE, height);
  bitmap.close();
  return height;
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {string} big @param {string} small */
function fact(pen, x, y, big, small) {
  write(pen, big, x, y, 96, 700);
  write(pen, small, x, y + 52, 36, 400);
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {number} x @param {number} y @param {number} size @param {number} heft */
export function write(pen, text, x, y, size, heft) {
  pen.font = `${heft} ${size}px Roboto, system-ui, sans-serif`;
  pen.fillText(text, x, y, SIDE - x - 48);
}
