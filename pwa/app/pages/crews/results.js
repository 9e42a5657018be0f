// What came of inspecting the crews, for everybody: only checked words, an organisation, never a person.
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { StatusBadge } from '../../components/status-badge.js';
import { get } from '../../lib/api.js';
import { shortDay } from '../../lib/format.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';

export default function CrewResults() {
  const { data, error, reload } = useLoad((signal) => get('/api/crew-results', { signal }), []);
  const rows = /** @type {Api.PublicCrewResult[] | null} */ (data);
  return h(
    PageFrame,
    { title: t('crew_results.title') },
    html`<p>${t('crew_results.lead')}</p>`,
    error
      ? h(Failure, { error, onRetry: reload })
      : !rows
        ? h(Waiting, { lines: 3 })
        : rows.length
          ? rows.map((one) => h(Result, { key: one.id, one }))
          : h(EmptyState, { icon: 'truck', title: t('crew_results.none'), text: t('crew_results.none_hint') }),
    html`<a class="button" href="/gui">${h(Icon, { name: 'camera' })}${t('crew_results.report')}</a>`,
  );
}

/** @param {{ one: Api.PublicCrewResult }} props */
function Result({ one }) {
  const rows = [
    ['crew_results.fault', one.fault],
    ['crew_results.remedy', one.remedy],
    ['crew_results.outcome', one.outcome],
    ['crew_results.ground', one.ground],
  ];
  const since = one.remedied_on
    ? t('crew_results.on', { day: shortDay(one.remedied_on) })
    : one.due_on
      ? t('crew_results.due', { day: shortDay(one.due_on) })
      : '';
  return html`<section class="card pad stack"><h2>${one.organisation}</h2>
    <p class="line wrap">${h(StatusBadge, { tone: one.is_remedied ? 'done' : 'work', label: t(one.is_remedied ? 'crew_results.remedied' : 'crew_results.open') })}<span class="small num">${since}</span></p>
    ${rows.filter(([, value]) => value).map(([word, value]) => html`<p class="pre"><b>${t(word)}:</b> ${value}</p>`)}
    <p class="small num">${t('crew_results.published', { day: shortDay(one.published_on) })}</p></section>`;
}
