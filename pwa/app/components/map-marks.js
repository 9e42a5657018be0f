// The marks on a map: every kind has its own shape, not only its own colour.
import { t } from '../lib/i18n.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Outline of each mark in a 32×32 box, and the sign drawn inside. */
const SHAPES = {
  wait: { d: 'M16 3a13 13 0 1 1 0 26a13 13 0 0 1 0-26z', sign: 'M16 10v7l4 3' },
  work: { d: 'M16 2 30 16 16 30 2 16z', sign: 'M11 16h.1M16 16h.1M21 16h.1' },
  done: { d: 'M8 3h16a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5z', sign: 'm10 16 4 4 8-8' },
  stop: { d: 'M10 3h12l7 7v12l-7 7H10l-7-7V10z', sign: 'm11 11 10 10M21 11 11 21' },
  point: { d: 'M16 30S4 19 4 12.5a12 12 0 0 1 24 0C28 19 16 30 16 30z', sign: 'M10 10h12M13 10V8h6v2M11.5 10l.8 9h7.4l.8-9' },
  pin: { d: 'M16 31S4 20 4 13a12 12 0 0 1 24 0c0 7-12 18-12 18z', sign: 'M16 9.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7z' },
  here: { d: 'M16 7a9 9 0 1 1 0 18a9 9 0 0 1 0-18z', sign: '' },
};

/** @typedef {keyof typeof SHAPES} MarkKind */

/** @param {MarkKind} kind */
function drawing(kind) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, d] of Object.entries(SHAPES[kind])) {
    const path = svg.appendChild(document.createElementNS(SVG, 'path'));
    path.setAttribute('class', name === 'd' ? 'body' : 'sign');
    path.setAttribute('d', d);
  }
  return svg;
}

/** The drawing sits inside a box of 48 pixels, so that a finger finds it. @param {typeof import('leaflet')} L @param {MarkKind} kind @param {boolean} [chosen] @param {number} [size] */
export function markIcon(L, kind, chosen, size = 48) {
  const box = document.createElement('div');
  box.append(drawing(kind));
  const standing = kind === 'pin' || kind === 'point';
  return L.divIcon({
    className: `mark-${kind} map-mark${chosen ? ' chosen' : ''}`,
    html: box,
    iconSize: [size, size],
    iconAnchor: [size / 2, standing ? size - 4 : size / 2],
  });
}

/** @param {typeof import('leaflet')} L @param {number} count */
export function groupIcon(L, count) {
  const box = document.createElement('div');
  box.textContent = String(count);
  return L.divIcon({ className: 'map-mark map-group', html: box, iconSize: [48, 48], iconAnchor: [24, 24] });
}

/** What the marks mean. @returns {{ kind: MarkKind, word: string }[]} */
export const legend = () => [
  { kind: 'wait', word: t('map.wait') },
  { kind: 'work', word: t('map.work') },
  { kind: 'done', word: t('map.done') },
];

/** @param {{ kind: MarkKind }} props kept for legends: the same drawing as an inline picture */
export const shapeOf = ({ kind }) => SHAPES[kind];
