// How many households of my hamlet sort: two numbers and sent. Works without network.
import { BigNumber } from '../components/big-number.js';
import { askDialog } from '../components/dialog.js';
import { Field } from '../components/field.js';
import { PageFrame } from '../components/page-frame.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { dayOf, number, shortDay } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { useLoad } from '../lib/load.js';
import { queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { can, useAccount } from '../lib/session.js';
import { countWords, gapsOf, isJump } from '../lib/sorting.js';
import { account, hamlets, keep, letters } from '../lib/store.js';

const METHODS = ['counted', 'list', 'estimated'];

export default function SortingEntry() {
  const { who, asking } = useAccount();
  const frame = { title: t('sorting.title'), backTo: '/viec' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('record_sorting')) return h(Entry, {});
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t(who ? 'sorting.not_yours' : 'check_in.sign_in_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/thon/phan-loai">${t('sign_in.do')}</a>`,
    ),
  );
}

function Entry() {
  const [id, setId] = useState('');
  useEffect(() => {
    keep('hamlets');
    begin().then((letter) => setId(letter.id));
  }, []);
  const letter = letters.value.find((one) => one.id === id);
  const frame = { title: t('sorting.title'), backTo: '/viec' };
  if (!letter) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (letter.state === 'draft') return h(Form, { letter });
  const again = () => reopen(id).then((draft) => draft && setId(draft.id));
  const extra = letter.state === 'sent' && html`<a class="button quiet" href="/so-sach/ho-phan-loai">${t('sorting.see_all')}</a>`;
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again, extra }),
  );
}

/** The draft that was begun, else a new one for today and the own hamlet. */
async function begin() {
  await startOutbox();
  const known = letters.value.find((one) => one.kind === 'sorting' && one.state === 'draft');
  const own = { hamlet_id: account.value?.hamlet?.id ?? '', checked_on: dayOf(), households: '', sorting: '', composting: '', method: 'counted', words: '' };
  if (!known) return startDraft('sorting', own);
  return (!known.fields.sorting && (await writeDraft(known.id, { checked_on: dayOf() }))) || known;
}

/** What was counted last; without a network as this phone remembers it. @param {string} hamletId @param {AbortSignal} signal */
async function lastOf(hamletId, signal) {
  if (!hamletId) return null;
  const kept = `last-sorting-${hamletId}`;
  try {
    const [last] = /** @type {Api.SortingCountShape[]} */ (await get(`/api/sorting/counts?hamlet_id=${hamletId}`, { signal })).filter(
      (one) => !one.is_replaced,
    );
    if (last) await remember(kept, last).catch(() => {});
    return last ?? null;
  } catch {
    return /** @type {Api.SortingCountShape | null} */ (await recall(kept).catch(() => null));
  }
}

/** @param {{ letter: App.Letter }} props */
function Form({ letter }) {
  const [fields, setFields] = useState(letter.fields);
  const [tried, setTried] = useState(false);
  const { data: last } = useLoad((signal) => lastOf(fields.hamlet_id, signal), [fields.hamlet_id]);
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    writeDraft(letter.id, change);
  };
  const gaps = tried ? gapsOf(fields) : [];
  const gap = (/** @type {string[]} */ ...names) => {
    const found = names.find((name) => gaps.includes(name));
    return found && t(`sorting.gap_${found}`);
  };
  const send = async () => {
    setTried(true);
    if (gapsOf(fields).length) return setTimeout(() => document.querySelector('.error')?.scrollIntoView({ block: 'center' }), 50);
    if (isJump(fields, last) && !(await askJump(fields, last))) return;
    await queue(letter.id, countWords(fields, new Date()));
  };
  const own = account.value?.hamlet;
  const registered = hamlets.value?.find((one) => one.id === fields.hamlet_id)?.households;
  const hamletOptions = [{ value: '', label: t('sorting.choose_hamlet') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))];
  return h(
    PageFrame,
    {
      title: t('sorting.title'),
      ownHeading: true,
      backTo: '/viec',
      foot: html`<button class="button" type="button" onClick=${send}>${t('sorting.send')}</button>`,
    },
    html`<h1>${t('sorting.title')}</h1>
      ${own ? html`<p>${own.name}${last && html`<br /><span class="small">${t('sorting.last', { day: shortDay(last.checked_on), sorting: number(last.sorting), households: number(last.households) })}</span>`}</p>` : h(Field, { label: t('sorting.hamlet'), value: fields.hamlet_id, error: gap('hamlet'), options: hamletOptions, onInput: (hamlet_id) => write({ hamlet_id }) })}
      ${h(BigNumber, { label: t('sorting.households'), value: fields.households, last: last?.households ?? registered, lastWord: last ? undefined : t('sorting.registered', { n: number(registered) }), error: gap('households'), onChange: (households) => write({ households }) })}
      ${h(BigNumber, { label: t('sorting.sorting'), hint: t('sorting.sorting_hint'), value: fields.sorting, last: last?.sorting, error: gap('sorting', 'more'), onChange: (sorting) => write({ sorting }) })}
      <details class="card pad" open=${gaps.includes('composting') || gaps.includes('day')}><summary>${t('sorting.more')}</summary><div class="stack-16">
        ${h(Field, { label: t('sorting.composting'), hint: t('sorting.composting_hint'), optional: true, value: fields.composting, error: gap('composting'), input: { inputMode: 'numeric' }, onInput: (composting) => write({ composting }) })}
        ${h(Field, { label: t('sorting.checked_on'), type: 'date', value: fields.checked_on, error: gap('day'), input: { max: dayOf() }, onInput: (checked_on) => write({ checked_on }) })}
        ${h(Field, { label: t('sorting.method'), value: fields.method, options: METHODS.map((value) => ({ value, label: t(`sorting.method_${value}`) })), onInput: (method) => write({ method }) })}
        ${own && can('keep_household_list') && html`<a class="button quiet" href="/thon/phan-loai/danh-sach">${t('list.open')}</a>`}
        ${h(Field, { label: t('sorting.words'), optional: true, multiline: true, max: 500, value: fields.words, onInput: (words) => write({ words }) })}</div></details>`,
  );
}

/** @param {Record<string, any>} fields @param {any} last */
async function askJump(fields, last) {
  const answer = await askDialog({
    title: t('check_in.sure'),
    text: t('sorting.jump', {
      sorting: number(fields.sorting),
      households: number(fields.households),
      before: number(last.sorting),
      of: number(last.households),
    }),
    choices: [
      { value: 'yes', label: t('check_in.yes') },
      { value: 'no', label: t('check_in.look_again'), look: 'quiet' },
    ],
  });
  return answer === 'yes';
}
