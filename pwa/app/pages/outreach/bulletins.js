// The bulletin of the week: words from the real figures, mended by hand, read aloud, copied, printed, kept.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Table } from '../../components/desk/table.js';
import { askDialog } from '../../components/dialog.js';
import { Field } from '../../components/field.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, put, sayProblem } from '../../lib/api.js';
import { secondsOf, weeks } from '../../lib/bulletin.js';
import { addDays, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { useAccount } from '../../lib/session.js';
import { canSpeak, hush, speak } from '../../lib/speak.js';
import { hamlets, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

/** @typedef {{ id: string, version: number, week: string, form: 'loudspeaker' | 'zalo', hamlet_id: string }} Chosen */

/** @param {string} week */
const span = (week) => `${shortDay(week)} – ${shortDay(addDays(week, 6))}`;
/** @returns {Chosen} */
const fresh = () => ({ id: uuid(), version: 0, week: weeks()[0], form: 'loudspeaker', hamlet_id: '' });

export default function BulletinsPage() {
  const { who, asking } = useAccount();
  useEffect(() => {
    keep('hamlets', 'config');
    return () => void hush();
  }, []);
  return h(OfficeFrame, { title: t('bulletin.book'), who, asking, may: 'manage_outreach' }, h(Desk, {}));
}

function Desk() {
  const kept = useLoad((signal) => get('/api/outreach/bulletins', { signal }), []);
  const [chosen, setChosen] = useState(fresh);
  const [opened, setOpened] = useState(/** @type {string | null} */ (null));
  const [tuning, setTuning] = useState(false);
  const asked = new URLSearchParams({ week: chosen.week, form: chosen.form, ...(chosen.hamlet_id && { hamlet_id: chosen.hamlet_id }) });
  const draft = useLoad((signal) => get(`/api/outreach/bulletin-draft?${asked}`, { signal }), [String(asked)]);
  const open = (/** @type {Api.BulletinShape} */ one) => {
    setChosen({ id: one.id, version: one.version, week: one.week, form: one.form, hamlet_id: one.hamlet_id ?? '' });
    setOpened(one.text);
    scrollTo(0, 0);
  };
  const choose = (/** @type {Partial<Chosen>} */ change) => {
    setChosen({ ...fresh(), ...chosen, ...change, id: uuid(), version: 0 });
    setOpened(null);
  };
  const saved = (/** @type {Api.BulletinShape} */ one) => {
    setChosen({ ...chosen, version: one.version });
    kept.reload();
  };
  return html`<p class="small screen-only no-print">${t('bulletin.hint')}</p>
    ${draft.error && h(Failure, { error: draft.error, onRetry: draft.reload })}
    ${draft.data ? h(Editor, { key: `${chosen.id} ${opened === null ? draft.data.text.length : ''}`, chosen, draft: draft.data, first: opened ?? draft.data.text, onChoose: choose, onTune: () => setTuning(true), onSaved: saved }) : h(Waiting, { lines: 4 })}
    <section class="stack no-print screen-only"><h2>${t('bulletin.kept')}</h2>${kept.data ? h(Kept, { items: kept.data.items, onOpen: open }) : h(Waiting, { lines: 2 })}</section>
    ${tuning && h(Tuning, { onSaved: draft.reload, onClose: () => setTuning(false) })}`;
}

/** @param {{ chosen: Chosen, draft: Api.BulletinDraft, first: string, onChoose: (change: Partial<Chosen>) => void, onTune: () => void, onSaved: (one: Api.BulletinShape) => void }} props */
function Editor({ chosen, draft, first, onChoose, onTune, onSaved }) {
  const [text, setText] = useState(first);
  const [saved, setSaved] = useState(first);
  const change = async (/** @type {Partial<Chosen>} */ part) => {
    const dirty = text !== saved;
    if (
      dirty &&
      !(await askDialog({
        title: t('bulletin.leave'),
        text: t('bulletin.leave_hint'),
        choices: [
          { value: 'yes', label: t('bulletin.leave_yes') },
          { value: '', label: t('desk.leave'), look: 'quiet' },
        ],
      }))
    )
      return;
    onChoose(part);
  };
  const keepIt = async () => {
    try {
      const { week, form, hamlet_id } = chosen;
      onSaved(await put(`/api/outreach/bulletins/${chosen.id}`, { week, form, hamlet_id: orNull(hamlet_id), text }, { version: chosen.version }));
      setSaved(text);
      toast(t('bulletin.saved'));
    } catch (error) {
      toast(sayProblem(error));
    }
  };
  return html`<section class="stack-16 no-print screen-only"><div class="telling-two">
      ${h(Field, { label: t('bulletin.week'), value: chosen.week, options: weekOptions(chosen.week), onInput: (week) => change({ week }) })}
      ${h(Field, { label: t('bulletin.form'), value: chosen.form, options: ['loudspeaker', 'zalo'].map((value) => ({ value, label: t(`bulletin.form_${value}`) })), onInput: (form) => change({ form: /** @type {'zalo'} */ (form) }) })}
      ${h(Field, { label: t('bulletin.hamlet'), value: chosen.hamlet_id, options: [{ value: '', label: t('bulletin.whole') }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))], onInput: (hamlet_id) => change({ hamlet_id }) })}</div>
    ${h(Field, { label: t('bulletin.text'), value: text, multiline: true, max: 4000, onInput: setText, input: { class: 'input bulletin-text' } })}
    ${chosen.form === 'loudspeaker' && h(Length, { text, draft, onTune })}
    ${h(Actions, { text, onSave: keepIt, onAgain: text === draft.text ? undefined : () => setText(draft.text) })}</section>
    <div class="print-only">${text}</div>`;
}

/** @param {string} week one that is not among the last ones stays to be chosen */
const weekOptions = (week) =>
  [...new Set([week, ...weeks()])]
    .sort()
    .reverse()
    .map((value) => ({ value, label: t('bulletin.week_of', { span: span(value) }) }));

/** @param {{ text: string, draft: Api.BulletinDraft, onTune: () => void }} props */
function Length({ text, draft, onTune }) {
  const seconds = secondsOf(text, draft.words_per_minute);
  const fits = seconds >= draft.least_seconds && seconds <= draft.most_seconds;
  const words = { n: seconds, least: draft.least_seconds, most: draft.most_seconds, pace: draft.words_per_minute };
  return html`<p class="line" role="status"><span class=${`chip ${fits ? 'leaf' : 'amber'}`}>${h(Icon, { name: fits ? 'check' : 'clock-alert' })}${t('bulletin.seconds', words)}</span><span class="small grow">${t(fits ? 'bulletin.fits' : 'bulletin.too', words)}</span><button class="desk-link" type="button" onClick=${onTune}>${h(Icon, { name: 'settings' })}${t('bulletin.tune')}</button></p>`;
}

/** @param {{ text: string, onSave: () => void, onAgain?: () => void }} props */
function Actions({ text, onSave, onAgain }) {
  const [reading, setReading] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast(t('bulletin.copied')),
      () => toast(t('bulletin.not_copied')),
    );
  return html`<div class="line"><button class="button small" type="button" onClick=${onSave}>${h(Icon, { name: 'save' })}${t('admin.save')}</button>
    <button class="button small quiet" type="button" onClick=${copy}>${h(Icon, { name: 'file' })}${t('bulletin.copy')}</button>
    ${canSpeak() && html`<button class="button small quiet" type="button" aria-pressed=${String(reading)} onClick=${() => speak(text, setReading)}>${h(Icon, { name: 'megaphone' })}${t(reading ? 'bulletin.stop' : 'bulletin.read')}</button>`}
    <button class="button small quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('outreach.print')}</button>
    ${onAgain && html`<button class="button small text" type="button" onClick=${onAgain}>${h(Icon, { name: 'undo' })}${t('bulletin.again')}</button>`}</div>`;
}

/** @param {{ items: Api.BulletinShape[], onOpen: (one: Api.BulletinShape) => void }} props */
function Kept({ items, onOpen }) {
  const columns = [
    { title: t('bulletin.week'), cell: (/** @type {Api.BulletinShape} */ one) => span(one.week) },
    { title: t('bulletin.form'), cell: (/** @type {Api.BulletinShape} */ one) => t(`bulletin.form_${one.form}`) },
    { title: t('bulletin.hamlet'), cell: (/** @type {Api.BulletinShape} */ one) => one.hamlet_name ?? t('bulletin.whole') },
    { title: t('bulletin.length'), num: true, cell: (/** @type {Api.BulletinShape} */ one) => t('bulletin.seconds', { n: one.seconds }) },
    { title: t('bulletin.by'), cell: (/** @type {Api.BulletinShape} */ one) => one.made_by_name },
  ];
  const actions = (/** @type {Api.BulletinShape} */ one) =>
    html`<button class="desk-link" type="button" onClick=${() => onOpen(one)}>${h(Icon, { name: 'pencil' })}${t('bulletin.open')}<span class="sr"> ${span(one.week)}</span></button>`;
  return h(Table, { caption: t('bulletin.kept'), columns, rows: items, keyOf: (one) => one.id, actions, actionsWord: t('admin.actions') });
}

/** @param {{ onSaved: () => void, onClose: () => void }} props */
function Tuning({ onSaved, onClose }) {
  const { data } = useLoad((signal) => get('/api/outreach/bulletin-setting', { signal }), []);
  if (!data) return null;
  const digits = { inputMode: 'numeric' };
  const fields = [
    { name: 'words_per_minute', label: t('bulletin.pace'), hint: t('bulletin.pace_hint'), input: digits },
    { name: 'least_seconds', label: t('bulletin.least'), input: digits },
    { name: 'most_seconds', label: t('bulletin.most'), input: digits },
    { name: 'greeting', label: t('bulletin.greeting'), hint: t('bulletin.greeting_hint'), max: 300, multiline: true },
    { name: 'closing', label: t('bulletin.closing'), max: 300, multiline: true },
    { name: 'source', label: t('outreach.source'), max: 300, optional: true },
  ];
  const keepIt = (/** @type {Desk.Values} */ { words_per_minute, least_seconds, most_seconds, greeting, closing, source, version }) =>
    save(
      () =>
        put(
          '/api/outreach/bulletin-setting',
          { words_per_minute: Number(words_per_minute), least_seconds: Number(least_seconds), most_seconds: Number(most_seconds), greeting, closing, source },
          { version },
        ),
      onSaved,
    );
  return h(EditSheet, { title: t('bulletin.tune'), fields, values: data, onSave: keepIt, onClose });
}
