// The register of cameras: whose, where, what for, how long pictures are kept, the sign, the key, and who looked.
import { EditSheet } from '../../components/desk/edit-sheet.js';
import { Sheet } from '../../components/desk/sheet.js';
import { AddPhotos, Photos } from '../../components/desk/staff-photos.js';
import { Table } from '../../components/desk/table.js';
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { EmptyState, Failure, Waiting } from '../../components/states.js';
import { toast } from '../../components/toast.js';
import { get, post, put, sayProblem } from '../../lib/api.js';
import { ago, dayAndClock, shortDay } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { hasWord, t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { orNull, save } from '../../lib/save.js';
import { can, useAccount } from '../../lib/session.js';
import { hamlets, keep } from '../../lib/store.js';
import { uuid } from '../../lib/uuid.js';

const PLACES = /** @type {const} */ (['road', 'collection_point', 'sensitive', 'other']);

export default function CameraRegister() {
  const { who, asking } = useAccount();
  const { data, error, reload } = useLoad((signal) => (who ? get('/api/cameras', { signal }) : Promise.resolve(null)), [who?.id]);
  const [open, setOpen] = useState(/** @type {{ what: string, row?: any } | null} */ (null));
  useEffect(() => void keep('hamlets'), []);
  const close = () => setOpen(null);
  const rows = /** @type {Api.CameraShape[] | null} */ (data?.items ?? null);
  const keeps = can('manage_cameras');
  return h(
    OfficeFrame,
    { title: t('cameras.register'), who, asking },
    html`<p class="small">${t('cameras.register_hint')}</p>
      <div class="line wrap">${keeps && html`<button class="button small" type="button" onClick=${() => setOpen({ what: 'edit' })}>${h(Icon, { name: 'plus' })}${t('cameras.new')}</button>`}
        ${can('review_camera_events') && html`<a class="button quiet small" href="/so-sach/camera">${h(Icon, { name: 'eye' })}${t('cameras.queue')}</a>`}
        <a class="button text small" href="/camera">${h(Icon, { name: 'info' })}${t('cameras.public_page')}</a></div>
      ${
        error
          ? h(Failure, { error, onRetry: reload })
          : !rows
            ? h(Waiting, { lines: 4 })
            : rows.length
              ? h(Register, { rows, keeps, onOpen: setOpen })
              : h(EmptyState, { icon: 'camera', title: t('cameras.no_camera'), text: t('cameras.no_camera_hint') })
      }
      ${open?.what === 'edit' && h(CameraSheet, { row: open.row, onSaved: reload, onClose: close })}
      ${open?.what === 'key' && h(KeySheet, { row: open.row, onSaved: reload, onClose: close })}
      ${open?.what === 'log' && h(LogSheet, { row: open.row, onClose: close })}`,
  );
}

/** @param {{ rows: Api.CameraShape[], keeps: boolean, onOpen: (open: { what: string, row?: any }) => void }} props */
function Register({ rows, keeps, onOpen }) {
  /** @type {Desk.Column<Api.CameraShape>[]} */
  const columns = [
    { title: t('cameras.name'), cell: (one) => html`<b>${one.code}</b> ${one.name}` },
    { title: t('cameras.owner'), cell: (one) => one.owner },
    { title: t('cameras.where'), cell: (one) => [t(`cameras.place_${one.place_kind}`), one.place_words, one.hamlet_name].filter(Boolean).join(', ') },
    {
      title: t('cameras.notice'),
      cell: (one) => (one.notice_on ? shortDay(one.notice_on) : html`<span class="chip amber">${h(Icon, { name: 'warning' })}${t('cameras.no_notice')}</span>`),
    },
    { title: t('cameras.kept'), num: true, cell: (one) => t('cameras.days', { n: one.retention_days }) },
    { title: t('cameras.heard'), cell: (one) => heard(one) },
    { title: t('cameras.events'), num: true, cell: (one) => `${one.waiting}${one.due ? ` (${t('cameras.due', { n: one.due })})` : ''}` },
  ];
  const button = (/** @type {Api.CameraShape} */ one, /** @type {string} */ what, /** @type {string} */ icon) =>
    html`<button class="desk-link" type="button" onClick=${() => onOpen({ what, row: one })}>${h(Icon, { name: icon })}${t(`cameras.do_${what}`)}<span class="sr"> ${one.name}</span></button>`;
  const act = (/** @type {Api.CameraShape} */ one) =>
    keeps && html`<div class="line wrap">${button(one, 'edit', 'pencil')}${button(one, 'key', 'key')}${button(one, 'log', 'eye')}</div>`;
  return h(Table, {
    caption: t('cameras.register'),
    columns,
    rows,
    keyOf: (one) => one.id,
    actionsWord: t('admin.actions'),
    actions: act,
    faded: (one) => !one.is_active,
  });
}

/** @param {Api.CameraShape} one */
function heard(one) {
  if (!one.is_active) return t('cameras.resting');
  if (!one.has_key) return t('cameras.no_key');
  return one.last_heard_at ? ago(one.last_heard_at) : t('cameras.silent');
}

const EMPTY = {
  code: '',
  name: '',
  owner: '',
  place_kind: 'road',
  hamlet_id: '',
  place_words: '',
  lat: '',
  lon: '',
  field_of_view: '',
  purpose: '',
  notice_on: '',
  retention_days: 7,
  source_name: '',
  is_public: true,
  is_active: true,
};
const numberOr = (/** @type {any} */ value) => (orNull(value) === null ? null : Number(value));

/** @param {{ row?: Api.CameraShape, onSaved: () => void, onClose: () => void }} props */
function CameraSheet({ row, onSaved, onClose }) {
  const [id] = useState(() => row?.id ?? uuid());
  const fields = [
    { name: 'code', label: t('cameras.code'), max: 20 },
    { name: 'name', label: t('cameras.name'), max: 120 },
    { name: 'owner', label: t('cameras.owner'), max: 200 },
    { name: 'place_kind', label: t('cameras.place_kind'), options: PLACES.map((value) => ({ value, label: t(`cameras.place_${value}`) })) },
    {
      name: 'hamlet_id',
      label: t('cameras.hamlet'),
      options: [{ value: '', label: '–' }, ...(hamlets.value ?? []).map((one) => ({ value: one.id, label: one.name }))],
    },
    { name: 'place_words', label: t('cameras.place_words'), max: 300, optional: true },
    { name: 'lat', label: t('cameras.lat'), type: 'number', optional: true },
    { name: 'lon', label: t('cameras.lon'), type: 'number', optional: true },
    { name: 'field_of_view', label: t('cameras.field_of_view'), hint: t('cameras.field_of_view_hint'), max: 300, optional: true },
    { name: 'purpose', label: t('cameras.purpose'), hint: t('cameras.purpose_hint'), multiline: true, max: 600 },
    { name: 'notice_on', label: t('cameras.notice_on'), type: 'date', optional: true },
    { name: 'retention_days', label: t('cameras.retention'), hint: t('cameras.retention_hint'), type: 'number' },
    { name: 'source_name', label: t('cameras.source_name'), hint: t('cameras.source_name_hint'), max: 60, optional: true },
    { name: 'is_public', label: t('cameras.is_public'), check: true },
    { name: 'is_active', label: t('cameras.is_active'), check: true },
  ];
  const send = (/** @type {Desk.Values} */ said) => {
    const plain = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, said[name]]));
    const wish = {
      ...plain,
      hamlet_id: orNull(said.hamlet_id),
      lat: numberOr(said.lat),
      lon: numberOr(said.lon),
      notice_on: orNull(said.notice_on),
      retention_days: Number(said.retention_days),
    };
    return save(() => put(`/api/cameras/${id}`, wish, { version: row ? said.version : 0 }), onSaved);
  };
  const values = row ? { ...row, hamlet_id: row.hamlet_id ?? '', lat: row.lat ?? '', lon: row.lon ?? '', notice_on: row.notice_on ?? '' } : EMPTY;
  const after = () => {
    onSaved();
    onClose();
  };
  const photo = () =>
    row &&
    html`<section class="stack"><h3>${t('cameras.notice_photo')}</h3>${row.notice_photo && h(Photos, { photos: [row.notice_photo], alt: t('cameras.notice_photo') })}
      ${h(AddPhotos, { word: t('cameras.notice_photo_add'), path: (/** @type {string} */ photoId) => `/api/cameras/${id}/photos/${photoId}`, onAdded: after })}</section>`;
  return h(EditSheet, { title: row ? `${row.code} ${row.name}` : t('cameras.new'), fields, values, onSave: send, onClose, extra: photo });
}

/** @param {{ row: Api.CameraShape, onSaved: () => void, onClose: () => void }} props */
function KeySheet({ row, onSaved, onClose }) {
  const [key, setKey] = useState('');
  const make = () =>
    post(`/api/cameras/${row.id}/key`, undefined, { version: row.version }).then(
      (made) => {
        setKey(made.key);
        onSaved();
      },
      (fault) => toast(sayProblem(fault)),
    );
  return h(
    Sheet,
    { title: t('cameras.key_of', { name: `${row.code} ${row.name}` }), onClose },
    key
      ? html`<div class="stack"><p class="notice">${t('cameras.key_once')}</p><p>${t('cameras.key_id')}<br /><code class="pre">${row.id}</code></p><p>${t('cameras.key')}<br /><code class="pre">${key}</code></p></div>`
      : html`<div class="stack"><p>${t(row.has_key ? 'cameras.key_again' : 'cameras.key_first')}</p><div class="line"><button class="button small" type="button" onClick=${make}>${h(Icon, { name: 'key' })}${t('cameras.key_make')}</button></div></div>`,
  );
}

/** @param {{ row: Api.CameraShape, onClose: () => void }} props */
function LogSheet({ row, onClose }) {
  const { data, error, reload } = useLoad((signal) => get(`/api/cameras/${row.id}/log`, { signal }), [row.id]);
  const looks = /** @type {Api.CameraLook[] | null} */ (data?.items ?? null);
  const said = (/** @type {string} */ what) => (hasWord(`cameras.log_${what}`) ? t(`cameras.log_${what}`) : what);
  return h(
    Sheet,
    { title: t('cameras.log_of', { name: `${row.code} ${row.name}` }), onClose },
    error
      ? h(Failure, { error, onRetry: reload })
      : !looks
        ? h(Waiting, { lines: 4 })
        : html`<ul class="rows small">${looks.map((one, at) => html`<li key=${at}>${dayAndClock(one.at)} · ${one.who === 'camera' ? t('cameras.machine') : one.who}: ${said(one.what)}${one.reference ? html` <code class="pre">${one.reference}</code>` : ''}</li>`)}</ul>`,
  );
}
