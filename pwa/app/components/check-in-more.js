// The folded rest of the weekend's result: weights, lengths, who came, a note. Nothing here must be filled in.
import { FORCES, MORE_NUMBERS } from '../lib/check-in.js';
import { ofKind, weightOf } from '../lib/check-in-choices.js';
import { h, html } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { Field } from './field.js';
import { Icon } from './icon.js';
import { WalkedRoute } from './walked-route.js';

/** @param {{ fields: Record<string, any>, choices: Api.CleanupChoiceShape[], campaigns: Api.CleanupChoiceShape[], error?: string, onWrite: (change: Record<string, any>) => void, children?: any }} props error: about who came */
export function CheckInMore({ fields, choices, campaigns, error, onWrite, children }) {
  const digits = (/** @type {string} */ text) => text.replace(/\D/g, '').slice(0, 10);
  const long = fields.note?.length > 1000 || fields.in_kind?.length > 300;
  return html`<details class="card" open=${Boolean(error) || long}><summary class="row"><span class="tile">${h(Icon, { name: 'list' })}</span><span class="grow"><b>${t('check_in.more')}</b><span class="small">${t('check_in.more_hint')}</span></span><span class="turn">${h(Icon, { name: 'next' })}</span></summary>
    <div class="folded">
      ${campaigns.length > 0 && h(Field, { label: t('check_in.campaign'), value: fields.campaign_id ?? '', options: [{ value: '', label: t('check_in.no_campaign') }, ...campaigns.map((one) => ({ value: one.id, label: one.label }))], onInput: (campaign_id) => onWrite({ campaign_id: campaign_id || null }) })}
      ${h(Places, { kinds: ofKind(choices, 'place'), chosen: fields.places ?? [], onWrite })}
      ${h(Weight, { fields, choices, onWrite })}
      ${h(WalkedRoute, { fields, onWrite })}
      ${MORE_NUMBERS.map(([name, unit]) => h(Field, { key: name, label: `${t(`cleanup.${name}`)} (${t(unit)})`, value: fields[name] ?? '', onInput: (text) => onWrite({ [name]: digits(text) }), input: { inputmode: 'numeric' } }))}
      ${h(Field, { label: t('cleanup.in_kind'), value: fields.in_kind ?? '', max: 300, onInput: (in_kind) => onWrite({ in_kind }) })}
      <fieldset class="field"><legend>${t('check_in.forces')}</legend>${error && html`<p class="error">${h(Icon, { name: 'alert' })}${error}</p>`}${FORCES.map((name) => h(Field, { key: name, label: t(`force.${name}`), value: fields.forces?.[name] ?? '', onInput: (text) => onWrite({ forces: { ...fields.forces, [name]: digits(text) } }), input: { inputmode: 'numeric' } }))}</fieldset>
      ${h(Field, { label: t('cleanup.note'), multiline: true, max: 1000, value: fields.note ?? '', onInput: (note) => onWrite({ note }) })}
      ${children}
    </div></details>`;
}

/** @param {{ kinds: Api.CleanupChoiceShape[], chosen: string[], onWrite: (change: Record<string, any>) => void }} props */
function Places({ kinds, chosen, onWrite }) {
  if (!kinds.length) return null;
  const turn = (/** @type {string} */ id) => onWrite({ places: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  return html`<div class="stack" role="group" aria-label=${t('check_in.places')}><span class="label">${t('check_in.places')}</span><div class="chips">${kinds.map((one) => html`<button class="chip" type="button" key=${one.id} aria-pressed=${String(chosen.includes(one.id))} onClick=${() => turn(one.id)}>${one.label}</button>`)}</div></div>`;
}

/** Counting bags is easier than guessing kilograms; a weight typed in takes the place of what was counted.
 * @param {{ fields: Record<string, any>, choices: Api.CleanupChoiceShape[], onWrite: (change: Record<string, any>) => void }} props */
function Weight({ fields, choices, onWrite }) {
  const heaps = /** @type {Record<string, number>} */ (fields.heaps ?? {});
  const kinds = ofKind(choices, 'heap');
  const isGuess = Object.values(heaps).some(Boolean);
  const change = (/** @type {string} */ id, /** @type {number} */ by) => {
    const next = { ...heaps, [id]: Math.max(0, (heaps[id] ?? 0) + by) };
    onWrite({ heaps: next, waste_kg: String(weightOf(choices, next) || '') });
  };
  const typed = (/** @type {string} */ text) => onWrite({ waste_kg: text.replace(/\D/g, '').slice(0, 6), heaps: {} });
  const row = (/** @type {Api.CleanupChoiceShape} */ one) => {
    const count = heaps[one.id] ?? 0;
    const button = (/** @type {number} */ by, /** @type {string} */ icon) =>
      html`<button class="icon-button" type="button" disabled=${by < 0 && !count} aria-label=${t(by < 0 ? 'check_in.heap_less' : 'check_in.heap_more', { what: one.label })} onClick=${() => change(one.id, by)}>${h(Icon, { name: icon })}</button>`;
    return html`<li class="line" key=${one.id}><span class="grow">${t('check_in.heap', { what: one.label, kg: one.kilograms })}</span>${button(-1, 'minus')}<b class="num" aria-live="polite">${count}</b>${button(1, 'plus')}</li>`;
  };
  return html`${h(Field, { label: `${t('cleanup.waste_kg')} (${t('unit.kg')})`, hint: t(isGuess ? 'check_in.estimated' : 'check_in.heaps'), value: fields.waste_kg ?? '', onInput: typed, input: { inputmode: 'numeric' } })}
    ${kinds.length > 0 && html`<ul class="rows">${kinds.map(row)}</ul>`}`;
}
