// The form an officer fills while talking: from top to bottom by the keyboard alone, what is rare folded at the end.
import { kindOf, questionsOf, suggest } from '../../lib/asked.js';
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { CategoryNotice, ExtraQuestions, Suggested } from '../extra-questions.js';
import { Choice, Field } from '../field.js';
import { Icon } from '../icon.js';
import { PickField } from '../pick-field.js';

const KINDS = ['complaint', 'difficulty', 'proposal'];

/**
 * @param {{ fields: Record<string, any>, known: App.Catalogue | null, hamlets: App.Hamlet[] | null, gaps: string[], isHead: boolean, consent: string | undefined,
 *   onWrite: (change: Record<string, any>) => void, similar: any, map: any, photos: any }} props
 */
export function IntakeForm({ fields, known, hamlets, gaps, isHead, consent, onWrite, similar, map, photos }) {
  const place = fields.place ?? {};
  const categories = known?.categories ?? [];
  const wrong = (/** @type {string} */ gap) => (gaps.includes(gap) ? t(`send.gap_${gap}`) : '');
  const sort = (/** @type {string} */ category) => onWrite({ category: category || null, ...(kindOf(category) !== 'complaint' && { type: kindOf(category) }) });
  return html`
    ${!isHead && h(Coming, { fields, channels: known?.channels ?? [], late: gaps.includes('later'), onWrite })}
    <fieldset class="field intake-kinds"><legend>${t('intake.type')}</legend><div class="line">${KINDS.map((kind) => h(Choice, { key: kind, radio: true, name: 'intake-type', label: t(`intake.type_${kind}`), checked: fields.type === kind, onChange: () => onWrite({ type: kind }) }))}</div></fieldset>
    ${h(Field, { label: t('intake.words'), multiline: true, max: 2000, value: fields.words ?? '', error: wrong('what') || wrong('long_words'), onInput: (words) => onWrite({ words }), input: { rows: 3, 'data-first': true } })}
    ${h(Suggested, { categories: fields.category ? [] : suggest(fields.words ?? '', categories), onChoose: sort })}
    ${h(PickField, { label: t('intake.category'), hint: t('intake.type_to_find'), value: fields.category ?? '', options: categories.map((one) => ({ value: one.code, label: one.label })), onPick: sort })}
    ${h(Asked, { fields, known, onWrite })}
    <div class="intake-two">
      ${!isHead && h(PickField, { label: t('intake.hamlet'), hint: t('intake.type_to_find'), value: place.hamlet_id ?? '', error: wrong('where'), options: (hamlets ?? []).map((one) => ({ value: one.id, label: one.name })), onPick: (hamlet_id) => onWrite({ place: { ...place, hamlet_id: hamlet_id || null } }) })}
      ${h(Field, { label: t('intake.place'), optional: true, value: place.words ?? '', max: 300, onInput: (words) => onWrite({ place: { ...place, words } }), input: { autocomplete: 'off' } })}
    </div>
    ${similar}
    ${h(Caller, { contact: fields.contact ?? {}, wrong, consent, onChange: (contact) => onWrite({ contact }) })}
    <details class="card" open=${Boolean(fields.external_ref || fields.priority || place.lat != null)}><summary class="row"><span class="grow"><b>${t('intake.more')}</b><span class="small">${t(isHead ? 'intake.more_hint_head' : 'intake.more_hint')}</span></span><span class="turn">${h(Icon, { name: 'next' })}</span></summary>
      <div class="folded">
        ${
          !isHead &&
          html`<div class="intake-two">
          ${h(Field, { label: t('intake.ref'), optional: true, hint: t('intake.ref_hint'), value: fields.external_ref ?? '', max: 60, onInput: (external_ref) => onWrite({ external_ref }), input: { autocomplete: 'off' } })}
          ${h(Field, { label: t('intake.priority'), value: fields.priority ?? '', options: [{ value: '', label: t('intake.priority_usual') }, ...(known?.priorities ?? []).map((one) => ({ value: one.code, label: one.label }))], onInput: (priority) => onWrite({ priority }) })}</div>`
        }
        ${map}${photos}
      </div></details>`;
}

/** Which way it came, and when. @param {{ fields: Record<string, any>, channels: { code: string, label: string }[], late: boolean, onWrite: (change: Record<string, any>) => void }} props */
const Coming = ({ fields, channels, late, onWrite }) => html`<div class="intake-two">
    ${h(Field, { label: t('intake.channel'), value: fields.channel, options: channels.filter((one) => !['web', 'camera'].includes(one.code)).map((one) => ({ value: one.code, label: one.label })), onInput: (channel) => onWrite({ channel }) })}
    ${h(Field, { label: t('intake.when'), type: 'datetime-local', value: fields.reported_at ?? '', error: late ? t('intake.later') : '', onInput: (reported_at) => onWrite({ reported_at }) })}</div>`;

/** @param {{ fields: Record<string, any>, known: App.Catalogue | null, onWrite: (change: Record<string, any>) => void }} props */
function Asked({ fields, known, onWrite }) {
  const chosen = known?.categories.find((one) => one.code === fields.category);
  return html`${h(CategoryNotice, { notice: chosen?.notice ?? '', phone: chosen?.notice_phone ?? '', stops: false })}
    ${h(ExtraQuestions, { questions: questionsOf(known, fields.category), given: fields.answers ?? {}, wrong: [], onGive: (answers) => onWrite({ answers }) })}`;
}

/** Nobody has to say who they are. @param {{ contact: any, wrong: (gap: string) => string, consent: string | undefined, onChange: (contact: any) => void }} props */
function Caller({ contact, wrong, consent, onChange }) {
  return html`<fieldset class="field"><legend>${t('intake.caller')}</legend><p class="hint">${t('intake.caller_hint')}</p>
    <div class="intake-two">
      ${h(Field, { label: t('intake.name'), optional: true, value: contact.name ?? '', max: 80, error: wrong('long_name'), onInput: (name) => onChange({ ...contact, name }), input: { autocomplete: 'off' } })}
      ${h(Field, { label: t('intake.phone'), optional: true, type: 'tel', value: contact.phone ?? '', error: wrong('phone'), onInput: (phone) => onChange({ ...contact, phone }), input: { inputMode: 'tel', autocomplete: 'off' } })}</div>
    ${wrong('consent') && html`<p class="error">${h(Icon, { name: 'alert' })}${t('intake.consent_missing')}</p>`}
    ${Boolean(contact.name || contact.phone) && html`<p class="small">${consent}</p>${h(Choice, { label: t('intake.consent'), checked: Boolean(contact.consent), onChange: (on) => onChange({ ...contact, consent: on }) })}`}</fieldset>`;
}
