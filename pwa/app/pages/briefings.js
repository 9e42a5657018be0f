// Who has been briefed on the plan: organisations with how many people they have, sessions and who came, K4.
import { BodyTable, Came, SessionTable } from '../components/briefing-tables.js';
import { Scans } from '../components/covenant-sheets.js';
import { EditSheet } from '../components/desk/edit-sheet.js';
import { Sheet } from '../components/desk/sheet.js';
import { Tiles } from '../components/figures/charts.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { get, patch, post } from '../lib/api.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { orNull, save } from '../lib/save.js';
import { usePhotosAtOnce } from '../lib/scans.js';
import { can, useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

/** @typedef {{ form: 'body' | 'headcount' | 'session' | 'correction', values: Desk.Values }} Open */

const KINDS = ['office', 'forces', 'union', 'school', 'other'];
const numeric = { inputMode: 'numeric' };
/** @param {unknown} text */
const count = (text) => Number(text) || 0;

export default function BriefingsPage() {
  const { who, asking } = useAccount();
  return h(OfficeFrame, { title: t('ways.briefings'), who, asking, may: 'read_staff_pages' }, h(Book, {}));
}

function Book() {
  const [on, setOn] = useState(dayOf());
  const { data, error, reload } = useLoad((signal) => read(on, signal), [on]);
  const [open, setOpen] = useState(/** @type {Open | null} */ (null));
  const [looked, setLooked] = useState('');
  if (error) return h(Failure, { error, onRetry: reload });
  const shown = data?.sessions.find((one) => one.id === looked);
  const keeps = can('record_briefings');
  return html`<p class="small">${t('briefing.lead')}</p>
    <div class="line no-print"><label class="line small">${t('sorting.on')} <input class="input" type="date" value=${on} max=${dayOf()} onChange=${(/** @type {any} */ event) => event.target.value && setOn(event.target.value)} /></label>
      ${
        keeps &&
        html`<button class="button small" type="button" disabled=${!data?.board.bodies.length} onClick=${() => setOpen({ form: 'session', values: { held_on: dayOf(), topic: '', place: '', words: '' } })}>${h(Icon, { name: 'plus' })}${t('briefing.form_session')}</button>
        <button class="button small quiet" type="button" onClick=${() => setOpen({ form: 'body', values: { name: '', kind: 'union', from_day: dayOf() } })}>${h(Icon, { name: 'plus' })}${t('briefing.form_body')}</button>`
      }
      <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('figures.print')}</button></div>
    ${data ? h(Figures, { ...data, keeps, setOpen, onPhotos: (one) => setLooked(one.id) }) : h(Waiting, { lines: 6 })}
    ${shown && h(Photos, { one: shown, keeps, onSent: reload, onClose: () => setLooked('') })}
    ${open && data && h(Form, { open, bodies: data.board.bodies, onSaved: reload, onClose: () => setOpen(null) })}`;
}

/** @param {{ one: Api.SessionShape, keeps: boolean, onSent: () => void, onClose: () => void }} props */
function Photos({ one, keeps, onSent, onClose }) {
  const photos = usePhotosAtOnce(`/api/briefings/sessions/${one.id}`, onSent);
  return h(
    Sheet,
    { title: t('briefing.photos_of', { day: shortDay(one.held_on) }), onClose },
    h(Scans, { title: one.topic, shown: one.photos, mayAdd: keeps, photos }),
  );
}

/** @param {string} on @param {AbortSignal} signal */
async function read(on, signal) {
  const [board, sessions] = await Promise.all([get(`/api/briefings?on=${on}`, { signal }), get('/api/briefings/sessions', { signal })]);
  return { board: /** @type {Api.BriefingBoard} */ (board), sessions: /** @type {Api.SessionShape[]} */ (sessions) };
}

/** @param {{ board: Api.BriefingBoard, sessions: Api.SessionShape[], keeps: boolean, setOpen: (open: Open) => void, onPhotos: (one: Api.SessionShape) => void }} props */
function Figures({ board, sessions, keeps, setOpen, onPhotos }) {
  const tiles = [
    {
      word: t('briefing.k4'),
      value: board.percent === null ? t('sorting.nothing') : `${number(board.percent)}\u00a0%`,
      note: t('briefing.k4_of', { n: number(board.briefed), all: number(board.people) }),
    },
    { word: t('briefing.pledges'), value: number(board.pledges) },
    { word: t('briefing.silent'), value: number(board.without_headcount), tone: board.without_headcount ? 'hot' : '', note: t('briefing.silent_hint') },
  ];
  return html`${h(Tiles, { items: tiles })}
    ${h(BodyTable, {
      bodies: board.bodies,
      keeps,
      onCount: (one) => setOpen({ form: 'headcount', values: headcountForm(one) }),
      onEdit: (one) => setOpen({ form: 'body', values: { ...one, ended_on: one.ended_on ?? '' } }),
    })}
    <h2>${t('briefing.sessions')}</h2>
    ${h(SessionTable, { sessions, keeps, onCorrect: (came) => setOpen({ form: 'correction', values: { ...came } }), onPhotos })}`;
}

/** @param {Api.BodyOn} one */
const headcountForm = (one) => ({
  ...{
    body_id: one.id,
    name: one.name,
    counted_on: dayOf(),
    people: one.headcount?.people ?? '',
    counted_elsewhere: one.headcount?.counted_elsewhere ?? 0,
    words: '',
  },
});

/** @param {{ open: Open, bodies: Api.BodyOn[], onSaved: () => void, onClose: () => void }} props */
function Form({ open, bodies, onSaved, onClose }) {
  const [ids] = useState(() => ({ id: uuid(), rows: bodies.map(() => uuid()) }));
  const { form, values } = open;
  const keep = (/** @type {Desk.Values} */ wish) => save(() => send(form, ids, wish, bodies), onSaved);
  const hint =
    form === 'headcount'
      ? t('briefing.headcount_hint')
      : form === 'correction'
        ? t('sorting.correct_hint')
        : form === 'session'
          ? t('briefing.session_hint')
          : undefined;
  const title = [t(`briefing.form_${form}`), form === 'headcount' ? values.name : values.body_name].filter(Boolean).join(': ');
  return h(EditSheet, {
    title,
    hint,
    fields: fieldsOf(form, values),
    values,
    onSave: keep,
    onClose,
    extra: form === 'session' ? (now, set) => h(Came, { bodies, values: now, set }) : undefined,
  });
}

/** @param {Open['form']} form @param {{ id: string, rows: string[] }} ids @param {Desk.Values} wish @param {Api.BodyOn[]} bodies */
function send(form, { id, rows }, wish, bodies) {
  if (form === 'headcount') {
    const { body_id, counted_on, words } = wish;
    return post('/api/briefings/headcounts', { id, body_id, counted_on, people: count(wish.people), counted_elsewhere: count(wish.counted_elsewhere), words });
  }
  if (form === 'correction') {
    return post(`/api/briefings/attendances/${wish.id}/corrections`, {
      id,
      people: count(wish.people),
      first_time: count(wish.first_time),
      pledges: count(wish.pledges),
    });
  }
  if (form === 'body') {
    const { name, kind, from_day } = wish;
    if (wish.version) return patch(`/api/briefings/bodies/${wish.id}`, { name, kind, ended_on: orNull(wish.ended_on) }, { version: wish.version });
    return post('/api/briefings/bodies', { id, name, kind, from_day });
  }
  const came = bodies
    .map((body, at) => ({
      id: rows[at],
      body_id: body.id,
      people: count(wish[`people_${body.id}`]),
      first_time: count(wish[`first_${body.id}`]),
      pledges: count(wish[`pledges_${body.id}`]),
    }))
    .filter((row) => row.people > 0);
  return post('/api/briefings/sessions', { id, held_on: wish.held_on, topic: wish.topic, place: wish.place, words: wish.words, came });
}

/** @param {Open['form']} form @param {Desk.Values} values @returns {Desk.EditField[]} */
function fieldsOf(form, values) {
  const people = { name: 'people', label: t('briefing.people'), input: numeric };
  if (form === 'headcount')
    return [
      { name: 'counted_on', label: t('briefing.counted_on'), type: 'date', input: { max: dayOf() } },
      people,
      { name: 'counted_elsewhere', label: t('briefing.elsewhere'), hint: t('briefing.elsewhere_hint'), input: numeric },
      { name: 'words', label: t('briefing.source'), optional: true, max: 500 },
    ];
  if (form === 'correction')
    return [
      { ...people, label: t('briefing.came') },
      { name: 'first_time', label: t('briefing.first_time'), hint: t('briefing.first_time_hint'), input: numeric },
      { name: 'pledges', label: t('briefing.pledged'), input: numeric },
    ];
  if (form === 'body')
    return [
      { name: 'name', label: t('briefing.name'), max: 160 },
      { name: 'kind', label: t('briefing.kind'), options: KINDS.map((value) => ({ value, label: t(`briefing.kind_${value}`) })) },
      values.version
        ? { name: 'ended_on', label: t('briefing.ended_on'), type: 'date', optional: true }
        : { name: 'from_day', label: t('briefing.from_day'), type: 'date' },
    ];
  return [
    { name: 'held_on', label: t('briefing.held_on'), type: 'date', input: { max: dayOf() } },
    { name: 'topic', label: t('briefing.topic'), max: 200 },
    { name: 'place', label: t('briefing.place'), optional: true, max: 160 },
    { name: 'words', label: t('sorting.words'), optional: true, multiline: true, max: 1000 },
  ];
}
