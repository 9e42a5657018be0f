// Boxes on a photo: everything under them is made unrecognisable in what everybody gets. Mouse, finger and keys.
import { h, html, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Sheet } from './desk/sheet.js';
import { Icon } from './icon.js';

const STEP = 0.01;
const SMALLEST = 0.012;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
const clamp = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 0), most);
/** @param {Box} box @returns {Box} */
export const inside = ({ x, y, width, height }) => {
  const [w, tall] = [Math.min(Math.max(width, SMALLEST), 1), Math.min(Math.max(height, SMALLEST), 1)];
  return { x: clamp(x, 1 - w), y: clamp(y, 1 - tall), width: w, height: tall };
};
/** From one corner to the other, whichever way it was drawn. @param {number[]} a @param {number[]} b @returns {Box} */
export const between = (a, b) => inside({ x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) });

/**
 * @param {{ photo: { large: string, width: number, height: number, is_public: boolean, redaction: { boxes: Box[], large: string } | null }, alt: string,
 *   onSave: (boxes: Box[]) => Promise<string>, onSuggest: (() => Promise<Box[]>) | null, onClose: () => void }} props
 * onSave answers with what went wrong, '' when nothing did
 */
export function RedactEditor({ photo, alt, onSave, onSuggest, onClose }) {
  const [past, setPast] = useState(/** @type {Box[][]} */ ([photo.redaction?.boxes ?? []]));
  const [drawn, setDrawn] = useState(/** @type {Box | null} */ (null));
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const [looking, setLooking] = useState(false);
  const boxes = past[past.length - 1];
  const set = (/** @type {Box[]} */ next) => setPast((old) => [...old, next]);
  const undo = () => setPast((old) => (old.length > 1 ? old.slice(0, -1) : old));
  const saved = JSON.stringify(photo.redaction?.boxes ?? []) === JSON.stringify(boxes);
  const save = async () => {
    setBusy(true);
    const fault = await onSave(boxes);
    setBusy(false);
    setTold(fault || t('redact.saved'));
    setLooking(!fault && boxes.length > 0);
  };
  const suggest = async () => {
    const found = (await onSuggest?.()) ?? [];
    if (found.length) set([...boxes, ...found]);
    setTold(t(found.length ? 'redact.suggested' : 'redact.nothing', { n: found.length }));
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undo();
  };
  const shown = looking && photo.redaction && saved;
  return h(
    Sheet,
    { title: t('redact.title'), look: 'redact', onClose },
    html`<div class="stack" onKeyDown=${press}>
      <p class="small">${t('redact.hint')}</p>
      ${shown ? html`<div class="redact-area"><img src=${photo.redaction?.large} alt=${alt} width=${photo.width} height=${photo.height} /></div>` : h(Area, { photo, alt, boxes, drawn, onDraw: setDrawn, onBoxes: set })}
      <p class="small" role="status">${told || t('redact.count', { n: boxes.length })}</p>
      <div class="line redact-tools">
        <button class="button small quiet" type="button" disabled=${shown} onClick=${() => set([...boxes, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }])}>${h(Icon, { name: 'plus' })}${t('redact.add')}</button>
        <button class="button small quiet" type="button" disabled=${past.length < 2} onClick=${undo}>${h(Icon, { name: 'reopen' })}${t('redact.undo')}</button>
        ${onSuggest && html`<button class="button small quiet" type="button" disabled=${shown} onClick=${suggest}>${h(Icon, { name: 'idea' })}${t('redact.suggest')}</button>`}
        ${photo.redaction && saved && html`<button class="button small quiet" type="button" aria-pressed=${String(Boolean(shown))} onClick=${() => setLooking(!looking)}>${h(Icon, { name: 'eye' })}${t('redact.preview')}</button>`}
      </div>
      <div class="line"><button class="button small" type="button" disabled=${busy || saved} onClick=${save}>${t(busy ? 'redact.busy' : 'redact.save')}</button><button class="button text small" type="button" onClick=${onClose}>${t('redact.close')}</button></div></div>`,
  );
}

/** @param {{ photo: any, alt: string, boxes: Box[], drawn: Box | null, onDraw: (box: Box | null) => void, onBoxes: (boxes: Box[]) => void }} props */
function Area({ photo, alt, boxes, drawn, onDraw, onBoxes }) {
  const area = useRef(/** @type {HTMLElement | null} */ (null));
  const held = useRef(/** @type {{ from: number[], moves: number, box?: Box } | null} */ (null));
  const at = (/** @type {PointerEvent} */ event) => {
    const frame = /** @type {HTMLElement} */ (area.current).getBoundingClientRect();
    return [clamp((event.clientX - frame.left) / frame.width, 1), clamp((event.clientY - frame.top) / frame.height, 1)];
  };
  const down = (/** @type {PointerEvent} */ event) => {
    if (event.button) return;
    const moves = Number(/** @type {HTMLElement} */ (event.target).dataset.box ?? -1);
    area.current?.setPointerCapture(event.pointerId);
    held.current = { from: at(event), moves, box: boxes[moves] };
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (!held.current) return;
    onDraw(reached(held.current, at(event)));
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!held.current) return;
    const { from, moves, box } = held.current;
    const now = at(event);
    const made = reached(held.current, now);
    held.current = null;
    onDraw(null);
    if (Math.hypot(now[0] - from[0], now[1] - from[1]) > STEP) onBoxes(box ? boxes.map((each, place) => (place === moves ? made : each)) : [...boxes, made]);
  };
  const moving = held.current?.moves ?? -1;
  return html`<div class="redact-area drawing" ref=${area} onPointerDown=${down} onPointerMove=${move} onPointerUp=${up} onPointerCancel=${() => onDraw(null)}>
    <img src=${photo.large} alt=${alt} width=${photo.width} height=${photo.height} draggable=${false} />
    ${boxes.map((box, place) => h(Cover, { key: place, box: drawn && place === moving ? drawn : box, place, onBox: (next) => onBoxes(next ? boxes.map((each, at) => (at === place ? next : each)) : boxes.filter((_, at) => at !== place)) }))}
    ${drawn && moving < 0 && html`<span class="redact-box" style=${styleOf(drawn)}></span>`}</div>`;
}

/** What the pointer has made of it so far. @param {{ from: number[], box?: Box }} held @param {number[]} now */
const reached = ({ from, box }, now) => (box ? inside({ ...box, x: box.x + now[0] - from[0], y: box.y + now[1] - from[1] }) : between(from, now));

/** @param {Box} box */
const styleOf = (box) => ({ left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` });

/** @param {{ box: Box, place: number, onBox: (box: Box | null) => void }} props */
function Cover({ box, place, onBox }) {
  const press = (/** @type {KeyboardEvent} */ event) => {
    const arrow = /** @type {Record<string, number[]>} */ (ARROWS)[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') onBox(null);
    else if (arrow && event.shiftKey) onBox(inside({ ...box, width: box.width + arrow[0] * STEP, height: box.height + arrow[1] * STEP }));
    else if (arrow) onBox(inside({ ...box, x: box.x + arrow[0] * STEP, y: box.y + arrow[1] * STEP }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<button class="redact-box" type="button" data-box=${place} aria-label=${t('redact.box', { n: place + 1 })} style=${styleOf(box)} onKeyDown=${press}></button>`;
}
