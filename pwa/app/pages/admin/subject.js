// What is kept about a phone number: looked up with a reason, printed, handed out as a file, or ordered to be erased.
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { toast } from '../../components/toast.js';
import { post, sayProblem } from '../../lib/api.js';
import { dayAndClock } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { uuid } from '../../lib/uuid.js';

/** @param {{ onOrdered: () => void }} props */
export function Subject({ onOrdered }) {
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const [held, setHeld] = useState(/** @type {any} */ (null));
  const [fault, setFault] = useState('');
  const ask = (/** @type {Promise<any>} */ work, /** @type {(answer: any) => void} */ then) =>
    work.then(
      (answer) => {
        setFault('');
        then(answer);
      },
      (error) => setFault(error.errors?.[0]?.detail ?? sayProblem(error)),
    );
  const look = (/** @type {Event} */ event) => {
    event.preventDefault();
    ask(post('/api/privacy/subject-exports', { phone, reason }), setHeld);
  };
  const order = () =>
    ask(post('/api/privacy/erasures', { id: uuid(), phone, reason }), () => {
      toast(t('privacy.ordered'));
      onOrdered();
    });
  const file = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }));
    link.download = `du-lieu-${held.phone}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return html`<form class="stack-16 no-print" onSubmit=${look}>
      ${fault && html`<p class="notice brick" role="alert">${fault}</p>`}
      ${h(Field, { label: t('privacy.phone'), type: 'tel', value: phone, onInput: setPhone, input: { inputMode: 'tel', autocomplete: 'off' } })}
      ${h(Field, { label: t('privacy.reason'), value: reason, onInput: setReason, max: 500 })}
      <div class="line"><button class="button small" type="submit" disabled=${!phone || !reason}>${t('privacy.look')}</button></div></form>
    ${held && h(Held, { held, onFile: file, onOrder: order })}`;
}

/** @param {{ held: any, onFile: () => void, onOrder: () => void }} props */
function Held({ held, onFile, onOrder }) {
  const place = (/** @type {any} */ one) => [one.place_words, one.latitude && `${one.latitude}, ${one.longitude}`].filter(Boolean).join(' · ');
  return html`<section class="stack-16"><h2>${t('privacy.held', { phone: held.phone })}</h2>
    <p class="small num">${dayAndClock(held.made_at)}</p>
    ${!held.cases.length && !held.requests.length && html`<p>${t('privacy.held_nothing')}</p>`}
    ${held.cases.map(
      (
        /** @type {any} */ one,
      ) => html`<dl class="facts" key=${one.code}><dt>${t('privacy.case')}</dt><dd class="num"><b>${one.code}</b> · ${dayAndClock(one.received_at)}</dd>
      <dt>${t('privacy.name')}</dt><dd>${one.name ?? '–'} · ${one.phone ?? '–'}</dd><dt>${t('privacy.words')}</dt><dd class="pre">${[one.words, ...one.answers].filter(Boolean).join('\n') || '–'}</dd>
      <dt>${t('privacy.place')}</dt><dd>${place(one) || '–'}</dd><dt>${t('privacy.photos')}</dt><dd>${t('privacy.photo_count', { n: one.photos.length, originals: one.photos.filter((/** @type {any} */ photo) => photo.has_original).length })}</dd>
      <dt>${t('privacy.consent')}</dt><dd class="num">${one.consent_version} · ${dayAndClock(one.consented_at)}</dd></dl>`,
    )}
    <div class="line no-print"><button class="button small quiet" type="button" onClick=${onFile}>${h(Icon, { name: 'download' })}${t('privacy.file')}</button><button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('privacy.print')}</button>${held.cases.length > 0 && html`<button class="button small danger" type="button" onClick=${onOrder}>${h(Icon, { name: 'erase' })}${t('privacy.order')}</button>`}</div></section>`;
}
