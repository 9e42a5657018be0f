// A collection point added to the register, or changed: names, place by a pin, the week, photos.
import { Conflict } from '../components/conflict.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { PhotoPicker } from '../components/photo-picker.js';
import { PointMore, PointNames, PointPlace, PointState } from '../components/point-fields.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { Timetable } from '../components/timetable.js';
import { toast } from '../components/toast.js';
import { ApiProblem, del, get, patch, post, sayProblem } from '../lib/api.js';
import { draftOf, dropDraft, keepDraft, useDraft } from '../lib/drafts.js';
import { number } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { useNewPhotos } from '../lib/new-photos.js';
import { hamletAt, locate } from '../lib/place.js';
import { formOfPoint, nextCode, pointChange, pointGaps, pointWords } from '../lib/points.js';
import { go } from '../lib/router.js';
import { hours } from '../lib/schedule.js';
import { can, useAccount } from '../lib/session.js';
import { config, hamlets, keep, outline } from '../lib/store.js';
import { uuid } from '../lib/uuid.js';

const MOST_PHOTOS = 12;
/** @typedef {{ point: App.CollectionPoint | null, codes: string[] }} Ground */

/** @param {{ id?: string }} props without an id a new one */
export default function PointForm({ id }) {
  const { who, asking } = useAccount();
  const { data, error, reload, setData } = useLoad((signal) => ground(id, signal), [id]);
  useEffect(() => void keep('config', 'hamlets', 'outline'), []);
  const frame = { title: t(id ? 'point.edit' : 'point.add'), backTo: id ? `/diem-tap-ket/${id}` : '/diem-tap-ket' };
  if (asking) return h(PageFrame, frame, h(Waiting, { lines: 3 }));
  if (!can('manage_collection_points'))
    return h(
      PageFrame,
      frame,
      h(
        EmptyState,
        { icon: 'key', title: t('point.not_yours'), text: t('point.not_yours_hint') },
        !who && html`<a class="button" href=${`/dang-nhap?den=${location.pathname}`}>${t('sign_in.do')}</a>`,
      ),
    );
  if (!data) return h(PageFrame, frame, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 4 }));
  return h(Form, { ground: data, frame, refresh: (point) => setData({ ...data, point }) });
}

/** @param {string | undefined} id @param {AbortSignal} signal @returns {Promise<Ground>} */
async function ground(id, signal) {
  if (id) return { point: await get(`/api/collection-points/${id}`, { signal }), codes: [] };
  const known = await get('/api/collection-points', { signal }).catch(() => []);
  return { point: null, codes: known.map((/** @type {App.CollectionPoint} */ one) => one.code) };
}

/** @param {App.CollectionPoint | null} point */
const draftKey = (point) => (point ? `point:${point.id}:${point.version}` : 'point:new');

/** @param {Ground} ground @param {(point: App.CollectionPoint) => void} refresh */
function usePoint({ point, codes }, refresh) {
  const key = draftKey(point);
  const [form, write] = useDraft(key, formOfPoint(point ?? { code: nextCode(codes) }));
  const [freshId] = useState(uuid);
  const photos = useNewPhotos();
  const [state, set] = useState(/** @type {{ tried?: boolean, busy?: boolean, error?: unknown, current?: App.CollectionPoint | null }} */ ({}));
  const values = /** @type {import('../lib/points.js').PointForm} */ (form);
  const save = async (version = point?.version) => {
    set({ tried: true });
    if (Object.keys(pointGaps(values)).length) return setTimeout(() => document.querySelector('.error')?.scrollIntoView({ block: 'center' }), 50);
    set({ tried: true, busy: true });
    try {
      const saved = await keepPoint(point, freshId, values, version);
      dropDraft(key);
      refresh(saved);
      await photos.send((photo) => `/api/collection-points/${saved.id}/photos/${photo}`);
      toast(t('point.saved'));
      go(`/diem-tap-ket/${saved.id}`, { replace: true });
    } catch (error) {
      set({ tried: true, error, current: error instanceof ApiProblem && error.status === 412 ? error.current : null });
      scrollTo(0, 0);
    }
  };
  const theirs = () => {
    dropDraft(key);
    if (state.current) refresh(state.current);
    set({});
  };
  return { form: values, write, photos, state, save, theirs };
}

/** A point that has been added is changed from then on. @param {App.CollectionPoint | null} point @param {string} freshId @param {import('../lib/points.js').PointForm} form @param {number | undefined} version @returns {Promise<App.CollectionPoint>} */
async function keepPoint(point, freshId, form, version) {
  if (!point) return post('/api/collection-points', { id: freshId, ...pointWords(form) });
  const change = pointChange(point, form);
  return Object.keys(change).length ? patch(`/api/collection-points/${point.id}`, change, { version }) : point;
}

/** @param {{ ground: Ground, frame: { title: string, backTo: string }, refresh: (point: App.CollectionPoint) => void }} props */
function Form({ ground, frame, refresh }) {
  useEffect(() => document.getElementById(location.hash.slice(1) || 'main')?.scrollIntoView(), []);
  const { form, write, photos, state, save, theirs } = usePoint(ground, refresh);
  const [finding, setFinding] = useState(false);
  const [leaving, setLeaving] = useState(/** @type {string[]} */ ([]));
  const wrong = { ...(state.tried ? worded(pointGaps(form)) : {}), ...refusedFields(state.error) };
  const setPin = (/** @type {{ lat: number, lon: number }} */ at) =>
    write({ lat: at.lat, lon: at.lon, hamlet_id: hamletAt(hamlets.value, at)?.id ?? form.hamlet_id });
  const find = () => {
    setFinding(true);
    locate()
      .then(setPin, (why) => toast(t(why.message === 'denied' ? 'point.denied' : 'point.unknown')))
      .finally(() => setFinding(false));
  };
  const { current, error } = state;
  const place = { form, wrong, hamlets: hamlets.value, map: config.value?.map, outline: outline.value, finding, onFind: find, onPin: setPin, onWrite: write };
  const foot = html`<button class="button" type="button" onClick=${() => save()} disabled=${state.busy || photos.busy > 0}>${t(state.busy ? 'letter.sending' : 'point.save')}</button>`;
  return h(
    PageFrame,
    { ...frame, foot },
    current && ground.point && h(Conflict, { rows: differing(ground.point, current, form), onMine: () => save(current.version), onTheirs: theirs }),
    error && !current ? h(Failure, { error }) : null,
    h(PointNames, { form, wrong, onWrite: write }),
    h(PointPlace, place),
    h(Timetable, { lines: form.lines, tried: Boolean(state.tried), onChange: (lines) => write({ lines }) }),
    h(Timetable, { shuts: true, lines: form.hours, tried: Boolean(state.tried), onChange: (hours) => write({ hours }) }),
    h(Photos, {
      kept: (ground.point?.photos ?? []).filter((one) => one.large && !leaving.includes(one.id)),
      photos,
      onTake: (id) => takeAway(ground.point, id, setLeaving, refresh),
    }),
    h(PointMore, { form, wrong, onWrite: write }),
    ground.point && h(PointState, { form, wrong, onWrite: write }),
  );
}

/** Out of sight at once; the server is told when nobody took it back. @param {App.CollectionPoint | null} point @param {string} id @param {(turn: (ids: string[]) => string[]) => void} setLeaving @param {(point: App.CollectionPoint) => void} refresh */
async function takeAway(point, id, setLeaving, refresh) {
  const stay = () => setLeaving((ids) => ids.filter((one) => one !== id));
  setLeaving((ids) => [...ids, id]);
  if (!point || (await toast(t('point.photo_gone'), { action: t('point.photo_back'), seconds: 6 })) === 'action') return stay();
  try {
    const now = await get(`/api/collection-points/${point.id}`);
    const after = await del(`/api/collection-points/${point.id}/photos/${id}`, { version: now.version });
    const typed = draftOf(draftKey(point));
    if (typed) keepDraft(draftKey(after), typed);
    refresh(after);
  } catch (error) {
    stay();
    toast(sayProblem(error));
  }
}

/** @param {{ kept: App.Picture[], photos: ReturnType<typeof useNewPhotos>, onTake: (id: string) => void }} props */
function Photos({ kept, photos, onTake }) {
  const max = MOST_PHOTOS - kept.length;
  return html`<section class="stack" aria-labelledby="photos"><h2 id="photos">${t('point.photos')}</h2><p class="small">${t('point.photos_hint')}</p>
    ${kept.length > 0 && html`<div class="photos">${kept.map((photo, at) => html`<div class="photo" key=${photo.id}><img src=${photo.thumb} alt=${t('photo.number', { n: at + 1 })} /><button class="icon-button" type="button" aria-label=${t('photo.drop', { n: at + 1 })} onClick=${() => onTake(photo.id)}>${h(Icon, { name: 'close' })}</button></div>`)}</div>`}
    ${max > 0 && h(PhotoPicker, { photos: photos.photos, max, busy: photos.busy, onAdd: photos.add, onDrop: photos.drop })}</section>`;
}

/** @param {Record<string, string>} gaps */
const worded = (gaps) => Object.fromEntries(Object.entries(gaps).map(([field, gap]) => [field, t(`point.gap_${gap}`)]));
/** @param {unknown} error @returns {Record<string, string>} */
const refusedFields = (error) => (error instanceof ApiProblem ? Object.fromEntries(error.errors.map((one) => [one.field.split('.')[0], one.detail])) : {});

/** @param {App.CollectionPoint} point @param {App.CollectionPoint} current @param {import('../lib/points.js').PointForm} form */
function differing(point, current, form) {
  const mine = pointChange(point, form);
  const now = pointWords(formOfPoint(current));
  const names = new Set([...Object.keys(pointChange(point, formOfPoint(current))), ...Object.keys(mine)]);
  names.delete('lon');
  return [...names]
    .map((name) => ({ label: t(`point.${name}`), now: words(name, now), mine: name in mine ? words(name, mine) : null }))
    .filter((row) => row.now !== row.mine);
}

/** @param {string} name @param {Record<string, any>} of */
function words(name, of) {
  const value = of[name];
  if (name === 'lat') return value == null ? '' : `${number(value)}, ${number(of.lon)}`;
  if (name === 'hamlet_id') return hamlets.value?.find((one) => one.id === value)?.name ?? '';
  if (name === 'state') return t(`point.state_${value}`);
  if (name === 'kind') return t(`point_kind.${value}`);
  if (name === 'place_kind') return value ? t(`place_kind.${value}`) : '';
  if (name === 'accepts') return value.map((/** @type {string} */ one) => t(`waste_class.${one}`)).join(', ');
  if (name === 'schedule' || name === 'opening_hours')
    return value.map((/** @type {any} */ one) => `${t(`day.short_${one.weekday}`)} ${hours(one)}`).join(', ');
  return value == null ? '' : String(value);
}
