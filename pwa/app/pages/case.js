// One case: status, before and after, the commune's reply, who did what when, a small map; more when it is this phone's own.

import { AnswerForm } from '../components/answer-form.js';
import { ComplaintCard } from '../components/complaint-card.js';
import { askDialog } from '../components/dialog.js';
import { Icon } from '../components/icon.js';
import { MapView } from '../components/map-view.js';
import { OtherPhone } from '../components/other-phone.js';
import { OwnLetter } from '../components/own-letter.js';
import { CorrectForm, MorePhotos, NotDoneForm, RateForm, WithdrawForm } from '../components/own-say.js';
import { PageFrame } from '../components/page-frame.js';
import { BeforeAfter, Picture } from '../components/picture.js';
import { RefusedPhotos } from '../components/refused-photos.js';
import { LetterLine } from '../components/sent-letter.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { StatusBadge } from '../components/status-badge.js';
import { Timeline } from '../components/timeline.js';
import { toast } from '../components/toast.js';
import { ApiProblem, get, post, sayProblem } from '../lib/api.js';
import { dayAndClock, shortDay } from '../lib/format.js';
import { useGround } from '../lib/ground.js';
import { shareCode, shareKey } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { needWords, t } from '../lib/i18n.js';
import { follow, followedCase, unfollow } from '../lib/idb.js';
import { refusedPhotos } from '../lib/letters.js';
import { useLoad } from '../lib/load.js';
import { discard, mendPhoto, startOutbox } from '../lib/outbox.js';
import { shrink } from '../lib/picture.js';
import { go } from '../lib/router.js';
import { SAY_KINDS, saidAbout, useSay, withCorrections } from '../lib/say.js';
import { catalogue, config, keep, letters } from '../lib/store.js';
import { firm } from '../lib/text.js';

/** @param {{ code: string }} props */
export default function CasePage({ code }) {
  const said = saidAbout(code);
  const answered = said.filter((one) => one.kind === 'answer');
  const done = said.filter((one) => one.receipt).length;
  const letter = letters.value.find((one) => one.kind === 'complaint' && one.receipt?.code === code);
  const own = letter && withCorrections(letter, said);
  const { data, error, loading, reload } = useLoad((signal) => view(code, signal), [code, done, own?.state]);
  const ground = useGround();
  useEffect(() => void startOutbox(), []);
  const share = async () => (await shareCode(code)) === 'copied' && toast(t('word.copied'));
  const aside = html`<button class="icon-button" type="button" aria-label=${t('sent.share')} onClick=${share}>${h(Icon, { name: 'share' })}</button>`;
  const frame = { title: code, ownHeading: true, backTo: '/theo-doi', aside };
  if (!data && loading) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (!data && error instanceof ApiProblem && error.status === 404)
    return h(
      PageFrame,
      frame,
      html`<h1 class="sr">${code}</h1>`,
      h(
        EmptyState,
        { icon: 'search', title: t('track.not_found'), text: t('track.code_hint') },
        html`<a class="button quiet" href="/theo-doi">${t('track.look_up')}</a>`,
      ),
    );
  const shown = data?.one.photos.filter((photo) => photo.large).map((photo) => photo.id) ?? [];
  const mine = own && h(OwnLetter, { letter: own, shown, ground });
  if (!data) return h(PageFrame, frame, html`<h1>${code}</h1>`, h(Failure, { error, onRetry: reload }), mine);
  return h(
    PageFrame,
    frame,
    h(Head, { one: data.one }),
    h(Together, { one: data.one, mayJoin: !data.token }),
    data.stale && html`<p class="notice">${t('case.stale')}</p>`,
    data.one.guidance && html`<p class="notice" role="status">${data.one.guidance}</p>`,
    h(Question, {
      one: data.one,
      token: data.token,
      answers: answered.filter((one) => one.state !== 'sent' && one.state !== 'draft'),
      ground,
    }),
    Boolean(data.one.parts?.length) && h(Parts, { parts: data.one.parts ?? [] }),
    h(Photos, { one: data.one, refused: own ? refusedPhotos(own).length : 0 }),
    own && h(RefusedPhotos, { letter: own, onMend: async (id, file) => mendPhoto(own.id, id, file && (await shrink(file))) }),
    h(Words, { one: data.one, own: Boolean(own) }),
    data.token && h(OwnSay, { one: data.one, token: data.token, said, own: own?.fields ?? null, ground }),
    mine,
    html`<section class="stack"><h2>${t('case.course')}</h2>${h(Timeline, { steps: [...data.one.timeline].reverse() })}</section>`,
    !own?.fields.place?.lat && h(Place, { one: data.one, ground }),
    !own && !data.token && h(Flag, { one: data.one }),
    data.token && h(Private, { code, token: data.token, own: letter?.id ?? '' }),
  );
}

/** @param {{ one: App.Case }} props */
function Flag({ one }) {
  const [Form, setForm] = useState(/** @type {any} */ (null));
  const open = async () => {
    const [module] = await Promise.all([import('../components/flag-form.js'), needWords('flag')]);
    setForm(() => module.FlagForm);
  };
  const send = async (/** @type {any} */ values) => {
    const fault = await post(`/api/complaints/${one.code}/flags`, values).then(() => '', sayProblem);
    if (!fault) setForm(null);
    toast(fault || t('flag.done'));
  };
  if (Form) return h(Form, { onSend: send, onClose: () => setForm(null) });
  return html`<button class="button text small" type="button" onClick=${open}>${h(Icon, { name: 'flag' })}${t('case.flag')}</button>`;
}

/** With the key of this phone everything, else what is public; without network what was last seen. @param {string} code @param {AbortSignal} signal */
async function view(code, signal) {
  const known = await followedCase(code).catch(() => undefined);
  if (!known) return { one: /** @type {App.Case} */ (await get(`/api/complaints/${code}`, { signal })), token: '', stale: false };
  try {
    const one = /** @type {App.Case} */ (await get('/api/tracking', { headers: { 'X-Tracking-Token': known.token }, signal }));
    await follow({ ...known, view: one });
    return { one, token: known.token, stale: false };
  } catch (error) {
    if (!known.view) throw error;
    return { one: known.view, token: known.token, stale: true };
  }
}

/** Who sees what; the key for the person's own other phone; and how this phone forgets it. @param {{ code: string, token: string, own: string }} props own: the letter this phone sent */
function Private({ code, token, own }) {
  const hand = async () => (await shareKey(token)) === 'copied' && toast(t('word.copied'));
  const ask = () => get('/api/tracking/link', { headers: { 'X-Tracking-Token': token } });
  const forget = async () => {
    const answer = await askDialog({
      title: t('say.forget_title', { code }),
      text: t('say.forget_text'),
      choices: [
        { value: 'yes', label: t('say.forget'), look: 'danger' },
        { value: 'no', label: t('track.keep'), look: 'quiet' },
      ],
    });
    if (answer !== 'yes') return;
    await unfollow(code);
    for (const letter of [own, ...saidAbout(code).map((one) => one.id)].filter(Boolean)) await discard(letter);
    go('/theo-doi', { replace: true });
  };
  return html`<section class="stack"><p class="small">${t(own ? 'case.private' : 'case.private_key')}</p>${h(OtherPhone, { onAsk: ask, onShare: hand })}
    <button class="button text" type="button" onClick=${forget}>${h(Icon, { name: 'erase' })}${t('say.forget')}</button></section>`;
}

/** What the sender may still say; one form at a time. @param {{ one: App.Case, token: string, said: App.Letter[], own: Record<string, any> | null, ground: ReturnType<typeof useGround> }} props */
function OwnSay({ one, token, said, own, ground }) {
  const may = one.feedback;
  const about = { code: one.code, token };
  const [open, setOpen] = useState('');
  const [rating, not_done, more_photos, correction, withdrawal] = [
    useSay('rating', about),
    useSay('not_done', about),
    useSay('more_photos', about),
    useSay('correction', about),
    useSay('withdrawal', about),
  ];
  useEffect(() => void keep('config', 'catalogue', 'hamlets'), []);
  const pending = said.filter((one) => SAY_KINDS.includes(one.kind) && !['draft', 'sent'].includes(one.state));
  useEffect(() => setOpen(''), [pending.length, one.rating]);
  const close = () => setOpen('');
  const max = config.value?.limits.photos ?? 6;
  const doors = [
    may?.may_reopen && ['not_done', 'reopen'],
    may?.may_rate && one.rating && ['rate_again', 'star'],
    may?.may_change && ['more_photos', 'camera'],
    may?.may_change && ['correct', 'pencil'],
    may?.may_change && ['withdraw', 'back'],
  ].filter((door) => Array.isArray(door));
  const isGoing = (/** @type {string} */ kind) => pending.some((letter) => letter.kind === kind && letter.state !== 'refused');
  return html`${pending.length > 0 && html`<section class="card pad"><h2>${t('say.pending')}</h2>${pending.map((letter) => h(LetterLine, { key: letter.id, letter }))}</section>`}
    ${may?.may_rate && !isGoing('rating') && (!one.rating || open === 'rate_again') && h(RateForm, { key: one.rating, one, say: rating })}
    ${open === 'not_done' && h(NotDoneForm, { say: not_done, max, until: may?.until ?? null, onClose: close })}
    ${open === 'more_photos' && h(MorePhotos, { say: more_photos, max, onClose: close })}
    ${open === 'correct' && h(CorrectForm, { one, own, say: correction, categories: catalogue.value?.categories ?? [], ground, onClose: close })}
    ${open === 'withdraw' && h(WithdrawForm, { say: withdrawal, onClose: close })}
    ${!open && !isGoing('withdrawal') && !isGoing('not_done') && doors.length > 0 && html`<div class="chips" role="group" aria-label=${t('say.more')}>${doors.map(([door, icon]) => html`<button class="chip" type="button" onClick=${() => setOpen(door)}>${h(Icon, { name: icon })}${t(`say.${door}`)}</button>`)}</div>`}`;
}

/** @param {{ one: App.Case }} props */
function Head({ one }) {
  const due = one.due_on ?? one.due_at;
  const ended = one.tone === 'done' || one.tone === 'stop';
  const days = [
    t('case.received', { day: shortDay(one.received_on ?? one.received_at) }),
    one.resolved_on ? t('case.resolved', { day: shortDay(one.resolved_on) }) : due && !ended && t('case.due', { day: shortDay(due) }),
    timeLeft(one.deadline),
    one.hamlet?.name,
  ];
  return html`<div class="stack"><div class="line">${h(StatusBadge, { tone: one.tone, label: one.status_label })}${one.is_overdue && html`<span class="chip brick">${h(Icon, { name: 'clock-alert' })}${t('case.overdue')}</span>`}</div>
    <h1>${firm(one.title)}</h1><p class="small num">${firm(days.filter(Boolean).join(' · '))}</p>
    ${one.rating && html`<p class="small line">${h(Icon, { name: 'star' })}${t('say.public_rating', { n: one.rating })}</p>`}
    ${one.extension && html`<p class="notice">${t('case.extended', { n: one.extension.days, day: shortDay(one.extension.on), reason: one.extension.reason })}</p>`}</div>`;
}

/** How much time the commune still has; nothing once it has answered. @param {Api.PublicClock | null | undefined} deadline */
function timeLeft(deadline) {
  if (!deadline) return '';
  if (deadline.is_paused) return t('case.paused');
  return t(deadline.days_left < 0 ? 'case.days_late' : 'case.days_left', { n: Math.abs(deadline.days_left) });
}

/** Who else is in it, and a way to join. @param {{ one: App.Case, mayJoin: boolean }} props */
function Together({ one, mayJoin }) {
  const open = one.tone === 'wait' || one.tone === 'work';
  return html`${one.merged_into && html`<p class="notice leaf">${t('same.merged_into', { code: one.merged_into })} <a href=${`/phan-anh/${one.merged_into}`}>${one.merged_into}</a></p>`}
    ${one.is_support && html`<p class="notice leaf">${t('same.following')}</p>`}
    ${(one.follower_count ?? 0) > 0 && html`<p class="small num">${t('same.people', { n: (one.follower_count ?? 0) + 1 })}</p>`}
    ${mayJoin && open && html`<a class="button quiet" href=${`/cung-thay/${one.code}`}>${h(Icon, { name: 'eye' })}${t('same.me_too')}</a>`}`;
}

/** @param {{ one: App.Case, token: string, answers: App.Letter[], ground: ReturnType<typeof useGround> }} props */
function Question({ one, token, answers, ground }) {
  const draft = useSay('answer', { code: one.code, token });
  if (answers.length)
    return html`<section class="card pad"><h2>${t('case.your_answer')}</h2>${answers.map((letter) => h(LetterLine, { key: letter.id, letter }))}</section>`;
  if (!one.question) return null;
  return html`<section class="notice pad stack-16"><h2>${t('case.question')}</h2><p class="pre">${one.question.text}</p><p class="small">${dayAndClock(one.question.at)}</p>
    ${token ? h(AnswerForm, { question: one.question, place: one.place, draft, ground }) : html`<p>${t('case.answer_elsewhere')}</p>`}</section>`;
}

/** The cases that the commune made of this one. @param {{ parts: Api.PartOfCase[] }} props */
function Parts({ parts }) {
  return html`<section class="stack"><h2>${t('case.parts')}</h2><p class="small">${t('case.parts_hint')}</p><ul class="card rows">${parts.map((part) => h(ComplaintCard, { key: part.code, href: `/phan-anh/${part.code}`, code: part.code, title: part.title, tone: /** @type {App.Tone} */ (part.tone), status: part.status_label }))}</ul></section>`;
}

/** @param {{ one: App.Case, refused: number }} props refused: photos the server still lists, that this phone knows will not come */
function Photos({ one, refused }) {
  const shown = one.photos.filter((photo) => photo.large);
  const before = shown.find((photo) => photo.kind === 'before');
  const after = shown.find((photo) => photo.kind === 'after');
  const pair = before && after;
  const rest = pair ? shown.filter((photo) => photo !== before && photo !== after) : shown;
  const waiting = (one.photos_missing?.length ?? 0) - refused;
  return html`${pair && h(BeforeAfter, { before, after, beforeWord: `${t('case.before')} ${shortDay(one.received_on ?? one.received_at)}`, afterWord: `${t('case.after')} ${shortDay(one.resolved_on)}` })}
    ${rest.length > 0 && html`<div class="photos">${rest.map((photo, at) => h(Picture, { key: photo.id, photo, alt: t(photo.kind === 'after' ? 'case.photo_after' : 'case.photo_before', { n: at + 1 }) }))}</div>`}
    ${waiting > 0 && html`<p class="small">${t('case.photos_coming', { n: waiting })}</p>`}`;
}

/** The same sentence as answer and as result is said once. @param {{ one: App.Case, own: boolean }} props */
function Words({ one, own }) {
  const done = one.resolution && bare(one.resolution.text) !== bare(one.reply?.text);
  return html`
    ${one.reply && html`<section class="card pad"><h2>${t('case.reply')}</h2><p class="pre">${one.reply.text}</p><p class="small num">${[one.reply.unit_name, shortDay(one.reply.on)].filter(Boolean).join(' · ')}</p></section>`}
    ${done && html`<section class="card pad"><h2>${t('case.result')}</h2><p class="pre">${one.resolution?.text}</p><p class="small num">${shortDay(one.resolution?.on)}</p></section>`}
    ${one.reject_reason && html`<section class="notice brick"><h2>${t('case.why_not')}</h2><p>${one.reject_reason}</p></section>`}
    ${one.words && !own && html`<section class="stack"><h2>${t('case.words')}</h2><p class="pre">${one.words}</p></section>`}
    ${one.unit_name && html`<p class="small">${t('case.unit', { name: one.unit_name })}</p>`}`;
}

/** @param {string | undefined} text */
const bare = (text) => text?.replace(/[\s.]+/g, ' ').trim();

/** @param {{ one: App.Case, ground: ReturnType<typeof useGround> }} props */
function Place({ one, ground }) {
  if (!one.place) return null;
  const mark = { id: one.code, ...one.place, kind: one.tone, label: one.title };
  return html`<section class="stack"><h2>${t('case.place')}</h2>${h(MapView, { label: t('case.place'), ...ground, marks: [mark], view: { ...one.place, zoom: 15 }, size: 'small', still: true })}<p class="small">${t('case.rounded')}</p></section>`;
}
