// An inspection in the field, item by item: three large answers, a photo and a note where something is wrong. Works offline.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
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

const KIND = 'collection_point';
const MARKS = /** @type {const} */ (['met', 'not_met', 'not_applicable']);

/** @param {{ id: string }} params */
export default function Inspect({ id }) {
  const { who, asking } = useAccount();
  const frame = { title: t('inspect.title'), backTo: `/diem-tap-ket/${id}` };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('inspect_collection_points')) return h(Ready, { id });
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t(who ? 'inspect.not_yours' : 'check_in.sign_in_hint') },
      !who && html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
    ),
  );
}

/** The list and the point, as the server says or as this phone remembers. @param {{ id: string }} props */
function Ready({ id }) {
  const { data, error, reload } = useLoad((signal) => known(id, signal), [id]);
  const [letterId, setLetterId] = useState('');
  useEffect(() => {
    if (data) begin(id, data).then((letter) => setLetterId(letter.id));
  }, [data]);
  const letter = letters.value.find((one) => one.id === letterId);
  const frame = { title: t('inspect.title'), backTo: `/diem-tap-ket/${id}` };
  if (error) return h(PageFrame, frame, h(Failure, { error, onRetry: reload }));
  if (!data || !letter) return h(PageFrame, frame, h(Waiting, { lines: 5 }));
  if (letter.state === 'draft') return h(Form, { letter, list: data.list, point: data.point });
  const again = () => reopen(letterId).then((draft) => draft && setLetterId(draft.id));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again }),
  );
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<{ list: Api.ChecklistShape, point: App.CollectionPoint }>} */
async function known(id, signal) {
  const points = await get('/api/collection-points', { signal });
  const point = points.find((/** @type {App.CollectionPoint} */ one) => one.id === id);
  try {
    const list = await get(`/api/checklists/${KIND}`, { signal });
    await remember(`checklist-${KIND}`, list).catch(() => {});
    return { list, point };
  } catch (error) {
    const list = await recall(`checklist-${KIND}`).catch(() => null);
    if (!list || !point) throw error;
    return { list, point };
  }
}

/** @param {string} id @param {{ list: Api.ChecklistShape, point: App.CollectionPoint }} data */
async function begin(id, { list, point }) {
  await startOutbox();
  const begun = letters.value.find((one) => one.kind === 'inspection' && one.state === 'draft' && one.fields.subject_id === id);
  if (begun?.fields.checklist_id === list.id) return begun;
  return startDraft('inspection', { point_name: point.name, checklist_id: list.id, subject_id: id, inspected_on: dayOf(), answers: {}, words: '' });
}

/** @param {{ letter: App.Letter, list: Api.ChecklistShape, point: App.CollectionPoint }} props */
function Form({ letter, list, point }) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const asked = askedOf(list.items, point.kind);
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
      title: t('inspect.title'),
      ownHeading: true,
      backTo: `/diem-tap-ket/${point.id}`,
      foot: html`<button class="button" type="button" onClick=${send}>${t('inspect.send', { n: answered, all: asked.length })}</button>`,
    },
    html`<h1>${point.name}</h1><p class="small">${list.title} · ${t('inspect.edition', { n: list.edition })}</p>
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
