// Collection points: the nearest first, on the map and as a list.
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { MapView } from '../components/map-view.js';
import { PageFrame } from '../components/page-frame.js';
import { Row } from '../components/row.js';
import { EmptyState, Failure, Waiting } from '../components/states.js';
import { toast } from '../components/toast.js';
import { get } from '../lib/api.js';
import { distance } from '../lib/format.js';
import { h, html, useEffect, useMemo, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { useLoad } from '../lib/load.js';
import { LAYERS, openedByLayer, useLayers } from '../lib/map-layers.js';
import { distanceM, locate } from '../lib/place.js';
import { CLASSES, isGeneral, KINDS, taking } from '../lib/points.js';
import { go } from '../lib/router.js';
import { isOpen, nextWords, openWords } from '../lib/schedule.js';
import { can } from '../lib/session.js';
import { config, hamlets, keep, outline } from '../lib/store.js';

export default function Points() {
  const [here, setHere] = useState(/** @type {any} */ (null));
  const [finding, setFinding] = useState(false);
  const [wish, choose] = useWish();
  const { data, error, reload } = useLoad(async (signal) => listOf(await get('/api/collection-points', { signal })), []);
  useEffect(() => void keep('config', 'hamlets', 'outline'), []);
  const near = (/** @type {{ lat: number, lon: number }} */ at) => {
    setHere(at);
    const first = sorted(wanted(data ?? [], wish), at).find((one) => isOpen(one));
    if (first) localStorage.setItem('point', first.id);
  };
  const find = () => {
    setFinding(true);
    locate()
      .then(near, (why) => toast(t(why.message === 'denied' ? 'points.denied' : 'place.unknown')))
      .finally(() => setFinding(false));
  };
  const middle = hamlets.value?.find((one) => one.id === wish.thon)?.center ?? null;
  const points = useMemo(() => sorted(wanted(data ?? [], wish), middle ?? here), [data, here, middle, wish]);
  const layers = useLayers();
  const marks = useMemo(() => [...points.flatMap(mark), ...layers.marks], [points, layers.marks]);
  return h(
    PageFrame,
    { title: t('points.title') },
    h(Classes, { all: data ?? [], chosen: wish.loai, onChoose: (loai) => choose({ loai }) }),
    h(More, { all: data ?? [], wish, isHere: Boolean(here), onChoose: choose }),
    h(MapView, {
      label: t('points.title'),
      map: config.value?.map,
      outline: outline.value,
      hamlets: hamlets.value,
      marks,
      here,
      onOpen: (id) => openedByLayer(id) || go(`/diem-tap-ket/${id}`),
      onMoved: layers.onMoved,
    }),
    html`<div class="stack" role="group" aria-label=${t('points.layers')}><span class="label">${t('points.layers')}</span><div class="chips">${LAYERS.map((one) => html`<button class="chip" type="button" key=${one} aria-pressed=${String(layers.on.includes(one))} onClick=${() => layers.turn(one)}>${t(`points.layer_${one}`)}</button>`)}</div></div>`,
    html`<button class="button quiet" type="button" onClick=${find} disabled=${finding}>${h(Icon, { name: 'locate' })}${t(finding ? 'place.finding' : 'points.nearest')}</button>`,
    can('manage_collection_points') && h(Manage, {}),
    error ? h(Failure, { error, onRetry: reload }) : !data ? h(Waiting, { lines: 3 }) : h(List, { points, wish }),
  );
}

/** @typedef {{ loai: string, kieu: string, thon: string }} Wish what is brought, which kind of point, looked for from which hamlet */

/** What is looked for stands in the address, so that it can be handed on. @returns {[Wish, (change: Partial<Wish>) => void]} */
function useWish() {
  const [wish, set] = useState(() => {
    const said = new URLSearchParams(location.search);
    return { loai: said.get('loai') ?? '', kieu: said.get('kieu') ?? '', thon: said.get('thon') ?? '' };
  });
  const choose = (/** @type {Partial<Wish>} */ change) => {
    const next = { ...wish, ...change };
    set(next);
    const said = new URLSearchParams(Object.entries(next).filter(([, value]) => value)).toString();
    history.replaceState(history.state, '', said ? `/diem-tap-ket?${said}` : '/diem-tap-ket');
  };
  return [wish, choose];
}

/** @param {App.CollectionPoint[]} points @param {Wish} wish */
const wanted = (points, { loai, kieu }) => taking(points, loai).filter((one) => !kieu || one.kind === kieu);

/** The kind of point, and from where it is near. @param {{ all: App.CollectionPoint[], wish: Wish, isHere: boolean, onChoose: (change: Partial<Wish>) => void }} props */
function More({ all, wish, isHere, onChoose }) {
  const kinds = KINDS.filter((kind) => kind === wish.kieu || all.some((one) => one.kind === kind));
  const from = (hamlets.value ?? []).filter((one) => one.center);
  return html`<div class="hours">${kinds.length > 1 && h(Field, { label: t('points.kind'), value: wish.kieu, options: [{ value: '', label: t('points.any_kind') }, ...kinds.map((value) => ({ value, label: t(`point_kind.${value}`) }))], onInput: (kieu) => onChoose({ kieu }) })}
    ${from.length > 1 && h(Field, { label: t('points.from'), value: wish.thon, options: [{ value: '', label: t(isHere ? 'points.from_here' : 'points.from_none') }, ...from.map((one) => ({ value: one.id, label: one.name }))], onInput: (thon) => onChoose({ thon }) })}</div>`;
}

/** Only what some point takes can be asked for. @param {{ all: App.CollectionPoint[], chosen: string, onChoose: (waste: string) => void }} props */
function Classes({ all, chosen, onChoose }) {
  const here = CLASSES.filter((one) => one === chosen || taking(all, one).some((point) => !isGeneral(point) || one === 'other'));
  if (here.length < 2) return null;
  const chip = (/** @type {string} */ value, /** @type {string} */ word) =>
    html`<button class="chip" type="button" key=${value} aria-pressed=${String(value === chosen)} onClick=${() => onChoose(value)}>${word}</button>`;
  return html`<div class="stack" role="group" aria-label=${t('points.what')}><span class="label">${t('points.what')}</span><div class="chips">${chip('', t('points.any'))}${here.map((one) => chip(one, t(`waste_class.${one}`)))}</div></div>`;
}

/** What the keepers of the register do. */
function Manage() {
  return html`<ul class="card rows">${h(Row, { href: '/diem-tap-ket/moi', icon: 'plus', title: t('points.add') })}${h(Row, { href: '/diem-tap-ket/nhap', icon: 'upload', title: t('points.import') })}
    <li><a class="row" href="/api/collection-points.csv" download><span class="tile">${h(Icon, { name: 'download' })}</span><span class="grow"><b>${t('points.export')}</b></span></a></li></ul>`;
}

/** A closed one has a mark of its own; one without a place is only in the list. @param {App.CollectionPoint} one @returns {import('../components/map-view.js').Mark[]} */
function mark({ id, lat, lon, state, name }) {
  if (lat == null || lon == null) return [];
  if (state === 'closed') return [{ id, lat, lon, kind: 'stop', label: `${name}. ${t('points.closed')}` }];
  return [{ id, lat, lon, kind: 'point', label: name }];
}

/** @param {any} answer a page or a plain list @returns {App.CollectionPoint[]} */
const listOf = (answer) => answer?.items ?? answer ?? [];

/** @param {App.CollectionPoint[]} points @param {{ lat: number, lon: number } | null} here */
function sorted(points, here) {
  const near = here ? points.map((one) => ({ ...one, distance_m: away(here, one) })) : points;
  return [...near].sort(
    (a, b) =>
      Number(a.state === 'closed') - Number(b.state === 'closed') ||
      Number(!isOpen(a)) - Number(!isOpen(b)) ||
      far(a) - far(b) ||
      a.name.localeCompare(b.name, 'vi', { numeric: true }),
  );
}

/** @param {{ lat: number, lon: number }} here @param {App.CollectionPoint} one */
const away = (here, { lat, lon }) => (lat == null || lon == null ? null : distanceM(here, { lat, lon }));
/** @param {App.CollectionPoint} one */
const far = ({ distance_m }) => distance_m ?? 1e9;

/** @param {{ points: App.CollectionPoint[], wish: Wish }} props */
function List({ points, wish: { loai, kieu } }) {
  if (!points.length && (loai || kieu))
    return h(EmptyState, {
      icon: 'bin',
      title: loai ? t('points.none_of', { what: t(`waste_class.${loai}`) }) : t('points.none_kind'),
      text: t('points.none_of_hint'),
    });
  if (!points.length) return h(EmptyState, { icon: 'bin', title: t('points.none'), text: t('points.none_hint') });
  return html`<ul class="card rows">${points.map((one) => h(Row, { key: one.id, href: `/diem-tap-ket/${one.id}`, icon: one.state === 'closed' ? 'ban' : 'bin', thumb: one.thumb, title: one.name, text: facts(one) }))}</ul>`;
}

/** @param {App.CollectionPoint} one */
function facts(one) {
  if (one.state === 'closed') return t('points.closed');
  return [one.distance_m != null && distance(one.distance_m), one.hamlet_name, openWords(one) || nextWords(one.schedule)].filter(Boolean).join(' · ');
}
