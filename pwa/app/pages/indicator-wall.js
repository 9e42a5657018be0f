// The nine indicators on a screen on the wall: large, without a menu, asking anew by itself. Open to everybody.
import { Trend } from '../components/figures/trend.js';
import { Icon } from '../components/icon.js';
import { Failure, Waiting } from '../components/states.js';
import { get } from '../lib/api.js';
import { clock } from '../lib/format.js';
import { h, html, useEffect, useState } from '../lib/html.js';
import { t } from '../lib/i18n.js';
import { paceLook, paceOf, shareWords, targetWords } from '../lib/indicators.js';
import { useWholeStage } from '../lib/stage.js';
import { config, keep } from '../lib/store.js';

const EVERY_MS = 5 * 60_000;

export default function IndicatorWall() {
  useWholeStage();
  const [board, setBoard] = useState(/** @type {Api.BoardShape | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const [seen, setSeen] = useState(new Date());
  const ask = () =>
    get('/api/indicators').then((found) => {
      setBoard(found);
      setError(null);
      setSeen(new Date());
    }, setError);
  useEffect(() => {
    void keep('config');
    void ask();
    const beat = setInterval(ask, EVERY_MS);
    return () => clearInterval(beat);
  }, []);
  useEffect(() => {
    document.title = [t('indicator.title'), config.value?.commune.name].filter(Boolean).join(' – ');
  }, [config.value]);
  const time = clock(seen.toISOString());
  return html`<a class="skip" href="#main">${t('frame.skip')}</a><div class="wall-ground">${config.value?.demo && html`<aside class="ribbon">${t('frame.demo')}</aside>`}<main id="main" class="wall" tabindex="-1"><header><h1><a href="/chi-tieu">${t('indicator.title')}</a></h1><p>${config.value?.commune.name} · ${board?.period.label ?? ''} · ${error ? t('indicator.wall_off', { time }) : t('indicator.wall_now', { time })}</p></header>
    ${board ? html`<ul class="wall-tiles">${board.figures.map((one) => h(Tile, { key: one.code, one }))}</ul>` : error ? h(Failure, { error, onRetry: ask }) : h(Waiting, { lines: 9 })}</main></div>`;
}

/** @param {{ one: Api.FigureShape }} props */
function Tile({ one }) {
  const pace = paceOf(one);
  const [tone, icon] = paceLook(pace);
  return html`<li class="indicator"><h2><span class="num">${one.code}</span>${one.short}</h2>
    <p class="indicator-value"><b class="num">${shareWords(one.value)}</b><span class="small">${t('indicator.target', { n: targetWords(one) })}</span><span class=${`chip ${tone}`}>${h(Icon, { name: icon })}${t(`indicator.pace_${pace}`)}</span></p>
    ${h(Trend, { points: one.trend, target: one.target, label: t('indicator.trend_of', { name: one.short }) })}
    ${one.missing_count > 0 && html`<p class="small wall-missing">${t('indicator.wall_missing', { names: one.missing.map((each) => each.label).join(', ') })}${one.missing_count > one.missing.length ? '…' : ''}</p>`}</li>`;
}
