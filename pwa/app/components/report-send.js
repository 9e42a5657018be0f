// Step four: look it over, tell more if wanted, leave a phone number if wanted, send.
import { questionsOf, suggest, unanswered } from '../lib/asked.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { catalogue } from '../lib/store.js';
import { firstThumb } from '../lib/text.js';
import { CategoryNotice, ExtraQuestions, Suggested } from './extra-questions.js';
import { Choice, Field } from './field.js';
import { Icon } from './icon.js';

/**
 * @param {{ fields: Record<string, any>, photos: App.LetterPhoto[], gaps: { field: string, step: number }[], categories: App.Category[], hamlets: App.Hamlet[] | null,
 *   consent: string | undefined, atOnce: any, onWrite: (change: Record<string, any>) => void, onStep: (step: number) => void }} props
 * atOnce: the photos themselves, where all else is known and nobody has to go back for them
 */
export function ReportSend({ fields, photos, gaps, categories, hamlets, consent, atOnce, onWrite, onStep }) {
  const place = fields.place ?? {};
  const hamlet = hamlets?.find((one) => one.id === place.hamlet_id)?.name;
  const where = [hamlet ?? (place.lat != null && t('send.pinned')), place.words].filter(Boolean).join(', ');
  const kind = categories.find((one) => one.code === fields.category)?.label;
  return html`<h1>${t('send.title')}</h1>
    ${gaps.length > 0 && html`<div class="notice brick" role="alert">${gaps.map((gap) => html`<p>${t(GAPS[gap.field] ?? `send.gap_${gap.field}`)} ${gap.step < 3 && html`<button class="inline-link" type="button" onClick=${() => onStep(gap.step)}>${t('send.fix')}</button>`}</p>`)}</div>`}
    ${atOnce}
    <ul class="card rows">
      ${!atOnce && h(Line, { icon: 'camera', thumb: firstThumb(photos), title: photos.length ? t('send.photos', { n: photos.length }) : t('send.no_photo'), text: photos.length ? '' : t('send.no_photo_hint'), onEdit: () => onStep(0) })}
      ${h(Line, { icon: 'pin', title: where || t('send.no_place'), text: place.accuracy_m && place.lat != null ? t('place.accuracy', { n: place.accuracy_m }) : '', onEdit: () => onStep(1) })}
      ${h(Line, { icon: categories.find((one) => one.code === fields.category)?.icon ?? 'tag', title: kind ?? t('send.no_kind'), text: '', onEdit: () => onStep(2) })}
    </ul>
    ${h(Asked, { fields, categories, asking: gaps.some((gap) => gap.field === 'question'), onWrite })}
    ${h(Field, { label: t('send.words'), optional: true, multiline: true, max: 2000, value: fields.words ?? '', onInput: (words) => onWrite({ words }), input: { placeholder: t('send.example') } })}
    ${!fields.category && h(Suggested, { categories: suggest(fields.words ?? '', categories), onChoose: (category) => onWrite({ category }) })}
    ${h(Contact, { contact: fields.contact ?? {}, gaps, consent, onChange: (contact) => onWrite({ contact }) })}`;
}

/** @type {Record<string, string>} */
const GAPS = { question: 'asked.gap_question', stopped: 'asked.gap_stopped' };

/** What the chosen category says and asks. @param {{ fields: Record<string, any>, categories: App.Category[], asking: boolean, onWrite: (change: Record<string, any>) => void }} props */
function Asked({ fields, categories, asking, onWrite }) {
  const chosen = categories.find((one) => one.code === fields.category);
  const questions = questionsOf(catalogue.value, fields.category);
  const given = fields.answers ?? {};
  return html`${h(CategoryNotice, { notice: chosen?.notice ?? '', phone: chosen?.notice_phone ?? '', stops: Boolean(chosen?.is_stopper) })}
    ${!chosen?.is_stopper && h(ExtraQuestions, { questions, given, wrong: asking ? unanswered(questions, given) : [], onGive: (answers) => onWrite({ answers }) })}`;
}

/** @param {{ icon: string, thumb?: string, title: string, text: string, onEdit: () => void }} props */
function Line({ icon, thumb, title, text, onEdit }) {
  return html`<li><button class="row" type="button" onClick=${onEdit}><span class="tile">${thumb ? html`<img src=${thumb} alt="" />` : h(Icon, { name: icon })}</span><span class="grow"><b>${title}</b>${text && html`<span class="small">${text}</span>`}</span><span class="edit">${t('send.edit')}</span></button></li>`;
}

/** Folded: nobody has to say who they are. @param {{ contact: any, gaps: { field: string }[], consent: string | undefined, onChange: (contact: any) => void }} props */
function Contact({ contact, gaps, consent, onChange }) {
  const wrong = (/** @type {string} */ field) => gaps.some((gap) => gap.field === field);
  return html`<details class="card" open=${['phone', 'consent', 'long_name'].some(wrong) || Boolean(contact.phone)}>
    <summary class="row"><span class="tile">${h(Icon, { name: 'phone' })}</span><span class="grow"><b>${t('send.contact')}</b><span class="small">${t('send.contact_hint')}</span></span><span class="turn">${h(Icon, { name: 'next' })}</span></summary>
    <div class="folded">
      ${h(Field, { label: t('send.phone'), type: 'tel', value: contact.phone ?? '', error: wrong('phone') ? t('send.gap_phone') : '', onInput: (phone) => onChange({ ...contact, phone }), input: { inputmode: 'tel', autocomplete: 'tel' } })}
      ${h(Field, { label: t('send.name'), optional: true, value: contact.name ?? '', max: 80, onInput: (name) => onChange({ ...contact, name }), input: { autocomplete: 'name' } })}
      <p class="small">${consent ?? t('send.consent')}</p>
      ${wrong('consent') && html`<p class="error">${h(Icon, { name: 'alert' })}${t('send.gap_consent')}</p>`}
      ${h(Choice, { label: t('send.agree'), checked: Boolean(contact.consent), onChange: (on) => onChange({ ...contact, consent: on }) })}
    </div></details>`;
}
