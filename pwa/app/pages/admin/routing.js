// Who gets what: the commune's rules in their order, and a box to ask where a case would go.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { del, get, post, put, sayProblem } from '../../lib/api.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { catalogue, hamlets, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

const NEW = {
  name: '',
  category: '',
  hamlet_id: '',
  weekdays: '',
  from_time: '',
  to_time: '',
  unit_id: '',
  assignee_id: '',
  priority: '',
  is_automatic: false,
  is_active: true,
};
const any = () => ({ value: '', label: t('routing.any') });
const kinds = () => [any(), ...(catalogue.value?.categories ?? []).map((one) => ({ value: one.code, label: one.label }))];
const places = () => [any(), ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))];

export function Routing() {
  const { data, error, reload } = useLoad(async (signal) => {
    const [rules, units] = await Promise.all([get('/api/routing-rules', { signal }), get('/api/units', { signal })]);
    return { rules: /** @type {Api.RoutingRuleShape[]} */ (rules.items), units: /** @type {Api.UnitDetail[]} */ (units.items) };
  }, []);
  const [edited, setEdited] = useState(/** @type {any} */ (null));
  useEffect(() => void keep('catalogue', 'hamlets'), []);
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  if (!data) return html`<div class="desk-page"><h1>${t('admin.routing')}</h1>${h(Waiting, { lines: 5 })}</div>`;
  const act = (/** @type {Promise<any>} */ work) => work.then(reload, (why) => void toast(sayProblem(why)).then(reload));
  const up = (/** @type {Api.RoutingRuleShape} */ rule) => {
    const was = data.rules.map((one) => one.id);
    const at = was.indexOf(rule.id);
    const ids = was.toSpliced(at, 1).toSpliced(at - 1, 0, rule.id);
    act(put('/api/routing-rules/order', { was, ids }));
  };
  /** @type {Desk.Column<Api.RoutingRuleShape>[]} */
  const columns = [
    { title: t('routing.name'), cell: (rule) => html`${data.rules.indexOf(rule) + 1}. ${rule.name}` },
    { title: t('routing.when'), cell: (rule) => conditions(rule) },
    { title: t('form.unit'), cell: (rule) => data.units.find((unit) => unit.id === rule.unit_id)?.name },
    { title: t('routing.how'), cell: (rule) => t(rule.is_automatic ? 'routing.automatic' : 'routing.suggests') },
  ];
  const actions = (/** @type {Api.RoutingRuleShape} */ rule) => html`
    ${data.rules.indexOf(rule) > 0 && html`<button class="desk-link" type="button" onClick=${() => up(rule)}>${t('routing.up')}<span class="sr"> ${rule.name}</span></button>`}
    <button class="desk-link" type="button" onClick=${() => setEdited(rule)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${rule.name}</span></button>
    <button class="desk-link" type="button" onClick=${() => act(del(`/api/routing-rules/${rule.id}`, { version: rule.version }))}>${t('routing.remove')}<span class="sr"> ${rule.name}</span></button>`;
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('admin.routing')}</h1><button class="button small" type="button" onClick=${() => setEdited({ ...NEW, id: uuid() })}>${h(Icon, { name: 'plus' })}${t('admin.add')}</button></div>
    <p class="small">${t('routing.hint')}</p>
    ${h(Table, { caption: t('admin.routing'), columns, rows: data.rules, keyOf: (rule) => rule.id, faded: (rule) => !rule.is_active, actionsWord: t('admin.actions'), actions })}
    ${h(TrialBox, {})}
    ${edited && h(RuleSheet, { rule: edited, units: data.units, onSaved: reload, onClose: () => setEdited(null) })}</div>`;
}

/** @param {Api.RoutingRuleShape} rule */
function conditions(rule) {
  const days = [...rule.weekdays].map((day) => (day === '7' ? 'CN' : `T${Number(day) + 1}`)).join(', ');
  const hours = rule.from_time && `${rule.from_time}–${rule.to_time}`;
  const kind = kinds().find((one) => rule.category && one.value === rule.category)?.label;
  const place = places().find((one) => rule.hamlet_id && one.value === rule.hamlet_id)?.label;
  return [kind, place, days, hours].filter(Boolean).join(' · ') || t('routing.always');
}

/** @param {{ rule: any, units: Api.UnitDetail[], onSaved: () => void, onClose: () => void }} props */
function RuleSheet({ rule, units, onSaved, onClose }) {
  const fields = (/** @type {Desk.Values} */ values) => [
    { name: 'name', label: t('routing.name'), max: 120 },
    { name: 'category', label: t('form.category'), options: kinds() },
    { name: 'hamlet_id', label: t('form.hamlet'), options: places() },
    { name: 'weekdays', label: t('routing.weekdays'), hint: t('routing.weekdays_hint'), optional: true, max: 7 },
    { name: 'from_time', label: t('routing.from'), optional: true, type: 'time' },
    { name: 'to_time', label: t('routing.to'), optional: true, type: 'time' },
    {
      name: 'unit_id',
      label: t('form.unit'),
      options: [{ value: '', label: t('form.choose_unit') }, ...units.filter((one) => one.is_active).map((one) => ({ value: one.id, label: one.name }))],
    },
    {
      name: 'assignee_id',
      label: t('form.assignee'),
      options: [
        { value: '', label: t('form.whole_unit') },
        ...(units.find((one) => one.id === values.unit_id)?.officers ?? []).map((one) => ({ value: one.id, label: one.name })),
      ],
    },
    {
      name: 'priority',
      label: t('form.priority'),
      options: [{ value: '', label: t('routing.usual') }, ...['urgent', 'normal', 'complex'].map((one) => ({ value: one, label: t(`priority.${one}`) }))],
    },
    { name: 'is_automatic', label: t('routing.is_automatic'), check: true },
    { name: 'is_active', label: t('lists.is_active'), check: true },
  ];
  const keepRule = (/** @type {Desk.Values} */ values) => {
    const nullable = ['category', 'hamlet_id', 'from_time', 'to_time', 'assignee_id', 'priority', 'unit_id'];
    const body = Object.fromEntries(Object.keys(NEW).map((name) => [name, nullable.includes(name) ? orNull(values[name]) : values[name]]));
    return save(
      () => (rule.version ? put(`/api/routing-rules/${rule.id}`, body, { version: rule.version }) : post('/api/routing-rules', { ...body, id: rule.id })),
      onSaved,
    );
  };
  return h(EditSheet, { title: rule.name || t('admin.add'), fields, values: rule, onSave: keepRule, onClose });
}

function TrialBox() {
  const [asked, setAsked] = useState({ category: '', hamlet_id: '', at: '' });
  const [found, setFound] = useState(/** @type {Api.Trial | null} */ (null));
  const ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const at = (asked.at ? new Date(asked.at) : new Date()).toISOString();
    const query = new URLSearchParams(Object.entries({ ...asked, at }).filter(([, value]) => value));
    await get(`/api/routing-rules/trial?${query}`).then(setFound, (why) => void toast(sayProblem(why)));
  };
  return html`<form class="card pad stack-16" onSubmit=${ask}><h2>${t('routing.trial')}</h2>
    ${h(Field, { label: t('form.category'), value: asked.category, options: kinds(), onInput: (category) => setAsked({ ...asked, category }) })}
    ${h(Field, { label: t('form.hamlet'), value: asked.hamlet_id, options: places(), onInput: (hamlet_id) => setAsked({ ...asked, hamlet_id }) })}
    ${h(Field, { label: t('routing.at'), optional: true, type: 'datetime-local', value: asked.at, onInput: (at) => setAsked({ ...asked, at }) })}
    <button class="button small" type="submit">${t('routing.ask')}</button>
    <p role="status">${found && [found.unit?.name ?? t('routing.nobody'), found.assignee?.name, found.rule_name ? t('routing.by_rule', { name: found.rule_name }) : t('routing.by_kind'), t(found.is_automatic ? 'routing.automatic' : 'routing.suggests')].filter(Boolean).join(' · ')}</p></form>`;
}
