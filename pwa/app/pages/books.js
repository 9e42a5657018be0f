// The registers and the movement: every book the staff keep, in groups.
import { OfficeFrame } from '../components/office-frame.js';
import { Row } from '../components/row.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { can, useAccount } from '../lib/session.js';
import { forStaff } from '../lib/ways.js';

export default function Books() {
  const { who, asking } = useAccount();
  const groups = forStaff.map(({ word, ways }) => ({ word, ways: ways.filter(({ may }) => !may || can(may)) })).filter(({ ways }) => ways.length);
  return h(
    OfficeFrame,
    { title: t('ways.books'), who, asking },
    groups.map(
      ({ word, ways }) =>
        html`<section key=${word} class="stack"><h2>${t(word)}</h2><ul class="hub">${ways.map((way) => h(Row, { key: way.href, href: way.href, icon: way.icon, title: t(way.word), text: t(`${way.word}_hint`) }))}</ul></section>`,
    ),
  );
}
