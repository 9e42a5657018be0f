// Mending a result: the same form filled in, by its maker, for seven days, with a network. Somebody else's change in between is shown.
import { CheckInForm } from '../components/check-in-form.js';
import { fieldWord, valueWords } from '../components/cleanup-facts.js';
import { Conflict } from '../components/conflict.js';
import { PageFrame } from '../components/page-frame.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { askUnusual } from '../components/unusual.js';
import { ApiProblem, get, online, patch } from '../lib/api.js';
import { correctionWords, formOf, gapsOf } from '../lib/check-in.js';
import { useChoices } from '../lib/check-in-choices.js';
import { dropDraft, useDraft } from '../lib/drafts.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { useNewPhotos } from '../lib/new-photos.js';
import { discard, photoBlob, startOutbox } from '../lib/outbox.js';
import { go } from '../lib/router.js';
import { useAccount } from '../lib/session.js';
import { account, hamlets, keep, letters } from '../lib/store.js';

/** @param {{ id: string }} props */
export default function CorrectionPage({ id }) {
  const { who, asking } = useAccount();
  const { data, error, reload, setData } = useLoad((signal) => open(id, signal), [id, who?.id]);
  useEffect(() => void keep('hamlets'), []);
  const frame = { title: t('cleanup.correct'), backTo: `/cuoi-tuan/${id}` };
  if (!data && !error) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (!who)
    return h(
      PageFrame,
      frame,
      h(
        EmptyState,
        { icon: 'key', title: t('check_in.sign_in'), text: t('cleanup.correct_who') },
        html`<a class="button" href=${`/dang-nhap?den=/cuoi-tuan/${id}/sua`}>${t('sign_in.do')}</a>`,
      ),
    );
  if (data?.one.is_mine === undefined)
    return h(PageFrame, frame, html`<p class="notice">${t('cleanup.needs_network')}</p>`, h(Failure, { error, onRetry: reload }));
  if (data.one.may_correct_until) return h(Correction, { one: data.one, letter: data.letter, refresh: (one) => setData({ one, letter: null }) });
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'lock', title: t('cleanup.closed'), text: t(data.one.is_mine ? 'cleanup.too_late' : 'cleanup.correct_who') },
      html`<a class="button quiet" href=${`/cuoi-tuan/${id}`}>${t('check_in.see_known')}</a>`,
    ),
  );
}

/** The result, and the unsent letter whose numbers are to take its place. @param {string} id @param {AbortSignal} signal @returns {Promise<{ one: App.Cleanup, letter: App.Letter | null }>} */
async function open(id, signal) {
  const [one] = await Promise.all([get(`/api/cleanups/${id}`, { signal }), startOutbox()]);
  const letter = letters.value.find((other) => other.id === location.hash.slice(1) && ['refused', 'draft'].includes(other.state) && other.kind === 'cleanup');
  return { one, letter: letter ?? null };
}

/** What the letter says goes over what stands. @param {App.Cleanup} one @param {App.Letter | null} letter */
function initial(one, letter) {
  if (!letter) return formOf(one);
  const told = Object.entries(formOf(letter.fields)).filter(([name, value]) => name !== 'channel' && value && JSON.stringify(value) !== '{}');
  return { ...formOf(one), ...Object.fromEntries(told) };
}

/** @param {App.Cleanup} one @param {App.Letter | null} letter @param {(one: App.Cleanup) => void} refresh */
function useCorrection(one, letter, refresh) {
  const key = `cleanup:${one.id}:${one.version}${letter ? ':letter' : ''}`;
  const [fields, write] = useDraft(key, initial(one, letter));
  const photos = useNewPhotos();
  const [state, set] = useState(/** @type {{ tried?: boolean, busy?: boolean, error?: unknown, current?: App.Cleanup | null }} */ ({}));
  const carried = useRef(letter);
  useEffect(() => {
    if (letter) bringPhotos(letter, photos.set);
  }, []);
  const gaps = gapsOf(fields, (one.photos ?? []).length + photos.photos.length);
  const save = async (version = one.version) => {
    set({ tried: true });
    if (gaps.length) return;
    const change = correctionWords(one, fields);
    if (!Object.keys(change).length && !photos.photos.length) return void toast(t('cleanup.no_change'));
    if (!(await askUnusual(fields))) return;
    set({ tried: true, busy: true });
    try {
      await send(one.id, change, photos, version, refresh);
      dropDraft(key);
      if (carried.current) await discard(carried.current.id);
      toast(t('cleanup.corrected_now'));
      go(`/cuoi-tuan/${one.id}`, { replace: true });
    } catch (error) {
      set({ tried: true, error, current: error instanceof ApiProblem && error.status === 412 ? error.current : null });
      scrollTo(0, 0);
    }
  };
  const forget = () => {
    dropDraft(key);
    set({});
  };
  return { fields, write, photos, state, gaps: state.tried ? gaps : [], save, forget };
}

/** Words first, then each photo; when the line breaks in between, the words stand and the photos go again. @param {string} id @param {any} change @param {ReturnType<typeof useNewPhotos>} photos @param {number} version @param {(one: App.Cleanup) => void} refresh */
async function send(id, change, photos, version, refresh) {
  const ids = photos.photos.map((photo) => photo.id);
  const before_photos = photos.photos.filter((photo) => photo.kind === 'before').map((photo) => photo.id);
  const saved = await patch(`/api/cleanups/${id}`, { ...change, photos: ids, before_photos }, { version });
  try {
    await photos.send((photo) => `/api/cleanups/${id}/photos/${photo}`);
  } catch (error) {
    refresh(saved);
    throw error;
  }
}

/** @param {App.Letter} letter @param {(photos: import('../lib/new-photos.js').NewPhoto[]) => void} set */
async function bringPhotos(letter, set) {
  const found = await Promise.all(letter.photos.map(async (photo) => ({ ...photo, blob: await photoBlob(photo.id) })));
  set(/** @type {any} */ (found.filter((photo) => photo.blob)));
}

/** @param {{ one: App.Cleanup, letter: App.Letter | null, refresh: (one: App.Cleanup) => void }} props */
function Correction({ one, letter, refresh }) {
  const { fields, write, photos, state, gaps, save, forget } = useCorrection(one, letter, refresh);
  const choices = useChoices();
  const off = !online.value;
  const { current, error } = state;
  const theirs = () => {
    forget();
    if (current) refresh(current);
  };
  const foot = html`<button class="button" type="button" onClick=${() => save()} disabled=${off || state.busy || photos.busy > 0}>${t(state.busy ? 'letter.sending' : 'cleanup.save')}</button>`;
  return h(
    PageFrame,
    { title: t('cleanup.correct'), ownHeading: true, backTo: `/cuoi-tuan/${one.id}`, foot },
    h(
      CheckInForm,
      {
        ...{ fields, gaps, choices, photos: photos.photos, kept: one.photos, busy: photos.busy, ownHamlet: account.value?.hamlet, hamlets: hamlets.value },
        ...{ isClerk: !account.value?.hamlet, onWrite: write, onAdd: photos.add, onDrop: photos.drop },
      },
      letter && html`<p class="notice leaf">${t('cleanup.from_letter')}</p>`,
      off && html`<p class="notice">${t('cleanup.needs_network')}</p>`,
      current && h(Conflict, { rows: differing(one, current, fields), onMine: () => save(current.version), onTheirs: theirs }),
      error && !current ? h(Refusal, { error }) : null,
    ),
  );
}

/** @param {{ error: unknown }} props */
function Refusal({ error }) {
  const other = error instanceof ApiProblem ? error.existing_id : '';
  return html`${h(Failure, { error })}${other && html`<a class="button text" href=${`/cuoi-tuan/${other}`}>${t('check_in.see_known')}</a>`}`;
}

/** What stands now and what was written here, where they are not the same. @param {App.Cleanup} one @param {App.Cleanup} current @param {Record<string, any>} fields */
function differing(one, current, fields) {
  const mine = correctionWords(one, fields);
  const names = new Set([...Object.keys(correctionWords(one, formOf(current))), ...Object.keys(mine)]);
  const word = (/** @type {string} */ name, /** @type {any} */ value) =>
    name === 'hamlet_id' ? (hamlets.value?.find((hamlet) => hamlet.id === value)?.name ?? '') : valueWords(name, value);
  return [...names]
    .map((name) => ({ label: fieldWord(name), now: word(name, current[name]), mine: name in mine ? word(name, mine[name]) : null }))
    .filter((row) => row.now !== row.mine);
}
