// Telling of a visit to a closed site: is it clean, one photo. Works without a network, as a weekend's result does.
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { SentLetter } from '../../components/sent-letter.js';
import { EmptyState, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { RESULTS, visitGaps } from '../../lib/dumps.js';
import { addDays, dayOf } from '../../lib/format.js';
import { saveLetterFile } from '../../lib/hand-on.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { addPhoto, dropPhoto, queue, reopen, sendNow, startDraft, startOutbox, writeDraft } from '../../lib/outbox.js';
import { shrink } from '../../lib/picture.js';
import { can, useAccount } from '../../lib/session.js';
import { letters } from '../../lib/store.js';
import { watched } from './watched.js';

const MOST_PHOTOS = 4;
const OLDEST_DAYS = 60;

/** @param {{ id: string }} props of the site */
export default function Visit({ id }) {
  const { who, asking } = useAccount();
  const frame = { title: t('dumps.visit_title'), backTo: '/bai-rac' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  if (who && can('visit_dump_sites')) return h(Telling, { id, who });
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('today.sign_in'), text: t('dumps.mine_sign_in') },
      !who && html`<a class="button" href=${`/dang-nhap?den=/bai-rac/${id}/tham`}>${t('sign_in.do')}</a>`,
    ),
  );
}

/** @param {{ id: string, who: App.Account }} props */
function Telling({ id, who }) {
  const [letterId, setLetterId] = useState('');
  const { data } = useLoad((signal) => watched(who, signal), [who.id]);
  useEffect(() => void begin(id).then((letter) => setLetterId(letter.id)), [id]);
  const letter = letters.value.find((one) => one.id === letterId);
  const frame = { title: t('dumps.visit_title'), backTo: '/bai-rac' };
  if (!letter) return h(PageFrame, frame, h(Waiting, { lines: 4 }));
  const name = data?.find((one) => one.id === id)?.name ?? letter.fields.site_name ?? '';
  if (letter.state === 'draft') return h(Form, { letter, name });
  const again = () => reopen(letterId).then((draft) => draft && setLetterId(draft.id));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, {
      letter,
      onSend: () => sendNow(),
      onFile: () => saveLetterFile(letter),
      onReopen: again,
      extra: html`<a class="button" href="/bai-rac">${t('dumps.next_site')}</a>`,
    }),
  );
}

/** The draft of this site that was begun, else a new one. @param {string} id */
async function begin(id) {
  await startOutbox();
  const known = letters.value.find((one) => one.kind === 'site_visit' && one.state === 'draft' && one.fields.dump_site_id === id);
  return known ?? startDraft('site_visit', { dump_site_id: id, visited_on: dayOf(), result: '', words: '' });
}

/** @param {{ letter: App.Letter, name: string }} props */
function Form({ letter, name }) {
  const [fields, setFields] = useState(letter.fields);
  const [busy, setBusy] = useState(0);
  const [tried, setTried] = useState(false);
  const gaps = tried ? visitGaps(fields, letter.photos.length) : [];
  const write = (/** @type {Record<string, any>} */ change) => {
    setFields((old) => ({ ...old, ...change }));
    writeDraft(letter.id, change);
  };
  const add = async (/** @type {File[]} */ files) => {
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      await addPhoto(letter.id, await shrink(file), 'visit').catch(() => toast(t('photo.no_room')));
    }
    setBusy(0);
  };
  const send = () => {
    setTried(true);
    if (visitGaps(fields, letter.photos.length).length) return;
    const { dump_site_id, visited_on, result, words } = fields;
    queue(letter.id, { dump_site_id, visited_on, result, words: words.trim(), made_at: new Date().toISOString() });
  };
  const foot = html`<button class="button" type="button" disabled=${busy > 0} onClick=${send}>${t('dumps.send_visit')}</button>`;
  return h(
    PageFrame,
    { title: t('dumps.visit_title'), ownHeading: true, backTo: '/bai-rac', foot },
    html`<h1>${name || t('dumps.visit_title')}</h1>
      <fieldset class="stack"><legend class="label">${t('dumps.what_seen')}</legend>${gaps.includes('result') && html`<p class="error" role="alert">${h(Icon, { name: 'alert' })}${t('dumps.gap_result')}</p>`}
        <div class="chips">${RESULTS.map((one) => html`<button class="chip" type="button" key=${one} aria-pressed=${String(one === fields.result)} onClick=${() => write({ result: one })}>${t(`dumps.result_${one}`)}</button>`)}</div></fieldset>
      <section class="stack"><h2>${t('dumps.visit_photo')}</h2>${gaps.includes('photo') && html`<p class="error" role="alert">${h(Icon, { name: 'alert' })}${t('dumps.gap_photo')}</p>`}
        ${h(PhotoPicker, { photos: letter.photos, max: MOST_PHOTOS, busy, onAdd: add, onDrop: (photo) => dropPhoto(letter.id, photo) })}</section>
      ${h(Field, { label: t('dumps.visit_words'), optional: true, multiline: true, value: fields.words, max: 1000, onInput: (words) => write({ words }) })}
      ${h(Field, { label: t('dumps.visited_on'), type: 'date', value: fields.visited_on, onInput: (visited_on) => visited_on && write({ visited_on }), input: { min: addDays(dayOf(), -OLDEST_DAYS), max: dayOf() } })}`,
  );
}
