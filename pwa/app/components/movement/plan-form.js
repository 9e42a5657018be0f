// When and where the hamlet meets: three answers and sent.
import { weekday } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { daysToPlan, gapsOfPlan, hoursToPlan } from '../../lib/this-weekend.js';
import { Field } from '../field.js';
import { hourWords } from './weekend-words.js';

/** @param {{ title: string, values: Record<string, any>, onSend: (fields: Record<string, any>) => void, onLeave: () => void }} props */
export function PlanForm({ title, values, onSend, onLeave }) {
  const [fields, setFields] = useState(values);
  const [tried, setTried] = useState(false);
  const set = (/** @type {Record<string, any>} */ change) => setFields((old) => ({ ...old, ...change }));
  const gap = (/** @type {string} */ name) => (tried && gapsOfPlan(fields).includes(name) ? t(`rhythm.gap_${name}`) : undefined);
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    setTried(true);
    if (!gapsOfPlan(fields).length) onSend(fields);
  };
  const days = daysToPlan(values.held_on).map((day) => ({ value: day, label: weekday(day) }));
  const hours = hoursToPlan(fields.starts_at).map((at) => ({ value: at, label: hourWords(at) }));
  return html`<form class="card pad stack-16" noValidate onSubmit=${send}><h2>${title}</h2>
    ${h(Field, { label: t('rhythm.day'), value: fields.held_on, options: days, error: gap('held_on'), onInput: (held_on) => set({ held_on }) })}
    ${h(Field, { label: t('rhythm.starts_at'), value: fields.starts_at, options: hours, error: gap('starts_at'), onInput: (starts_at) => set({ starts_at }) })}
    ${h(Field, { label: t('rhythm.place'), hint: t('rhythm.place_hint'), value: fields.place, max: 160, error: gap('place'), onInput: (place) => set({ place }) })}
    ${h(Field, { label: t('rhythm.bring'), value: fields.bring, max: 300, optional: true, onInput: (bring) => set({ bring }) })}
    ${h(Field, { label: t('rhythm.note'), hint: t('rhythm.note_hint'), value: fields.note, max: 300, optional: true, onInput: (note) => set({ note }) })}
    <div class="stack"><button class="button" type="submit">${t('rhythm.send')}</button><button class="button text" type="button" onClick=${onLeave}>${t('rhythm.keep')}</button></div></form>`;
}
