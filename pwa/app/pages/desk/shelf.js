// What lies on the desk: the filter, the list, the counters and the cases already fetched. It outlives a turn of the page.
import { ask, get } from '../../lib/api.js';
import { batch, signal } from '../../lib/html.js';
import { account } from '../../lib/store.js';

/** @type {Desk.Filter} */
export const EMPTY = { queue: 'open', status: '', category: '', hamlet_id: '', unit_id: '', punctuality: '', handed_over: '', q: '' };
const MOST_KEPT = 80;

/** @type {App.Kept<Desk.Filter>} */
export const filter = signal(EMPTY);
/** @type {App.Kept<Desk.List>} */
export const list = signal({ items: [], next: null, state: 'loading', error: null, fresh: 0, more: false, mended: null });
/** @type {App.Kept<Api.Counts | null>} */
export const counts = signal(null);
/** The case beside the list. */
export const chosen = signal('');
/** @type {App.Kept<Record<string, Api.Detail>>} */
export const details = signal({});
/** Why the chosen case could not come. @type {App.Kept<unknown>} */
export const missing = signal(null);
/** @type {App.Kept<Api.UnitDetail[]>} */
export const units = signal([]);
/** How many reminders wait unread. */
export const reminders = signal(0);
/** Not signed in any more: the desk asks again without losing anything. */
export const locked = signal(false);

let etag = '';
/** Cases this officer has just changed: they stay in sight when they leave the list, until it is asked for anew. @type {Set<string>} */
export let handled = new Set();
/** A newer first page that waits until the reader wants it. @type {Api.CaseList | null} */
let held = null;
let asking = new AbortController();
/** One asking at a time: an answer that a newer one has overtaken would put old things back. */
let filling = Promise.resolve();
/** @type {Promise<void> | null} */
let looking = null;
let lookAgain = false;
let opening = new AbortController();

/** Where a person's work lies. @returns {Desk.Queue} */
export function homeQueue() {
  const permissions = account.value?.permissions ?? [];
  if (permissions.includes('triage_complaints')) return 'new';
  return permissions.includes('handle_complaints') ? 'mine' : 'open';
}

/** The question as it stands in the address and goes to the server. @param {string} [cursor] */
export function question(cursor) {
  const asked = new URLSearchParams(Object.entries(filter.value).filter(([, value]) => value));
  if (cursor) asked.set('cursor', cursor);
  return asked.toString();
}

/** @param {Partial<Desk.Filter>} change */
export function setFilter(change) {
  filter.value = { ...filter.value, ...change };
  return refill();
}

/** The list anew, from the top. */
export function refill() {
  filling = fill();
  return filling;
}

async function fill() {
  asking.abort();
  asking = new AbortController();
  const { signal: mine } = asking;
  held = null;
  handled = new Set();
  list.value = { ...list.value, items: [], next: null, state: 'loading', error: null, fresh: 0, more: false };
  try {
    const answer = await ask('GET', `/api/desk/complaints?${question()}`, undefined, { signal: mine });
    if (mine.aborted) return;
    etag = answer.etag;
    list.value = { ...list.value, items: answer.data.items, next: answer.data.next, mended: answer.data.mended, state: 'ready' };
  } catch (error) {
    if (!mine.aborted) list.value = { ...list.value, state: 'failed', error: refused(error) };
  }
  recount();
}

export async function recount() {
  get('/api/notices').then(
    (found) => (reminders.value = found.unread),
    () => {},
  );
  counts.value = await get('/api/desk/counts').catch(() => counts.value);
}

export async function showMore() {
  const { next } = list.value;
  if (!next || list.value.more) return;
  const { signal: mine } = asking;
  list.value = { ...list.value, more: true, error: null };
  try {
    const page = await get(`/api/desk/complaints?${question(next)}`, { signal: mine });
    const known = new Set(list.value.items.map((one) => one.id));
    list.value = {
      ...list.value,
      items: [...list.value.items, ...page.items.filter((/** @type {Api.Summary} */ one) => !known.has(one.id))],
      next: page.next,
      more: false,
    };
  } catch (error) {
    if (!mine.aborted) list.value = { ...list.value, more: false, error: refused(error) };
  }
}

/** Asks quietly whether anything changed. @param {boolean} reading true while the reader has scrolled down */
export function poll(reading) {
  lookAgain = true;
  looking ??= lookUntilQuiet(reading).finally(() => (looking = null));
  return looking;
}

/** @param {boolean} reading */
async function lookUntilQuiet(reading) {
  while (lookAgain) {
    await filling;
    lookAgain = false;
    await look(reading);
  }
}

/** @param {boolean} reading */
async function look(reading) {
  if (list.value.state !== 'ready' || locked.value) return;
  const { signal: mine } = asking;
  try {
    const answer = await ask('GET', `/api/desk/complaints?${question()}`, undefined, { signal: mine, etag, seconds: 10 });
    if (mine.aborted || !answer.data) return;
    etag = answer.etag;
    take(answer.data, reading);
    recount();
    if (chosen.value && details.value[chosen.value]) fetchCase(chosen.value);
  } catch (error) {
    refused(error);
  }
}

/** @param {Api.CaseList} page @param {boolean} reading */
function take(page, reading) {
  const fresh = new Map(page.items.map((one) => [one.id, one]));
  const known = new Set(list.value.items.map((one) => one.id));
  const arrived = page.items.filter((one) => !known.has(one.id)).length;
  if (reading && arrived) {
    held = page;
    list.value = { ...list.value, items: list.value.items.map((one) => fresh.get(one.id) ?? one), fresh: arrived };
    return;
  }
  lay(page);
}

/** The new first page before what was read on from it. @param {Api.CaseList} page */
function lay(page) {
  held = null;
  const last = page.items.at(-1);
  const isFurther = (/** @type {Api.Summary} */ one) =>
    last && (one.received_at < last.received_at || (one.received_at === last.received_at && one.id < last.id));
  const further = page.next ? list.value.items.filter(isFurther) : [];
  list.value = { ...list.value, items: withMoved([...page.items, ...further]), next: further.length ? list.value.next : page.next, fresh: 0 };
}

/** Each case that left stands where it stood, marked. @param {Api.Summary[]} items @returns {Desk.Listed[]} */
function withMoved(items) {
  const here = new Set(items.map((one) => one.id));
  /** @type {Desk.Listed[]} */
  const whole = [...items];
  for (const [at, one] of list.value.items.entries()) if (handled.has(one.id) && !here.has(one.id)) whole.splice(at, 0, { ...one, moved: true });
  return whole;
}

export function showFresh() {
  if (held) lay(held);
}

/** The case beside the list: what the list knows at once, the rest when it comes. @param {string} id */
export function choose(id) {
  if (chosen.value === id) return;
  batch(() => {
    chosen.value = id;
    missing.value = null;
  });
  opening.abort();
  opening = new AbortController();
  if (id)
    fetchCase(id, opening.signal).then(
      () => ahead(id),
      () => {},
    );
}

/** @param {string} id @param {AbortSignal} [wanted] */
export async function fetchCase(id, wanted) {
  try {
    const detail = await get(`/api/desk/complaints/${id}`, { signal: wanted });
    if (!changing.has(id)) putDetail(detail);
  } catch (error) {
    if (wanted?.aborted || id !== chosen.value) return;
    refused(error);
    if (!details.value[id]) missing.value = error;
  }
}

/** The next case is most often the next to be opened. @param {string} id */
function ahead(id) {
  const { items } = list.value;
  const next = items[items.findIndex((one) => one.id === id) + 1];
  if (next && !details.value[next.id] && chosen.value === id) get(`/api/desk/complaints/${next.id}`).then(putDetail, () => {});
}

/** Cases with a change under way: what the server says of them meanwhile is old. @type {Set<string>} */
export const changing = new Set();

/** @param {Api.Detail} detail */
export function putDetail(detail) {
  const { [detail.id]: _, ...others } = details.value;
  const kept = Object.entries(others).slice(-MOST_KEPT);
  const place = list.value.items.findIndex((one) => one.id === detail.id);
  batch(() => {
    details.value = { ...Object.fromEntries(kept), [detail.id]: detail };
    if (place < 0) return;
    const items = [...list.value.items];
    items[place] = { ...items[place], ...brief(detail) };
    list.value = { ...list.value, items };
  });
}

/** What the list shows of a case. @param {Api.Detail} one */
const brief = (one) => ({
  title: one.title,
  category_label: one.category_label,
  status: one.status,
  status_label: one.status_label,
  tone: one.tone,
  priority: one.priority,
  hamlet_name: one.hamlet?.name ?? null,
  unit_name: one.unit?.name ?? null,
  due_at: one.due_at,
  due_state: one.due_state,
  minutes_left: one.clock?.minutes_left ?? null,
  day_minutes: one.clock?.day_minutes ?? null,
  photos: one.photos.filter((photo) => photo.large).length,
  version: one.version,
});

/** A 401 locks the desk. @template T @param {T} error @returns {T} */
export function refused(error) {
  if (/** @type {any} */ (error)?.status === 401) locked.value = true;
  return error;
}

/** What the desk needs once: the units. */
export async function prepare() {
  const all = await get('/api/units').catch(() => null);
  if (all) units.value = all.items;
}
