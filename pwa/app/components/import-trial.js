// What the trial of a table found: how much would change, and every bad cell by its row and column.
import { html } from '../lib/html.js';
import { t } from '../lib/i18n.js';

/** @param {{ found: import('../lib/import-file.js').Found, words: string }} props */
export function Trial({ found, words }) {
  const { errors, remarks } = found;
  return html`<p class=${`notice ${errors.length ? '' : 'leaf'}`} role="status"><b>${words}</b>${remarks.map((one) => html`<span class="small">${one.column}: ${one.detail}</span>`)}</p>
    ${
      errors.length > 0 &&
      html`<div class="scroll"><table class="sheet"><caption>${t('import_points.errors', { n: errors.length })}</caption>
      <thead><tr><th scope="col">${t('import_points.row')}</th><th scope="col">${t('import_points.column')}</th><th scope="col">${t('import_points.fault')}</th></tr></thead>
      <tbody>${errors.map((one) => html`<tr><td class="num">${one.row}</td><td>${one.column}</td><td>${one.detail}</td></tr>`)}</tbody></table></div>`
    }`;
}
