// The roll: the head's phone shows a code and a QR that change every five minutes; neighbours tell that they are there.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Qr } from '../components/qr.js';
import { EmptyState, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { codeAt, minutesLeft, newSecret, spaced } from '../lib/attendance.js';
import { SLOTS } from '../lib/check-in.js';
import { dayOf, number, weekday } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { recall, remember } from '../lib/idb.js';
import { queue, startDraft, startOutbox } from '../lib/outbox.js';
import { can, useAccount } from '../lib/session.js';
import { account, hamlets, keep, letters } from '../lib/store.js';

const LOOK_MS = 15e3;

export default function RollPage() {
  const { who, asking } = useAccount();
  const frame = { title: t('roll.title'), backTo: '/viec' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  if (who && can('record_cleanups')) return h(Roll, {});
  return h(
    PageFrame,
    frame,
    h(
      EmptyState,
      { icon: 'key', title: t('check_in.sign_in'), text: t('roll.not_yours') },
      !who && html`<a class="button" href="/dang-nhap?den=/cuoi-tuan/diem-danh">${t('sign_in.do')}</a>`,
    ),
  );
}

function Roll() {
  const [roll, setRoll] = useState(/** @type {any} */ (undefined));
  useEffect(() => {
    keep('hamlets');
    recall('roll').then(
      (known) => setRoll(known?.held_on === dayOf() ? known : null),
      () => setRoll(null),
    );
  }, []);
  const frame = { title: t('roll.title'), backTo: '/viec' };
  if (roll === undefined) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  return h(PageFrame, frame, roll ? h(Shown, { roll, onClose: () => setRoll(null) }) : h(Open, { onOpen: setRoll }));
}

/** @param {{ onOpen: (roll: any) => void }} props */
function Open({ onOpen }) {
  const [slot, setSlot] = useState(new Date().getHours() < 12 ? 'morning' : 'afternoon');
  const [hamlet, setHamlet] = useState(account.value?.hamlet?.id ?? '');
  const own = account.value?.hamlet;
  const open = async () => {
    await startOutbox();
    const fields = { hamlet_id: hamlet, held_on: dayOf(), slot, secret: newSecret(), opened_at: new Date().toISOString() };
    const letter = await startDraft('roll', fields);
    await queue(letter.id, fields);
    const roll = { id: letter.id, ...fields };
    await remember('roll', roll);
    onOpen(roll);
  };
  const all = (hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }));
  return html`<p>${t('roll.lead')}</p>
    ${!own && h(Field, { label: t('frame.hamlet'), options: [{ value: '', label: t('check_in.choose_hamlet') }, ...all], value: hamlet, onInput: setHamlet })}
    <div class="stack" role="group" aria-label=${t('check_in.slot')}><span class="label">${[own?.name, weekday(dayOf())].filter(Boolean).join(' · ')}</span><div class="chips">${SLOTS.map((one) => html`<button class="chip" type="button" aria-pressed=${String(one === slot)} onClick=${() => setSlot(one)}>${t(`slot.${one}`)}</button>`)}</div></div>
    <button class="button" type="button" disabled=${!hamlet} onClick=${open}>${h(Icon, { name: 'qr-code' })}${t('roll.open')}</button>`;
}

/** @param {{ roll: any, onClose: () => void }} props */
function Shown({ roll, onClose }) {
  const [now, setNow] = useState(Date.now());
  const [code, setCode] = useState('');
  const [told, setTold] = useState(/** @type {Api.RollShape | null} */ (null));
  useEffect(() => {
    const look = () => {
      setNow(Date.now());
      const letter = letters.value.find((one) => one.id === roll.id);
      const isThere = !letter || letter.state === 'sent'; // before that the commune knows of no such roll
      if (navigator.onLine && isThere) get(`/api/attendance-rolls/${roll.id}`).then(setTold, () => {});
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [roll.id, letters.value.find((one) => one.id === roll.id)?.state]);
  useEffect(() => void codeAt(roll.secret, now).then(setCode), [now, roll.secret]);
  if (!code) return h(Waiting, { lines: 3 });
  const address = `${location.origin}/co-mat?thon=${roll.hamlet_id}#${code}`;
  return html`<p>${t('roll.show')}</p>
    <div class="card pad center stack">${h(Qr, { text: address, alt: t('roll.qr') })}<p class="code num" aria-live="polite">${spaced(code)}</p><p class="small">${t('roll.changes', { n: minutesLeft(now) })}</p></div>
    <p class="notice leaf" role="status"><b class="num">${told ? t('roll.told', { people: number(told.people), phones: number(told.phones) }) : t('roll.offline')}</b></p>
    <p class="small">${t('roll.hint')}</p>
    <a class="button" href="/cuoi-tuan/bao">${h(Icon, { name: 'leaf' })}${t('roll.report')}</a>
    <button class="button text" type="button" onClick=${onClose}>${t('roll.another')}</button>`;
}
