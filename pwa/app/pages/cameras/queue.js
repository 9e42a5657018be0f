// What the cameras told of and nobody has decided on: look, dismiss, or make a case. Pictures come only when asked for.
import { Sheet } from '../../components/desk/sheet.js';
import { Choice, Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { del, get, post, sayProblem } from '../../lib/api.js';
import { dayAndClock, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useAccount } from '../../lib/session.js';
import { EventSheet } from './event-sheet.js';
import { labelsOf } from './words.js';

const STATES = /** @type {const} */ (['waiting', 'dismissed', 'case']);
export const REASONS = /** @type {const} */ (['not_waste', 'unclear', 'known', 'test']);

export default function CameraQueue() {
  const { who, asking } = useAccount();
  const [state, setState] = useState('waiting');
  const [open, setOpen] = useState('');
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const [sweeping, setSweeping] = useState(false);
  const { data, error, reload } = useLoad((signal) => (who ? get(`/api/camera-events?state=${state}`, { signal }) : Promise.resolve(null)), [who?.id, state]);
  const found = /** @type {Api.CameraQueue | null} */ (data);
  const show = (/** @type {string} */ next) => {
    setState(next);
    setChosen([]);
  };
  const done = (/** @type {string} */ word) => {
    toast(word);
    setChosen([]);
    setSweeping(false);
    setOpen('');
    reload();
  };
  const back = (/** @type {string} */ id) =>
    del(`/api/camera-events/${id}/dismissal`).then(
      () => done(t('cameras.back_done')),
      (fault) => toast(sayProblem(fault)),
    );
  const pick = (/** @type {string} */ id) => setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  return h(
    OfficeFrame,
    { title: t('cameras.queue'), who, asking },
    html`<p class="small">${t('cameras.queue_hint')}</p>
      <div class="line wrap"><a class="button quiet small" href="/so-sach/so-camera">${h(Icon, { name: 'camera' })}${t('cameras.register')}</a>
        ${h(Field, { label: t('cameras.show'), value: state, onInput: show, options: STATES.map((value) => ({ value, label: t(`cameras.state_${value}`) })) })}
        ${found && html`<span class="chip">${t('cameras.waiting', { n: found.waiting })}</span>`}
        ${chosen.length > 0 && html`<button class="button small" type="button" onClick=${() => setSweeping(true)}>${h(Icon, { name: 'close' })}${t('cameras.dismiss_n', { n: chosen.length })}</button>`}</div>
      ${
        error
          ? h(Failure, { error, onRetry: reload })
          : !found
            ? h(Waiting, { lines: 5 })
            : found.items.length === 0
              ? h(EmptyState, { icon: 'camera', title: t('cameras.none'), text: t('cameras.none_hint') })
              : html`<div class="stack-16">${found.items.map((one) => h(EventRow, { key: one.id, one, isChosen: chosen.includes(one.id), onPick: pick, onOpen: setOpen, onBack: back }))}</div>`
      }
      ${found?.more && html`<p class="small">${t('cameras.more')}</p>`}
      ${open && h(EventSheet, { id: open, onDone: done, onClose: () => setOpen('') })}
      ${sweeping && h(DismissSheet, { ids: chosen, onDone: done, onClose: () => setSweeping(false) })}`,
  );
}

/** @param {{ one: Api.CameraEventShape, isChosen: boolean, onPick: (id: string) => void, onOpen: (id: string) => void, onBack: (id: string) => void }} props */
function EventRow({ one, isChosen, onPick, onOpen, onBack }) {
  const waits = one.state === 'waiting';
  const when = dayAndClock(one.started_at);
  const facts = [
    labelsOf(one.labels),
    one.words,
    t('cameras.pictures', { n: one.picture_count }),
    one.erased_on && t('cameras.erased_on', { day: shortDay(one.erased_on) }),
  ];
  return html`<section class="card pad stack"><div class="line wrap"><h2 class="grow">${one.camera_name}</h2>${one.is_alert && html`<span class="chip amber">${h(Icon, { name: 'warning' })}${t('cameras.alert')}</span>`}<span class="num">${when}</span></div>
    <p class="small">${facts.filter(Boolean).join(' · ')}</p>
    ${one.decided_by && html`<p class="small">${t('cameras.decided', { who: one.decided_by, when: one.decided_at ? dayAndClock(one.decided_at) : '' })}${one.reason ? ` · ${t(`cameras.reason_${one.reason}`)}` : ''}</p>`}
    <div class="line wrap">
      ${waits && h(Choice, { label: t('cameras.pick', { when }), checked: isChosen, onChange: () => onPick(one.id) })}
      <button class="button quiet small" type="button" onClick=${() => onOpen(one.id)}>${h(Icon, { name: 'eye' })}${t('cameras.look')}<span class="sr"> ${one.camera_name} ${when}</span></button>
      ${one.state === 'dismissed' && html`<button class="button text small" type="button" onClick=${() => onBack(one.id)}>${h(Icon, { name: 'undo' })}${t('cameras.take_back')}</button>`}
      ${one.complaint_id && html`<a class="button text small" href=${`/ban-lam-viec/${one.complaint_id}`}>${h(Icon, { name: 'inbox' })}${t('cameras.to_case')}</a>`}
    </div></section>`;
}

/** @param {{ ids: string[], onDone: (word: string) => void, onClose: () => void }} props */
function DismissSheet({ ids, onDone, onClose }) {
  const [reason, setReason] = useState('not_waste');
  const send = () =>
    post('/api/camera-events/dismissals', { ids, reason }).then(
      () => onDone(t('cameras.dismissed', { n: ids.length })),
      (fault) => toast(sayProblem(fault)),
    );
  return h(
    Sheet,
    { title: t('cameras.dismiss_n', { n: ids.length }), onClose },
    html`<div class="stack-16">${h(Field, { label: t('cameras.reason'), value: reason, onInput: setReason, options: REASONS.map((value) => ({ value, label: t(`cameras.reason_${value}`) })) })}
      <p class="small">${t('cameras.dismiss_hint')}</p>
      <div class="line"><button class="button small" type="button" onClick=${send}>${t('cameras.dismiss')}</button><button class="button text small" type="button" onClick=${onClose}>${t('desk.leave')}</button></div></div>`,
  );
}
