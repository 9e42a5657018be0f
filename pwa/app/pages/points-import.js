// The commune's register from a spreadsheet: first a trial that names every bad cell, then for real.
import { Icon } from '../components/icon.js';
import { Trial } from '../components/import-trial.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useImport } from '../lib/import-file.js';
import { go } from '../lib/router.js';
import { can, useAccount } from '../lib/session.js';
import { download } from '../lib/share.js';

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
  const { file, found, error, busy, take, run } = useImport('/api/collection-points/imports', ({ created, updated }) => {
    toast(t('import_points.done', { created, updated }));
    go('/diem-tap-ket', { replace: true });
  });
  const ready = found ? found.created + found.updated : 0;
  return html`<p>${t('import_points.lead')}</p>
    <button class="button quiet" type="button" onClick=${template}>${h(Icon, { name: 'download' })}${t('import_points.template')}</button>
    <label class=${`button pick ${found ? 'quiet' : ''}`}>${h(Icon, { name: 'upload' })}${t(file ? 'import_points.other' : 'import_points.choose')}<input type="file" accept=".xlsx,.csv,.txt,text/csv,text/plain" onChange=${take} /></label>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found, words: ready + found.errors.length ? t('import_points.found', { rows: found.rows, created: found.created, updated: found.updated }) : t('import_points.same') })}
    ${file && ready > 0 && html`<button class="button" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('import_points.go', { n: ready })}</button>`}`;
}

/** A file with the headings and one line to be written over; the mark in front tells spreadsheets that it is UTF-8. */
function template() {
  const text = `\ufeff${t('import_points.head')}\r\n${t('import_points.example')}\r\n`;
  download(new File([text], 'diem-tap-ket-mau.csv', { type: 'text/csv' }));
}
