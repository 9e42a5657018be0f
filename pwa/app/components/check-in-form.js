// The weekend's result being written, new or corrected: the day, how many people, photos; the rest is folded.

import { CHANNELS, OLDEST_DAYS, REASONS, SLOTS } from '../lib/check-in.js';
import { campaignsOn, ofKind } from '../lib/check-in-choices.js';
import { addDays, dayOf, weekday } from '../lib/format.js';
import { h, html, useEffect, useRef } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { CheckInMore } from './check-in-more.js';
import { Choice, Field } from './field.js';
import { Icon } from './icon.js';
import { NumberPad } from './number-pad.js';
import { PhotoPicker } from './photo-picker.js';
import { Picture } from './picture.js';

const MOST_PHOTOS = 6;

/**
 * @typedef {{ fields: Record<string, any>, gaps: string[], photos: App.LetterPhoto[], kept?: App.Picture[], busy: number, last?: number | null,
 *   choices: Api.CleanupChoiceShape[], ownHamlet: App.Named | null | undefined, hamlets: App.Hamlet[] | null, isClerk: boolean, openDay?: number, onlyDay?: boolean, onWrite: (change: Record<string, any>) => void,
 *   onAdd: (files: File[], kind: string) => void, onDrop: (photo: string) => void, children?: any }} Props
 * kept: photos the server has already. openDay: counts how often somebody asked for another day. onlyDay: this day is taken, so nothing but the day is asked.
 */

/** @param {Props} props */
export function CheckInForm(props) {
  const { fields, gaps, isClerk, onlyDay, onWrite, children } = props;
  const held = fields.outcome !== 'not_held';
  if (onlyDay) return html`${h(When, props)}${children}`;
  return html`${h(When, props)}${children}
    ${isClerk && h(Chips, { label: t('check_in.channel'), values: channelsOf(fields.channel), word: 'channel', chosen: fields.channel, onChoose: (channel) => onWrite({ channel }) })}
    ${held ? h(Held, props) : h(NotHeld, { fields, gaps, onWrite })}
    ${h(Choice, { label: t('check_in.not_held'), checked: !held, onChange: (on) => onWrite({ outcome: on ? 'not_held' : 'held' }) })}`;
}

/** @param {string} chosen */
const channelsOf = (chosen) => (chosen === 'app' ? ['app', ...CHANNELS] : CHANNELS);

/** @param {Props} props */
function When({ fields, gaps, choices, ownHamlet, hamlets, isClerk, openDay = 0, onWrite }) {
  const all = (hamlets ?? []).map((one) => ({ value: one.id, label: one.name }));
  const name = ownHamlet?.name ?? all.find((one) => one.value === fields.hamlet_id)?.label;
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  useEffect(() => {
    if (!openDay || !box.current) return;
    box.current.open = true;
    box.current.querySelector('input')?.focus();
  }, [openDay]);
  const bodies = ofKind(choices, 'organiser').map((one) => ({ value: one.id, label: one.label }));
  const body = bodies.find((one) => one.value === fields.organiser_id)?.label;
  const wrongDay = ['future', 'old'].find((gap) => gaps.includes(gap));
  return html`<div class="stack"><h1>${weekday(fields.held_on)}</h1>
    <details ref=${box} open=${gaps.includes('hamlet') || Boolean(wrongDay) || (isClerk && !fields.hamlet_id)}><summary class="line small">${[name ?? t('check_in.no_hamlet'), body, t(`slot.${fields.slot}`)].filter(Boolean).join(' · ')} <span class="edit">${t('check_in.change')}</span></summary>
      <div class="stack-16 opened">
        ${!ownHamlet && h(Field, { label: t('frame.hamlet'), error: gaps.includes('hamlet') ? t('check_in.gap_hamlet') : '', options: [{ value: '', label: t('check_in.choose_hamlet') }, ...all], value: fields.hamlet_id, onInput: (hamlet_id) => onWrite({ hamlet_id }) })}
        ${h(Field, { label: t('check_in.day'), type: 'date', error: wrongDay ? t(`check_in.gap_${wrongDay}`) : '', value: fields.held_on, onInput: (held_on) => held_on && onWrite({ held_on }), input: { min: addDays(dayOf(), -OLDEST_DAYS), max: dayOf(), required: true } })}
        ${h(Chips, { label: t('check_in.slot'), values: SLOTS, word: 'slot', chosen: fields.slot, onChoose: (slot) => onWrite({ slot }) })}
        ${bodies.length > 0 && h(Field, { label: t('check_in.organiser'), options: [{ value: '', label: t('check_in.by_hamlet') }, ...bodies], value: fields.organiser_id ?? '', onInput: (organiser_id) => onWrite({ organiser_id: organiser_id || null }) })}
      </div></details></div>`;
}

/** One of a few, by a touch. @param {{ label: string, values: string[], word: string, chosen: string, onChoose: (value: string) => void }} props */
function Chips({ label, values, word, chosen, onChoose }) {
  return html`<div class="stack" role="group" aria-label=${label}><span class="label">${label}</span><div class="chips">${values.map((one) => html`<button class="chip" type="button" aria-pressed=${String(one === chosen)} onClick=${() => onChoose(one)}>${t(`${word}.${one}`)}</button>`)}</div></div>`;
}

/** @param {Props} props */
function Held({ fields, gaps, choices, photos, kept = [], busy, last, onWrite, onAdd, onDrop }) {
  const wrong = ['participants', 'crowd'].find((gap) => gaps.includes(gap));
  const picker = (/** @type {string} */ kind, /** @type {string} */ word) => {
    const mine = photos.filter((one) => (one.kind ?? 'after') === kind);
    const there = kept.filter((one) => one.kind === kind && one.large);
    const max = MOST_PHOTOS - kept.length - photos.length + mine.length;
    return html`${there.length > 0 && html`<div class="photos">${there.map((photo) => h(Picture, { key: photo.id, photo, alt: word }))}</div>`}${max > 0 && h(PhotoPicker, { photos: mine, max, busy, word, onAdd: (files) => onAdd(files, kind), onDrop })}`;
  };
  const pad = h(NumberPad, {
    label: t('check_in.people'),
    value: String(fields.participants ?? ''),
    last,
    error: wrong ? t(`check_in.gap_${wrong}`) : '',
    onChange: (participants) => onWrite({ participants }),
  });
  const before = html`<div class="stack"><h3>${t('check_in.before')}</h3>${picker('before', t('check_in.before'))}</div>`;
  return html`${pad}<div class="stack"><h2>${t('check_in.photo')}</h2>${gaps.includes('photo') && html`<p class="error">${h(Icon, { name: 'alert' })}${t('check_in.gap_photo')}</p>`}${picker('after', t('photo.take'))}</div>
    ${h(CheckInMore, { fields, choices, campaigns: campaignsOn(choices, fields.held_on), error: gaps.includes('forces') ? t('check_in.gap_forces') : '', onWrite }, before)}`;
}

/** @param {{ fields: any, gaps: string[], onWrite: (change: any) => void }} props */
function NotHeld({ fields, gaps, onWrite }) {
  const chosen = fields.no_event_reason ?? '';
  return html`<fieldset class="stack"><legend class="label">${t('check_in.why')}</legend>
    <div class="chips">${REASONS.map((one) => html`<button class="chip" type="button" aria-pressed=${String(chosen === t(`reason.${one}`))} onClick=${() => onWrite({ no_event_reason: t(`reason.${one}`) })}>${t(`reason.${one}`)}</button>`)}</div>
    ${h(Field, { label: t('check_in.reason'), error: gaps.includes('reason') ? t('check_in.gap_reason') : '', value: chosen, max: 300, onInput: (no_event_reason) => onWrite({ no_event_reason }) })}</fieldset>`;
}
