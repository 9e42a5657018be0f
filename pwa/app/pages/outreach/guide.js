// "Rác này bỏ vào đâu?": type a thing, see where it goes. The whole list is on the phone, so it works offline too.
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { Row } from '../../components/row.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { found } from '../../lib/guide.js';
import { h, html, useMemo, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { startDraft, startOutbox } from '../../lib/outbox.js';
import { go } from '../../lib/router.js';

/** @param {{ code?: string }} props code: of one class */
export default function Guide({ code }) {
  const { data, error, reload } = useLoad((signal) => get('/api/guide', { signal }), []);
  const guide = /** @type {Api.Guide | null} */ (data);
  const one = guide?.classes.find((each) => each.code === code);
  const frame = { title: one?.name ?? t('guide.title'), backTo: code ? '/phan-loai' : '/thong-tin' };
  if (!guide) return h(PageFrame, frame, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 5 }));
  return h(PageFrame, frame, one ? h(OneClass, { one, guide }) : h(Search, { guide }));
}

/** @param {{ guide: Api.Guide }} props */
function Search({ guide }) {
  const [typed, setTyped] = useState(() => new URLSearchParams(location.search).get('tim') ?? '');
  const hits = useMemo(() => found(guide.entries, typed), [guide, typed]);
  const asked = typed.trim();
  return html`<search class="guide-search"><label for="guide-find"><b>${t('guide.ask')}</b></label>
      <input class="input" id="guide-find" type="search" autocomplete="off" maxlength="60" placeholder=${t('guide.sample')} value=${typed} onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} /></search>
    <p class="sr" role="status">${asked && t('guide.count', { n: hits.length })}</p>
    ${asked ? h(Hits, { hits, guide, asked }) : h(Classes, { guide })}`;
}

/** @param {{ hits: Api.GuideEntryShape[], guide: Api.Guide, asked: string }} props */
function Hits({ hits, guide, asked }) {
  const question = html`<button class="button quiet" type="button" onClick=${() => ask(asked)}>${h(Icon, { name: 'message' })}${t('guide.ask_commune')}</button>`;
  return html`${hits.length > 0 && html`<ul class="stack">${hits.map((one) => h(Entry, { key: one.id, one, guide }))}</ul>`}
    ${hits.length ? html`<p class="center small">${t('guide.not_it')}</p>${question}` : h(EmptyState, { icon: 'question', title: t('guide.none'), text: t('guide.none_hint') }, question)}`;
}

/** A draft of a proposal with the question in it; it is sent on the report's own pages. @param {string} asked */
async function ask(asked) {
  await startOutbox();
  const draft = await startDraft('complaint', { category: 'proposal', words: t('guide.question', { what: asked }) });
  go(`/gui#${draft.id}`);
}

/** @param {{ one: Api.GuideEntryShape, guide: Api.Guide, bare?: boolean }} props bare: the class is known */
function Entry({ one, guide, bare }) {
  const kind = guide.classes.find(({ code }) => code === one.class_code);
  return html`<li class="card guide-entry"><h2>${one.name}</h2>
    ${kind && !bare && html`<a class=${`guide-class ${one.class_code}`} href=${`/phan-loai/${one.class_code}`}>${h(Icon, { name: kind.icon })}<span><b>${kind.name}</b>${kind.colour && html`<span class="small">${kind.colour}</span>`}</span></a>`}
    ${one.how && html`<p>${one.how}</p>`}</li>`;
}

/** @param {{ guide: Api.Guide }} props */
function Classes({ guide }) {
  return html`<section class="stack"><h2>${t('guide.classes')}</h2><ul class="card rows">${guide.classes.map((one) => h(Row, { key: one.code, href: `/phan-loai/${one.code}`, icon: one.icon, title: one.name, text: one.colour }))}</ul></section>
    <p class="small">${t('guide.source_hint')}</p>`;
}

/** @param {{ one: Api.WasteClassShape, guide: Api.Guide }} props */
function OneClass({ one, guide }) {
  const entries = guide.entries.filter((each) => each.class_code === one.code).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return html`<section class=${`card pad guide-class ${one.code}`}>${h(Icon, { name: one.icon })}<div class="stack"><b>${one.colour}</b><p>${one.how}</p>${one.source && html`<p class="small">${t('guide.source', { source: one.source })}</p>`}</div></section>
    <h2>${t('guide.things', { n: entries.length })}</h2>
    <ul class="stack">${entries.map((each) => h(Entry, { key: each.id, one: each, guide, bare: true }))}</ul>`;
}
