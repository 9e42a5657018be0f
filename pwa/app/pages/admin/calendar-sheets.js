// The dialogs of the working calendar: one day, and the office hours from a day on.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { put } from '../../lib/api.js';
import { dayOf, shortDay } from '../../lib/format.js';
import { h } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { save } from '../../lib/save.js';

const CLOCK = { inputMode: 'numeric', placeholder: '07:30', maxLength: 5 };
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** @param {{ day: Api.DayShape | null, onSaved: () => void, onClose: () => void }} props */
export function DaySheet({ day, onSaved, onClose }) {
  const fields = [
    ...(day ? [] : [{ name: 'day', label: t('calendar.day'), type: 'date' }]),
    {
      name: 'kind',
      label: t('calendar.kind'),
      options: [
        { value: 'off', label: t('calendar.off') },
        { value: 'worked', label: t('calendar.made_up') },
      ],
    },
    { name: 'name', label: t('calendar.why'), hint: t('calendar.why_hint'), max: 120 },
    { name: 'source', label: t('calendar.source'), hint: t('calendar.source_hint'), optional: true, max: 300 },
  ];
  const first = { day: '', name: '', source: '', version: 0, ...(day ?? {}), kind: day?.is_working ? 'worked' : 'off' };
  const keep = async (/** @type {Desk.Values} */ values) => {
    if (!values.day) return { error: t('calendar.day_missing'), fields: [] };
    const body = { is_working: values.kind === 'worked', name: values.name, source: values.source };
    return save(() => put(`/api/calendar/days/${values.day}`, body, { version: values.version }), onSaved);
  };
  const read = (/** @type {Desk.Values} */ now) => ({ ...now, kind: now.is_working ? 'worked' : 'off' });
  return h(EditSheet, {
    title: day ? shortDay(day.day) : t('calendar.add_day'),
    hint: t('calendar.day_hint'),
    fields,
    values: first,
    read,
    onSave: keep,
    onClose,
  });
}

/** @param {{ hours: Api.HoursShape | null, onSaved: () => void, onClose: () => void }} props */
export function HoursSheet({ hours, onSaved, onClose }) {
  const clock = (/** @type {string} */ name) => ({ name, label: t(`calendar.${name}`), input: CLOCK, max: 5 });
  const fields = [
    ...(hours ? [] : [{ name: 'effective_from', label: t('calendar.from'), type: 'date' }]),
    clock('morning_opens'),
    clock('morning_closes'),
    clock('afternoon_opens'),
    clock('afternoon_closes'),
    ...WEEKDAYS.map((day) => ({ name: `on_${day}`, label: t(`weekday.${day}`), check: true })),
    { name: 'source', label: t('calendar.source'), optional: true, max: 300 },
  ];
  const keep = async (/** @type {Desk.Values} */ values) => {
    if (!values.effective_from) return { error: t('calendar.day_missing'), fields: [] };
    const shifts = ['morning', 'afternoon'].map((part) => ({ opens: values[`${part}_opens`], closes: values[`${part}_closes`] }));
    const body = {
      shifts: shifts.filter((shift) => shift.opens || shift.closes),
      weekdays: WEEKDAYS.filter((day) => values[`on_${day}`]),
      source: values.source,
    };
    return save(() => put(`/api/calendar/hours/${values.effective_from}`, body, { version: values.version }), onSaved);
  };
  return h(EditSheet, {
    title: hours ? shortDay(hours.effective_from) : t('calendar.add_hours'),
    hint: t('calendar.hours_hint'),
    fields,
    values: flat(hours),
    read: (now) => flat(/** @type {Api.HoursShape} */ (now)),
    onSave: keep,
    onClose,
  });
}

/** As the form has them: two shifts a day, a tick for each weekday. @param {Api.HoursShape | null} hours @returns {Desk.Values} */
function flat(hours) {
  const [morning, afternoon] = hours?.shifts ?? [
    { opens: '07:30', closes: '11:30' },
    { opens: '13:30', closes: '17:00' },
  ];
  return {
    effective_from: hours?.effective_from ?? dayOf(),
    version: hours?.version ?? 0,
    source: hours?.source ?? '',
    morning_opens: morning.opens,
    morning_closes: morning.closes,
    afternoon_opens: afternoon?.opens ?? '',
    afternoon_closes: afternoon?.closes ?? '',
    ...Object.fromEntries(WEEKDAYS.map((day) => [`on_${day}`, (hours?.weekdays ?? [1, 2, 3, 4, 5]).includes(day)])),
  };
}
