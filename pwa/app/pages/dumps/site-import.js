// The registers brought back from a spreadsheet: first a trial that names every bad cell, then for real.
import { Icon } from '../../components/icon.js';
import { Trial } from '../../components/import-trial.js';
import { Failure } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useImport } from '../../lib/import-file.js';

/** @param {{ onDone: () => void }} props */
export function SiteImport({ onDone }) {
  const { file, found, error, busy, take, run } = useImport('/api/dump-registers/imports', ({ created, updated }) => {
    toast(t('dumps.import_done', { created, updated }));
    onDone();
  });
  const ready = found ? found.created + found.updated : 0;
  return html`<section class="card pad stack"><p class="small">${t('dumps.import_hint')}</p>
    <label class="button quiet small pick">${h(Icon, { name: 'upload' })}${t('dumps.import_choose')}<input type="file" accept=".xlsx,.csv" onChange=${take} /></label>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found, words: t('dumps.import_found', { rows: found.rows, created: found.created, updated: found.updated }) })}
    ${file && ready > 0 && html`<button class="button small" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('dumps.import_go', { n: ready })}</button>`}</section>`;
}
