// One weekend's result: open to everyone; staff also see who wrote it and what was mended.
import { bringEditor } from '../components/bring-editor.js';
import { CleanupCourse, CleanupFacts, SecondReport } from '../components/cleanup-facts.js';
import { Icon } from '../components/icon.js';
import { resultWords } from '../components/known-result.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoModeration } from '../components/photo-moderation.js';
import { BeforeAfter, Picture } from '../components/picture.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { RouteMap } from '../components/walked-route.js';
import { ApiProblem, get, patch, post, put, sayProblem } from '../lib/api.js';
import { dayAndClock, weekday } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { can } from '../lib/session.js';
import { account, hamlets, keep } from '../lib/store.js';

/** @param {{ id: string }} props */
export default function CleanupPage({ id }) {
  const { data, error, reload } = useLoad((signal) => view(id, signal), [id, account.value?.id]);
  useEffect(() => void keep('hamlets'), []);
  const frame = { title: t('cleanup.title'), ownHeading: true, backTo: '/cuoi-tuan' };
  if (!data && error instanceof ApiProblem && error.status === 404)
    return h(
      PageFrame,
      { ...frame, ownHeading: false },
      h(EmptyState, { icon: 'search', title: t('cleanup.gone') }, html`<a class="button quiet" href="/cuoi-tuan">${t('home.weekend')}</a>`),
    );
  if (!data) return h(PageFrame, { ...frame, ownHeading: false }, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 }));
  const { one, history } = data;
  const held = one.outcome === 'held';
  return h(
    PageFrame,
    frame,
    html`<div class="stack"><h1>${one.hamlet_name}</h1><p class="small">${weekday(one.held_on)} · ${t(`slot.${one.slot}`)}${one.organiser ? ` · ${one.organiser}` : ''}</p></div>
      <p class=${`notice ${held ? 'leaf' : ''}`}><b class="num">${resultWords(one)}</b></p>`,
    h(Photos, { one }),
    held && h(CleanupFacts, { one }),
    one.route?.length > 0 && html`<section class="stack"><h2>${t('cleanup.route')}</h2>${h(RouteMap, { route: one.route })}</section>`,
    !held && one.note && html`<p class="pre">${one.note}</p>`,
    one.may_correct_until &&
      html`<div class="stack"><a class="button quiet" href=${`/cuoi-tuan/${one.id}/sua`}>${h(Icon, { name: 'pencil' })}${t('cleanup.correct')}</a><p class="small center">${t('cleanup.until', { when: dayAndClock(one.may_correct_until) })}</p></div>`,
    one.made_by && can('moderate_content') && h(Moderation, { one, onDone: reload }),
    one.made_by && one.second_reports?.length > 0 && h(Beside, { one, onDone: reload }),
    one.made_by && h(Staff, { one, history }),
  );
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<{ one: App.Cleanup, history: any[] | null }>} */
async function view(id, signal) {
  const one = await get(`/api/cleanups/${id}`, { signal });
  const history = can('read_staff_pages') ? await get(`/api/cleanups/${id}/history`, { signal }).catch(() => null) : null;
  return { one, history };
}

/** @param {{ one: App.Cleanup }} props */
function Photos({ one }) {
  const shown = (one.photos ?? []).filter((photo) => photo.large);
  const before = shown.find((photo) => photo.kind === 'before');
  const after = shown.find((photo) => photo.kind === 'after');
  const rest = before && after ? shown.filter((photo) => photo !== before && photo !== after) : shown;
  return html`${before && after && h(BeforeAfter, { before, after, beforeWord: t('case.before'), afterWord: t('case.after') })}
    ${rest.length > 0 && html`<div class="photos">${rest.map((photo, at) => h(Picture, { key: photo.id, photo, alt: t('cleanup.photo', { n: at + 1 }) }))}</div>`}`;
}

/** @param {{ one: App.Cleanup, onDone: () => void }} props */
function Moderation({ one, onDone }) {
  const [Editor, setEditor] = useState(/** @type {any} */ (null));
  const [chosen, setChosen] = useState('');
  useEffect(() => void bringEditor().then((found) => setEditor(() => found)), []);
  const photos = /** @type {any[]} */ (one.photos);
  const photo = photos.find((each) => each.id === chosen);
  const change = async (/** @type {Promise<any>} */ work) => {
    const fault = await work.then(() => '', sayProblem);
    onDone();
    return fault;
  };
  const at = (/** @type {any} */ each) => `/api/cleanups/${one.id}/photos/${each.id}`;
  const show = async (/** @type {any} */ each) => {
    const reason = each.is_public ? t('redact.take_back') : '';
    const fault = await change(patch(at(each), { is_public: !each.is_public, reason }, { version: one.version }));
    if (fault) toast(fault);
  };
  if (!Editor) return null;
  return html`${h(PhotoModeration, { photos, onShow: show, onCover: (each) => setChosen(each.id) })}
    ${photo && h(Editor, { photo, alt: t('cleanup.photo', { n: photos.indexOf(photo) + 1 }), onSuggest: null, onSave: (/** @type {any} */ boxes) => change(put(`${at(photo)}/redaction`, { boxes }, { version: one.version })), onClose: () => setChosen('') })}`;
}

/** What others told of the same event, and which of the two holds. @param {{ one: App.Cleanup, onDone: () => void }} props */
function Beside({ one, onDone }) {
  const settle = (/** @type {string} */ id, /** @type {boolean} */ use) =>
    post(`/api/cleanup-second-reports/${id}/settlement`, { use }, { version: one.version }).then(onDone, (error) => {
      toast(sayProblem(error));
      onDone();
    });
  return html`<section class="stack"><h2>${t('cleanup.beside')}</h2><p class="small">${t('cleanup.beside_hint')}</p>${one.second_reports.map((/** @type {Api.SecondReportShape} */ each) => h(SecondReport, { key: each.id, one: each, hamlets: hamlets.value, onSettle: can('manage_movement') ? (use) => settle(each.id, use) : null }))}</section>`;
}

/** @param {{ one: App.Cleanup, history: any[] | null }} props */
function Staff({ one, history }) {
  const missing = one.photos_missing?.length ?? 0;
  return html`<section class="stack"><h2>${t('cleanup.course')}</h2>
    <p class="small">${t('cleanup.made_by', { who: one.made_by, how: t(`channel.${one.channel}`) })}</p>
    ${missing > 0 && html`<p class="notice">${t('case.photos_coming', { n: missing })}</p>`}
    ${history && h(CleanupCourse, { entries: history, hamlets: hamlets.value })}</section>`;
}
