// Step three: what it is, by big pictures; the rarer kinds are folded under one button.
import { kindOf } from '../lib/asked.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Icon } from './icon.js';

/** @param {{ categories: App.Category[], chosen: string | null | undefined, onChoose: (code: string) => void }} props */
export function ReportKind({ categories, chosen, onChoose }) {
  const sorted = [...categories].sort((a, b) => a.position - b.position);
  const common = sorted.filter((one) => one.is_common).slice(0, 8);
  const other = sorted.filter((one) => !common.includes(one) && kindOf(one.code) !== 'complaint');
  const rare = sorted.filter((one) => !common.includes(one) && !other.includes(one));
  const [more, setMore] = useState(rare.some((one) => one.code === chosen));
  return html`<div class="stack"><h1>${t('kind.title')}</h1><p class="small">${t('kind.hint')}</p></div>
    <div class="kinds">${common.map((one) => h(Kind, { key: one.code, one, chosen: one.code === chosen, onChoose }))}</div>
    ${rare.length > 0 && html`<button class="button quiet" type="button" aria-expanded=${String(more)} onClick=${() => setMore(!more)}>${h(Icon, { name: 'more' })}${t('kind.more')}</button>`}
    ${more && html`<div class="kinds">${rare.map((one) => h(Kind, { key: one.code, one, chosen: one.code === chosen, onChoose }))}</div>`}
    ${other.length > 0 && html`<h2>${t('asked.other_title')}</h2><div class="kinds">${other.map((one) => h(Kind, { key: one.code, one, chosen: one.code === chosen, onChoose }))}</div>`}
    <p class="hint">${t('kind.law')}</p>`;
}

/** @param {{ one: App.Category, chosen: boolean, onChoose: (code: string) => void }} props */
function Kind({ one, chosen, onChoose }) {
  return html`<button class="kind" type="button" aria-pressed=${String(chosen)} onClick=${() => onChoose(one.code)}><span class="tile">${h(Icon, { name: one.icon })}</span>${one.short_label}</button>`;
}
