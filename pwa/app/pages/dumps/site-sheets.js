// The dialogs of one dump site: its facts and outline, the next step, a correction, the judgement of a suspected relapse.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { OutlineEditor } from '../../components/outline-editor.js';
import { toast } from '../../components/toast.js';
import { get, patch, post, put } from '../../lib/api.js';
import { KINDS, siteForm, siteWords } from '../../lib/dumps.js';
import { dayOf } from '../../lib/format.js';
import { useGround } from '../../lib/ground.js';
import { h, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { locate } from '../../lib/place.js';
import { save } from '../../lib/save.js';
import { hamlets } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

const whole = { inputmode: 'numeric' };
const told = (/** @type {(saved: any) => void} */ done) => (/** @type {any} */ saved) => {
  toast(t('dumps.saved'));
  done(saved);
};

/** @param {Api.UnitDetail[]} units @returns {Desk.EditField[]} */
const facts = (units) => [
  { name: 'hamlet_id', label: t('frame.hamlet'), options: choices(hamlets.value ?? [], 'dumps.by_place') },
  { name: 'place_words', label: t('dumps.where'), optional: true, max: 300 },
  { name: 'area_m2', label: t('dumps.area'), optional: true, input: { inputmode: 'decimal' } },
  { name: 'volume_m3', label: t('dumps.volume'), optional: true, input: { inputmode: 'decimal' } },
  { name: 'plan_year', label: t('dumps.plan_year'), optional: true, input: whole },
  { name: 'cost_vnd', label: t('dumps.cost'), optional: true, input: whole },
  { name: 'funding_source', label: t('dumps.funding'), optional: true, max: 120 },
  { name: 'unit_id', label: t('dumps.unit'), options: choices(units, 'dumps.no_unit') },
  { name: 'is_public', label: t('dumps.is_public'), check: true },
];

/** @param {{ id: string, name: string }[]} things @param {string} none */
const choices = (things, none) => [{ value: '', label: t(none) }, ...things.map((one) => ({ value: one.id, label: one.name }))];

const useUnits = () => useLoad((signal) => get('/api/units', { signal }), []).data?.items ?? [];

/** @param {{ values: Desk.Values, set: (change: Desk.Values) => void }} props */
function Where({ values, set }) {
  const { near, ...ground } = useGround();
  const [finding, setFinding] = useState(false);
  const find = () => {
    setFinding(true);
    locate()
      .then(({ lat, lon }) => set({ corners: [...values.corners, { lat, lon }] }))
      .catch(() => toast(t('place.unknown')))
      .finally(() => setFinding(false));
  };
  return h(OutlineEditor, { corners: values.corners, ground, finding, onFind: find, onChange: (corners) => set({ corners }) });
}

/** @param {{ kind: string, onSaved: (site: Api.SiteDetail) => void, onClose: () => void }} props */
export function NewSiteSheet({ kind, onSaved, onClose }) {
  const [id] = useState(uuid);
  const units = useUnits();
  const fields = [
    { name: 'name', label: t('dumps.name'), max: 120 },
    { name: 'kind', label: t('dumps.kind'), options: KINDS.map((value) => ({ value, label: t(`dumps.${value}`) })) },
    { name: 'found_on', label: t('dumps.found_on'), type: 'date', input: { max: dayOf() } },
    ...facts(units),
  ];
  const values = { name: '', kind, found_on: dayOf(), corners: [] };
  const keep = (/** @type {Desk.Values} */ typed) =>
    save(() => post('/api/dump-sites', { id, kind: typed.kind, found_on: typed.found_on, ...siteWords(typed) }), told(onSaved));
  return h(EditSheet, { title: t('dumps.add'), fields, values, onSave: keep, onClose, extra: (now, set) => h(Where, { values: now, set }) });
}

/** @typedef {{ site: Api.SiteDetail, onSaved: (site: Api.SiteDetail) => void, onClose: () => void }} Props */

/** @param {Props} props */
export function SiteSheet({ site, onSaved, onClose }) {
  const fields = [{ name: 'name', label: t('dumps.name'), max: 120 }, { name: 'code', label: t('dumps.code'), max: 20 }, ...facts(useUnits())];
  const keep = (/** @type {Desk.Values} */ typed) =>
    save(() => patch(`/api/dump-sites/${site.id}`, siteWords(typed), { version: typed.version }), told(onSaved));
  return h(EditSheet, {
    title: t('dumps.edit'),
    fields,
    values: siteForm(site),
    read: siteForm,
    onSave: keep,
    onClose,
    extra: (now, set) => h(Where, { values: now, set }),
  });
}

/** @param {Props & { stage: string }} props stage: the next one, '' for a step back */
export function StageSheet({ site, stage, onSaved, onClose }) {
  const [id] = useState(uuid);
  const back = !stage;
  const fields = [
    ...(back ? [{ name: 'stage', label: t('dumps.back_to'), options: site.relapses.map((value) => ({ value, label: t(`dumps.stage_${value}`) })) }] : []),
    { name: 'on', label: t('dumps.day'), type: 'date', input: { max: dayOf(), min: site.stage_since } },
    { name: 'decision_number', label: t('dumps.decision'), optional: true, max: 60 },
    { name: 'words', label: t(back ? 'dumps.why' : 'dumps.words'), optional: !back, multiline: true, max: 1000 },
  ];
  const values = { stage: stage || site.relapses[0], on: dayOf(), decision_number: '', words: '', version: site.version };
  const keep = (/** @type {Desk.Values} */ { version, ...typed }) =>
    save(() => post(`/api/dump-sites/${site.id}/stages`, { ...typed, id, is_relapse: back }, { version }), told(onSaved));
  return h(EditSheet, { title: back ? t('dumps.relapse') : t(`dumps.do_${stage}`), fields, values, read: freshen(values), onSave: keep, onClose });
}

/** What is typed stays; only the version is the server's. @param {Desk.Values} values @returns {(current: Desk.Values) => Desk.Values} */
const freshen = (values) => (current) => ({ ...values, version: current.version });

/** @param {Props & { step: Api.SiteStage }} props */
export function CorrectSheet({ site, step, onSaved, onClose }) {
  const [id] = useState(uuid);
  const last = site.stages.find((one) => one.is_standing)?.id === step.id && site.stages.filter((one) => one.is_standing).length > 1;
  const fields = [
    { name: 'on', label: t('dumps.day'), type: 'date', input: { max: dayOf() } },
    { name: 'decision_number', label: t('dumps.decision'), optional: true, max: 60 },
    { name: 'words', label: t('dumps.words'), optional: true, multiline: true, max: 1000 },
    ...(last ? [{ name: 'is_void', label: t('dumps.take_back'), check: true }] : []),
  ];
  const values = { on: step.on, decision_number: step.decision_number, words: step.words, is_void: false, version: site.version };
  const keep = (/** @type {Desk.Values} */ { version, ...typed }) =>
    save(() => post(`/api/dump-sites/${site.id}/stages/${step.id}/corrections`, { ...typed, id }, { version }), told(onSaved));
  return h(EditSheet, {
    title: t('dumps.correct_of', { stage: step.label }),
    hint: t('dumps.correct_hint'),
    fields,
    values,
    read: freshen(values),
    onSave: keep,
    onClose,
  });
}

/** @param {Props & { report: Api.SiteCase }} props */
export function JudgeSheet({ site, report, onSaved, onClose }) {
  const options = [
    ...site.relapses.map((value) => ({ value, label: t('dumps.is_relapse', { stage: t(`dumps.stage_${value}`) }) })),
    { value: '', label: t('dumps.no_relapse') },
  ];
  const fields = [
    { name: 'stage', label: t('dumps.judgement'), options },
    { name: 'words', label: t('dumps.judge_why'), multiline: true, max: 500 },
  ];
  const values = { stage: site.relapses[0] ?? '', words: '', version: site.version };
  const keep = (/** @type {Desk.Values} */ { version, stage, words }) =>
    save(
      () => put(`/api/dump-sites/${site.id}/relapses/${report.id}`, { is_relapse: Boolean(stage), stage: stage || null, words }, { version }),
      told(onSaved),
    );
  return h(EditSheet, { title: t('dumps.judge', { code: report.code }), fields, values, read: freshen(values), onSave: keep, onClose });
}
