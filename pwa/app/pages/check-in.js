// The weekend's result in under a minute: the day, how many people, one photo. Works without network.
import { CheckInMore } from '../components/check-in-more.js';
import { askDialog } from '../components/dialog.js';
import { Choice, Field } from '../components/field.js';
import { NumberPad } from '../components/number-pad.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get } from '../lib/api.js';
import { cleanupWords, gapsOf, unusual } from '../lib/check-in.js';
import { addDays, dayOf, number, weekday, weekdayOf } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { useLoad } from '../lib/load.js';
import { addPhoto, dropPhoto, photoBlob, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { shareFile } from '../lib/share.js';
import { shareCard } from '../lib/share-card.js';
import { account, config, hamlets, keep, letters } from '../lib/store.js';

const REASONS = ['storm', 'village', 'funeral', 'harvest'];

/** Today at the weekend, else the Sunday before. */
const usualDay = () => (weekdayOf(dayOf()) >= 6 ? dayOf() : addDays(dayOf(), -weekdayOf(dayOf())));

export default function CheckIn() {
  const [id, setId] = useState('');
  const [last, setLast] = useState(/** @type {any} */ (null));
  const [card, setCard] = useState(/** @type {File | null} */ (null));
  useEffect(() => {
    keep('config', 'hamlets');
    if (account.value)
      begin().then(({ letter, before }) => {
        setLast(before);
        setId(letter.id);
      });
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  const title = t('check_in.title');
  if (!account.value)
    return h(
      PageFrame,
      { title, backTo: '/cuoi-tuan' },
      h(
        EmptyState,
        { icon: 'key', title: t('check_in.sign_in'), text: t('check_in.sign_in_hint') },
        html`<a class="button" href="/dang-nhap?den=/cuoi-tuan/bao">${t('sign_in.do')}</a>`,
      ),
    );
  if (!letter) return h(PageFrame, { title, backTo: '/cuoi-tuan' }, h(Waiting, { lines: 4 }));
  if (letter.state === 'draft') return h(Form, { letter, last, onCard: setCard });
  const share = card && html`<button class="button" type="button" onClick=${() => shareFile(card, t('card.title'))}>${t('check_in.share')}</button>`;
  return h(
    PageFrame,
    { title, ownHeading: true, backTo: '/cuoi-tuan' },
    h(SentLetter, {
      letter,
      onSend: () => sendNow(),
      onFile: () => saveLetterFile(letter),
      extra: share,
      onReopen: () => reopen(id).then((draft) => draft && setId(draft.id)),
    }),
  );
}

/** The draft that was begun, or a new one with the usual day and one's own hamlet. */
async function begin() {
  await startOutbox();
  const before = await recall('last-cleanup').catch(() => null);
  const drafts = letters.value.filter((one) => one.state === 'draft' && one.kind === 'cleanup');
  const known = drafts.find((one) => one.id === location.hash.slice(1)) ?? drafts[0];
  const fresh = { hamlet_id: account.value?.hamlet?.id ?? before?.hamlet_id ?? '', held_on: usualDay(), slot: 'morning', outcome: 'held', participants: '' };
  if (!known) return { before, letter: await startDraft('cleanup', fresh) };
  const untouched = !known.photos.length && !known.fields.participants && known.fields.outcome === 'held';
  return { before, letter: (untouched && (await writeDraft(known.id, { held_on: usualDay() }))) || known };
}

/** The result being written. @param {App.Letter} letter @param {(card: File) => void} onCard */
function useResult(letter, onCard) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(0);
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    writeDraft(letter.id, change);
  };
  const add = async (/** @type {File[]} */ files, kind = 'after') => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file), kind).catch(() => toast(t('photo.no_room')));
    }
    setBusy(0);
  };
  const send = async () => {
    setTried(true);
    if (gapsOf(fields).length) return scrollTo(0, 0);
    if (!(await sure(fields, letter.photos))) return;
    if (fields.outcome === 'held') onCard(await makeCard(fields, letter.photos));
    await remember('last-cleanup', fields).catch(() => {});
    await queue(letter.id, cleanupWords(fields, new Date()));
  };
  return { fields, busy, write, add, send, gaps: tried ? gapsOf(fields) : [] };
}

/** @param {{ letter: App.Letter, last: any, onCard: (card: File) => void }} props */
function Form({ letter, last, onCard }) {
  const { fields, busy, write, add, send, gaps } = useResult(letter, onCard);
  const { data: known } = useLoad((signal) => recorded(fields, signal), [fields.hamlet_id, fields.held_on]);
  const held = fields.outcome !== 'not_held';
  const foot = html`<button class="button" type="button" onClick=${send} disabled=${busy > 0}>${t('check_in.send')}</button>`;
  return h(
    PageFrame,
    { title: t('check_in.title'), ownHeading: true, backTo: '/cuoi-tuan', foot },
    h(When, { fields, gaps, write }),
    known && html`<p class="notice">${t('check_in.known')}</p>`,
    held ? h(Held, { letter, fields, gaps, last, busy, write, add }) : h(NotHeld, { fields, gaps, write }),
    h(Choice, { label: t('check_in.not_held'), checked: !held, onChange: (on) => write({ outcome: on ? 'not_held' : 'held' }) }),
  );
}

/** @param {{ letter: App.Letter, fields: any, gaps: string[], last: any, busy: number, write: (change: any) => void, add: (files: File[], kind: string) => void }} props */
function Held({ letter, fields, gaps, last, busy, write, add }) {
  const picker = (/** @type {string} */ kind, /** @type {string} */ word) => {
    const photos = letter.photos.filter((one) => (one.kind ?? 'after') === kind);
    const max = 6 - letter.photos.length + photos.length;
    return h(PhotoPicker, { photos, max, busy, word, onAdd: (files) => add(files, kind), onDrop: (photo) => dropPhoto(letter.id, photo) });
  };
  const pad = h(NumberPad, {
    label: t('check_in.people'),
    value: String(fields.participants ?? ''),
    last: Number(last?.participants) || null,
    error: gaps.includes('participants') ? t('check_in.gap_participants') : '',
    onChange: (participants) => write({ participants }),
  });
  const before = html`<div class="stack"><h3>${t('check_in.before')}</h3>${picker('before', t('check_in.before'))}</div>`;
  return html`${pad}<div class="stack"><h2>${t('check_in.photo')}</h2>${picker('after', t('photo.take'))}</div>${h(CheckInMore, { fields, onWrite: write }, before)}`;
}

/** Whether this hamlet already told about this day; without network nobody knows. @param {any} fields @param {AbortSignal} signal */
async function recorded({ hamlet_id, held_on }, signal) {
  if (!hamlet_id) return false;
  const page = await get(`/api/cleanups?hamlet_id=${hamlet_id}&from=${held_on}&to=${held_on}`, { signal }).catch(() => null);
  return Boolean(page?.items.length);
}

/** @param {{ fields: any, gaps: string[], write: (change: any) => void }} props */
function When({ fields, gaps, write }) {
  const own = account.value?.hamlet;
  const all = (hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }));
  const name = own?.name ?? all.find((one) => one.value === fields.hamlet_id)?.label;
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const slots = ['morning', 'afternoon', 'all_day'].map((value) => ({ value, label: t(`slot.${value}`) }));
  return html`<div class="stack"><h1>${weekday(fields.held_on)}</h1>
    <details ref=${box} open=${gaps.includes('hamlet')}><summary class="line small">${[name ?? t('check_in.no_hamlet'), t(`slot.${fields.slot}`)].join(' · ')} <span class="edit">${t('check_in.change')}</span></summary>
      <div class="stack-16 opened">
        ${h(Field, { label: t('check_in.day'), type: 'date', value: fields.held_on, onInput: (held_on) => held_on && write({ held_on }), input: { max: dayOf(), required: true } })}
        ${h(Field, { label: t('check_in.slot'), options: slots, value: fields.slot, onInput: (slot) => write({ slot }) })}
        ${!own && h(Field, { label: t('frame.hamlet'), error: gaps.includes('hamlet') ? t('check_in.gap_hamlet') : '', options: [{ value: '', label: t('check_in.choose_hamlet') }, ...all], value: fields.hamlet_id, onInput: (hamlet_id) => write({ hamlet_id }) })}
      </div></details></div>`;
}

/** @param {{ fields: any, gaps: string[], write: (change: any) => void }} props */
function NotHeld({ fields, gaps, write }) {
  const chosen = fields.no_event_reason ?? '';
  return html`<fieldset class="stack"><legend class="label">${t('check_in.why')}</legend>
    <div class="chips">${REASONS.map((one) => html`<button class="chip" type="button" aria-pressed=${String(chosen === t(`reason.${one}`))} onClick=${() => write({ no_event_reason: t(`reason.${one}`) })}>${t(`reason.${one}`)}</button>`)}</div>
    ${h(Field, { label: t('check_in.reason'), error: gaps.includes('reason') ? t('check_in.gap_reason') : '', value: chosen, max: 300, onInput: (no_event_reason) => write({ no_event_reason }) })}</fieldset>`;
}

/** Asks about what looks odd; the person decides. @param {any} fields @param {App.LetterPhoto[]} photos */
async function sure(fields, photos) {
  const odd = unusual(fields).map(({ name, value }) => t('check_in.unusual', { what: t(`cleanup.${name}`), n: number(value) }));
  if (fields.outcome === 'held' && !photos.length) odd.push(t('check_in.no_photo'));
  if (!odd.length) return true;
  const answer = await askDialog({
    title: t('check_in.sure'),
    text: odd.join(' '),
    choices: [
      { value: 'yes', label: t('check_in.yes') },
      { value: 'no', label: t('check_in.look_again'), look: 'quiet' },
    ],
  });
  return answer === 'yes';
}

/** @param {any} fields @param {App.LetterPhoto[]} photos */
async function makeCard(fields, photos) {
  const hamlet = hamlets.value?.find((one) => one.id === fields.hamlet_id)?.name ?? account.value?.hamlet?.name ?? '';
  const photo = photos.find((one) => (one.kind ?? 'after') === 'after');
  return shareCard({
    hamlet,
    commune: config.value?.commune.name ?? t('frame.name'),
    held_on: fields.held_on,
    participants: Number(fields.participants),
    waste_kg: Number(fields.waste_kg) || null,
    photo: photo && (await photoBlob(photo.id)),
  });
}
