// Everything the commune tells its residents, on one page.
import { PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { forEverybody } from '../lib/ways.js';

export default function More() {
  return h(
    PageFrame,
    { title: t('ways.more') },
    html`<ul class="card rows">${forEverybody.map(({ href, icon, word }) => h(Row, { key: href, href, icon, title: t(word), text: t(`${word}_hint`) }))}</ul>`,
  );
}
