// What narrows the list: words, status, category, hamlet, unit, hand-overs.
import { h, html } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { Icon } from '../icon.js';

/**
 * @param {{ filter: Desk.Filter, catalogue: Api.Catalogue | null, hamlets: App.Hamlet[] | null, units: Api.UnitDetail[],
 *   onChange: (change: Partial<Desk.Filter>) => void, onSearch: (words: string) => void, searchRef: any }} props
 */
export function FilterBar({ filter, catalogue, hamlets, units, onChange, onSearch, searchRef }) {
  const named = (/** @type {{ id: string, name: string }[] | null} */ rows) => (rows ?? []).map((row) => ({ value: row.id, label: row.name }));
  const coded = (/** @type {{ code: string, label: string }[] | undefined} */ rows) => (rows ?? []).map((row) => ({ value: row.code, label: row.label }));
  const pick = (/** @type {keyof Desk.Filter} */ name) => (/** @type {string} */ value) => onChange({ [name]: value });
  return html`<search class="desk-filter">
    <label class="desk-search">${h(Icon, { name: 'search' })}<span class="sr">${t('desk.search')}</span>
      <input type="search" value=${filter.q} placeholder=${t('desk.search_hint')} maxlength="100" enterkeyhint="search" autocomplete="off" ref=${searchRef} onInput=${(/** @type {any} */ event) => onSearch(event.target.value)} /><kbd aria-hidden="true">/</kbd></label>
    <div class="desk-picks">
      ${h(Pick, { label: t('desk.any_hamlet'), value: filter.hamlet_id, options: named(hamlets), onPick: pick('hamlet_id') })}
      ${h(Pick, { label: t('desk.any_category'), value: filter.category, options: (catalogue?.categories ?? []).map((one) => ({ value: one.code, label: one.short_label })), onPick: pick('category') })}
      ${h(Pick, { label: t('desk.any_status'), value: filter.status, options: coded(catalogue?.statuses), onPick: pick('status') })}
      ${h(Pick, { label: t('desk.any_time'), value: filter.punctuality, options: ['on_time', 'late'].map((value) => ({ value, label: t(`desk.${value}`) })), onPick: pick('punctuality') })}
      ${h(Pick, { label: t('desk.any_unit'), value: filter.unit_id, options: named(units), onPick: pick('unit_id') })}
      ${h(Pick, { label: t('flow.any_handover'), value: filter.handed_over, options: [{ value: 'true', label: t('flow.handed_twice') }], onPick: pick('handed_over') })}
    </div></search>`;
}

/** @param {{ label: string, value: string, options: { value: string, label: string }[], onPick: (value: string) => void }} props */
function Pick({ label, value, options, onPick }) {
  return html`<select class=${`chip ${value ? 'leaf' : ''}`} aria-label=${label} onChange=${(/** @type {any} */ event) => onPick(event.target.value)}>
    <option value="" selected=${!value}>${label}</option>${options.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.label}</option>`)}</select>`;
}
