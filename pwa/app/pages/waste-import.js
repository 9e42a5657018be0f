// The tickets of a weigh-bridge from a spreadsheet: first a trial that names every bad cell, then for real.
import { Icon } from '../components/icon.js';
import { Trial } from '../components/import-trial.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure } from '../components/states.js';
import { toast } from '../components/toast.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useImport } from '../lib/import-file.js';
import { go } from '../lib/router.js';
import { useAccount } from '../lib/session.js';
import { download } from '../lib/share.js';

export default function WasteImport() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('waste.import'), who, asking, may: 'manage_waste_ledger' }, h(Import, {}));
}

function Import() {
  const { file, found, error, busy, take, run } = useImport('/api/waste/imports', ({ created }) => {
    toast(t('waste.imported', { n: created }));
    go('/so-sach/so-rac', { replace: true });
  });
  return html`<p>${t('waste.import_lead')}</p>
    <div class="line"><button class="button small quiet" type="button" onClick=${template}>${h(Icon, { name: 'download' })}${t('import_points.template')}</button>
    <label class=${`button small pick ${found ? 'quiet' : ''}`}>${h(Icon, { name: 'upload' })}${t(file ? 'import_points.other' : 'import_points.choose')}<input type="file" accept=".xlsx,.csv,.txt,text/csv,text/plain" onChange=${take} /></label></div>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found, words: t('waste.found', { rows: found.rows, n: found.created }) })}
    ${file && found && found.created > 0 && html`<button class="button" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('waste.import_go', { n: found.created })}</button>`}
    <p><a href="/so-sach/so-rac">${t('ways.waste')}</a></p>`;
}

/** A file with the headings and one line to be written over; the mark in front tells spreadsheets that it is UTF-8. */
function template() {
  const text = `\ufeff${t('waste.template_head')}\r\n${t('waste.template_line')}\r\n`;
  download(new File([text], 'phieu-can-mau.csv', { type: 'text/csv' }));
}
