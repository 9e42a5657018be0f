// "We are here": a household's phone tells how many have come, by the code of the head's phone. No name, no account, no network needed.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { SentLetter } from '../components/sent-letter.js';
import { deviceNumber, spaced } from '../lib/attendance.js';
import { saveLetterFile } from '../lib/hand-on.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { queue, reopen, sendNow, startDraft, startOutbox } from '../lib/outbox.js';
import { hamlets, keep, letters } from '../lib/store.js';

const MOST = 30;

export default function PresentPage() {
  const [id, setId] = useState('');
  useEffect(() => void keep('hamlets'), []);
  const letter = letters.value.find((one) => one.id === id);
  const frame = { title: t('present.title'), backTo: '/' };
  if (!letter || letter.state === 'draft') return h(PageFrame, frame, h(Form, { onSent: setId }));
  const again = () => reopen(id).then(() => setId(''));
  return h(
    PageFrame,
    { ...frame, ownHeading: true },
    h(SentLetter, { letter, onSend: () => sendNow(), onFile: () => saveLetterFile(letter), onReopen: again }),
  );
}

/** @param {{ onSent: (id: string) => void }} props */
function Form({ onSent }) {
  const shown = location.hash.slice(1).replace(/\D/g, '').slice(0, 6);
  const [hamlet, setHamlet] = useState(new URLSearchParams(location.search).get('thon') ?? localStorage.getItem('hamlet') ?? '');
  const [code, setCode] = useState(shown);
  const [people, setPeople] = useState(1);
  const [tried, setTried] = useState(false);
  const isWhole = /^\d{6}$/.test(code);
  const send = async () => {
    setTried(true);
    if (!isWhole || !hamlet) return;
    await startOutbox();
    const fields = { hamlet_id: hamlet, code, people, device: deviceNumber(), checked_at: new Date().toISOString() };
    const letter = await startDraft('attendance', fields);
    await queue(letter.id, fields);
    onSent(letter.id);
  };
  const all = (hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }));
  const name = all.find((one) => one.value === hamlet)?.label;
  const step = (/** @type {number} */ by) => setPeople((old) => Math.min(MOST, Math.max(1, old + by)));
  const typed = (/** @type {string} */ text) => setCode(text.replace(/\D/g, '').slice(0, 6));
  return html`${
    shown.length === 6 && name
      ? html`<p class="notice leaf"><b class="num">${name} · ${spaced(code)}</b></p>`
      : html`${h(Field, { label: t('frame.hamlet'), error: tried && !hamlet ? t('check_in.gap_hamlet') : '', options: [{ value: '', label: t('check_in.choose_hamlet') }, ...all], value: hamlet, onInput: setHamlet })}
      ${h(Field, { label: t('present.code'), hint: t('present.code_hint'), error: tried && !isWhole ? t('present.code_gap') : '', value: code, onInput: typed, input: { inputmode: 'numeric', autocomplete: 'off' } })}`
  }
    <div class="stack" role="group" aria-label=${t('present.people')}><span class="label">${t('present.people')}</span>
      <div class="line"><button class="button quiet small" type="button" aria-label=${t('present.less')} disabled=${people <= 1} onClick=${() => step(-1)}>${h(Icon, { name: 'minus' })}</button><b class="num code" aria-live="polite">${people}</b><button class="button quiet small" type="button" aria-label=${t('present.more')} disabled=${people >= MOST} onClick=${() => step(1)}>${h(Icon, { name: 'plus' })}</button></div></div>
    <button class="button" type="button" onClick=${send}>${h(Icon, { name: 'check' })}${t('present.send')}</button>
    <p class="small">${t('present.private')}</p>`;
}
