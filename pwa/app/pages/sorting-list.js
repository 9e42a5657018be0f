// Who sorts, house by house: the head's own list, by house number or code and never by name. Works without network.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { SentLetter } from '../components/sent-letter.js';
import { EmptyState, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { dayOf, number } from '../lib/format.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../lib/outbox.js';
import { can, useAccount } from '../lib/session.js';
import { account, letters } from '../lib/store.js';

/** @typedef {{ label: string, sorts: boolean, composts: boolean }} Household */

/** Whoever else uses this phone gets none of it. */
const kept = () => `last-sorting-list-${account.value?.id}`;

export default function SortingList() {
  const { who, asking } = useAccount();
  const frame = { title: t('list.title'), backTo: '/thon/phan-loai' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who?.hamlet && can('keep_household_list')) return h(List, {});
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t(who ? 'list.not_yours' : 'check_in.sign_in_hint') },
      !who && html`<a class="button" href="/dang-nhap?den=/thon/phan-loai/danh-sach">${t('sign_in.do')}</a>`,
    ),
  );
}

function List() {
  const [id, setId] = useState('');
  useEffect(() => void begin().then((letter) => setId(letter.id)), []);
  const letter = letters.value.find((one) => one.id === id);
  const frame = { title: t('list.title'), backTo: '/thon/phan-loai' };
  if (!letter) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (letter.state === 'draft') return h(Form, { letter });
  const again = () => reopen(id).then((draft) => draft && setId(draft.id));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again }),
  );
}

/** The draft that was begun, else the households of last time, as they were found then. */
async function begin() {
  await startOutbox();
  const known = letters.value.find((one) => one.kind === 'sorting_list' && one.state === 'draft');
  if (known) return known;
  const last = await get('/api/sorting/lists/newest', { seconds: 6 })
    .then((answer) => answer.newest?.households)
    .catch(() => recall(kept()).catch(() => null));
  return startDraft('sorting_list', { hamlet_id: account.value?.hamlet?.id, checked_on: dayOf(), households: last ?? [] });
}

/** @param {{ letter: App.Letter }} props */
function Form({ letter }) {
  const [households, setHouseholds] = useState(/** @type {Household[]} */ (letter.fields.households));
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState('');
  const write = (/** @type {Household[]} */ rows) => {
    setHouseholds(rows);
    writeDraft(letter.id, { households: rows });
  };
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = label.trim();
    const fault = faultOf(name, households);
    setWrong(fault);
    if (fault) return;
    write([...households, { label: name, sorts: true, composts: false }]);
    setLabel('');
  };
  const set = (/** @type {number} */ at, /** @type {Partial<Household>} */ change) =>
    write(households.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const send = async () => {
    if (!households.length) return setWrong(t('list.empty'));
    await remember(kept(), households).catch(() => {});
    await queue(letter.id, { hamlet_id: letter.fields.hamlet_id, checked_on: dayOf(), households, made_at: new Date().toISOString() });
  };
  const sorting = households.filter((one) => one.sorts || one.composts).length;
  return h(
    PageFrame,
    {
      title: t('list.title'),
      ownHeading: true,
      backTo: '/thon/phan-loai',
      foot: html`<button class="button" type="button" onClick=${send}>${t('list.send', { n: number(sorting), all: number(households.length) })}</button>`,
    },
    html`<h1>${t('list.title')}</h1><p>${t('list.lead')}</p>
      <form class="stack" onSubmit=${add}>${h(Field, { label: t('list.add'), hint: t('list.add_hint'), value: label, error: wrong, onInput: setLabel, input: { maxLength: 40, autocomplete: 'off' } })}
        <button class="button quiet" type="submit">${h(Icon, { name: 'plus' })}${t('list.add_do')}</button></form>
      <ul class="household-list">${households.map(
        (one, at) =>
          html`<li class="card" key=${one.label}><b>${one.label}</b><button class="icon-button" type="button" aria-label=${t('list.drop', { label: one.label })} onClick=${() => write(households.filter((_, place) => place !== at))}>${h(Icon, { name: 'close' })}</button>
            <label class="choice"><input type="checkbox" checked=${one.sorts || one.composts} onChange=${(/** @type {any} */ event) => set(at, event.target.checked ? { sorts: true } : { sorts: false, composts: false })} /><span>${t('list.sorts')}<span class="sr"> ${one.label}</span></span></label>
            <label class="choice"><input type="checkbox" checked=${one.composts} onChange=${(/** @type {any} */ event) => set(at, { composts: event.target.checked })} /><span>${t('list.composts')}<span class="sr"> ${one.label}</span></span></label></li>`,
      )}</ul>`,
  );
}

/** @param {string} label @param {Household[]} households @returns {string} why it cannot be added, or nothing */
function faultOf(label, households) {
  if (!label) return t('list.empty');
  if (label.replace(/\D/g, '').length >= 8) return t('list.no_phone');
  return households.some((one) => one.label.toLowerCase() === label.toLowerCase()) ? t('list.twice') : '';
}
