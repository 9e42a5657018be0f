// The commune's list of hamlets from a spreadsheet: first a trial that names every bad cell, then for real.
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { post } from '../../lib/api.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { download } from '../../lib/share.js';

/** @param {{ onDone: () => void }} props */
export function HamletImport({ onDone }) {
  const [file, setFile] = useState(/** @type {{ name: string, blob: Blob } | null} */ (null));
  const [found, setFound] = useState(/** @type {Api.ImportResult | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [busy, setBusy] = useState(false);
  const run = async (/** @type {Blob} */ blob, /** @type {boolean} */ dry) => {
    setBusy(true);
    setError(null);
    try {
      const result = await post(`/api/hamlets/imports?dry_run=${dry}`, blob, { seconds: 60 });
      if (dry) setFound(result);
      else {
        toast(t('import.done', { created: result.created, updated: result.updated }));
        setFile(null);
        setFound(null);
        onDone();
      }
    } catch (why) {
      setError(why);
    }
    setBusy(false);
  };
  const take = async (/** @type {any} */ event) => {
    const picked = event.target.files?.[0];
    event.target.value = '';
    if (!picked) return;
    const blob = new Blob([await picked.arrayBuffer()], { type: 'text/csv' });
    setFile({ name: picked.name, blob });
    setFound(null);
    run(blob, true);
  };
  return html`<section class="card pad desk-part"><h2>${t('hamlets.import')}</h2><p class="small">${t('import.hint')}</p>
    <div class="line"><button class="button quiet small" type="button" onClick=${template}>${h(Icon, { name: 'download' })}${t('import.template')}</button><label class="button quiet small pick">${h(Icon, { name: 'upload' })}${t('import.choose')}<input type="file" accept=".csv,.txt,text/csv,text/plain" onChange=${take} /></label><span class="small" role="status">${busy ? t('import.reading') : (file?.name ?? '')}</span></div>
    ${error && h(Failure, { error })}
    ${found && h(Trial, { found })}
    ${file && found && found.created + found.updated > 0 && html`<button class="button small" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${t('import.go', { n: found.created + found.updated })}</button>`}</section>`;
}

/** @param {{ found: Api.ImportResult }} props */
function Trial({ found }) {
  return html`<p role="status"><b>${t('import.trial', { rows: found.rows, created: found.created, updated: found.updated, bad: found.errors.length })}</b></p>
    ${found.remarks.map((one) => html`<p class="small">${one.column}: ${one.detail}</p>`)}
    ${
      found.errors.length > 0 &&
      h(Table, {
        caption: t('import.bad'),
        rows: found.errors,
        keyOf: (fault) => `${fault.row} ${fault.column}`,
        columns: [
          { title: t('import.row'), cell: (fault) => fault.row },
          { title: t('import.column'), cell: (fault) => fault.column },
          { title: t('import.fault'), cell: (fault) => fault.detail },
        ],
      })
    }`;
}

/** A file with the headings and one line to be written over; the mark in front tells spreadsheets that it is UTF-8. */
function template() {
  const text = `\ufeff${t('import.head')}\r\n${t('import.example')}\r\n`;
  download(new File([text], 'thon-mau.csv', { type: 'text/csv' }));
}
