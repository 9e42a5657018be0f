// This weekend: when and where each hamlet meets, the invitation to pass on, the thanks afterwards; its head sets it here.
import { askDialog } from '../components/dialog.js';
import { Icon } from '../components/icon.js';
import { PlanForm } from '../components/movement/plan-form.js';
import { HandOn, hourWords, Invitation, rowWords, ThanksCard, weekendWords } from '../components/movement/weekend-words.js';
import { PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { weekendPlanOf } from '../lib/ahead.js';
import { get, post, sayProblem } from '../lib/api.js';
import { addDays, weekday } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { useLoad } from '../lib/load.js';
import { discard, queue, sendNow, startDraft, startOutbox } from '../lib/outbox.js';
import { can, useAccount } from '../lib/session.js';
import { shareFile } from '../lib/share.js';
import { shareCard } from '../lib/share-card.js';
import { account, config, keep, letters } from '../lib/store.js';
import { mondayOf } from '../lib/this-weekend.js';
import { uuid } from '../lib/uuid.js';
import { weekendCard } from '../lib/weekend-card.js';

const commune = () => config.value?.commune.name ?? t('frame.name');
/** @param {string} thon @param {string} week */
const addressOf = (thon, week) => `/cuoi-tuan-nay?thon=${thon}${week === mondayOf() ? '' : `&tuan=${week}`}`;

export default function ThisWeekend() {
  const asked = new URLSearchParams(location.search);
  const wish = asked.get('thon') ?? account.value?.hamlet?.id ?? localStorage.getItem('hamlet') ?? '';
  const thon = /^[0-9a-f-]{36}$/i.test(wish) ? wish : '';
  const week = mondayOf(/^\d{4}-\d\d-\d\d$/.test(asked.get('tuan') ?? '') ? String(asked.get('tuan')) : undefined);
  useAccount();
  useEffect(() => void keep('config'), []);
  return h(
    PageFrame,
    { title: t(week === mondayOf() ? 'rhythm.this' : week > mondayOf() ? 'rhythm.next' : 'home.weekend'), backTo: '/cuoi-tuan' },
    thon ? h(OfHamlet, { thon, week }) : h(OfAll, { week }),
  );
}

/** The way to the other weekend. @param {{ thon: string, week: string }} props */
function OtherWeek({ thon, week }) {
  const isThis = week === mondayOf();
  return html`<a class="button text small" href=${addressOf(thon, isThis ? addDays(week, 7) : mondayOf())}>${t(isThis ? 'rhythm.next' : 'rhythm.this')}</a>`;
}

/** @param {{ week: string }} props */
function OfAll({ week }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/weekend-plans?week=${week}`, { signal }), [week]);
  const weekend = /** @type {Api.Weekend | null} */ (data);
  if (!weekend) return error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 5 });
  return html`<div class="line"><h2 class="grow">${t('rhythm.all_title')}</h2>${h(OtherWeek, { thon: '', week })}</div><p>${weekendWords(weekend)}. ${t('rhythm.lead')}</p>
    ${weekend.rows.length ? html`<ul class="card rows">${weekend.rows.map((row) => h(Row, { key: row.hamlet_id, href: addressOf(row.hamlet_id, week), icon: row.mark === 'held' ? 'check' : row.plan ? 'megaphone' : 'calendar', title: row.hamlet_name, text: rowWords(row) }))}</ul>` : h(EmptyState, { icon: 'leaf', title: t('rhythm.silent') })}
    <a class="button quiet" href="/api/cleanups/calendar.ics">${h(Icon, { name: 'calendar' })}${t('rhythm.calendar')}</a>`;
}

/** @param {{ thon: string, week: string }} props */
function OfHamlet({ thon, week }) {
  const { data, error, reload } = useLoad((signal) => get(weekendPlanOf(thon, week), { signal }), [thon, week]);
  const one = /** @type {Api.HamletInvitation | null} */ (data);
  if (!one)
    return error
      ? html`${h(Failure, { error, onRetry: reload })}<a class="button quiet" href="/cuoi-tuan-nay?thon=">${t('rhythm.all')}</a>`
      : h(Waiting, { lines: 5 });
  const mine = can('record_cleanups') && (!account.value?.hamlet || account.value.hamlet.id === one.hamlet_id);
  return html`<div class="line"><p class="grow">${weekendWords(one)}</p>${h(OtherWeek, { thon, week })}</div>
    ${one.plan ? h(Invitation, { plan: one.plan, title: one.hamlet_name }) : h(NoPlan, { one })}
    ${mine && h(Planning, { key: `${one.plan?.id} ${week}`, one, onSaved: reload })}
    ${one.plan && h(HandOn, { words: String(one.invitation), spoken: String(one.spoken), title: t('rhythm.card_invites'), url: location.origin + addressOf(thon, week), cardWord: t('rhythm.card'), shareWord: t('rhythm.share'), onCard: () => sendInvitation(one, /** @type {Api.WeekendPlanShape} */ (one.plan)) })}
    ${one.plan && html`<a class="button quiet" href=${`/api/cleanups/calendar.ics?hamlet_id=${thon}`}>${h(Icon, { name: 'calendar' })}${t('rhythm.calendar')}</a>`}
    ${one.thanks.slice(0, 1).map((done) => h(ThanksCard, { one: done }, h(HandOn, { words: done.words, spoken: done.spoken, title: t('rhythm.thanks'), cardWord: t('rhythm.thanks_card'), shareWord: t('rhythm.share_thanks'), onCard: () => sendThanks(one, done) })))}
    <a class="button text" href=${addressOf('', week)}>${t('rhythm.all')}</a>`;
}

/** @param {{ one: Api.HamletInvitation }} props */
function NoPlan({ one }) {
  const words =
    one.mark === 'held'
      ? t('rhythm.done')
      : one.mark === 'excused'
        ? t('rhythm.excused', { why: one.reason })
        : t(one.is_cancelled ? 'rhythm.was_cancelled' : 'rhythm.no_plan');
  return html`<section class=${`notice ${one.mark === 'held' ? 'leaf' : ''}`}><h2>${one.hamlet_name}</h2><p>${words}</p>${one.mark === 'open' && html`<p class="small">${t('rhythm.no_plan_hint')}</p>`}</section>`;
}

/** The head's part: set, change, cancel. Without a network the phone keeps it and sends it later. @param {{ one: Api.HamletInvitation, onSaved: () => void }} props */
function Planning({ one, onSaved }) {
  const [values, setValues] = useState(/** @type {Record<string, any> | null} */ (null));
  const [sentId, setSentId] = useState('');
  useEffect(() => void startOutbox(), []);
  const letter = letters.value.find((each) => each.id === sentId);
  useEffect(() => {
    if (letter?.state !== 'sent') return;
    toast(t('rhythm.saved'));
    onSaved();
  }, [letter?.state]);
  const begin = async () => setValues(one.plan ? { ...one.plan } : await usual(one));
  const send = async (/** @type {Record<string, any>} */ { held_on, starts_at, place, bring, note }) => {
    const words = { held_on, starts_at, place: place.trim(), bring: bring.trim(), note: note.trim() };
    await remember(`weekend-plan-${one.hamlet_id}`, words).catch(() => {});
    const draft = await startDraft('weekend_plan', { hamlet_id: one.hamlet_id, ...words, replaces_id: one.plan?.id ?? null });
    setSentId(draft.id);
    setValues(null);
    await queue(draft.id);
  };
  if (letter && letter.state !== 'draft') {
    const again = async () => {
      setValues(letter.fields);
      setSentId('');
      await discard(letter.id);
      onSaved();
    };
    return h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again });
  }
  if (values) return h(PlanForm, { title: t('rhythm.plan_of', { hamlet: one.hamlet_name }), values, onSend: send, onLeave: () => setValues(null) });
  if (!one.plan)
    return one.mark === 'held'
      ? null
      : html`<button class="button" type="button" onClick=${begin}>${h(Icon, { name: 'calendar' })}${t('rhythm.plan')}</button>`;
  return html`<div class="line"><button class="button quiet grow" type="button" onClick=${begin}>${h(Icon, { name: 'pencil' })}${t('rhythm.change')}</button>
    <button class="button text" type="button" onClick=${() => cancel(one, onSaved)}>${t('rhythm.cancel')}</button></div>`;
}

/** As it was said last on this phone, for the Sunday of the week. @param {Api.HamletInvitation} one */
async function usual(one) {
  const known = /** @type {Record<string, any> | null} */ (await recall(`weekend-plan-${one.hamlet_id}`).catch(() => null));
  return { starts_at: '06:30', place: '', bring: t('rhythm.bring_usual'), ...known, note: '', held_on: one.sunday };
}

/** @param {Api.HamletInvitation} one @param {() => void} onSaved */
async function cancel({ plan }, onSaved) {
  const answer = await askDialog({
    title: t('rhythm.cancel_ask'),
    text: t('rhythm.cancel_text'),
    choices: [
      { value: 'yes', label: t('rhythm.cancel') },
      { value: '', label: t('rhythm.keep'), look: 'quiet' },
    ],
  });
  if (!plan || !answer) return;
  const fault = await post(`/api/weekend-plans/${plan.id}/withdrawal`, { id: uuid() }).then(() => '', sayProblem);
  toast(fault || t('rhythm.cancelled'));
  onSaved();
}

/** @param {Api.HamletInvitation} one @param {Api.WeekendPlanShape} plan */
async function sendInvitation({ hamlet_name }, { held_on, starts_at, place, bring }) {
  const card = await weekendCard({ hamlet: hamlet_name, commune: commune(), hour: hourWords(starts_at), day: weekday(held_on), held_on, place, bring });
  await shareFile(card, t('rhythm.card_invites'));
}

/** @param {Api.HamletInvitation} one @param {Api.Thanks} done */
async function sendThanks({ hamlet_name }, { held_on, participants, waste_kg, photo }) {
  const picture = photo
    ? await fetch(photo)
        .then((answer) => (answer.ok ? answer.blob() : undefined))
        .catch(() => undefined)
    : undefined;
  const card = await shareCard({ hamlet: hamlet_name, commune: commune(), held_on, participants, waste_kg, photo: picture, title: t('rhythm.thanks') });
  await shareFile(card, t('rhythm.thanks'));
}
