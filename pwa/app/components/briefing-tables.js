// The tables of the briefings: organisations with their share, and the sessions.
import { number, shortDay } from '../lib/format.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Table } from './desk/table.js';
import { Icon } from './icon.js';

/** @param {{ bodies: Api.BodyOn[], keeps: boolean, onCount: (one: Api.BodyOn) => void, onEdit: (one: Api.BodyOn) => void }} props */
export function BodyTable({ bodies, keeps, onCount, onEdit }) {
  /** @type {Desk.Column<Api.BodyOn>[]} */
  const columns = [
    { title: t('briefing.body'), cell: (one) => html`${one.name} <span class="small">${t(`briefing.kind_${one.kind}`)}</span>` },
    {
      title: t('briefing.people'),
      num: true,
      cell: (one) =>
        one.headcount
          ? html`${number(one.headcount.people)}${one.headcount.counted_elsewhere > 0 && html` <span class="small">${t('briefing.less', { n: number(one.headcount.counted_elsewhere) })}</span>`}`
          : html`<span class="chip amber">${t('briefing.not_said')}</span>`,
    },
    { title: t('briefing.briefed'), num: true, cell: (one) => `${number(one.briefed)}/${number(one.own ?? 0)}` },
    { title: t('briefing.share'), num: true, cell: (one) => one.percent !== null && `${number(one.percent)}\u00a0%` },
    { title: t('briefing.pledges'), num: true, cell: (one) => number(one.pledges) },
  ];
  const actions = (/** @type {Api.BodyOn} */ one) =>
    keeps &&
    html`<button class="desk-link" type="button" onClick=${() => onCount(one)}>${h(Icon, { name: 'users' })}${t('briefing.form_headcount')}<span class="sr"> ${one.name}</span></button>
      <button class="desk-link" type="button" onClick=${() => onEdit(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.name}</span></button>`;
  return h(Table, { caption: t('briefing.bodies'), columns, rows: bodies, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions });
}

/** @param {{ sessions: Api.SessionShape[], keeps: boolean, onCorrect: (came: Api.CameShape) => void, onPhotos: (one: Api.SessionShape) => void }} props */
export function SessionTable({ sessions, keeps, onCorrect, onPhotos }) {
  /** @type {Desk.Column<Api.SessionShape>[]} */
  const columns = [
    { title: t('briefing.held_on'), cell: (one) => shortDay(one.held_on) },
    { title: t('briefing.topic'), cell: (one) => html`${one.topic} <span class="small">${one.place}</span>` },
    {
      title: t('briefing.came'),
      cell: (one) =>
        html`<ul class="plain">${one.came.map(
          (row) => html`<li>${row.body_name}: ${t('briefing.came_words', { people: number(row.people), first: number(row.first_time) })}
          ${keeps && html`<button class="desk-link" type="button" onClick=${() => onCorrect(row)}>${t('sorting.correct')}<span class="sr"> ${row.body_name}</span></button>`}</li>`,
        )}</ul>`,
    },
  ];
  const actions = (/** @type {Api.SessionShape} */ one) =>
    (keeps || one.photos.length > 0) &&
    html`<button class="desk-link" type="button" onClick=${() => onPhotos(one)}>${h(Icon, { name: 'image' })}${t('briefing.photos')} (${one.photos.length})<span class="sr"> ${shortDay(one.held_on)}</span></button>`;
  return h(Table, { caption: t('briefing.sessions'), columns, rows: sessions, keyOf: (one) => one.id, actionsWord: t('admin.actions'), actions });
}

const PARTS = ['people', 'first', 'pledges'];

/** How many came, one frame for each organisation. @param {{ bodies: Api.BodyOn[], values: Desk.Values, set: (change: Desk.Values) => void }} props */
export function Came({ bodies, values, set }) {
  return bodies.map(
    (body) =>
      html`<fieldset class="came" key=${body.id}><legend>${body.name}</legend>${PARTS.map((part) => {
        const name = `${part}_${body.id}`;
        return html`<label>${t(`briefing.${part}_came`)}<input class="input" inputmode="numeric" value=${values[name] ?? ''} onInput=${(/** @type {any} */ event) => set({ [name]: event.target.value.replace(/\D/g, '') })} /></label>`;
      })}</fieldset>`,
  );
}
