// One dump site for the staff: where, what is to do, its life, photos before and after, visits, and the reports that tell of it.
import { Icon } from '../../components/icon.js';
import { OfficeFrame } from '../../components/office-frame.js';
import { PhotoPicker } from '../../components/photo-picker.js';
import { BeforeAfter, Picture } from '../../components/picture.js';
import { SiteLife } from '../../components/site-life.js';
import { SiteMap } from '../../components/site-map.js';
import { Failure, Waiting } from '../../components/states.js';
import { StatusBadge } from '../../components/status-badge.js';
import { toast } from '../../components/toast.js';
import { ApiProblem, get, put, sayProblem } from '../../lib/api.js';
import { toneOf } from '../../lib/dumps.js';
import { dayOf, number, shortDay } from '../../lib/format.js';
import { useGround } from '../../lib/ground.js';
import { h, html, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { useNewPhotos } from '../../lib/new-photos.js';
import { go } from '../../lib/router.js';
import { can, useAccount } from '../../lib/session.js';
import { account } from '../../lib/store.js';
import { CorrectSheet, JudgeSheet, SiteSheet, StageSheet } from './site-sheets.js';

/** @param {{ id: string }} props */
export default function Site({ id }) {
  const { who, asking } = useAccount();
  const { data, error, reload, setData } = useLoad((signal) => (who ? get(`/api/dump-sites/${id}`, { signal }) : Promise.resolve(null)), [id, who?.id]);
  return h(
    OfficeFrame,
    { title: data?.name ?? t('dumps.one'), who, asking },
    error ? h(Failure, { error, onRetry: reload }) : data ? h(Whole, { site: data, onChanged: setData, onStale: reload }) : h(Waiting, { lines: 6 }),
  );
}

/** @typedef {{ site: Api.SiteDetail, onChanged: (site: Api.SiteDetail) => void, onStale: () => void }} Props */

/** @param {Props} props */
function Whole({ site, onChanged, onStale }) {
  const [open, setOpen] = useState(/** @type {{ how: string, what?: any }} */ ({ how: '' }));
  const ground = useGround();
  const keeps = can('manage_dump_sites');
  const sheet = { site, onSaved: onChanged, onClose: () => setOpen({ how: '' }) };
  const reports = [...site.suspected, ...site.cases];
  return html`<div class="line"><a class="button text small" href=${`/so-sach/bai-rac?muc=${site.kind}`}>${h(Icon, { name: 'back' })}${t(`dumps.${site.kind}`)}</a></div>
    <p class="line">${h(StatusBadge, { tone: toneOf(site.stage), label: site.stage_label })}<span class="small num">${t('dumps.since', { day: shortDay(site.stage_since) })}</span><span class="chip">${h(Icon, { name: site.is_public ? 'eye' : 'eye-off' })}${t(site.is_public ? 'dumps.public' : 'dumps.inside')}</span></p>
    ${site.suspected.map((report) => h(Suspect, { key: report.id, report, onJudge: keeps ? () => setOpen({ how: 'judge', what: report }) : undefined }))}
    ${site.visit_due_on && h(Due, { site })}
    ${keeps && h(Acts, { site, onOpen: setOpen })}
    <div class="site-two"><div class="stack-16">${site.lat != null && h(SiteMap, { label: t('dumps.map'), sites: [site], reports, ground, view: { lat: site.lat, lon: site.lon, zoom: 16 }, onOpen: (id) => id !== site.id && go(`/ban-lam-viec/${id}`) })}
      ${h(Facts, { site })}${h(Photos, { site, keeps, onChanged, onStale })}</div>
      <div class="stack-16"><section class="stack"><h2>${t('dumps.life')}</h2>${h(SiteLife, { steps: site.stages, onCorrect: keeps ? (what) => setOpen({ how: 'correct', what }) : undefined })}</section>
        ${h(Visits, { site })}${h(Reports, { reports: site.cases })}</div></div>
    ${open.how === 'edit' && h(SiteSheet, sheet)}
    ${open.how === 'stage' && h(StageSheet, { ...sheet, stage: open.what })}
    ${open.how === 'correct' && h(CorrectSheet, { ...sheet, step: open.what })}
    ${open.how === 'judge' && h(JudgeSheet, { ...sheet, report: open.what })}`;
}

/** @param {{ site: Api.SiteDetail, onOpen: (open: { how: string, what?: any }) => void }} props */
function Acts({ site, onOpen }) {
  return html`<div class="line">${site.moves.map((stage, at) => html`<button key=${stage} class=${`button small ${at ? 'quiet' : ''}`} type="button" onClick=${() => onOpen({ how: 'stage', what: stage })}>${h(Icon, { name: 'check' })}${t(`dumps.do_${stage}`)}</button>`)}
    ${site.relapses.length > 0 && html`<button class="button quiet small" type="button" onClick=${() => onOpen({ how: 'stage', what: '' })}>${h(Icon, { name: 'reopen' })}${t('dumps.relapse')}</button>`}
    <button class="button quiet small" type="button" onClick=${() => onOpen({ how: 'edit' })}>${h(Icon, { name: 'pencil' })}${t('dumps.edit')}</button></div>`;
}

/** @param {{ report: Api.SiteCase, onJudge?: () => void }} props */
function Suspect({ report, onJudge }) {
  return html`<section class="notice brick stack"><p><b>${t('dumps.suspected')}</b> ${t('dumps.suspected_hint', { day: shortDay(report.received_at) })} <a href=${`/ban-lam-viec/${report.id}`}>${report.code}</a></p>
    ${onJudge && html`<button class="button small" type="button" onClick=${onJudge}>${t('dumps.judge_it')}<span class="sr"> ${report.code}</span></button>`}</section>`;
}

/** @param {{ site: Api.SiteDetail }} props */
function Due({ site }) {
  const late = String(site.visit_due_on) <= dayOf();
  const own = account.value?.hamlet;
  const mayGo = can('visit_dump_sites') && (!own || own.id === site.hamlet_id);
  return html`<section class=${`notice stack ${late ? '' : 'leaf'}`}><p>${t(late ? 'dumps.visit_late' : 'dumps.visit_next', { day: shortDay(site.visit_due_on) })} ${site.watch_ends_on && t('dumps.watch_ends', { day: shortDay(site.watch_ends_on) })}</p>
    ${mayGo && html`<a class="button quiet small" href=${`/bai-rac/${site.id}/tham`}>${h(Icon, { name: 'camera' })}${t('dumps.tell_visit')}</a>`}</section>`;
}

/** @param {{ site: Api.SiteDetail }} props */
function Facts({ site }) {
  const rows = [
    ['dumps.code', site.code],
    ['frame.hamlet', site.hamlet_name],
    ['dumps.where', site.place_words],
    ['dumps.found_on', shortDay(site.found_on)],
    ['dumps.area', site.area_m2 != null && number(site.area_m2)],
    ['dumps.drawn', site.outline_m2 != null && number(site.outline_m2)],
    ['dumps.volume', site.volume_m3 != null && number(site.volume_m3)],
    ['dumps.plan_year', site.plan_year],
    ['dumps.cost', site.cost_vnd != null && number(site.cost_vnd)],
    ['dumps.funding', site.funding_source],
    ['dumps.unit', site.unit_name],
  ];
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([word, value]) => html`<dt>${t(String(word))}</dt><dd class="num">${value}</dd>`)}</dl>`;
}

/** @param {Props & { keeps: boolean }} props */
function Photos({ site, keeps, onChanged, onStale }) {
  const own = site.photos.filter((one) => !one.visit_id);
  const [before, after] = ['before', 'after'].map((kind) => own.filter((one) => one.kind === kind && one.large).at(-1));
  const show = async (/** @type {Api.SitePhoto} */ photo) => {
    try {
      onChanged(await put(`/api/dump-sites/${site.id}/photos/${photo.id}/showing`, { is_public: !photo.is_public }, { version: site.version }));
    } catch (error) {
      toast(sayProblem(error));
      if (error instanceof ApiProblem && error.current) onChanged(error.current);
    }
  };
  return html`<section class="stack"><h2>${t('dumps.photos')}</h2>
    ${before && after && h(BeforeAfter, { before: asPicture(before), after: asPicture(after), beforeWord: t('dumps.before'), afterWord: t('dumps.after') })}
    <ul class="photos">${site.photos.map(
      (
        photo,
      ) => html`<li key=${photo.id} class="stack">${h(Picture, { photo: asPicture(photo), alt: t(`dumps.${photo.kind}`) })}<span class="small">${t(`dumps.${photo.kind}`)} · ${shortDay(photo.received_at)}</span>
      ${keeps && html`<button class="desk-link" type="button" onClick=${() => show(photo)}>${h(Icon, { name: photo.is_public ? 'eye-off' : 'eye' })}${t(photo.is_public ? 'dumps.hide' : 'dumps.show')}</button>`}</li>`,
    )}</ul>
    ${keeps && ['before', 'after'].map((kind) => h(AddPhoto, { key: kind, site, kind, onAdded: onStale }))}</section>`;
}

/** @param {Api.SitePhoto} photo @returns {App.Picture} */
const asPicture = (photo) => /** @type {App.Picture} */ (/** @type {unknown} */ (photo));

/** @param {{ site: Api.SiteDetail, kind: string, onAdded: () => void }} props */
function AddPhoto({ site, kind, onAdded }) {
  const { photos, busy, add, drop, send } = useNewPhotos();
  const [sending, setSending] = useState(false);
  const keep = async () => {
    setSending(true);
    await send((id) => `/api/dump-sites/${site.id}/photos/${id}?kind=${kind}`).then(onAdded, (error) => toast(sayProblem(error)));
    setSending(false);
  };
  return html`<details><summary>${t(`dumps.add_${kind}`)}</summary><div class="stack opened">${h(PhotoPicker, { photos, max: 4, busy, onAdd: (files) => add(files, kind), onDrop: drop })}
    ${photos.length > 0 && html`<button class="button small" type="button" disabled=${busy > 0 || sending} onClick=${keep}>${t(sending ? 'dumps.sending' : 'dumps.send_photos')}</button>`}</div></details>`;
}

/** @param {{ site: Api.SiteDetail }} props */
function Visits({ site }) {
  if (!site.visits.length) return null;
  return html`<section class="stack"><h2>${t('dumps.visits')}</h2><ul class="stack">${site.visits.map((one) => html`<li key=${one.id}><b>${shortDay(one.visited_on)}: ${t(`dumps.result_${one.result}`)}</b> <span class="small">${one.by}</span>${one.words && html`<p class="pre small">${one.words}</p>`}${one.photos_missing.length > 0 && html`<p class="small">${t('dumps.photos_missing', { n: one.photos_missing.length })}</p>`}</li>`)}</ul></section>`;
}

/** @param {{ reports: Api.SiteCase[] }} props */
function Reports({ reports }) {
  if (!reports.length) return null;
  return html`<section class="stack"><h2>${t('dumps.told_by')}</h2><ul class="stack">${reports.map((one) => html`<li key=${one.id}><a href=${`/ban-lam-viec/${one.id}`}>${one.code}</a> <span class="small">${[one.title, shortDay(one.received_at), one.status_label, one.link && one.link !== 'registered' && t(`dumps.link_${one.link}`)].filter(Boolean).join(' · ')}</span></li>`)}</ul></section>`;
}
