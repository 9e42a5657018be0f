// Taking down a report for somebody: by telephone, Zalo, on paper, in person. The letter waits in the outbox like every other one.
import { IntakeForm } from '../../components/desk/intake-form.js';
import { Icon } from '../../components/icon.js';
import { MapView } from '../../components/map-view.js';
import { PageFrame } from '../../components/page-frame.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { SentLetter } from '../../components/sent-letter.js';
import { EmptyState, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get } from '../../lib/api.js';
import { useGround } from '../../lib/ground.js';
import { saveLetterFile } from '../../lib/hand-on.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { freshIntake, intakeGaps, intakeWords } from '../../lib/intake.js';
import { useLoad } from '../../lib/load.js';
import { addPhoto, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../../lib/outbox.js';
import { shrink } from '../../lib/picture.js';
import { hamletAt } from '../../lib/place.js';
import { can, useAccount } from '../../lib/session.js';
import { account, catalogue, config, hamlets, keep, letters } from '../../lib/store.js';

const backTo = () => (account.value?.hamlet ? '/viec' : '/ban-lam-viec');

export default function Intake() {
  const { who, asking } = useAccount();
  const frame = { title: t('intake.title'), backTo: backTo() };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('record_complaints')) return h(Taking, {});
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t(who ? 'intake.not_yours' : 'today.sign_in'), text: t(who ? 'intake.not_yours_hint' : 'today.sign_in_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/ban-lam-viec/ghi">${t('sign_in.do')}</a>`,
    ),
  );
}

function Taking() {
  const [id, setId] = useState('');
  const begin = async () => {
    await startOutbox();
    const known = letters.value.find((one) => one.kind === 'intake' && one.state === 'draft');
    setId((known ?? (await startDraft('intake', freshIntake(account.value, new Date())))).id);
  };
  useEffect(() => {
    keep('config', 'catalogue', 'hamlets');
    begin();
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  if (!letter) return h(PageFrame, { title: t('intake.title'), backTo: backTo() }, h(Waiting, { lines: 4 }));
  if (letter.state === 'draft') return h(Writing, { key: id, letter });
  return h(Outcome, { letter, onNext: begin, onReopen: () => reopen(id).then((draft) => draft && setId(draft.id)) });
}

/** @param {{ letter: App.Letter }} props */
function Writing({ letter }) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(0);
  const ground = useGround();
  const gaps = intakeGaps(fields, letter.photos);
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    writeDraft(letter.id, change);
  };
  const save = async () => {
    setTried(true);
    if (gaps.length) requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector('[aria-invalid="true"]'))?.focus());
    else if (!busy) await queue(letter.id, intakeWords(fields, config.value?.consent.version ?? '', catalogue.value));
  };
  useEffect(() => /** @type {HTMLElement | null} */ (document.querySelector('[data-first]'))?.focus(), []);
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const add = async (/** @type {File[]} */ files) => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file)).catch(() => toast(t('photo.no_room')));
    }
    setBusy(0);
  };
  const place = fields.place ?? {};
  const pin = place.lat != null ? { lat: place.lat, lon: place.lon } : null;
  const setPin = (/** @type {{ lat: number, lon: number }} */ at) => {
    const hamlet_id = account.value?.hamlet?.id ?? hamletAt(hamlets.value, at)?.id ?? place.hamlet_id ?? null;
    write({ place: { ...place, lat: at.lat, lon: at.lon, accuracy_m: null, source: 'pin', hamlet_id } });
  };
  const form = h(IntakeForm, {
    fields,
    known: catalogue.value,
    hamlets: hamlets.value,
    gaps: tried ? gaps : [],
    isHead: Boolean(account.value?.hamlet),
    consent: config.value?.consent.text,
    onWrite: write,
    similar: h(Similar, { hamlet: place.hamlet_id ?? '', category: fields.category ?? '' }),
    map: html`<div class="stack"><p class="small">${t('intake.map_hint')}</p>${h(MapView, { label: t('place.map'), ...ground, pin, onPin: setPin, size: 'small' })}</div>`,
    photos: h(PhotoPicker, { photos: letter.photos, max: config.value?.limits.photos ?? 6, busy, onAdd: add, onDrop: (id) => dropPhoto(letter.id, id) }),
  });
  const foot = html`<button class="button" type="button" disabled=${busy > 0} onClick=${save}>${t('intake.save')}<span class="wide-only"> (Ctrl Enter)</span></button>`;
  return h(PageFrame, { title: t('intake.title'), backTo: backTo(), foot }, html`<div class="intake stack-16" onKeyDown=${press}>${form}</div>`);
}

/** Open cases of the same hamlet and kind: perhaps somebody has told of it already. @param {{ hamlet: string, category: string }} props */
function Similar({ hamlet, category }) {
  const asks = Boolean(hamlet && category);
  const path = `/api/desk/complaints?${new URLSearchParams({ queue: 'open', hamlet_id: hamlet, category })}`;
  const { data } = useLoad(async (signal) => (asks ? get(path, { signal, seconds: 6 }).catch(() => null) : null), [hamlet, category]);
  const found = /** @type {Api.Summary[]} */ (data?.items ?? []).slice(0, 4);
  if (!asks || !found.length) return null;
  return html`<section class="notice stack" aria-label=${t('intake.similar')}><b>${t('intake.similar')}</b><ul class="intake-similar">${found.map((one) => html`<li key=${one.id}><a href=${`/ban-lam-viec/${one.id}?hang=open`} target="_blank" rel="noopener">${one.code}</a> ${one.title} <span class="small">${one.status_label}</span></li>`)}</ul></section>`;
}

/** The code, big enough to read out; the way to follow it, to show or to print. @param {{ letter: App.Letter, onNext: () => void, onReopen: () => void }} props */
function Outcome({ letter, onNext, onReopen }) {
  useEffect(() => {
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (document.querySelector('[data-next]'))?.focus();
  }, [letter.state]);
  const next = html`<button class="button" type="button" data-next onClick=${onNext}>${h(Icon, { name: 'plus' })}${t('intake.next')}</button>`;
  const { code, qr_svg } = letter.receipt ?? {};
  if (letter.state !== 'sent')
    return h(
      PageFrame,
      { title: t('intake.title'), backTo: backTo(), ownHeading: true },
      h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen, extra: next }),
    );
  return h(
    PageFrame,
    { title: t('intake.title'), backTo: backTo(), ownHeading: true },
    html`<section class="card pad intake-done" role="status"><h1>${t('intake.done')}</h1><p>${t('intake.read_out')}</p><p class="intake-code num">${code}</p>
      ${qr_svg && html`<img class="intake-qr" src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr_svg)}`} alt=${t('intake.qr')} width="180" height="180" /><p class="small">${t('intake.qr_hint')}</p>`}</section>
    <div class="stack no-print">${next}<a class="button quiet" href=${`/ban-lam-viec/${letter.id}?hang=all`}>${t('intake.open')}</a><button class="button text" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('intake.print')}</button></div>`,
  );
}
