// The invitation as a square picture for the hamlet's group.
import { t } from './i18n.js';
import { asFile, blank, MARGIN, SIDE, write } from './share-card.js';

/** @param {{ hamlet: string, commune: string, hour: string, day: string, held_on: string, place: string, bring: string }} plan `hour`, `day`: as they are said @returns {Promise<File>} */
export async function weekendCard({ hamlet, commune, hour, day, held_on, place, bring }) {
  const { canvas, pen } = blank();
  pen.fillStyle = '#0d4a30';
  pen.fillRect(0, 0, SIDE, 268);
  pen.fillStyle = '#ffffff';
  write(pen, t('rhythm.card_invites'), MARGIN, 110, 52, 400);
  write(pen, hamlet, MARGIN, 206, 84, 700);
  write(pen, t('rhythm.card_what'), MARGIN, 354, 52, 400);
  write(pen, hour, MARGIN, 500, 132, 700);
  write(pen, day, MARGIN, 584, 60, 700);
  const below = told(pen, t('rhythm.place'), place, 676);
  if (bring) told(pen, t('rhythm.bring'), bring, below + 36);
  write(pen, commune, MARGIN, SIDE - 40, 32, 400);
  return asFile(canvas, `moi-ra-quan-${held_on}.jpg`);
}

/** A small word and what it is, over two lines at most; answers where it ends. @param {CanvasRenderingContext2D} pen @param {string} label @param {string} words @param {number} top */
function told(pen, label, words, top) {
  write(pen, label, MARGIN, top, 36, 400);
  pen.font = '700 50px Roboto, system-ui, sans-serif';
  const lines = wrapped(pen, words, SIDE - 2 * MARGIN);
  for (const [at, line] of lines.entries()) write(pen, line, MARGIN, top + 60 + at * 58, 50, 700);
  return top + 60 + (lines.length - 1) * 58 + 40;
}

/** @param {CanvasRenderingContext2D} pen @param {string} words @param {number} width */
function wrapped(pen, words, width) {
  const lines = [''];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (lines.length < 2 && lines[0] && pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
