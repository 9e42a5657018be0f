// Sending a report: photo, place, what it is, send. A draft is kept at every change; every step can be passed over.
import { OtherPhone } from '../components/other-phone.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { ReportKind } from '../components/report-kind.js';
import { ReportPlace } from '../components/report-place.js';
import { ReportSend } from '../components/report-send.js';
import { SameCases } from '../components/same-cases.js';
import { SentLetter } from '../components/sent-letter.js';
import { Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get } from '../lib/api.js';
import { useGround } from '../lib/ground.js';
import { saveLetterFile, shareKey, shareReceipt } from '../lib/hand-on.js';
import { h, html, useEffect, useRef, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useNear } from '../lib/near.js';
import { addPhoto, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, supportInstead, writeDraft } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { hasPlace, missing, submission } from '../lib/report.js';
import { back, go } from '../lib/router.js';
import { catalogue, config, hamlets, keep, letters } from '../lib/store.js';

export default function Report() {
  const [id, setId] = useState('');
  const [ready, setReady] = useState(false);
  const [step, setStep] = useSteps();
  useEffect(() => {
    keep('config', 'catalogue', 'hamlets');
    startOutbox().then(() => {
      const known = unfinished();
      setId(known?.id ?? '');
      if (!known && step) setStep(0, true);
      setReady(true);
    });
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  const again = async () => {
    const draft = await reopen(id);
    if (draft) setId(draft.id);
    if (draft) setStep(3);
  };
  if (!ready) return h(PageFrame, { title: t('frame.report') }, h(Waiting, { lines: 3 }));
  if (letter && letter.state !== 'draft') return h(Done, { letter, onReopen: () => again() });
  return h(Steps, { letter, setId, step, setStep });
}

/** The draft named in the address, else the newest one. */
function unfinished() {
  const drafts = letters.value.filter((one) => one.state === 'draft' && one.kind === 'complaint');
  return drafts.find((one) => one.id === location.hash.slice(1)) ?? drafts[0];
}

/** Steps live in the history, so that the phone's own back button walks them. @returns {[number, (step: number, replace?: boolean) => void]} */
function useSteps() {
  const [step, set] = useState(history.state?.step ?? 0);
  useEffect(() => {
    const read = () => set(history.state?.step ?? 0);
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [step]);
  const go = (/** @type {number} */ next, replace = false) => {
    const depth = (history.state?.depth ?? 0) + (replace ? 0 : 1);
    history[replace ? 'replaceState' : 'pushState']({ depth, step: next }, '');
    set(next);
  };
  return [step, go];
}

/** @param {{ letter: App.Letter | undefined, setId: (id: string) => void, step: number, setStep: (step: number) => void }} props */
function Steps({ letter, setId, step, setStep }) {
  const [tried, setTried] = useState(false);
  const [lost, setLost] = useState(0);
  const ground = useGround();
  const draft = useDraft(letter, setId);
  const photos = letter?.photos ?? [];
  const gaps = missing(draft.fields, photos, catalogue.value);
  const send = async () => {
    setTried(true);
    if (!gaps.length) await draft.queue();
  };
  const frame = {
    title: t('frame.report'),
    ownHeading: true,
    onBack: step ? () => history.back() : () => back('/'),
    aside: html`<span class="small num">${t('report.step', { n: step + 1 })}</span>`,
    foot: h(Foot, {
      step,
      fields: draft.fields,
      any: photos.length > 0,
      busy: draft.busy,
      next: () => setStep(step + 1),
      lost,
      onLost: () => setLost(lost + 1),
      send,
    }),
  };
  return h(
    PageFrame,
    frame,
    html`<div class="steps" aria-hidden="true">${[0, 1, 2, 3].map((at) => html`<i class=${at <= step ? 'on' : ''}></i>`)}</div>`,
    h(Resumed, { letter, setId, step }),
    h(Screen, { step, draft, photos, gaps: tried ? gaps : [], lost, ground, setStep }),
  );
}

/** @param {{ step: number, draft: ReturnType<typeof useDraft>, photos: App.LetterPhoto[], gaps: { field: string, step: number }[], lost: number, ground: ReturnType<typeof useGround>, setStep: (step: number) => void }} props */
function Screen({ step, draft, photos, gaps, lost, ground, setStep }) {
  const { fields, write } = draft;
  const categories = catalogue.value?.categories ?? [];
  const choose = (/** @type {string} */ category) => {
    write({ category });
    setStep(3);
  };
  if (step === 0) return h(PhotoStep, { photos, busy: draft.busy, onAdd: draft.addPhotos, onDrop: draft.dropPhoto });
  if (step === 1)
    return h(PlaceStep, {
      place: fields.place ?? {},
      photoPlace: fields.photo_place ?? null,
      lost,
      ground,
      onChange: (place) => write({ place }),
      onSame: draft.support,
    });
  if (step === 2) return h(ReportKind, { categories, chosen: fields.category, onChoose: choose });
  const consent = config.value?.consent.text;
  const max = config.value?.limits.photos ?? 6;
  const atOnce = Boolean(fields.at_point) && h(PhotoPicker, { photos, max, busy: draft.busy, onAdd: draft.addPhotos, onDrop: draft.dropPhoto });
  return h(ReportSend, { fields, photos, gaps, categories, hamlets: hamlets.value, consent, atOnce, onWrite: write, onStep: setStep });
}

/** Where it is, and who has told of it already. @param {Parameters<typeof ReportPlace>[0] & { onSame: (code: string) => void }} props */
function PlaceStep({ onSame, ...props }) {
  const cases = useNear(props.place);
  return h(ReportPlace, { ...props, known: h(SameCases, { cases, onSame }) });
}

/** The letter being written: every change goes to the phone's store at once. @param {App.Letter | undefined} letter @param {(id: string) => void} setId */
function useDraft(letter, setId) {
  const [fields, setFields] = useState(/** @type {Record<string, any>} */ (letter?.fields ?? {}));
  const [busy, setBusy] = useState(0);
  const begun = useRef(/** @type {Promise<string> | null} */ (letter ? Promise.resolve(letter.id) : null));
  const own = useRef(letter?.id);
  useEffect(() => {
    if (letter?.id === own.current) return;
    own.current = letter?.id;
    begun.current = letter ? Promise.resolve(letter.id) : null;
    setFields(letter?.fields ?? {});
  }, [letter?.id]);
  const begin = async () => {
    const made = await startDraft('complaint', {});
    own.current = made.id;
    setId(made.id);
    return made.id;
  };
  const ensure = () => {
    begun.current ??= begin();
    return begun.current;
  };
  return {
    fields,
    busy,
    write: async (/** @type {Record<string, any>} */ change) => {
      setFields((old) => ({ ...old, ...change }));
      await writeDraft(await ensure(), change);
    },
    addPhotos: async (/** @type {File[]} */ files) => {
      const id = await ensure();
      for (const [at, file] of files.entries()) {
        setBusy(files.length - at);
        await addPhoto(id, await shrink(file)).catch(() => toast(t('photo.no_room')));
      }
      setBusy(0);
      if (fields.place?.lat != null || fields.photo_place) return;
      const photo_place = await takenAt(files);
      if (!photo_place) return;
      setFields((old) => ({ ...old, photo_place }));
      await writeDraft(id, { photo_place });
    },
    support: async (/** @type {string} */ code) => {
      await supportInstead(await ensure(), code);
      go(`/cung-thay/${code}`);
    },
    dropPhoto: async (/** @type {string} */ photo) => dropPhoto(await ensure(), photo),
    queue: async () => queue(await ensure(), submission(fields, config.value?.consent.version ?? '', new Date(), catalogue.value)),
  };
}

/** The place the first of these photos tells, read on this phone; nothing of it is sent unless the person takes it. @param {File[]} files */
async function takenAt(files) {
  const jpegs = files.filter((file) => file.type === 'image/jpeg');
  if (!jpegs.length) return null;
  const { gpsOf } = await import('../lib/exif.js');
  for (const file of jpegs) {
    const found = gpsOf(await file.slice(0, 128 * 1024).arrayBuffer());
    if (found) return found;
  }
  return null;
}

/** @param {{ photos: App.LetterPhoto[], busy: number, onAdd: (files: File[]) => void, onDrop: (id: string) => void }} props */
function PhotoStep({ photos, busy, onAdd, onDrop }) {
  const max = config.value?.limits.photos ?? 6;
  return html`<div class="stack"><h1>${t('report.photo_title')}</h1><p class="small">${t('report.photo_hint', { n: max })}</p></div>${h(PhotoPicker, { photos, max, busy, onAdd, onDrop })}`;
}

/** @param {{ step: number, fields: any, any: boolean, busy: number, lost: number, next: () => void, onLost: () => void, send: () => void }} props lost: how often a way on without a place was asked for */
function Foot({ step, fields, any, busy, lost, next, onLost, send }) {
  if (step === 3) return html`<button class="button" type="button" onClick=${send} disabled=${busy > 0}>${t('report.send')}</button>`;
  const pinned = step === 1 && fields.place?.lat != null;
  const known = [any, hasPlace(fields.place), fields.category][step];
  const word = pinned ? t('report.right_place') : t('report.next');
  if (known) return html`<button class="button" type="button" onClick=${next} disabled=${busy > 0}>${word}</button>`;
  if (step === 1)
    return html`<button class=${`button ${lost ? 'quiet' : 'text'}`} type="button" onClick=${onLost}>${t(lost ? 'report.next' : 'report.no_place')}</button>`;
  return html`<button class="button text" type="button" onClick=${next}>${t(step ? 'report.no_kind' : 'report.no_photo')}</button>`;
}

/** Says at which point it is, or that an unfinished report goes on, and offers a fresh one. @param {{ letter: App.Letter | undefined, setId: (id: string) => void, step: number }} props */
function Resumed({ letter, setId, step }) {
  const [opened] = useState(Date.now());
  const at_point = letter?.fields.at_point;
  if (!letter || (step && !(at_point && step === 3))) return null;
  const named = location.hash.slice(1) === letter.id;
  if (at_point && named) return html`<p class="notice leaf">${t('report.at_point', { name: at_point })}</p>`;
  if (letter.made_at > opened - 2000) return null;
  return html`<div class="notice leaf"><p>${at_point ? t('report.at_point', { name: at_point }) : t('report.resumed')}</p><button class="button quiet small" type="button" onClick=${() => setId('')}>${t('report.fresh')}</button></div>`;
}

/** @param {{ letter: App.Letter, onReopen: () => void }} props */
function Done({ letter, onReopen }) {
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, []);
  const { token } = letter.receipt ?? {};
  const ask = () => get('/api/tracking/link', { headers: { 'X-Tracking-Token': token } });
  const hand = async () => (await shareKey(token)) === 'copied' && toast(t('word.copied'));
  return h(
    PageFrame,
    { title: t('frame.report'), home: true },
    h(SentLetter, {
      letter,
      onSend: () => sendNow(),
      onFile: () => saveLetterFile(letter),
      onShare: () => shareReceipt(letter),
      onReopen,
      extra: letter.receipt && h(OtherPhone, { onAsk: ask, onShare: hand }),
    }),
  );
}
