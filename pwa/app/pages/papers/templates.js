// The Word templates: taken, edited by the clerk, put back; the program's own is never far.
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { del, get, put, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can, useAccount } from '../../lib/session.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export default function TemplatesPage() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad(
    (signal) => (who && can('prepare_documents') ? get('/api/papers/templates', { signal }) : Promise.resolve(null)),
    [who?.id],
  );
  return h(
    OfficeFrame,
    { title: t('templates.title'), who, asking, may: 'prepare_documents' },
    html`<p>${t('templates.hint')}</p>${error ? h(Failure, { error, onRetry: reload }) : data ? h(Templates, { data, onChanged: reload }) : h(Waiting, { lines: 5 })}`,
  );
}

/** @param {{ data: Api.Templates, onChanged: () => void }} props */
function Templates({ data, onChanged }) {
  const fail = (/** @type {unknown} */ error) => toast(sayProblem(error));
  const place = (/** @type {Api.TemplateShape} */ one) => `/api/papers/templates/${one.name}`;
  const send = async (/** @type {Api.TemplateShape} */ one, /** @type {any} */ event) => {
    const [file] = event.target.files;
    event.target.value = '';
    if (!file) return;
    const kept = () => {
      toast(t('templates.put_done'));
      onChanged();
    };
    await put(place(one), new Blob([file], { type: WORD }), { version: one.version, seconds: 60 }).then(kept, fail);
  };
  const reset = (/** @type {Api.TemplateShape} */ one) => del(place(one), { version: one.version }).then(onChanged, fail);
  /** @type {Desk.Column<Api.TemplateShape>[]} */
  const columns = [
    { title: t('templates.template'), cell: (one) => one.label },
    { title: t('templates.state'), cell: (one) => (one.is_own ? t('templates.own', { n: one.version }) : t('templates.built_in')) },
  ];
  const act = (
    /** @type {Api.TemplateShape} */ one,
  ) => html`<div class="line wrap"><button class="desk-link" type="button" onClick=${() => download(place(one)).catch(fail)}>${h(Icon, { name: 'download' })}${t('templates.take')}<span class="sr"> ${one.label}</span></button>
    ${can('manage_catalogue') && html`<label class="desk-link pick">${h(Icon, { name: 'upload' })}${t('templates.put')}<span class="sr"> ${one.label}</span><input type="file" accept=".docx" onChange=${(/** @type {any} */ event) => send(one, event)} /></label>`}
    ${can('manage_catalogue') && one.is_own && html`<button class="desk-link" type="button" onClick=${() => reset(one)}>${h(Icon, { name: 'undo' })}${t('templates.reset')}<span class="sr"> ${one.label}</span></button>`}</div>`;
  /** @type {Desk.Column<Api.TemplateField>[]} */
  const fields = [
    { title: t('templates.field'), cell: (one) => html`<code>${`{{ ${one.name} }}`}</code>` },
    { title: t('templates.words'), cell: (one) => one.words },
  ];
  return html`${h(Table, { caption: t('templates.title'), columns, rows: data.items, keyOf: (one) => one.name, actionsWord: t('admin.actions'), actions: act })}
    <section class="stack"><h2>${t('templates.fields')}</h2>${h(Table, { caption: t('templates.fields'), columns: fields, rows: data.fields, keyOf: (one) => one.name })}</section>`;
}
