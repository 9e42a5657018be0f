// Green criteria: festivals and venues, the checklists filled in for them, and what is asked.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Sheet } from '../../components/desk/sheet.js';
import { Choice, Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { post, put, sayProblem } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useNewPhotos } from '../../lib/new-photos.js';
import { orNull, save } from '../../lib/save.js';
import { hamlets, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { Register } from './register.js';

const KINDS = ['festival', 'relic', 'culture', 'sport', 'music', 'tourism', 'other'];
/** @type {{ mark: string | null, note: string }} */
const BLANK = { mark: null, note: '' };
const MARKS = ['met', 'not_met', 'not_applicable'];
/** @typedef {{ site: Api.GreenSiteShape, criteria: Api.GreenCriterionShape[], check: Api.GreenCheckShape | null }} Asked */

export default function Green() {
  const [asked, setAsked] = useState(/** @type {Asked & { reload: () => void } | null} */ (null));
  const [criteria, setCriteria] = useState(/** @type {Api.GreenCriterionShape[]} */ ([]));
  useEffect(() => void keep('hamlets'), []);
  const check = (/** @type {Api.GreenSiteShape} */ site, /** @type {() => void} */ reload, /** @type {Api.GreenCheckShape | null} */ corrected) =>
    setAsked({ site, criteria: criteria.filter((one) => one.is_active && (!one.kinds.length || one.kinds.includes(site.kind))), check: corrected, reload });
  return html`${h(Register, {
    book: {
      title: t('green.book'),
      hint: t('green.hint'),
      add: t('green.add'),
      may: 'apply_green_criteria',
      list: '/api/outreach/green',
      rows: ({ sites }) => sites,
      head: (data) => h(Known, { data, onKnown: setCriteria }),
      foot: (data, reload) => h(Criteria, { criteria: data.criteria, reload }),
      columns: () => [
        { title: t('green.name'), cell: (one) => one.name },
        { title: t('green.kind'), cell: (one) => t(`green.kind_${one.kind}`) },
        {
          title: t('green.when'),
          cell: (one) => (one.held_from ? [one.held_from, one.held_until].filter(Boolean).map(shortDay).join(' – ') : t('green.always')),
        },
        { title: t('green.result'), cell: (one) => h(Result, { check: one.checks[0] }) },
      ],
      faded: (one) => !one.is_active,
      actions: (one, _, reload) =>
        html`<button class="desk-link" type="button" onClick=${() => check(one, reload, null)}>${h(Icon, { name: 'clipboard-check' })}${t('green.check')}<span class="sr"> ${one.name}</span></button>
          ${one.checks[0] && html`<button class="desk-link" type="button" onClick=${() => check(one, reload, one.checks[0])}>${h(Icon, { name: 'undo' })}${t('green.mend')}<span class="sr"> ${one.name}</span></button>`}`,
      fields: () => [
        { name: 'name', label: t('green.name'), max: 160 },
        { name: 'kind', label: t('green.kind'), options: KINDS.map((value) => ({ value, label: t(`green.kind_${value}`) })) },
        { name: 'held_from', label: t('green.from'), hint: t('green.from_hint'), type: 'date', optional: true },
        { name: 'held_until', label: t('green.until'), type: 'date', optional: true },
        {
          name: 'hamlet_id',
          label: t('activity.hamlet'),
          options: [{ value: '', label: t('activity.whole_commune') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))],
        },
        { name: 'place_words', label: t('activity.place'), max: 200, optional: true },
        { name: 'organiser', label: t('activity.organiser'), max: 160, optional: true },
        { name: 'is_active', label: t('green.is_active'), check: true },
      ],
      fresh: () => ({
        id: uuid(),
        version: 0,
        name: '',
        kind: 'festival',
        hamlet_id: '',
        place_words: '',
        organiser: '',
        held_from: '',
        held_until: '',
        is_active: true,
        checks: [],
      }),
      path: ({ id }) => `/api/outreach/green/sites/${id}`,
      form: (row) => ({ ...row, hamlet_id: row.hamlet_id ?? '' }),
      body: ({ name, kind, hamlet_id, place_words, organiser, held_from, held_until, is_active }) => ({
        name,
        kind,
        hamlet_id: orNull(hamlet_id),
        place_words,
        organiser,
        held_from: orNull(held_from),
        held_until: orNull(held_until),
        is_active,
      }),
    },
  })}
  ${asked && h(CheckSheet, { key: `${asked.site.id} ${asked.check?.id}`, asked, onSaved: asked.reload, onClose: () => setAsked(null) })}`;
}

/** Hands the criteria to the page above. @param {{ data: Api.GreenBook, onKnown: (criteria: Api.GreenCriterionShape[]) => void }} props */
function Known({ data, onKnown }) {
  useEffect(() => onKnown(data.criteria), [data]);
  return null;
}

/** @param {{ check?: Api.GreenCheckShape }} props */
function Result({ check }) {
  if (!check) return html`<span class="small">${t('green.unchecked')}</span>`;
  const tone = { met: 'leaf', not_met: 'brick', incomplete: 'amber' }[check.verdict];
  return html`<span class=${`chip ${tone}`}>${t(`green.verdict_${check.verdict}`)}${check.percent !== null && ` · ${check.percent}%`}</span>
    <span class="small"> ${shortDay(check.checked_on)}${check.photos.length > 0 && ` · ${t('green.photos', { n: check.photos.length })}`}</span>
    ${check.misses.length > 0 && html`<ul class="small green-misses">${check.misses.map((miss) => html`<li>${miss}</li>`)}</ul>`}`;
}

/** One filled checklist; of a correction the marks that stood. @param {{ asked: Asked, onSaved: () => void, onClose: () => void }} props */
function CheckSheet({ asked: { site, criteria, check }, onSaved, onClose }) {
  const [id] = useState(uuid);
  const [day, setDay] = useState(check?.checked_on ?? dayOf());
  const [words, setWords] = useState(check?.words ?? '');
  const [answers, setAnswers] = useState(() => Object.fromEntries((check?.answers ?? []).map((one) => [one.code, { mark: one.mark, note: one.note }])));
  const [state, setState] = useState(/** @type {{ busy?: boolean, error?: unknown }} */ ({}));
  const photos = useNewPhotos();
  const set = (/** @type {string} */ code, /** @type {any} */ part) => setAnswers({ ...answers, [code]: { ...BLANK, ...answers[code], ...part } });
  const left = criteria.filter((one) => !answers[one.code]?.mark).length;
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setState({ busy: true });
    try {
      const given = criteria.map(({ code }) => ({ code, mark: answers[code]?.mark ?? null, note: answers[code]?.note ?? '' }));
      await post(`/api/outreach/green/sites/${site.id}/checks`, { id, checked_on: day, words, answers: given, replaces_id: check?.id ?? null });
      await photos.send((photo) => `/api/outreach/green/checks/${id}/photos/${photo}`);
      onSaved();
      onClose();
    } catch (error) {
      setState({ error });
    }
  };
  return h(
    Sheet,
    { title: t(check ? 'green.mend_of' : 'green.check_of', { name: site.name }), onClose, look: 'wide' },
    html`<form class="stack-16" noValidate onSubmit=${send}>${state.error && html`<p class="notice brick" role="alert">${sayProblem(state.error)}</p>`}
      ${h(Field, { label: t('green.day'), type: 'date', value: day, onInput: setDay })}
      ${criteria.map((one) => h(Item, { key: one.code, one, answer: answers[one.code], onChange: (part) => set(one.code, part) }))}
      ${h(Field, { label: t('activity.words'), value: words, multiline: true, max: 2000, optional: true, onInput: setWords, input: { rows: 2 } })}
      <fieldset class="stack"><legend class="label">${t('outreach.photos')}</legend>${h(PhotoPicker, { photos: photos.photos, max: 12, busy: photos.busy, onAdd: photos.add, onDrop: photos.drop })}</fieldset>
      <div class="line"><button class="button small" type="submit" disabled=${state.busy || photos.busy > 0}>${t('green.save')}</button><span class="small" role="status">${t(left ? 'green.left' : 'green.all_done', { n: left })}</span></div></form>`,
  );
}

/** @param {{ one: Api.GreenCriterionShape, answer?: { mark: string | null, note: string }, onChange: (part: any) => void }} props */
function Item({ one, answer, onChange }) {
  return html`<fieldset class="green-item"><legend><b>${one.words}</b>${one.is_mandatory && html` <span class="chip amber">${t('green.mandatory')}</span>`}</legend>
    ${one.hint && html`<p class="small">${one.hint}</p>`}
    <div class="line">${MARKS.map((mark) => h(Choice, { key: mark, radio: true, name: one.code, label: t(`green.mark_${mark}`), checked: answer?.mark === mark, onChange: () => onChange({ mark }) }))}</div>
    ${answer?.mark === 'not_met' && h(Field, { label: t('green.note'), value: answer.note, max: 300, optional: true, onInput: (note) => onChange({ note }) })}</fieldset>`;
}

/** What is asked, and its sources. @param {{ criteria: Api.GreenCriterionShape[], reload: () => void }} props */
function Criteria({ criteria, reload }) {
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  const fields = [
    { name: 'words', label: t('green.words'), max: 200, multiline: true },
    { name: 'hint', label: t('green.how'), max: 300, optional: true },
    { name: 'points', label: t('green.points'), input: { inputMode: 'numeric' } },
    { name: 'is_mandatory', label: t('green.is_mandatory'), check: true },
    { name: 'source', label: t('outreach.source'), max: 300 },
    { name: 'is_active', label: t('quiz.is_active'), check: true },
  ];
  const keepIt = (/** @type {Desk.Values} */ { code, words, hint, kinds, is_mandatory, points, position, is_active, source, version }) =>
    save(
      () => put(`/api/outreach/green/criteria/${code}`, { words, hint, kinds, is_mandatory, points: Number(points), position, is_active, source }, { version }),
      reload,
    );
  const fresh = () => ({
    code: `own_${Array.from(uuid().slice(-8), (sign) => 'ghijklmnopabcdef'[Number.parseInt(sign, 16)]).join('')}`,
    version: 0,
    words: '',
    hint: '',
    kinds: [],
    is_mandatory: false,
    points: 1,
    position: criteria.length,
    is_active: true,
    source: '',
  });
  return html`<details class="card no-print"><summary class="pad line"><b class="grow">${t('green.criteria', { n: criteria.filter((one) => one.is_active).length })}</b>${h(Icon, { name: 'next' })}</summary><ul class="rows">${criteria.map(
    (one) =>
      html`<li key=${one.code} class="row"><span class="grow"><b>${one.is_active ? one.words : html`<s>${one.words}</s>`}</b><span class="small">${[one.is_mandatory && t('green.mandatory'), one.kinds.map((kind) => t(`green.kind_${kind}`)).join(', '), one.source].filter(Boolean).join(' · ')}</span></span><button class="desk-link" type="button" onClick=${() => setEdited(one)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${one.words}</span></button></li>`,
  )}<li class="row"><button class="button small quiet" type="button" onClick=${() => setEdited(fresh())}>${h(Icon, { name: 'plus' })}${t('green.add_criterion')}</button></li></ul></details>
    ${edited && h(EditSheet, { key: edited.code, title: t(edited.version ? 'admin.edit' : 'green.add_criterion'), fields, values: edited, onSave: keepIt, onClose: () => setEdited(null) })}`;
}
