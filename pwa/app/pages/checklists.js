// The lists that inspections go by: the edition in force, the older ones, and a new one being written.
import { Choice, Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { OfficeFrame } from '../components/office-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get, post } from '../lib/api.js';
import { blankItem, editionOf, itemCode, swapped } from '../lib/checklist.js';
import { dropDraft, useDraft } from '../lib/drafts.js';
import { dayOf, shortDay } from '../lib/format.js';
import { h, html, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { KINDS } from '../lib/points.js';
import { save } from '../lib/save.js';
import { can, useAccount } from '../lib/session.js';
import { uuid } from '../lib/uuid.js';

const LISTS = /** @type {const} */ (['collection_point', 'crew']);

export default function Checklists() {
  const { who, asking } = useAccount();
  return h(
    OfficeFrame,
    { title: t('checklists.title'), who, asking },
    html`<p class="small">${t('checklists.hint')}</p>${LISTS.map((kind) => h(List, { key: kind, kind }))}`,
  );
}

/** @param {{ kind: string }} props */
function List({ kind }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/checklists/${kind}/editions`, { signal }), [kind]);
  const [writing, setWriting] = useState(false);
  if (!data) return error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 });
  const editions = /** @type {Api.ChecklistShape[]} */ (data);
  const done = () => {
    setWriting(false);
    toast(t('checklists.saved'));
    reload();
  };
  const inForce = editions.find((one) => one.valid_from <= dayOf());
  return html`<section class="stack-16" aria-labelledby=${`list-${kind}`}><div class="line wrap"><h2 class="grow" id=${`list-${kind}`}>${t(`checklists.of_${kind}`)}</h2>
      ${can('manage_catalogue') && !writing && html`<button class="button quiet small" type="button" onClick=${() => setWriting(true)}>${h(Icon, { name: 'pencil' })}${t('checklists.write')}<span class="sr"> ${t(`checklists.of_${kind}`)}</span></button>`}</div>
    ${writing && h(Writing, { kind, from: editions[0], onSaved: done, onLeave: () => setWriting(false) })}
    ${editions.map((one) => h(Edition, { key: one.id, one, isOpen: one === inForce && !writing }))}</section>`;
}

/** @param {{ one: Api.ChecklistShape, isOpen: boolean }} props */
function Edition({ one, isOpen }) {
  const from = t(one.valid_from <= dayOf() ? 'checklists.from' : 'checklists.coming', { n: one.edition, day: shortDay(one.valid_from), months: one.months });
  return html`<details class="card pad" open=${isOpen}><summary><b>${one.title}</b><br /><span class="small">${from}</span></summary>
    <div class="stack">${one.source && html`<p class="small">${t('checklists.source')}: ${one.source}</p>`}
    <ol class="checklist">${one.items.map((item) => html`<li key=${item.code}>${item.words}${!item.is_mandatory && html` <span class="chip">${t('checklists.wished')}</span>`}${item.kinds.length > 0 && html` <span class="small">(${item.kinds.map((kind) => t(`point_kind.${kind}`)).join(', ')})</span>`}<div class="small">${[item.hint, item.source].filter(Boolean).join(' · ')}</div></li>`)}</ol></div></details>`;
}

/** @param {{ kind: string, from: Api.ChecklistShape | undefined, onSaved: () => void, onLeave: () => void }} props */
function Writing({ kind, from, onSaved, onLeave }) {
  const key = `checklist:${kind}:${from?.edition ?? 0}`;
  const [form, write] = useDraft(key, editionOf(from, dayOf()));
  const [id] = useState(uuid);
  const [fault, setFault] = useState(/** @type {Desk.Fault | null} */ (null));
  const items = /** @type {Api.ChecklistItem[]} */ (form.items);
  const change = (/** @type {number} */ at, /** @type {Partial<Api.ChecklistItem>} */ part) =>
    write({ items: items.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const wish = { ...form, id, months: Number(form.months), items: items.map((one) => ({ ...one, code: one.code || itemCode(one.words, items) })) };
    const found = await save(
      () => post(`/api/checklists/${kind}/editions`, wish),
      () => {
        dropDraft(key);
        onSaved();
      },
    );
    setFault(found);
    if (found) document.getElementById(`list-${kind}`)?.scrollIntoView();
  };
  const wrong = (/** @type {string} */ field) => fault?.fields.find((one) => one.field === field)?.detail;
  return html`<form class="card pad stack-16" noValidate onSubmit=${keep}>
    <p class="notice">${t('checklists.kept')}</p>
    ${fault && html`<p class="notice brick" role="alert">${fault.error}</p>`}
    ${h(Field, { label: t('checklists.name'), max: 200, value: form.title, error: wrong('title'), onInput: (title) => write({ title }) })}
    ${h(Field, { label: t('checklists.source'), optional: true, max: 600, value: form.source, error: wrong('source'), onInput: (source) => write({ source }) })}
    <div class="hours">${h(Field, { label: t('checklists.valid_from'), type: 'date', value: form.valid_from, error: wrong('valid_from'), onInput: (valid_from) => write({ valid_from }) })}
      ${h(Field, { label: t('checklists.months'), type: 'number', value: form.months, error: wrong('months'), onInput: (months) => write({ months }), input: { min: 1, max: 60 } })}</div>
    ${items.map((item, at) => h(Item, { key: item.code || at, item, at, kind, wrong: wrong(`items.${at}.words`), onChange: (part) => change(at, part), onUp: () => write({ items: swapped(items, at) }), onDrop: () => write({ items: items.filter((_, index) => index !== at) }) }))}
    <button class="button quiet small" type="button" onClick=${() => write({ items: [...items, blankItem()] })}>${h(Icon, { name: 'plus' })}${t('checklists.add')}</button>
    <div class="line wrap"><button class="button small" type="submit">${t('checklists.put_out')}</button><button class="button text small" type="button" onClick=${onLeave}>${t('desk.leave')}</button></div></form>`;
}

/** @param {{ item: Api.ChecklistItem, at: number, kind: string, wrong?: string, onChange: (part: Partial<Api.ChecklistItem>) => void, onUp: () => void, onDrop: () => void }} props */
function Item({ item, at, kind, wrong, onChange, onUp, onDrop }) {
  const turn = (/** @type {string} */ one) => onChange({ kinds: item.kinds.includes(one) ? item.kinds.filter((each) => each !== one) : [...item.kinds, one] });
  const name = t('checklists.item', { n: at + 1 });
  return html`<fieldset class="inspect-item pad stack"><legend><b>${name}</b></legend>
    ${h(Field, { label: t('checklists.words'), multiline: true, max: 300, value: item.words, error: wrong, onInput: (words) => onChange({ words }), input: { rows: 2 } })}
    ${h(Field, { label: t('checklists.help'), optional: true, max: 300, value: item.hint, onInput: (hint) => onChange({ hint }) })}
    ${h(Field, { label: t('checklists.source'), optional: true, max: 300, value: item.source, onInput: (source) => onChange({ source }) })}
    ${h(Choice, { label: t('checklists.mandatory'), checked: item.is_mandatory, onChange: (is_mandatory) => onChange({ is_mandatory }) })}
    ${kind === 'collection_point' && html`<div class="stack" role="group" aria-label=${t('checklists.kinds')}><span class="small">${t('checklists.kinds')}</span><div class="chips">${KINDS.map((one) => html`<button class="chip" type="button" key=${one} aria-pressed=${String(item.kinds.includes(one))} onClick=${() => turn(one)}>${t(`point_kind.${one}`)}</button>`)}</div></div>`}
    <div class="line wrap">${at > 0 && html`<button class="desk-link" type="button" onClick=${onUp}>${t('checklists.up')}<span class="sr"> ${name}</span></button>`}
      <button class="desk-link" type="button" onClick=${onDrop}>${h(Icon, { name: 'bin' })}${t('checklists.drop')}<span class="sr"> ${name}</span></button></div></fieldset>`;
}
