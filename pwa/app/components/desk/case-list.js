// The dense list: picture, title, code, hamlet, how long ago, and what presses.

import { timeLeft } from '../../lib/due-words.js';
import { ago } from '../../lib/format.js';
import { h, html, useMemo } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';
import { Marked } from '../marked.js';
import { EmptyState, Failure, Waiting } from '../states.js';
import { DueChip, PriorityChip, StatusChip } from './chips.js';

/**
 * @param {{ list: Desk.List, picks: Record<string, Desk.Listed>, others: Record<string, Api.Present[]>, onPick: (id: string, far: boolean) => void, chosen: string, queue: Desk.Queue, narrowed: boolean, addressOf: (id: string) => string,
 *   onOpen: (id: string) => void, onMore: () => void, onRetry: () => void, onClear: () => void }} props
 */
export function CaseList({ list, chosen, queue, narrowed, picks, others, onPick, addressOf, onOpen, onMore, onRetry, onClear }) {
  if (list.state === 'loading') return h(Waiting, { lines: 6 });
  if (list.state === 'failed') return html`<div class="pad">${h(Failure, { error: list.error, onRetry })}</div>`;
  if (!list.items.length) return h(Nothing, { queue, narrowed, onClear });
  const plain = queue === 'new' || queue === 'need_info';
  const address = addressOf('0');
  const any = Object.keys(picks).length > 0;
  return html`${list.mended && html`<p class="desk-end small" role="status">${t('desk.mended', { words: list.mended })}</p>`}<ul class=${`desk-rows ${any ? 'picking' : ''}`}>${list.items.map((one) => h(CaseRow, { key: one.id, one, plain, current: one.id === chosen, picked: one.id in picks, who: others[one.id]?.map((each) => each.name).join(', ') ?? '', href: address.replace('/0', `/${one.id}`), onOpen, onPick }))}</ul>
    ${list.error && html`<div class="pad">${h(Failure, { error: list.error })}</div>`}
    ${list.next ? html`<button class="button text desk-more" type="button" disabled=${list.more} onClick=${onMore}>${t(list.more ? 'state.loading' : 'desk.more')}</button>` : html`<p class="desk-end small">${t('desk.end')}</p>`}`;
}

/** @param {{ one: Desk.Listed, plain: boolean, current: boolean, picked: boolean, who: string, href: string, onOpen: (id: string) => void, onPick: (id: string, far: boolean) => void }} props */
function CaseRow(props) {
  const { one, plain, current, picked, who, href } = props;
  // The same drawing as before costs nothing: of 500 rows one or two change at a time.
  return useMemo(() => drawRow(props), [one, plain, current, picked, who, href, Math.floor(Date.now() / 60_000)]);
}

/** @param {Parameters<typeof CaseRow>[0]} props */
function drawRow({ one, plain, current, picked, who, href, onOpen, onPick }) {
  const open = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    onOpen(one.id);
  };
  const facts = [one.code, one.hamlet_name, ago(one.received_at)].filter(Boolean).join(' · ');
  const pick = (/** @type {MouseEvent} */ event) => onPick(one.id, event.shiftKey);
  return html`<li class="desk-li"><input class="desk-tick" type="checkbox" checked=${picked} aria-label=${t('bulk.pick', { code: one.code })} onClick=${pick} /><a class=${`desk-row ${one.moved ? 'moved' : ''}`} href=${href} data-id=${one.id} aria-current=${current ? 'true' : undefined} onClick=${open}>
    <span class="desk-thumb">${one.thumb ? html`<img src=${one.thumb} alt="" width="64" height="56" loading="lazy" decoding="async" />` : h(Icon, { name: 'message' })}</span>
    <span class="desk-row-words"><b>${h(Marked, { text: one.title, spans: one.found?.title_marks })}</b><span class="desk-meta num">${facts}</span>${one.found?.snippet && html`<span class="desk-meta">…${h(Marked, { text: one.found.snippet, spans: one.found.snippet_marks })}…</span>`}
      <span class="desk-chips">${one.moved && html`<span class="chip">${h(Icon, { name: 'check' })}${t('desk.moved')}</span>`}${h(PriorityChip, { priority: one.priority })}${h(DueChip, { state: one.due_state, words: timeLeft(one) })}${who && html`<span class="chip amber desk-who-here">${h(Icon, { name: 'user' })}${who}</span>`}${!plain && h(StatusChip, { one })}${one.follower_count > 0 && html`<span class="chip num">${h(Icon, { name: 'users' })}${t('merge.people', { n: one.follower_count + 1 })}</span>`}${one.handover_count >= 2 && html`<span class="chip amber">${h(Icon, { name: 'repeat' })}${t('flow.handed', { n: one.handover_count })}</span>`}${one.unit_name && queueWord(one.unit_name)}</span></span></a></li>`;
}

/** @param {string} name */
const queueWord = (name) => html`<span class="desk-holder">${name}</span>`;

/** @param {{ queue: Desk.Queue, narrowed: boolean, onClear: () => void }} props */
function Nothing({ queue, narrowed, onClear }) {
  if (narrowed)
    return h(
      EmptyState,
      { icon: 'search', title: t('desk.none_found'), text: t('desk.none_found_hint') },
      html`<button class="button quiet small" type="button" onClick=${onClear}>${t('desk.clear')}</button>`,
    );
  return h(EmptyState, { icon: 'circle-check', title: t(`empty.${queue}`), text: t('empty.hint') });
}
