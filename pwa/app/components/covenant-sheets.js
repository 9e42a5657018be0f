// One covenant with its stages, one self-managed model with its reviews; scans and photos of either.
import { number, shortDay } from '../lib/format.js';
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Sheet } from './desk/sheet.js';
import { Table } from './desk/table.js';
import { Icon } from './icon.js';
import { PhotoPicker } from './photo-picker.js';
import { Failure, Waiting } from './states.js';

/** @typedef {ReturnType<typeof import('../lib/new-photos.js').useNewPhotos> & { error: string, send: () => void }} Photos */

/** @param {{ one: Api.CovenantDetail | null, error: unknown, photos: Photos, onRetry: () => void, onStage: (stage: Api.StageShape | null) => void, onClose: () => void }} props */
export function CovenantSheet({ one, error, photos, onRetry, onStage, onClose }) {
  /** @type {Desk.Column<Api.StageShape>[]} */
  const columns = [
    { title: t('covenant.on_day'), cell: (stage) => shortDay(stage.on_day) },
    {
      title: t('covenant.stage'),
      cell: (stage) => html`${t(`covenant.stage_${stage.stage}`)}${stage.is_replaced && html` <span class="chip">${t('sorting.replaced')}</span>`}`,
    },
    { title: t('covenant.what'), cell: stageFacts },
  ];
  const actions = (/** @type {Api.StageShape} */ stage) =>
    one?.may_change &&
    !stage.is_replaced &&
    html`<button class="desk-link" type="button" onClick=${() => onStage(stage)}>${h(Icon, { name: 'pencil' })}${t('sorting.correct')}</button>`;
  if (!one) return h(Sheet, { title: t('covenant.covenant'), onClose }, error ? h(Failure, { error, onRetry }) : h(Waiting, { lines: 4 }));
  return h(
    Sheet,
    { title: one.title, onClose },
    one.review_due && html`<p class="notice">${t('covenant.due_since', { day: shortDay(one.review_due) })}</p>`,
    h(Table, {
      caption: t('covenant.stages'),
      columns,
      rows: one.stages,
      keyOf: (stage) => stage.id,
      faded: (stage) => stage.is_replaced,
      actionsWord: t('admin.actions'),
      actions,
    }),
    one.may_change &&
      html`<button class="button small" type="button" onClick=${() => onStage(null)}>${h(Icon, { name: 'plus' })}${t('covenant.form_stage')}</button>`,
    h(Scans, { title: t('covenant.scans'), shown: one.photos, mayAdd: one.may_change, photos }),
  );
}

/** @param {Api.StageShape} stage */
function stageFacts(stage) {
  return [
    stage.vote_percent !== null &&
      t('covenant.vote', { n: number(stage.in_favour), of: number(stage.households), present: number(stage.present), percent: number(stage.vote_percent) }),
    stage.decision_number && t('covenant.decision', { n: stage.decision_number }),
    stage.has_environment_clause && t('covenant.with_clause'),
    stage.review_on && t('covenant.review_at', { day: shortDay(stage.review_on) }),
    stage.words,
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * @param {{ one: Api.ModelDetail | null, error: unknown, photos: Photos, onRetry: () => void, onReview: (review: Api.ReviewShape | null) => void,
 *   onEdit: () => void, onClose: () => void }} props
 */
export function ModelSheet({ one, error, photos, onRetry, onReview, onEdit, onClose }) {
  /** @type {Desk.Column<Api.ReviewShape>[]} */
  const columns = [
    { title: t('covenant.reviewed_on'), cell: (review) => shortDay(review.reviewed_on) },
    {
      title: t('covenant.result'),
      cell: (review) => html`${t(`covenant.result_${review.result}`)}${review.is_replaced && html` <span class="chip">${t('sorting.replaced')}</span>`}`,
    },
    { title: t('covenant.members'), num: true, cell: (review) => number(review.members) },
    { title: t('sorting.words'), cell: (review) => review.words },
  ];
  const actions = (/** @type {Api.ReviewShape} */ review) =>
    one?.may_change &&
    !review.is_replaced &&
    html`<button class="desk-link" type="button" onClick=${() => onReview(review)}>${h(Icon, { name: 'pencil' })}${t('sorting.correct')}</button>`;
  if (!one) return h(Sheet, { title: t('covenant.model'), onClose }, error ? h(Failure, { error, onRetry }) : h(Waiting, { lines: 4 }));
  return h(
    Sheet,
    { title: one.name, onClose },
    html`<p>${[one.kind, t('covenant.since', { day: shortDay(one.set_up_on) }), one.members !== null && t('covenant.members_of', { n: number(one.members) })].filter(Boolean).join(' · ')}</p>
      ${one.activity && html`<p>${one.activity}</p>`}`,
    h(Table, {
      caption: t('covenant.reviews'),
      columns,
      rows: one.reviews,
      keyOf: (review) => review.id,
      faded: (review) => review.is_replaced,
      actionsWord: t('admin.actions'),
      actions,
    }),
    one.may_change &&
      html`<div class="line"><button class="button small" type="button" onClick=${() => onReview(null)}>${h(Icon, { name: 'plus' })}${t('covenant.form_review')}</button>
        <button class="button small quiet" type="button" onClick=${onEdit}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}</button></div>`,
    h(Scans, { title: t('covenant.photos'), shown: one.photos, mayAdd: one.may_change, photos }),
  );
}

/** What is there, and what is chosen goes at once. @param {{ title: string, shown: Api.StaffPicture[], mayAdd: boolean, photos: Photos }} props */
export function Scans({ title, shown, mayAdd, photos }) {
  useEffect(() => {
    if (photos.photos.length && !photos.busy) photos.send();
  }, [photos.photos.length, photos.busy]);
  if (!shown.length && !mayAdd) return null;
  return html`<section class="stack"><h3>${title}</h3>
    ${shown.length > 0 && html`<div class="photos">${shown.map((photo, at) => html`<a class="photo" key=${photo.id} href=${photo.large} target="_blank" rel="noopener"><img src=${photo.thumb} alt=${t('photo.number', { n: at + 1 })} /></a>`)}</div>`}
    ${photos.error && html`<p class="notice brick" role="alert">${photos.error}</p>`}
    ${mayAdd && h(PhotoPicker, { photos: photos.photos, max: 12 - shown.length, busy: photos.busy, onAdd: photos.add, onDrop: photos.drop, word: t('covenant.take') })}</section>`;
}
