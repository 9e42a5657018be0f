// The whole configuration as one file: kept for safety, carried to another commune, tried before it is taken over.
import { Icon } from '../../components/icon.js';
import { toast } from '../../components/toast.js';
import { post, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

const fail = (/** @type {unknown} */ why) => void toast(sayProblem(why));

export function Configuration() {
  const [hamlets, setHamlets] = useState(true);
  const [file, setFile] = useState(/** @type {{ name: string, content: any } | null} */ (null));
  const [report, setReport] = useState(/** @type {Api.ImportReport | null} */ (null));
  const [problem, setProblem] = useState('');
  const send = async (/** @type {any} */ content, /** @type {boolean} */ isDry) => {
    setProblem('');
    await post(`/api/configuration/imports?dry_run=${isDry}`, content, { seconds: 60 }).then(setReport, (why) => {
      setReport(null);
      setProblem(sayProblem(why));
    });
  };
  const choose = async (/** @type {any} */ event) => {
    const chosen = event.target.files[0];
    if (!chosen) return;
    event.target.value = '';
    setReport(null);
    try {
      const content = JSON.parse(await chosen.text());
      setFile({ name: chosen.name, content });
      await send(content, true);
    } catch {
      setFile(null);
      setProblem(t('config.unreadable'));
    }
  };
  const touched = report?.sections.filter((one) => one.added.length + one.changed.length + one.retired.length) ?? [];
  return html`<div class="desk-page"><h1>${t('config.title')}</h1><p class="small">${t('config.hint')}</p>
    <section class="card pad stack-16"><h2>${t('config.export')}</h2>
      <label class="choice"><input type="checkbox" checked=${hamlets} onChange=${() => setHamlets(!hamlets)} /><span>${t('config.with_hamlets')}</span></label>
      <button class="button small" type="button" onClick=${() => download(`/api/configuration?hamlets=${hamlets}`).catch(fail)}>${h(Icon, { name: 'download' })}${t('config.download')}</button></section>
    <section class="card pad stack-16"><h2>${t('config.import')}</h2><p class="small">${t('config.import_hint')}</p>
      <div class="field"><label for="config-file">${t('config.choose')}</label><input class="input" id="config-file" type="file" accept="application/json,.json" onChange=${choose} /></div>
      <div role="status">${problem && html`<p class="notice brick">${problem}</p>`}
        ${report && html`<p><b>${file?.name}</b>: ${t(report.applied ? 'config.applied' : report.errors.length ? 'config.faulty' : touched.length ? 'config.would' : 'config.nothing')}</p>`}</div>
      ${report && report.errors.length > 0 && html`<ul class="notice brick">${report.errors.map((one) => html`<li key=${one.path + one.code}><code>${one.path}</code>: ${one.detail}</li>`)}</ul>`}
      ${report && !report.errors.length && touched.map((one) => h(Section, { key: one.section, one }))}
      ${report && !report.applied && !report.errors.length && touched.length > 0 && html`<button class="button small" type="button" onClick=${() => send(file?.content, false)}>${h(Icon, { name: 'upload' })}${t('config.apply')}</button>`}</section></div>`;
}

/** @param {{ one: Api.SectionReport }} props */
function Section({ one }) {
  const lines = /** @type {[string, string[]][]} */ ([
    ['added', one.added],
    ['changed', one.changed],
    ['retired', one.retired],
  ]);
  return html`<div><h3>${one.label}</h3><ul>${lines.filter(([, names]) => names.length).map(([word, names]) => html`<li key=${word}>${t(`config.${word}`)}: ${names.join('; ')}</li>`)}</ul></div>`;
}
