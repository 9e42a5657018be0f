// A plain table that reads well aloud; on a phone every row becomes a small card.
import { html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

/**
 * @param {{ caption: string, columns: Desk.Column<any>[], rows: any[], keyOf: (row: any) => string, actions?: (row: any) => any, actionsWord?: string, faded?: (row: any) => boolean }} props
 */
export function Table({ caption, columns, rows, keyOf, actions, actionsWord, faded }) {
  return html`<div class="desk-table"><table><caption class="sr">${caption}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${column.num ? 'num' : ''}>${column.title}</th>`)}${actions && html`<th scope="col"><span class="sr">${actionsWord}</span></th>`}</tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${keyOf(row)} class=${faded?.(row) ? 'faded' : ''}>${columns.map((column, at) => cell(column, row, at))}${actions && html`<td class="desk-table-acts">${actions(row)}</td>`}</tr>`)}</tbody></table>${rows.length === 0 && html`<p class="small pad">${t('word.none_yet')}</p>`}</div>`;
}

/** @param {Desk.Column<any>} column @param {any} row @param {number} at */
function cell(column, row, at) {
  const shown = column.cell(row);
  if (at === 0) return html`<th scope="row">${shown}</th>`;
  return html`<td class=${column.num ? 'num' : ''} data-title=${column.title}>${shown === null || shown === undefined || shown === '' ? '–' : shown}</td>`;
}
