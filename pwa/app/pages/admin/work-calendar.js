// The commune's working calendar: a year at a glance, which days are off or made up for and why, and the office hours.
import { MonthGrid } from '../../components/desk/month-grid.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { Failure, Waiting } from '../../components/states.js';
import { del, get } from '../../lib/api.js';
import { dayOf, shortDay, weekday } from '../../lib/format.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { save } from '../../lib/save.js';
import { DaySheet, HoursSheet } from './calendar-sheets.js';

/** @typedef {{ day?: Api.DayShape | null, hours?: Api.HoursShape | null, fault?: string }} Open what stands open; null: a new one */

export function WorkCalendar() {
  const [year, setYear] = useState(() => Number(dayOf().slice(0, 4)));
  const { data, error, reload } = useLoad((signal) => get(`/api/calendar?year=${year}`, { signal }), [year]);
  const [open, setOpen] = useState(/** @type {Open} */ ({}));
  if (error) return html`<div class="desk-page">${h(Failure, { error, onRetry: reload })}</div>`;
  const drop = async (/** @type {string} */ path, /** @type {number} */ version) => {
    const fault = await save(() => del(path, { version }), reload);
    setOpen(fault ? { fault: fault.error } : {});
  };
  return html`<div class="desk-page"><div class="line"><h1 class="grow">${t('calendar.title')}</h1>
      <button class="button small" type="button" onClick=${() => setOpen({ day: null })}>${h(Icon, { name: 'plus' })}${t('calendar.add_day')}</button></div>
    <p class="small">${t('calendar.hint')}</p>
    ${open.fault && html`<p class="notice brick" role="alert">${open.fault}</p>`}
    <div class="line" role="group" aria-label=${t('calendar.year')}>
      <button class="icon-button" type="button" aria-label=${t('calendar.before', { year: year - 1 })} onClick=${() => setYear(year - 1)}>${h(Icon, { name: 'back' })}</button>
      <h2 class="num" aria-live="polite">${t('calendar.of', { year })}</h2>
      <button class="icon-button" type="button" aria-label=${t('calendar.after', { year: year + 1 })} onClick=${() => setYear(year + 1)}>${h(Icon, { name: 'next' })}</button>
      ${data && html`<p class="small num">${t('calendar.working_days', { n: data.working_days })}</p>`}</div>
    ${data ? h(Year, { data, setOpen, drop }) : h(Waiting, { lines: 8 })}
    ${open.day !== undefined && h(DaySheet, { day: open.day, onSaved: reload, onClose: () => setOpen({}) })}
    ${open.hours !== undefined && h(HoursSheet, { hours: open.hours, onSaved: reload, onClose: () => setOpen({}) })}</div>`;
}

/** @param {{ data: Api.YearShape, setOpen: (open: Open) => void, drop: (path: string, version: number) => void }} props */
function Year({ data, setOpen, drop }) {
  const weekdays = new Set(data.hours.filter((one) => one.effective_from <= `${data.year}-12-31`).at(-1)?.weekdays ?? [1, 2, 3, 4, 5]);
  const special = new Map(data.days.map((one) => [one.day, one]));
  /** @type {Desk.Column<Api.DayShape>[]} */
  const dayColumns = [
    { title: t('calendar.day'), cell: (one) => weekday(one.day) },
    {
      title: t('calendar.kind'),
      cell: (one) => html`<span class=${`chip ${one.is_working ? 'leaf' : 'brick'}`}>${t(one.is_working ? 'calendar.made_up' : 'calendar.off')}</span>`,
    },
    { title: t('calendar.why'), cell: (one) => one.name },
    { title: t('calendar.source'), cell: (one) => html`<span class="small">${one.source}</span>` },
  ];
  /** @type {Desk.Column<Api.HoursShape>[]} */
  const hourColumns = [
    { title: t('calendar.from'), cell: (one) => shortDay(one.effective_from) },
    { title: t('calendar.shifts'), cell: (one) => one.shifts.map((shift) => `${shift.opens}–${shift.closes}`).join(', ') },
    { title: t('calendar.weekdays'), cell: (one) => one.weekdays.map((day) => t(`weekday.${day}`)).join(', ') },
    { title: t('calendar.source'), cell: (one) => html`<span class="small">${one.source}</span>` },
  ];
  const acts = (/** @type {Open} */ what, /** @type {boolean} */ isOwn, /** @type {() => void} */ remove, /** @type {string} */ name) =>
    html`<button class="desk-link" type="button" onClick=${() => setOpen(what)}>${h(Icon, { name: 'pencil' })}${t('admin.edit')}<span class="sr"> ${name}</span></button>
      ${isOwn && html`<button class="desk-link" type="button" onClick=${remove}>${h(Icon, { name: 'trash' })}${t('calendar.remove')}<span class="sr"> ${name}</span></button>`}`;
  return html`<div class="months" aria-hidden="true">${Array.from({ length: 12 }, (_, at) => h(MonthGrid, { key: at, year: data.year, month: at + 1, weekdays, special }))}</div>
    <p class="line small"><span class="chip brick">${t('calendar.off')}</span><span class="chip leaf">${t('calendar.made_up')}</span></p>
    ${h(Table, { caption: t('calendar.days'), columns: dayColumns, rows: data.days, keyOf: (one) => one.day, actionsWord: t('admin.actions'), actions: (one) => acts({ day: one }, one.is_own, () => drop(`/api/calendar/days/${one.day}`, one.version), shortDay(one.day)) })}
    <div class="line"><h2 class="grow">${t('calendar.hours')}</h2><button class="button quiet small" type="button" onClick=${() => setOpen({ hours: null })}>${h(Icon, { name: 'plus' })}${t('calendar.add_hours')}</button></div>
    ${h(Table, { caption: t('calendar.hours'), columns: hourColumns, rows: data.hours, keyOf: (one) => one.effective_from, actionsWord: t('admin.actions'), actions: (one) => acts({ hours: one }, data.hours.length > 1, () => drop(`/api/calendar/hours/${one.effective_from}`, one.version), shortDay(one.effective_from)) })}`;
}
