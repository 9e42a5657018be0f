// An inspection in the field, item by item: three large answers, a photo and a note where something is wrong. Works offline.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { ApiProblem, get } from '../lib/api.js';
import { dayOf } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { askedOf, outcomeOf } from '../lib/inspection.js';
import { useLoad } from '../lib/load.js';
import { addPhoto, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { can, useAccount } from '../lib/session.js';
import { letters } from '../lib/store.js';

const MARKS = /** @type {const} */ (['met', 'not_met', 'not_applicable']);

/** @typedef {{ id: string, name: string, kind: string }} Subject */
/** @typedef {{ list: Api.ChecklistShape, subjects: Subject[], hindrance: string }} Known */
/** @typedef {{ kind: string, door?: string, may: string, title: string, others: string, back: string, ask: (signal: AbortSignal) => Promise<{ subjects: any[], hindrance?: string }> }} Book */
/** What can be inspected: by the book it stands in. @type {Record<string, Book>} */
const BOOKS = {
  'diem-tap-ket': {
    kind: 'collection_point',
    may: 'inspect_collection_points',
    title: 'inspect.title',
    others: 'inspect.not_yours',
    back: '/diem-tap-ket',
    ask: async (signal) => ({ subjects: await get('/api/collection-points', { signal }) }),
  },
  'to-thu-gom': {
    kind: 'crew',
    door: 'crew',
    may: 'inspect_crews',
    title: 'inspect.crew_title',
    others: 'inspect.crew_not_yours',
    back: '/so-sach/to-thu-gom',
    ask: async (signal) => {
      const { crews, hindrance } = await get('/api/crews', { signal });
      return { subjects: crews, hindrance };
    },
  },
};

/** @param {{ id: string, book?: string }} params */
export default function Inspect({ id, book = 'diem-tap-ket' }) {
  const { who, asking } = useAccount();
  const of = BOOKS[book] ?? BOOKS['diem-tap-ket'];
  const frame = { title: t(of.title), backTo: `${of.back}/${id}` };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can(of.may)) return h(Ready, { id, of });
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t(who ? of.others : 'check_in.sign_in_hint') },
      !who && html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
    ),
  );
}

/** The list and the subject, as the server says or as this phone remembers. @param {{ id: string, of: Book }} props */
function Ready({ id, of }) {
  const { data, error, reload } = useLoad((signal) => known(of, id, signal), [id]);
  const [letterId, setLetterId] = useState('');
  useEffect(() => {
    if (data && !data.hindrance) begin(of, data).then((letter) => setLetterId(letter.id));
  }, [data]);
  const letter = letters.value.find((one) => one.id === letterId);
  const frame = { title: t(of.title), backTo: `${of.back}/${id}` };
  if (error) return h(PageFrame, frame, h(Failure, { error, onRetry: reload }));
  if (data?.hindrance) return h(PageFrame, frame, h(EmptyState, { icon: 'ban', title: t(of.others), text: data.hindrance }));
  if (!data || !letter) return h(PageFrame, frame, h(Waiting, { lines: 5 }));
  if (letter.state === 'draft') return h(Form, { letter, list: data.list, subject: data.subject, frame });
  const again = () => reopen(letterId).then((draft) => draft && setLetterId(draft.id));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again }),
  );
}

/** @param {Book} of @param {string} id @param {AbortSignal} signal @returns {Promise<{ list: Api.ChecklistShape, subject: Subject, hindrance: string }>} */
async function known(of, id, signal) {
  const name = `inspect-${of.kind}`;
  try {
    const [list, { subjects, hindrance = '' }] = await Promise.all([get(`/api/checklists/${of.kind}`, { signal }), of.ask(signal)]);
    const all = subjects.map((one) => ({ id: one.id, name: one.name, kind: one.kind ?? of.kind }));
    await remember(name, { list, subjects: all, hindrance }).catch(() => {});
    return { list, subject: the(all, id), hindrance };
  } catch (error) {
    const kept = /** @type {Known | null} */ (await recall(name).catch(() => null));
    if (!kept) throw error;
    return { list: kept.list, subject: the(kept.subjects, id, error), hindrance: kept.hindrance };
  }
}

/** @param {Subject[]} all @param {string} id @param {unknown} [error] */
function the(all, id, error = new ApiProblem(404, { detail: t('inspect.not_found') })) {
  const found = all.find((one) => one.id === id);
  if (!found) throw error;
  return found;
}

/** @param {Book} of @param {{ list: Api.ChecklistShape, subject: Subject }} data */
async function begin(of, { list, subject }) {
  await startOutbox();
  const begun = letters.value.find((one) => one.kind === 'inspection' && one.state === 'draft' && one.fields.subject_id === subject.id);
  if (begun?.fields.checklist_id === list.id) return begun;
  const blank = { point_name: subject.name, checklist_id: list.id, subject_id: subject.id, inspected_on: dayOf(), answers: {}, words: '' };
  return startDraft('inspection', of.door ? { ...blank, door: of.door } : blank);
}

/** @param {{ letter: App.Letter, list: Api.ChecklistShape, subject: Subject, frame: { title: string, backTo: string } }} props */
function Form({ letter, list, subject, frame }) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const asked = askedOf(list.items, subject.kind);
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    writeDraft(letter.id, change);
  };
  const answer = (/** @type {string} */ code, /** @type {any} */ change) => {
    const answers = { ...fields.answers, [code]: { mark: 'met', note: '', ...fields.answers[code], ...change } };
    write({ answers });
  };
  const answered = Object.keys(fields.answers).length;
  const send = async () => {
    setTried(true);
    if (answered) await queue(letter.id, { ...fields, made_at: new Date().toISOString() });
  };
  return h(
    PageFrame,
    {
      ...frame,
      ownHeading: true,
      foot: html`<button class="button" type="button" onClick=${send}>${t('inspect.send', { n: answered, all: asked.length })}</button>`,
    },
    html`<h1>${subject.name}</h1><p class="small">${list.title} · ${t('inspect.edition', { n: list.edition })}</p>
      ${tried && !answered && html`<p class="notice brick" role="alert">${t('inspect.nothing')}</p>`}
      ${asked.map((item, at) => h(Item, { key: item.code, item, number: at + 1, given: fields.answers[item.code], letter, onAnswer: (change) => answer(item.code, change) }))}
      ${h(Field, { label: t('inspect.words'), optional: true, multiline: true, max: 2000, value: fields.words, onInput: (words) => write({ words }) })}
      ${h(Field, { label: t('inspect.day'), type: 'date', value: fields.inspected_on, input: { max: dayOf() }, onInput: (inspected_on) => write({ inspected_on }) })}
      ${h(Verdict, { items: asked, answers: fields.answers })}`,
  );
}

/** @param {{ item: Api.ChecklistItem, number: number, given: any, letter: App.Letter, onAnswer: (change: any) => void }} props */
function Item({ item, number, given, letter, onAnswer }) {
  const [busy, setBusy] = useState(0);
  const photos = letter.photos.filter((photo) => photo.kind === item.code);
  const add = async (/** @type {File[]} */ files) => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file), item.code);
    }
    setBusy(0);
  };
  const isWrong = given?.mark === 'not_met';
  return html`<fieldset class="card pad stack inspect-item"><legend><b>${number}. ${item.words}</b></legend>
    ${!item.is_mandatory && html`<p class="small">${t('inspect.optional')}</p>`}${item.hint && html`<p class="small">${item.hint}</p>`}
    <div class="inspect-marks">${MARKS.map((mark) => html`<label class=${`inspect-mark ${mark}`}><input type="radio" name=${item.code} checked=${given?.mark === mark} onChange=${() => onAnswer({ mark })} />${h(Icon, { name: { met: 'check', not_met: 'close', not_applicable: 'minus' }[mark] })}<span>${t(`inspect.${mark}`)}</span></label>`)}</div>
    ${(isWrong || given?.note) && h(Field, { label: t('inspect.note'), optional: true, multiline: true, max: 600, value: given?.note ?? '', onInput: (note) => onAnswer({ note }) })}
    ${(isWrong || photos.length > 0) && h(PhotoPicker, { photos, max: 3, busy, onAdd: add, onDrop: (photo) => dropPhoto(letter.id, photo) })}</fieldset>`;
}

/** What it comes to so far, and why. @param {{ items: Api.ChecklistItem[], answers: Record<string, { mark: string }> }} props */
function Verdict({ items, answers }) {
  const { verdict, missed, open } = outcomeOf(items, answers);
  const tone = verdict === 'compliant' ? 'leaf' : verdict === 'not_compliant' ? 'brick' : '';
  return html`<section class=${`notice stack ${tone}`} role="status"><h2>${t(`inspect.verdict_${verdict}`)}</h2>
    ${missed.length > 0 && html`<ul>${missed.map((item) => html`<li>${item.words}</li>`)}</ul>`}${open.length > 0 && html`<p class="small">${t('inspect.open', { n: open.length })}</p>`}</section>`;
}
