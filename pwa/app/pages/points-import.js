// The commune's register from a spreadsheet: first a trial that names every bad cell, then for real.
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { post } from '../lib/api.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { go } from '../lib/router.js';
import { can, useAccount } from '../lib/session.js';
import { download } from '../lib/share.js';

/** @typedef {{ rows: number, created: number, updated: number, errors: { row: number, column: string, detail: string }[], remarks: { row: number, column: string, detail: string }[] }} Found */

export default function PointsImport() {
  const { who, asking } = useAccount();
  const frame = { title: t('import_points.title'), backTo: '/diem-tap-ket' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  if (can('manage_collection_points')) return h(PageFrame, frame, h(Import, {}));
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('point.not_yours'), text: t('point.not_yours_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/diem-tap-ket/nhap">${t('sign_in.do')}</a>`,
    ),
  );
}

function Import() {
  const { file, found, error, busy, take, run } = useImport();
  const ready = found ? found.created + found.updated : 0;
  return html`<p>${t('import_points.lead')}</p>
    <button class="button quiet" type="button" onClick=${template}>${h(Icon, { name: 'download' })}${t('import_points.template')}</button>
    <label class=${`button pick ${found ? 'quiet' : ''}`}>${h(Icon, { name: 'upload' })}${t(file ? 'import_points.other' : 'import_points.choose')}<input type="file" accept=".csv,.txt,text/csv,text/plain" onChange=${take} /></label>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found })}
    ${file && ready > 0 && html`<button class="button" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('import_points.go', { n: ready })}</button>`}`;
}

function useImport() {
  const [file, setFile] = useState(/** @type {{ name: string, blob: Blob } | null} */ (null));
  const [found, setFound] = useState(/** @type {Found | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [busy, setBusy] = useState(false);
  const run = async (/** @type {Blob} */ blob, /** @type {boolean} */ dry) => {
    setBusy(true);
    setError(null);
    try {
      const result = await post(`/api/collection-points/imports?dry_run=${dry}`, blob, { seconds: 60 });
      if (dry) setFound(result);
      else {
        toast(t('import_points.done', { created: result.created, updated: result.updated }));
        go('/diem-tap-ket', { replace: true });
      }
    } catch (why) {
      setError(why);
    }
    setBusy(false);
  };
  const take = async (/** @type {any} */ event) => {
    const picked = event.target.files?.[0];
    const blob = picked && new Blob([await picked.arrayBuffer()], { type: 'text/csv' });
    event.target.value = '';
    if (!blob) return;
    setFile({ name: picked.name, blob });
    setFound(null);
    run(blob, true);
  };
  return { file, found, error, busy, take, run };
}

/** @param {{ found: Found }} props */
function Trial({ found }) {
  const { rows, created, updated, errors, remarks } = found;
  const same = created + updated === 0 && errors.length === 0;
  return html`<p class=${`notice ${errors.length ? '' : 'leaf'}`} role="status"><b>${same ? t('import_points.same') : t('import_points.found', { rows, created, updated })}</b>${remarks.map((one) => html`<span class="small">${one.column}: ${one.detail}</span>`)}</p>
    ${
      errors.length > 0 &&
      html`<div class="scroll"><table class="sheet"><caption>${t('import_points.errors', { n: errors.length })}</caption>
      <thead><tr><th scope="col">${t('import_points.row')}</th><th scope="col">${t('import_points.column')}</th><th scope="col">${t('import_points.fault')}</th></tr></thead>
      <tbody>${errors.map((one) => html`<tr><td class="num">${one.row}</td><td>${one.column}</td><td>${one.detail}</td></tr>`)}</tbody></table></div>`
    }`;
}

/** A file with the headings and one line to be written over; the mark in front tells spreadsheets that it is UTF-8. */
function template() {
  const text = `\ufeff${t('import_points.head')}\r\n${t('import_points.example')}\r\n`;
  download(new File([text], 'diem-tap-ket-mau.csv', { type: 'text/csv' }));
}
