// A field round: the way on paper and on the phone. Once opened it works without a network; marks are sent when there is one.
import { RouteMap } from '../components/desk/route-map.js';
import { Icon } from '../components/icon.js';
import { PageFrame } from '../components/page-frame.js';
import { Failure, Waiting } from '../components/states.js';
import { ApiProblem, get, online, put } from '../lib/api.js';
import { draftOf, keepDraft } from '../lib/drafts.js';
import { dayAndClock, distance } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { keep, outline } from '../lib/store.js';

/** @typedef {{ round: Api.RoundShape, marks: Record<string, string> }} Kept marks: made here and not yet sent */

/** @param {{ id: string }} params */
export default function Round({ id }) {
  const key = `round:${id}`;
  const [kept, setKept] = useState(/** @type {Kept | null} */ (/** @type {any} */ (draftOf(key))));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const store = (/** @type {Kept} */ next) => {
    keepDraft(key, next);
    setKept(next);
  };
  const send = async () => {
    try {
      const now = /** @type {Kept | null} */ (/** @type {any} */ (draftOf(key)));
      let round = await get(`/api/desk/rounds/${id}`);
      for (const [mark, at] of Object.entries(now?.marks ?? {})) round = await put(`/api/desk/rounds/${id}/marks/${mark}`, { at });
      store({ round, marks: {} });
    } catch (problem) {
      if (!draftOf(key) || (problem instanceof ApiProblem && problem.status)) setError(problem);
    }
  };
  useEffect(() => {
    keep('config', 'outline');
    send();
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [id]);
  const mark = (/** @type {string} */ what) => {
    if (!kept) return;
    store({ ...kept, marks: { ...kept.marks, [what]: new Date().toISOString() } });
    send();
  };
  return h(
    PageFrame,
    { title: kept?.round.title ?? t('round.title'), backTo: '/ban-lam-viec' },
    kept ? h(Route, { kept, onMark: mark }) : error ? h(Failure, { error, onRetry: send }) : h(Waiting, { lines: 5 }),
  );
}

/** @param {{ kept: Kept, onMark: (what: string) => void }} props */
function Route({ kept: { round, marks }, onMark }) {
  const stops = round.stops.map((stop) => ({ ...stop, visited_at: stop.visited_at ?? marks[stop.id] ?? null }));
  const [started, finished] = [round.started_at ?? marks.start, round.finished_at ?? marks.finish];
  const waiting = Object.keys(marks).length;
  return html`<div class="round"><p class="num">${t('round.facts', { n: stops.length, way: distance(round.metres) })} · ${round.made_by} · ${dayAndClock(round.created_at)}</p>
    <div class="line no-print">${!started && html`<button class="button" type="button" onClick=${() => onMark('start')}>${h(Icon, { name: 'route' })}${t('round.start')}</button>`}
      ${started && !finished && html`<button class="button" type="button" onClick=${() => onMark('finish')}>${h(Icon, { name: 'check' })}${t('round.finish')}</button>`}
      <button class="button quiet" type="button" onClick=${() => print()}>${h(Icon, { name: 'print' })}${t('round.print')}</button></div>
    <p class="small num" role="status">${[started && t('round.started', { when: dayAndClock(started) }), finished && t('round.finished', { when: dayAndClock(finished) }), t('round.done', { n: stops.filter((stop) => stop.visited_at).length, all: stops.length }), waiting > 0 && t('round.waiting', { n: waiting }), !online.value && t('round.offline')].filter(Boolean).join(' · ')}</p>
    ${h(RouteMap, { outline: outline.value, start: round.start, stops })}
    <ol class="round-stops">${stops.map((stop, at) => h(Stop, { key: stop.id, stop, n: at + 1, onMark }))}</ol></div>`;
}

/** @param {{ stop: Api.RoundStopShape, n: number, onMark: (what: string) => void }} props */
function Stop({ stop, n, onMark }) {
  const where = [stop.hamlet_name, stop.place_words, stop.lat === null && t('round.no_place')].filter(Boolean).join(' · ');
  return html`<li><span class="n num">${n}</span>${stop.thumb ? html`<img class="thumb" src=${stop.thumb} alt="" width="72" height="64" />` : html`<span class="thumb"></span>`}
    <div class="stack"><b>${stop.title}</b><span class="small num">${[stop.code, stop.category_label, stop.status_label].filter(Boolean).join(' · ')}</span><span class="small">${where}</span>
      <span class="line no-print">${stop.visited_at ? html`<span class="chip leaf">${h(Icon, { name: 'check' })}${t('round.visited')}</span>` : html`<button class="button small" type="button" onClick=${() => onMark(stop.id)}>${h(Icon, { name: 'pin' })}${t('round.visit')}<span class="sr"> ${stop.code}</span></button>`}
        <a class="desk-link" href=${`/ban-lam-viec/${stop.id}`}>${t('round.open')}<span class="sr"> ${stop.code}</span></a></span></div>
    <img class="qr" src=${`data:image/svg+xml;charset=utf-8,${encodeURIComponent(stop.qr_svg)}`} alt=${t('round.qr', { code: stop.code })} width="84" height="84" /></li>`;
}
