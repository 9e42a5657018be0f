// One draft: every text can be changed and keeps beside it what the records say; then Word and Excel.
import { Table } from '../../components/desk/table.js';
import { askDialog } from '../../components/dialog.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { del, get, post, put, sayProblem } from '../../lib/api.js';
import { download } from '../../lib/download.js';
import { dayAndClock, number, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { go } from '../../lib/router.js';
import { can, useAccount } from '../../lib/session.js';

const LONGEST = 12_000;

/** @param {{ id: string }} params */
export default function DocumentPage({ id }) {
  const { who, asking } = useAccount();
  const address = `/api/documents/${id}`;
  const { data, error, reload, setData } = useLoad(
    (signal) => (who && can('prepare_documents') ? get(address, { signal }) : Promise.resolve(null)),
    [who?.id, id],
  );
  const one = /** @type {Api.DocumentDetail | null} */ (data);
  return h(
    OfficeFrame,
    { title: one?.title ?? t('papers.title'), who, asking, may: 'prepare_documents' },
    html`<a class="desk-link" href="/so-sach/van-ban">${h(Icon, { name: 'back' })}${t('papers.title')}</a>
      ${error ? h(Failure, { error, onRetry: reload }) : one ? h(Draft, { one, address, onSaved: setData, onStale: reload }) : h(Waiting, { lines: 8 })}`,
  );
}

/** @param {{ one: Api.DocumentDetail, address: string, onSaved: (one: any) => void, onStale: () => void }} props */
function Draft({ one, address, onSaved, onStale }) {
  const version = one.version;
  const fail = (/** @type {any} */ error) => {
    toast(sayProblem(error));
    if (error?.status === 412) onStale();
  };
  const keep = (/** @type {string} */ code, /** @type {string | null} */ text) => put(address, { parts: { [code]: text } }, { version }).then(onSaved, fail);
  const drawn = (/** @type {any} */ saved) => {
    toast(t('papers.again_done'));
    onSaved(saved);
  };
  const again = () => post(`${address}/drawing`, undefined, { version }).then(drawn, fail);
  const drop = async () => {
    const sure = await askDialog({
      title: t('papers.drop_sure'),
      text: t('papers.drop_hint'),
      choices: [
        { value: 'yes', label: t('papers.drop'), look: 'danger' },
        { value: '', label: t('desk.leave'), look: 'quiet' },
      ],
    });
    if (sure) del(address, { version }).then(() => go('/so-sach/van-ban', { replace: true }), fail);
  };
  const take = (/** @type {string} */ file) => () => download(`${address}/${file}`).catch(fail);
  const sections = one.parts.filter((part) => part.code.startsWith('section_') || part.code === 'opening' || part.code === 'closing');
  const frame = one.parts.filter((part) => !sections.includes(part));
  const facts = { type: t(`papers.kind_${one.kind}`), first: shortDay(one.first_day), last: shortDay(one.last_day), when: dayAndClock(one.drawn_at) };
  return html`<p class="small">${t('papers.about', facts)}</p>
    <div class="line wrap"><button class="button" type="button" onClick=${take('document.docx')}>${h(Icon, { name: 'download' })}${t('papers.word')}</button>
      ${one.annexes.length > 0 && html`<button class="button quiet" type="button" onClick=${take('annexes.xlsx')}>${h(Icon, { name: 'grid' })}${t('papers.excel')}</button>`}
      <button class="button quiet" type="button" onClick=${again}>${h(Icon, { name: 'retry' })}${t('papers.again')}</button>
      <button class="button text" type="button" onClick=${drop}>${h(Icon, { name: 'trash' })}${t('papers.drop')}</button></div>
    <section class="stack"><h2>${t('papers.body')}</h2><p class="small">${t('papers.body_hint')}</p>${sections.map((part) => h(Part, { key: part.code, part, onKeep: keep }))}</section>
    <details class="card pad"><summary>${t('papers.frame')}</summary><div class="stack"><p class="small">${t('papers.frame_hint')}</p>${frame.map((part) => h(Part, { key: part.code, part, onKeep: keep }))}</div></details>
    ${one.annexes.length > 0 && html`<section class="stack"><h2>${t('papers.annexes')}</h2>${one.annexes.map((annex, at) => h(Annex, { key: at, annex }))}</section>`}
    ${one.sealed && html`<p class="small wrap-any">${t('papers.sealed', { code: one.sealed })}</p>`}`;
}

/** @param {{ part: Api.DocumentPart, onKeep: (code: string, text: string | null) => Promise<any> }} props */
function Part({ part, onKeep }) {
  const [text, setText] = useState(part.text);
  useEffect(() => setText(part.text), [part.text]);
  if (!part.text && !part.drawn && part.code.startsWith('section_')) return html`<h3>${part.heading}</h3>`;
  const rows = Math.min(
    14,
    Math.max(
      1,
      text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 90), 0),
    ),
  );
  const keep = () => text !== part.text && text.length <= LONGEST && onKeep(part.code, text);
  return html`<div class="stack">${h(Field, { label: part.heading || t('papers.no_heading'), value: text, onInput: setText, multiline: true, max: LONGEST, input: { rows, onBlur: keep } })}
    ${
      part.is_edited &&
      html`<div class="line wrap"><span class="chip work">${h(Icon, { name: 'pencil' })}${t('papers.is_edited')}</span>${part.has_moved && html`<span class="chip amber">${h(Icon, { name: 'warning' })}${t('papers.has_moved')}</span>`}
      <details class="grow"><summary>${t('papers.drawn')}</summary><p class="pre">${part.drawn || '–'}</p><button class="button quiet small" type="button" onClick=${() => onKeep(part.code, null)}>${h(Icon, { name: 'undo' })}${t('papers.take_drawn')}</button></details></div>`
    }</div>`;
}

/** @param {{ annex: Api.DocumentAnnex }} props */
function Annex({ annex }) {
  /** @type {Desk.Column<string[]>[]} */
  const columns = annex.columns.map((title, at) => ({ title, cell: (row) => row[at] }));
  const more = annex.count - annex.rows.length;
  return html`<details class="card pad"><summary><b>${annex.title}</b> <span class="small">${t('papers.annex_count', { n: number(annex.count) })}</span></summary>
    ${h(Table, { caption: annex.title, columns, rows: annex.rows, keyOf: (row) => row.join('|') })}
    ${more > 0 && html`<p class="small">${t('papers.annex_more', { n: number(more) })}</p>`}${annex.words && html`<p class="small">${annex.words}</p>`}</details>`;
}
