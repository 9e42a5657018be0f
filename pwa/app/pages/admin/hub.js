// Everything the commune can set, in plain words, on one page.
import { Row } from '../../components/row.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';

/** @param {{ parts: { part: string, word: string, icon: string }[] }} props */
export function Hub({ parts }) {
  return html`<div class="desk-page"><h1>${t('admin.title')}</h1><p class="small">${t('hub.hint')}</p>
    <ul class="hub">${parts.map((one) => h(Row, { key: one.part, href: `/quan-ly/${one.part}`, icon: one.icon, title: t(one.word), text: t(`hub.${one.part}`) }))}</ul></div>`;
}
