// The forms of the register: a crew with its routes, a contract, a violation, and which units collect themselves.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Choice, Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { get, put } from '../../lib/api.js';
import { amount } from '../../lib/dumps.js';
import { dayOf } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { hamlets } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const NEW_CREW = {
  code: '',
  name: '',
  organisation: '',
  leader: '',
  phone: '',
  unit_id: '',
  hamlet_ids: [],
  routes: [],
  members: '',
  vehicles: '',
  valid_to: '',
  note: '',
};

/** @param {{ crew?: any, units: Api.CrewUnit[], onSaved: (saved: Api.CrewDetail) => void, onClose: () => void }} props */
export function CrewSheet({ crew, units, onSaved, onClose }) {
  const [id] = useState(() => crew?.id ?? uuid());
  const fields = [
    { name: 'code', label: t('crews.code'), max: 20 },
    { name: 'name', label: t('crews.name'), max: 120 },
    { name: 'organisation', label: t('crews.organisation'), hint: t('crews.organisation_hint'), max: 200 },
    { name: 'leader', label: t('crews.leader'), hint: t('crews.leader_hint'), optional: true, max: 120 },
    { name: 'phone', label: t('crews.phone'), optional: true, max: 20, input: { inputmode: 'tel' } },
    {
      name: 'unit_id',
      label: t('crews.unit'),
      optional: true,
      options: [{ value: '', label: t('crews.no_unit') }, ...units.map((one) => ({ value: one.id, label: one.name }))],
    },
    { name: 'members', label: t('crews.members'), optional: true, input: { inputmode: 'numeric' } },
    { name: 'vehicles', label: t('crews.vehicles'), optional: true, multiline: true, max: 600 },
    { name: 'valid_from', label: t('crews.valid_from'), type: 'date' },
    { name: 'valid_to', label: t('crews.valid_to'), type: 'date', optional: true },
    { name: 'note', label: t('crews.note'), optional: true, multiline: true, max: 1000 },
  ];
  const read = (/** @type {Desk.Values} */ one) => ({ ...one, unit_id: one.unit_id ?? '', members: one.members ?? '', valid_to: one.valid_to ?? '' });
  const keep = (/** @type {Desk.Values} */ values) => {
    const { code, name, organisation, leader, phone, vehicles, valid_from, note, hamlet_ids, routes } = values;
    const rest = { unit_id: orNull(values.unit_id), members: amount(values.members), valid_to: orNull(values.valid_to) };
    const body = { code, name, organisation, leader, phone, vehicles, valid_from, note, hamlet_ids, routes, ...rest };
    return save(() => put(`/api/crews/${id}`, body, { version: values.version ?? 0 }), onSaved);
  };
  const values = crew ? read(crew) : { ...NEW_CREW, valid_from: dayOf() };
  return h(EditSheet, { title: t(crew ? 'crews.edit' : 'crews.add'), fields, values, read, onSave: keep, onClose, extra: where });
}

/** The hamlets and the routes. @param {Desk.Values} values @param {(change: Desk.Values) => void} set */
function where(values, set) {
  const turn = (/** @type {any[]} */ all, /** @type {any} */ one) => (all.includes(one) ? all.filter((it) => it !== one) : [...all, one]);
  const mend = (/** @type {number} */ at, /** @type {any} */ change) =>
    set({ routes: values.routes.map((/** @type {any} */ one, /** @type {number} */ i) => (i === at ? { ...one, ...change } : one)) });
  const drop = (/** @type {number} */ at) => set({ routes: values.routes.filter((/** @type {any} */ _, /** @type {number} */ i) => i !== at) });
  return html`<fieldset class="stack"><legend class="label">${t('crews.hamlets')}</legend><div class="chips">${(hamlets.value ?? []).map((one) => html`<button class="chip" type="button" key=${one.id} aria-pressed=${String(values.hamlet_ids.includes(one.id))} onClick=${() => set({ hamlet_ids: turn(values.hamlet_ids, one.id) })}>${one.name}</button>`)}</div></fieldset>
    ${values.routes.map(
      (
        /** @type {Api.CrewRoute} */ route,
        /** @type {number} */ at,
      ) => html`<fieldset class="card pad stack" key=${at}><legend class="sr">${t('crews.route_n', { n: at + 1 })}</legend>${h(Field, { label: t('crews.route_n', { n: at + 1 }), value: route.words, max: 300, onInput: (words) => mend(at, { words }) })}
      <div class="chips" role="group" aria-label=${t('crews.weekdays')}>${WEEK.map((day) => html`<button class="chip" type="button" key=${day} aria-pressed=${String(route.weekdays.includes(day))} onClick=${() => mend(at, { weekdays: turn(route.weekdays, day).sort() })}>${t(`crews.day_${day}`)}</button>`)}</div>
      <button class="button text small" type="button" onClick=${() => drop(at)}>${h(Icon, { name: 'close' })}${t('crews.drop_route')}</button></fieldset>`,
    )}
    <button class="button quiet small" type="button" onClick=${() => set({ routes: [...values.routes, { words: '', weekdays: [] }] })}>${h(Icon, { name: 'plus' })}${t('crews.add_route')}</button>`;
}

/** @param {{ crewId: string, one?: any, onSaved: () => void, onClose: () => void }} props */
export function ContractSheet({ crewId, one, onSaved, onClose }) {
  const [id] = useState(() => one?.id ?? uuid());
  const fields = [
    { name: 'number', label: t('crews.number'), max: 80 },
    { name: 'signed_on', label: t('crews.signed_on'), type: 'date' },
    { name: 'valid_from', label: t('crews.valid_from'), type: 'date' },
    { name: 'valid_to', label: t('crews.contract_to'), type: 'date', optional: true },
    { name: 'value_vnd', label: t('crews.value'), optional: true, input: { inputmode: 'numeric' } },
    { name: 'note', label: t('crews.note'), optional: true, multiline: true, max: 1000 },
  ];
  const read = (/** @type {Desk.Values} */ it) => ({ ...it, valid_to: it.valid_to ?? '', value_vnd: it.value_vnd ?? '' });
  const keep = (/** @type {Desk.Values} */ { number, signed_on, valid_from, valid_to, value_vnd, note, version }) => {
    const body = { number, signed_on, valid_from, note, valid_to: orNull(valid_to), value_vnd: amount(value_vnd) };
    return save(() => put(`/api/crews/${crewId}/contracts/${id}`, body, { version: version ?? 0 }), onSaved);
  };
  const values = one ? read(one) : { number: '', signed_on: dayOf(), valid_from: dayOf(), valid_to: '', value_vnd: '', note: '' };
  return h(EditSheet, { title: t(one ? 'crews.edit_contract' : 'crews.add_contract'), fields, values, read, onSave: keep, onClose });
}

/** @param {{ crewId: string, one: any, onSaved: () => void, onClose: () => void }} props one: a violation, or what a new one begins with */
export function ViolationSheet({ crewId, one, onSaved, onClose }) {
  const [id] = useState(() => one.id ?? uuid());
  const fields = (/** @type {Desk.Values} */ values) => [
    { name: 'found_on', label: t('crews.found_on'), type: 'date', input: { max: dayOf() } },
    { name: 'words', label: t('crews.words'), hint: t('crews.words_hint'), multiline: true, max: 2000 },
    { name: 'rule', label: t('crews.rule'), hint: t('crews.rule_hint'), optional: true, max: 300 },
    { name: 'remedy', label: t('crews.remedy'), optional: true, multiline: true, max: 1000 },
    { name: 'due_on', label: t('crews.due_on'), type: 'date', optional: true },
    { name: 'remedied_on', label: t('crews.remedied_on'), type: 'date', optional: true, input: { max: dayOf() } },
    { name: 'result', label: t('crews.result'), optional: true, multiline: true, max: 1000 },
    ...(one.id ? [{ name: 'is_void', label: t('crews.is_void'), check: true }] : []),
    ...(values.is_void ? [{ name: 'void_words', label: t('crews.void_words'), multiline: true, max: 600 }] : []),
  ];
  const read = (/** @type {Desk.Values} */ it) => ({ ...it, due_on: it.due_on ?? '', remedied_on: it.remedied_on ?? '', is_void: it.voided_on != null });
  const keep = (/** @type {Desk.Values} */ values) => {
    const { inspection_id, found_on, words, rule, remedy, result, is_void, void_words, version } = values;
    const days = { due_on: orNull(values.due_on), remedied_on: orNull(values.remedied_on) };
    const body = { inspection_id, found_on, words, rule, remedy, result, is_void, void_words: is_void ? void_words : '', ...days };
    return save(() => put(`/api/crews/${crewId}/violations/${id}`, body, { version: version ?? 0 }), onSaved);
  };
  const fresh = { inspection_id: null, found_on: dayOf(), words: '', rule: '', remedy: '', result: '', void_words: '', ...one };
  return h(EditSheet, { title: t(one.id ? 'crews.follow' : 'crews.put_down'), fields, values: read(fresh), read, onSave: keep, onClose });
}

/** @param {{ units: Api.CrewUnit[], onSaved: () => void, onClose: () => void }} props */
export function UnitsSheet({ units, onSaved, onClose }) {
  const { data } = useLoad((signal) => get('/api/crew-settings', { signal }), []);
  if (!data) return null;
  const fields = [{ name: 'source', label: t('crews.source'), multiline: true, max: 300 }];
  const keep = (/** @type {Desk.Values} */ { collecting_unit_ids, source, version }) =>
    save(() => put('/api/crew-settings', { collecting_unit_ids, source }, { version }), onSaved);
  const turn = (/** @type {string[]} */ all, /** @type {string} */ id) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]);
  const extra = (/** @type {Desk.Values} */ { collecting_unit_ids: ids }, /** @type {(change: Desk.Values) => void} */ set) =>
    html`<fieldset class="stack"><legend class="label">${t('crews.units_collect')}</legend>${units.map((one) => h(Choice, { key: one.id, label: one.name, checked: ids.includes(one.id), onChange: () => set({ collecting_unit_ids: turn(ids, one.id) }) }))}</fieldset>`;
  return h(EditSheet, { title: t('crews.units'), hint: t('crews.units_hint'), fields, values: data, onSave: keep, onClose, extra });
}
