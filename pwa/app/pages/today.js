// Today's work of a signed-in person: this weekend's result first, then what waits, then the way to the desk.
import { Notices } from '../components/notices.js';
import { PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { EmptyState, Waiting } from '../components/states.js';
import { get, post } from '../lib/api.js';
import { addDays, dayOf, number, shortDay, weekdayOf, weekendOf } from '../lib/format.js';
import { h, html, useEffect } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { isWaiting, refusedPhotos } from '../lib/letters.js';
import { useLoad } from '../lib/load.js';
import { startOutbox } from '../lib/outbox.js';
import { can, useAccount } from '../lib/session.js';
import { letters } from '../lib/store.js';
import { firm } from '../lib/text.js';

const QUEUES = ['reopened', 'overdue', 'due_soon', 'new', 'need_info', 'mine'];

export default function Today() {
  const { who, asking } = useAccount();
  const sent = letters.value.filter((one) => one.state === 'sent').length;
  const { data, loading, reload } = useLoad((signal) => work(who, signal), [who?.id, sent]);
  useEffect(() => void startOutbox(), []);
  if (asking) return h(PageFrame, { title: t('frame.today') }, h(Waiting, { lines: 3 }));
  if (!who)
    return h(
      PageFrame,
      { title: t('frame.today') },
      h(
        EmptyState,
        { icon: 'key', title: t('today.sign_in'), text: t('today.sign_in_hint') },
        html`<a class="button" href="/dang-nhap?den=/viec">${t('sign_in.do')}</a>`,
      ),
    );
  const read = (/** @type {string[]} */ ids) => post('/api/notices/read', { ids }).then(reload, () => {});
  const waiting = letters.value.filter(isWaiting).length;
  const refused = letters.value.flatMap(refusedPhotos).length;
  const queues = data?.counts ? QUEUES.filter((queue) => data.counts[queue] > 0 || isDuty(queue)) : [];
  return h(
    PageFrame,
    { title: t('frame.today') },
    html`<p>${firm([who.name, who.hamlet?.name ?? who.unit?.name].filter(Boolean).join(' · '))}</p>`,
    waiting > 0 && html`<a class="notice" href="/theo-doi">${t('outbox.waiting', { n: waiting })}</a>`,
    refused > 0 && html`<a class="notice" href="/theo-doi">${t('mend.count', { n: refused })}</a>`,
    who.hamlet && h(WeekendCall, { done: data?.done, weekend: data?.weekend ?? [] }),
    data?.notices && h(Notices, { notices: data.notices.items, onRead: read }),
    loading && !data && h(Waiting, { lines: 3 }),
    queues.length > 0 &&
      html`<ul class="card rows">${queues.map((queue) => h(Row, { key: queue, href: `/ban-lam-viec?hang=${queue}`, icon: { reopened: 'reopen', overdue: 'clock-alert', due_soon: 'clock', new: 'inbox', need_info: 'question', mine: 'check' }[queue] ?? 'inbox', title: t(`queue.${queue}`), text: t('today.count', { n: number(data?.counts[queue]) }) }))}</ul>`,
    html`<ul class="card rows">
      ${can('record_cleanups') && (!who.hamlet || data?.done) && h(Row, { href: '/cuoi-tuan/bao', icon: 'leaf', title: t('check_in.title'), text: t(who.hamlet ? 'today.weekend_hint' : 'today.weekend_clerk') })}
      ${who.hamlet && can('record_cleanups') && h(Row, { href: `/cuoi-tuan-nay?thon=${who.hamlet.id}`, icon: 'megaphone', title: t('today.invite'), text: t('today.invite_hint') })}
      ${who.hamlet && can('record_sorting') && h(Row, { href: '/thon/phan-loai', icon: 'recycle', title: t('today.sorting'), text: t('today.sorting_hint') })}
      ${can('manage_collection_points') && h(Row, { href: '/diem-tap-ket', icon: 'bin', title: t('points.title'), text: t('today.points_hint') })}
      ${can('record_complaints') && h(Row, { href: '/ban-lam-viec/ghi', icon: 'phone', title: t('today.intake'), text: t(who.hamlet ? 'today.intake_head' : 'today.intake_hint') })}
      ${can('read_complaints') && h(Row, { href: '/ban-lam-viec', icon: 'inbox', title: t('today.desk'), text: t(`today.desk_${deskWork(who)}`) })}
      ${h(Row, { href: '/so-sach', icon: 'list', title: t('today.books'), text: t('today.books_hint') })}
      ${manages() && h(Row, { href: '/quan-ly', icon: 'settings', title: t('today.admin'), text: t(can('manage_accounts') ? 'today.admin_hint' : 'today.admin_some') })}
      ${h(Row, { href: '/thon', icon: 'users', title: t('hamlet.title'), text: who.hamlet?.name ?? t('hamlet.choose') })}
      ${h(Row, { href: '/tai-khoan', icon: 'user', title: t('account.title'), text: t('account.hint') })}</ul>`,
  );
}

/** An empty queue is news only to those whose work it is. @param {string} queue */
const isDuty = (queue) => (queue === 'new' && can('triage_complaints')) || (queue === 'mine' && can('handle_complaints'));

const manages = () => ['manage_accounts', 'manage_places', 'manage_catalogue'].some(can);

/** What a person does at the desk. @param {App.Account} who */
function deskWork({ role }) {
  if (can('handle_complaints')) return 'hint';
  return role === 'leader' || role === 'front' || role === 'hamlet_head' ? role : 'look';
}

/** @param {{ done: App.Cleanup | undefined, weekend: string[] }} props */
function WeekendCall({ done, weekend }) {
  if (done)
    return html`<div class="notice leaf"><p>${t('today.reported', { day: shortDay(done.held_on) })}</p><a class="button quiet small" href=${`/cuoi-tuan/${done.id}${done.may_correct_until ? '/sua' : ''}`}>${t(done.may_correct_until ? 'cleanup.correct' : 'check_in.see_known')}</a>
      ${done.outcome === 'held' && html`<a class="button quiet small" href="/cuoi-tuan-nay">${t('today.thank')}</a>`}</div>`;
  return html`<section class="hero"><h2>${t('today.weekend', { from: shortDay(weekend[0]), to: shortDay(weekend[1]) })}</h2><p>${t('today.weekend_hint')}</p><a class="button" href="/cuoi-tuan/bao">${t('check_in.title')}</a></section>`;
}

/** On working days it is the weekend just past. */
const dueWeekend = () => weekendOf(weekdayOf(dayOf()) >= 6 ? dayOf() : addDays(dayOf(), -7));

/** @param {App.Account | null} who @param {AbortSignal} signal */
async function work(who, signal) {
  const weekend = dueWeekend();
  const [cleanups, counts, notices] = await Promise.all([
    who?.hamlet ? get(`/api/cleanups?hamlet_id=${who.hamlet.id}&from=${weekend[0]}&to=${weekend[1]}`, { signal }).catch(() => null) : null,
    who && can('read_complaints') ? get('/api/desk/counts', { signal }).catch(() => null) : null,
    who ? get('/api/notices', { signal }).catch(() => null) : null,
  ]);
  const found = cleanups?.items[0];
  const done = found && (await get(`/api/cleanups/${found.id}`, { signal }).catch(() => found));
  return { weekend, done: /** @type {App.Cleanup | undefined} */ (done), counts, notices: /** @type {Api.Notices | null} */ (notices) };
}
