// The weekend's result in under a minute: the day, how many people, one photo. Works without network.
import { CheckInForm } from '../components/check-in-form.js';
import { KnownResult, RefusedResult } from '../components/known-result.js';
import { PageFrame } from '../components/page-frame.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { askUnusual } from '../components/unusual.js';
import { get } from '../lib/api.js';
import { cleanupWords, gapsOf } from '../lib/check-in.js';
import { useChoices } from '../lib/check-in-choices.js';
import { addDays, dayOf, weekdayOf } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { useLoad } from '../lib/load.js';
import { addPhoto, dropPhoto, photoBlob, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { go } from '../lib/router.js';
import { can, useAccount } from '../lib/session.js';
import { shareFile } from '../lib/share.js';
import { shareCard } from '../lib/share-card.js';
import { account, config, hamlets, keep, letters } from '../lib/store.js';

/** Today at the weekend, else the Sunday before. */
const usualDay = () => (weekdayOf(dayOf()) >= 6 ? dayOf() : addDays(dayOf(), -weekdayOf(dayOf())));
/** Officers write down what hamlets told them; they have no hamlet of their own. */
const isClerk = () => can('record_cleanups') && !account.value?.hamlet;

export default function CheckIn() {
  const { who, asking } = useAccount();
  const frame = { title: t('check_in.title'), backTo: '/cuoi-tuan' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('record_cleanups')) return h(Result, {});
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t(who ? 'check_in.not_yours' : 'check_in.sign_in_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/cuoi-tuan/bao">${t('sign_in.do')}</a>`,
    ),
  );
}

function Result() {
  const [id, setId] = useState('');
  const [last, setLast] = useState(/** @type {any} */ (null));
  const [card, setCard] = useState(/** @type {File | null} */ (null));
  const [openDay, setOpenDay] = useState(0);
  useEffect(() => {
    keep('config', 'hamlets');
    begin().then(({ letter, before }) => {
      setLast(before);
      setId(letter.id);
    });
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  const frame = { title: t('check_in.title'), backTo: '/cuoi-tuan' };
  if (!letter) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  const otherDay = () => setOpenDay(openDay + 1);
  if (letter.state === 'draft') return h(Form, { letter, last, openDay, onOtherDay: otherDay, onCard: setCard });
  const again = () => reopen(id).then((draft) => draft && setId(draft.id));
  return h(PageFrame, { ...frame, ownHeading: true }, h(Outcome, { letter, card, onReopen: again, onOtherDay: () => again().then(otherDay) }));
}

/** What became of it. @param {{ letter: App.Letter, card: File | null, onReopen: () => void, onOtherDay: () => void }} props */
function Outcome({ letter, card, onReopen, onOtherDay }) {
  useEffect(() => scrollTo(0, 0), [letter.state]);
  const onFile = () => saveLetterFile(letter);
  if (letter.error?.code === 'cleanup_already_recorded')
    return h(RefusedResult, { letter, onFile, onOtherDay, onCorrect: () => go(`/cuoi-tuan/${letter.error?.existing_id}/sua#${letter.id}`) });
  const share = card && html`<button class="button" type="button" onClick=${() => shareFile(card, t('card.title'))}>${t('check_in.share')}</button>`;
  const look = letter.state === 'sent' && html`<a class="button quiet" href=${`/cuoi-tuan/${letter.id}`}>${t('check_in.see_sent')}</a>`;
  return h(SentLetter, {
    letter,
    onSend: () => sendNow(),
    onFile,
    extra: html`${share}${isClerk() && html`<a class="button" href="/cuoi-tuan/bao">${t('check_in.next_hamlet')}</a>`}${look}`,
    onReopen,
  });
}

/** The draft or the refused letter named in the address, else the draft that was begun, else a new one with the usual day and one's own hamlet. */
async function begin() {
  await startOutbox();
  const before = await recall('last-cleanup').catch(() => null);
  const named = letters.value.find((one) => one.kind === 'cleanup' && one.id === location.hash.slice(1) && ['draft', 'refused'].includes(one.state));
  const known = named ?? letters.value.find((one) => one.state === 'draft' && one.kind === 'cleanup');
  if (!known) return { before, letter: await startDraft('cleanup', fresh(before)) };
  return { before, letter: (!isTouched(known) && (await writeDraft(known.id, fresh(before)))) || known };
}

/** @param {App.Letter} letter */
const isTouched = ({ photos, fields, state }) => state !== 'draft' || photos.length > 0 || Boolean(fields.participants) || fields.outcome !== 'held';

/** @param {any} before the last one sent from this phone */
function fresh(before) {
  const clerk = isClerk();
  const hamlet_id = account.value?.hamlet?.id ?? (clerk ? '' : (before?.hamlet_id ?? ''));
  const channel = clerk ? (before?.channel ?? 'zalo') : 'app';
  return { hamlet_id, held_on: usualDay(), slot: 'morning', outcome: 'held', participants: '', channel };
}

/** The result being written. @param {App.Letter} letter @param {(card: File) => void} onCard */
function useResult(letter, onCard) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(0);
  const gaps = gapsOf(fields, letter.photos.length);
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
    if (gaps.length) return toError();
    if (!(await askUnusual(fields))) return;
    if (fields.outcome === 'held') onCard(await makeCard(fields, letter.photos));
    await remember('last-cleanup', fields).catch(() => {});
    await queue(letter.id, cleanupWords(fields, new Date()));
  };
  return { fields, busy, write, add, send, gaps: tried ? gaps : [] };
}

/** After the next drawing the first complaint stands in the middle of the screen. */
const toError = () => setTimeout(() => document.querySelector('.error')?.scrollIntoView({ block: 'center' }), 50);

/** @param {{ letter: App.Letter, last: any, openDay: number, onOtherDay: () => void, onCard: (card: File) => void }} props */
function Form({ letter, last, openDay, onOtherDay, onCard }) {
  const { fields, busy, write, add, send, gaps } = useResult(letter, onCard);
  const choices = useChoices();
  const { data: known } = useLoad((signal) => recorded(fields, signal), [fields.hamlet_id, fields.held_on, fields.slot, fields.organiser_id]);
  const [beside, setBeside] = useState('');
  const taken = known && sameEvent(known, fields) && beside !== known.id ? known : null;
  const twin = letters.value.some((one) => one.kind === 'cleanup' && ['waiting', 'sending'].includes(one.state) && sameEvent(one.fields, fields));
  const foot = !taken && html`<button class="button" type="button" onClick=${send} disabled=${busy > 0 || twin}>${t('check_in.send')}</button>`;
  return h(
    PageFrame,
    { title: t('check_in.title'), ownHeading: true, backTo: '/cuoi-tuan', foot },
    h(
      CheckInForm,
      {
        ...{ fields, gaps, choices, busy, openDay, photos: letter.photos, last: Number(last?.participants) || null },
        ...{ ownHamlet: account.value?.hamlet, hamlets: hamlets.value, isClerk: isClerk(), onlyDay: Boolean(taken), onWrite: write },
        onAdd: add,
        onDrop: (photo) => dropPhoto(letter.id, photo),
      },
      taken &&
        h(KnownResult, {
          known: taken,
          mayCorrect: Boolean(taken.may_correct_until),
          draft: isTouched(letter) ? letter.id : '',
          onOtherDay,
          onBeside: () => setBeside(taken.id),
        }),
      twin && html`<p class="notice">${t('check_in.twin')}</p>`,
    ),
  );
}

/** @param {any} a @param {any} b */
const sameEvent = (a, b) =>
  a.hamlet_id === b.hamlet_id && a.held_on === b.held_on && a.slot === b.slot && (a.organiser_id ?? null) === (b.organiser_id ?? null);

/** What was told already of this very event; without network nobody knows. @param {any} fields @param {AbortSignal} signal @returns {Promise<App.Cleanup | null>} */
async function recorded(fields, signal) {
  const { hamlet_id, held_on } = fields;
  if (!hamlet_id || !navigator.onLine) return null;
  const page = await get(`/api/cleanups?hamlet_id=${hamlet_id}&from=${held_on}&to=${held_on}`, { signal }).catch(() => null);
  const found = page?.items.find((/** @type {any} */ one) => sameEvent(one, fields));
  return found ? get(`/api/cleanups/${found.id}`, { signal }).catch(() => found) : null;
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
