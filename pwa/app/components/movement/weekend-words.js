// The weekend's words to hand on: the invitation on green, what is read over the loudspeaker, the thanks afterwards.
import { number, shortDay, weekday, weight } from '../../lib/format.js';
import { h, html, useEffect, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { shareWords } from '../../lib/share.js';
import { canSpeak, hush, speak } from '../../lib/speak.js';
import { firm } from '../../lib/text.js';
import { hourParts } from '../../lib/this-weekend.js';
import { Icon } from '../icon.js';
import { toast } from '../toast.js';

/** "6 giờ 30". @param {string} at */
export function hourWords(at) {
  const { h: hour, m } = hourParts(at);
  return t(m ? 'rhythm.hour_minutes' : 'rhythm.hour', { h: hour, m });
}

/** @param {{ plan: Api.WeekendPlanShape, title: string }} props */
export function Invitation({ plan, title }) {
  const told = [
    [t('rhythm.place'), plan.place],
    [t('rhythm.bring'), plan.bring],
    [t('rhythm.note'), plan.note],
  ].filter(([, words]) => words);
  return html`<section class="hero"><h2>${firm(title)}</h2><p class="rhythm-when"><b class="num">${firm(hourWords(plan.starts_at))}</b><span>${weekday(plan.held_on)}</span></p>
    <dl class="rhythm-told">${told.map(([label, words]) => html`<div><dt>${label}</dt><dd>${words}</dd></div>`)}</dl></section>`;
}

/** The ways to pass words on. `url` goes along with them. @param {{ words: string, spoken: string, title: string, url?: string, cardWord: string, shareWord: string, onCard: () => Promise<void> }} props */
export function HandOn({ words, spoken, title, url, cardWord, shareWord, onCard }) {
  const [busy, setBusy] = useState(false);
  const card = () => {
    setBusy(true);
    return onCard().finally(() => setBusy(false));
  };
  const share = async () => {
    if ((await shareWords({ title, text: words, url })) === 'copied') toast(t('rhythm.copied'));
  };
  return html`<div class="stack">
    <button class="button" type="button" disabled=${busy} onClick=${card}>${h(Icon, { name: 'image' })}${cardWord}</button>
    <button class="button quiet" type="button" onClick=${share}>${h(Icon, { name: 'share' })}${shareWord}</button></div>
    <details class="card pad"><summary>${t('rhythm.spoken')}</summary>${h(Spoken, { text: spoken })}</details>`;
}

/** @param {{ text: string }} props */
function Spoken({ text }) {
  const [reading, setReading] = useState(false);
  useEffect(() => () => void hush(), []);
  const copy = () => navigator.clipboard.writeText(text).then(() => toast(t('rhythm.copied')));
  return html`<div class="stack-16"><p class="pre">${text}</p><div class="line">
    ${canSpeak() && html`<button class="button small quiet" type="button" aria-pressed=${String(reading)} onClick=${() => speak(text, setReading)}>${h(Icon, { name: 'megaphone' })}${t(reading ? 'rhythm.stop' : 'rhythm.read')}</button>`}
    <button class="button small quiet" type="button" onClick=${copy}>${h(Icon, { name: 'file' })}${t('rhythm.copy')}</button></div></div>`;
}

/** What was done, in the hamlet's own numbers. @param {{ one: Api.Thanks, children?: any }} props */
export function ThanksCard({ one, children }) {
  return html`<section class="stack-16"><h2>${t('rhythm.thanks')}</h2>
    <a class="card pad rhythm-thanks" href=${`/cuoi-tuan/${one.cleanup_id}`}>${one.photo && html`<img src=${one.photo} alt="" loading="lazy" />`}
      <b>${weekday(one.held_on)}</b><span class="num">${[t('weekends.people', { n: number(one.participants) }), weight(one.waste_kg)].filter(Boolean).join(' · ')}</span>
      <span class="small">${t('rhythm.open')}</span></a>
    ${children}</section>`;
}

/** One hamlet in the list of all. @param {Api.HamletWeekend} row */
export function rowWords({ plan, mark, reason, is_cancelled }) {
  if (mark === 'held') return t('rhythm.held');
  if (plan) return `${hourWords(plan.starts_at)}, ${weekday(plan.held_on)} · ${plan.place}`;
  return mark === 'excused' ? t('rhythm.excused', { why: reason }) : t(is_cancelled ? 'rhythm.was_cancelled' : 'rhythm.silent');
}

/** @param {{ saturday: string, sunday: string }} weekend */
export const weekendWords = ({ saturday, sunday }) => t('rhythm.weekend', { from: shortDay(saturday), to: shortDay(sunday) });
