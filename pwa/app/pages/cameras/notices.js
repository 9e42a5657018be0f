// For everybody: which cameras there are, whose, what for, and how long their pictures are kept.
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';

export default function CameraNotices() {
  const { data, error, reload } = useLoad((signal) => get('/api/camera-notices', { signal }), []);
  const rows = /** @type {Api.CameraNotice[] | null} */ (data?.items ?? null);
  return h(
    PageFrame,
    { title: t('camera_notices.title') },
    html`<p>${t('camera_notices.lead')}</p>`,
    error
      ? h(Failure, { error, onRetry: reload })
      : !rows
        ? h(Waiting, { lines: 3 })
        : rows.length
          ? rows.map((one) => h(Notice, { key: one.code, one }))
          : h(EmptyState, { icon: 'camera', title: t('camera_notices.none'), text: t('camera_notices.none_hint') }),
    html`<a class="button" href="/gui">${h(Icon, { name: 'camera' })}${t('camera_notices.report')}</a>`,
  );
}

/** @param {{ one: Api.CameraNotice }} props */
function Notice({ one }) {
  const where = [one.place_words, one.hamlet_name].filter(Boolean).join(', ');
  const rows = [
    ['camera_notices.owner', one.owner],
    ['camera_notices.purpose', one.purpose],
    ['camera_notices.kept', t('camera_notices.days', { n: one.retention_days })],
    ['camera_notices.sign', one.notice_on ? t('camera_notices.since', { day: shortDay(one.notice_on) }) : ''],
  ];
  return html`<section class="card pad stack"><h2>${one.name}</h2>${where && html`<p class="small">${where}</p>`}
    ${rows.filter(([, value]) => value).map(([word, value]) => html`<p class="pre"><b>${t(word)}:</b> ${value}</p>`)}</section>`;
}
