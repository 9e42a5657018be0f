// The exported table of cases comes back: first a trial that names every bad cell, then for real.
import { Icon } from '../../components/icon.js';
import { Trial } from '../../components/import-trial.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useImport } from '../../lib/import-file.js';
import { go } from '../../lib/router.js';
import { can, useAccount } from '../../lib/session.js';

export default function CasesImport() {
  const { asking } = useAccount();
  const frame = { title: t('figures.back_title'), backTo: '/ban-lam-viec/thong-ke' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  return h(PageFrame, frame, can('triage_complaints') ? h(Import, {}) : h(EmptyState, { icon: 'key', title: t('figures.not_yours') }));
}

function Import() {
  const { file, found, error, busy, take, run } = useImport('/api/desk/cases/imports', ({ updated }) => {
    toast(t('figures.back_done', { n: updated }));
    go('/ban-lam-viec/thong-ke', { replace: true });
  });
  const ready = found?.updated ?? 0;
  const same = found && ready === 0 && found.errors.length === 0;
  return html`<p>${t('figures.back_lead')}</p><p class="small">${t('figures.back_excel')}</p>
    <label class=${`button pick ${found ? 'quiet' : ''}`}>${h(Icon, { name: 'upload' })}${t(file ? 'import_points.other' : 'import_points.choose')}<input type="file" accept=".csv,.txt,text/csv,text/plain" onChange=${take} /></label>
    <p class="small" role="status">${busy ? t('import_points.reading') : (file?.name ?? '')}</p>
    ${error ? h(Failure, { error }) : null}
    ${found && h(Trial, { found, words: same ? t('figures.back_same') : t('figures.back_found', { rows: found.rows, updated: found.updated }) })}
    ${file && ready > 0 && html`<button class="button" type="button" disabled=${busy} onClick=${() => run(file.blob, false)}>${h(Icon, { name: 'check' })}${t('figures.back_go', { n: ready })}</button>`}`;
}
