// The closed sites somebody has to look at: those of the head's hamlet, or all of them; also without a network.
import { PageFrame } from '../../components/page-frame.js';
import { Row } from '../../components/row.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useAccount } from '../../lib/session.js';
import { watched } from './watched.js';

export default function Mine() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? watched(who, signal) : Promise.resolve([])), [who?.id]);
  const frame = { title: t('dumps.mine'), backTo: '/viec' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  if (!who)
    return h(
      PageFrame,
      frame,
      h(
        EmptyState,
        { icon: 'key', title: t('today.sign_in'), text: t('dumps.mine_sign_in') },
        html`<a class="button" href="/dang-nhap?den=/bai-rac">${t('sign_in.do')}</a>`,
      ),
    );
  return h(
    PageFrame,
    frame,
    html`<p>${t('dumps.mine_hint')}</p>`,
    error
      ? h(Failure, { error, onRetry: reload })
      : !data
        ? h(Waiting, { lines: 3 })
        : data.length
          ? h(List, { sites: data })
          : h(EmptyState, { icon: 'leaf', title: t('dumps.mine_none'), text: t('dumps.mine_none_hint') }),
  );
}

/** @param {{ sites: Api.SiteSummary[] }} props */
function List({ sites }) {
  return html`<ul class="card rows">${sites.map((one) => h(Row, { key: one.id, href: `/bai-rac/${one.id}/tham`, icon: late(one) ? 'clock-alert' : 'footprints', thumb: one.thumb, title: one.name, text: [one.hamlet_name, t(late(one) ? 'dumps.go_now' : 'dumps.go_by', { day: shortDay(one.visit_due_on) })].filter(Boolean).join(' · ') }))}</ul>`;
}

/** @param {Api.SiteSummary} one */
const late = (one) => String(one.visit_due_on) <= dayOf();
