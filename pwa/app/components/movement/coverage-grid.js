// Hamlets by weeks in one look: shape and letter say it, colour only helps. On a phone each hamlet has its own strip.
import { addDays, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useRef } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

/** @type {Record<Api.WeekMark, string>} */
const SIGNS = { held: '✓', excused: 'P', missed: '–', open: '', absent: '' };

/** @param {{ board: Api.CoverageBoard, onOpen: (row: Api.HamletRow, cell: Api.CellShape) => void }} props */
export function CoverageGrid({ board, onOpen }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => newestIn(box.current), [board]);
  return html`<div class="coverage-box" ref=${box} tabindex="0" role="region" aria-label=${t('coverage.title')}><table class="coverage"><caption class="sr">${t('coverage.title')}</caption>
    <thead><tr><th scope="col"><span class="sr">${t('coverage.hamlet')}</span></th>${board.weeks.map(({ week }) => html`<th scope="col" class="num">${shortDay(addDays(week, 6))}</th>`)}<th scope="col">${t('coverage.weeks')}</th><th scope="col">${t('coverage.streak')}</th></tr></thead>
    <tbody>${board.rows.map((row) => h(Row, { key: row.hamlet_id, row, onOpen }))}</tbody>
    <tfoot><tr><th scope="row">${t('coverage.share')}</th>${board.weeks.map((one) => html`<td class="num">${one.asked ? `${one.held}/${one.asked}` : ''}</td>`)}<td></td><td></td></tr></tfoot></table></div>`;
}

/** On a phone the newest weeks are what is looked for. @param {HTMLElement | null} box */
function newestIn(box) {
  const last = box?.querySelector('thead th.num:nth-last-of-type(3)');
  if (box && last) box.scrollLeft += Math.max(0, last.getBoundingClientRect().right - box.getBoundingClientRect().right);
}

/** @param {{ row: Api.HamletRow, onOpen: (row: Api.HamletRow, cell: Api.CellShape) => void }} props */
function Row({ row, onOpen }) {
  return html`<tr><th scope="row">${row.hamlet_name}</th>${row.cells.map((cell) => html`<td>${mark(row, cell, onOpen)}</td>`)}<td class="num"><b>${row.held}/${row.asked}</b></td><td class="num">${row.streak || ''}</td></tr>`;
}

/** @param {Api.HamletRow} row @param {Api.CellShape} cell @param {(row: Api.HamletRow, cell: Api.CellShape) => void} onOpen */
function mark(row, cell, onOpen) {
  const words = t('coverage.cell', { hamlet: row.hamlet_name, day: shortDay(addDays(cell.week, 6)), mark: t(`coverage.mark_${cell.mark}`) });
  if (cell.mark === 'absent') return html`<span class="cell absent"><span class="sr">${words}</span></span>`;
  return html`<button type="button" class=${`cell ${cell.mark}`} aria-label=${words} title=${cell.reason || undefined} onClick=${() => onOpen(row, cell)}>${SIGNS[cell.mark]}</button>`;
}

/** What the signs mean. */
export function CoverageLegend() {
  const kinds = /** @type {Api.WeekMark[]} */ (['held', 'excused', 'missed', 'open']);
  return html`<ul class="coverage-key">${kinds.map((kind) => html`<li><span class=${`cell ${kind}`} aria-hidden="true">${SIGNS[kind]}</span>${t(`coverage.mark_${kind}`)}</li>`)}</ul>`;
}
