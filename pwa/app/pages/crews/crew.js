// One crew for the staff: its routes, contracts, inspections, violations, and what of them is public.

import { AddPhotos, Photos } from '../../components/desk/staff-photos.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { number, shortDay } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { can, useAccount } from '../../lib/session.js';
import { PublicationSheet } from './publication-sheets.js';
import { ContractSheet, CrewSheet, ViolationSheet } from './sheets.js';
import { Violation } from './violation.js';

const LOOKS = { compliant: ['done', 'check'], not_compliant: ['brick', 'close'], incomplete: ['amber', 'minus'] };

/** @param {{ id: string }} props */
export default function CrewPage({ id }) {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get(`/api/crews/${id}`, { signal }) : Promise.resolve(null)), [id, who?.id]);
  const detail = /** @type {Api.CrewDetail | null} */ (data);
  return h(
    OfficeFrame,
    { title: detail?.crew.name ?? t('crews.crew'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : detail ? h(Whole, { detail, onChanged: reload }) : h(Waiting, { lines: 6 }),
  );
}

/** @param {{ detail: Api.CrewDetail, onChanged: () => void }} props */
function Whole({ detail, onChanged }) {
  const [open, setOpen] = useState(/** @type {{ how: string, what?: any }} */ ({ how: '' }));
  const { crew, hindrance, units } = detail;
  const sheet = { crewId: crew.id, onSaved: onChanged, onClose: () => setOpen({ how: '' }) };
  const inspects = can('inspect_crews') && !hindrance;
  const keeps = can('manage_crews');
  return html`<div class="line"><a class="button text small" href="/so-sach/to-thu-gom">${h(Icon, { name: 'back' })}${t('crews.title')}</a></div>
    ${hindrance && can('inspect_crews') && html`<p class="notice">${hindrance}</p>`}
    <div class="line wrap">${inspects && crew.is_working && html`<a class="button small" href=${`/so-sach/to-thu-gom/${crew.id}/kiem-tra`}>${h(Icon, { name: 'clipboard-check' })}${t('inspect.do')}</a>`}
      ${inspects && html`<button class="button quiet small" type="button" onClick=${() => setOpen({ how: 'violation', what: {} })}>${h(Icon, { name: 'plus' })}${t('crews.put_down')}</button>`}
      ${keeps && html`<button class="button quiet small" type="button" onClick=${() => setOpen({ how: 'crew' })}>${h(Icon, { name: 'pencil' })}${t('crews.edit')}</button>`}</div>
    ${h(Facts, { crew })}
    <section class="stack"><h2>${t('crews.violations')}</h2>
      ${detail.violations.length ? html`<ul class="card rows">${detail.violations.map((one) => h(Violation, { key: one.id, one, inspects, onOpen: (how, what) => setOpen({ how, what }), onChanged }))}</ul>` : html`<p class="small">${t('crews.no_violations')}</p>`}</section>
    <section class="stack"><h2>${t('crews.inspections')}</h2>
      ${detail.inspections.length ? html`<ul class="card rows">${detail.inspections.map((one) => h(Inspected, { key: one.id, one, onPutDown: inspects ? () => setOpen({ how: 'violation', what: { inspection_id: one.id, found_on: one.inspected_on, words: faults(one) } }) : undefined }))}</ul>` : html`<p class="small">${t('inspect.never')}</p>`}</section>
    <section class="stack"><h2>${t('crews.contracts')}</h2>
      ${detail.contracts.length > 0 && html`<ul class="card rows">${detail.contracts.map((one) => h(Contract, { key: one.id, one, keeps, onEdit: () => setOpen({ how: 'contract', what: one }), onChanged }))}</ul>`}
      ${keeps && html`<div class="line"><button class="button quiet small" type="button" onClick=${() => setOpen({ how: 'contract' })}>${h(Icon, { name: 'plus' })}${t('crews.add_contract')}</button></div>`}</section>
    ${open.how === 'crew' && h(CrewSheet, { crew, units, ...sheet })}
    ${open.how === 'contract' && h(ContractSheet, { one: open.what, ...sheet })}
    ${open.how === 'violation' && h(ViolationSheet, { one: open.what, ...sheet })}
    ${open.how === 'publication' && h(PublicationSheet, { ...open.what, ...sheet })}`;
}

/** @param {{ crew: Api.CrewStanding }} props */
function Facts({ crew }) {
  const rows = [
    ['crews.code', crew.code],
    ['crews.organisation', crew.organisation],
    ['crews.leader', [crew.leader, crew.phone].filter(Boolean).join(' · ')],
    ['crews.unit', crew.unit_name],
    ['crews.hamlets', crew.hamlet_names.join(', ')],
    ['crews.members', crew.members],
    ['crews.vehicles', crew.vehicles],
    ['crews.works', span(crew)],
    ['crews.note', crew.note],
  ];
  const routes = crew.routes.map((one) => html`<div>${one.words}: ${one.weekdays.map((day) => t(`crews.day_${day}`)).join(', ')}</div>`);
  return html`<dl class="facts">${rows.filter(([, value]) => value || value === 0).map(([word, value]) => html`<dt>${t(String(word))}</dt><dd class="pre">${value}</dd>`)}
    ${routes.length > 0 && html`<dt>${t('crews.routes')}</dt><dd>${routes}</dd>`}</dl>`;
}

/** @param {{ valid_from: string, valid_to: string | null }} one */
const span = ({ valid_from, valid_to }) =>
  valid_to ? t('crews.from_to', { from: shortDay(valid_from), to: shortDay(valid_to) }) : t('crews.from', { from: shortDay(valid_from) });

/** What was wrong, as the inspector marked and noted it. @param {Api.InspectionShape} one */
const faults = ({ items }) =>
  items
    .filter(({ mark }) => mark === 'not_met')
    .map(({ words, note }) => t('crews.not_met', { words }) + (note && ` (${note})`))
    .join('\n');

/** @param {{ one: Api.InspectionShape, onPutDown?: () => void }} props */
function Inspected({ one, onPutDown }) {
  const [tone, icon] = LOOKS[one.verdict];
  const photos = [...one.items.flatMap((item) => item.photos), ...one.photos];
  return html`<li class="pad stack"><div class="line wrap"><b class="num">${shortDay(one.inspected_on)}</b><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`inspect.is_${one.verdict}`)}</span><span class="small">${one.made_by_name}</span></div>
    ${one.missed.length > 0 && html`<ul>${one.missed.map((words) => html`<li>${words}</li>`)}</ul>`}${one.words && html`<p class="pre small">${one.words}</p>`}
    ${h(Photos, { photos, alt: t('crews.photo_of_inspection') })}
    ${onPutDown && one.verdict === 'not_compliant' && html`<div class="line"><button class="button quiet small" type="button" onClick=${onPutDown}>${h(Icon, { name: 'plus' })}${t('crews.put_down_this')}</button></div>`}</li>`;
}

/** @param {{ one: Api.CrewContractShape, keeps: boolean, onEdit: () => void, onChanged: () => void }} props */
function Contract({ one, keeps, onEdit, onChanged }) {
  return html`<li class="pad stack"><div class="line wrap"><b>${one.number}</b><span class=${`chip ${one.is_in_force ? 'done' : ''}`}>${h(Icon, { name: one.is_in_force ? 'check' : 'archive' })}${t(one.is_in_force ? 'crews.in_force' : 'crews.not_in_force')}</span></div>
    <p class="small num">${[t('crews.signed', { day: shortDay(one.signed_on) }), span(one), one.value_vnd != null && t('crews.vnd', { n: number(one.value_vnd) })].filter(Boolean).join(' · ')}</p>
    ${one.note && html`<p class="pre small">${one.note}</p>`}${h(Photos, { photos: one.scans, alt: t('crews.scan_of', { number: one.number }) })}
    ${keeps && html`${h(AddPhotos, { word: t('crews.add_scan'), path: (id) => `/api/crew-contracts/${one.id}/photos/${id}`, onAdded: onChanged })}<div class="line"><button class="button quiet small" type="button" onClick=${onEdit}>${h(Icon, { name: 'pencil' })}${t('crews.edit_contract')}<span class="sr"> ${one.number}</span></button></div>`}</li>`;
}
