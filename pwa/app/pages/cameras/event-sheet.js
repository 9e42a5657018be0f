// One event with its pictures: opening it is written down. From here it is dismissed or becomes a case.

import { Evidence } from '../../components/camera-evidence.js';
import { Sheet } from '../../components/desk/sheet.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { post, sayProblem } from '../../lib/api.js';
import { clock, dayAndClock } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { catalogue, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';
import { REASONS } from './queue.js';
import { labelsOf } from './words.js';

/** @param {{ id: string, onDone: (word: string) => void, onClose: () => void }} props */
export function EventSheet({ id, onDone, onClose }) {
  const { data, error, reload } = useLoad(() => post(`/api/camera-events/${id}/looks`), [id]);
  const event = /** @type {Api.CameraEventDetail | null} */ (data);
  const lasted = event?.ended_at ? ` – ${clock(event.ended_at)}` : '';
  return h(
    Sheet,
    { title: event ? `${event.camera_name}, ${dayAndClock(event.started_at)}${lasted}` : t('cameras.look'), onClose, look: 'wide' },
    error
      ? h(Failure, { error, onRetry: reload })
      : !event
        ? h(Waiting, { lines: 4 })
        : html`<div class="stack-16"><p>${[labelsOf(event.labels), event.zones.join(', '), event.words].filter(Boolean).join(' · ')}</p>
            ${h(Evidence, { event })}
            ${event.state === 'waiting' && h(Decision, { id, onDone })}</div>`,
  );
}

/** @param {{ id: string, onDone: (word: string) => void }} props */
function Decision({ id, onDone }) {
  useEffect(() => void keep('catalogue'), []);
  const kinds = catalogue.value?.categories ?? [];
  const [caseId] = useState(uuid);
  const [category, setCategory] = useState('');
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('not_waste');
  const [busy, setBusy] = useState(false);
  const run = async (/** @type {() => Promise<any>} */ work, /** @type {(answer: any) => string} */ word) => {
    setBusy(true);
    await work().then(
      (answer) => onDone(word(answer)),
      (fault) => toast(sayProblem(fault)),
    );
    setBusy(false);
  };
  const make = () =>
    run(
      () => post(`/api/camera-events/${id}/case`, { id: caseId, category, words }),
      ({ code }) => t('cameras.made', { code }),
    );
  const dismiss = () =>
    run(
      () => post('/api/camera-events/dismissals', { ids: [id], reason }),
      () => t('cameras.dismissed', { n: 1 }),
    );
  return html`<fieldset class="stack"><legend><b>${t('cameras.make')}</b></legend>
      ${h(Field, { label: t('cameras.category'), value: category, onInput: setCategory, options: [{ value: '', label: t('cameras.choose') }, ...kinds.map((one) => ({ value: one.code, label: one.label }))] })}
      ${h(Field, { label: t('cameras.words'), value: words, onInput: setWords, multiline: true, optional: true, max: 2000 })}
      <button class="button small" type="button" disabled=${busy || !category} onClick=${make}>${h(Icon, { name: 'inbox' })}${t('cameras.make')}</button></fieldset>
    <fieldset class="stack"><legend><b>${t('cameras.dismiss')}</b></legend>
      ${h(Field, { label: t('cameras.reason'), value: reason, onInput: setReason, options: REASONS.map((value) => ({ value, label: t(`cameras.reason_${value}`) })) })}
      <button class="button quiet small" type="button" disabled=${busy} onClick=${dismiss}>${h(Icon, { name: 'close' })}${t('cameras.dismiss')}</button></fieldset>`;
}
