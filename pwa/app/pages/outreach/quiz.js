// A quiz on sorting: ten questions, each explained at once. Nothing is known of who plays.
import { Icon } from '../../components/icon.js';
import { PageFrame } from '../../components/page-frame.js';
import { Failure, Waiting } from '../../components/states.js';
import { get } from '../../lib/api.js';
import { shortDay } from '../../lib/format.js';
import { h, html, useEffect, useRef, useState } from '../../lib/html.js';
import { t } from '../../lib/i18n.js';
import { useLoad } from '../../lib/load.js';
import { draw, right } from '../../lib/quiz.js';
import { count, sendWaiting } from '../../lib/quiz-count.js';
import { uuid } from '../../lib/uuid.js';

export default function QuizPage() {
  const { data, error, reload } = useLoad((signal) => get('/api/quiz', { signal }), []);
  const [round, setRound] = useState(/** @type {{ id: string, asked: Api.QuizQuestionShape[] } | null} */ (null));
  useEffect(() => void sendWaiting().catch(() => {}), []);
  const questions = /** @type {Api.QuizQuestionShape[] | undefined} */ (data?.questions);
  const start = () => setRound({ id: uuid(), asked: draw(questions ?? []) });
  const frame = { title: t('quiz.title'), backTo: '/thong-tin' };
  if (!questions) return h(PageFrame, frame, error ? h(Failure, { error, onRetry: reload }) : h(Waiting, { lines: 3 }));
  if (round) return h(Round, { key: round.id, frame, ...round, onAgain: start });
  return h(
    PageFrame,
    frame,
    html`<section class="card pad quiz-start"><span class="tile big">${h(Icon, { name: 'recycle' })}</span><h2>${t('quiz.ask')}</h2><p>${t('quiz.hint', { n: Math.min(10, questions.length) })}</p>
      ${questions.length > 0 ? html`<button class="button" type="button" onClick=${start}>${t('quiz.start')}</button>` : html`<p>${t('quiz.none')}</p>`}</section>`,
    h(Contests, {}),
  );
}

/** @param {{ id: string, asked: Api.QuizQuestionShape[], frame: { title: string, backTo: string }, onAgain: () => void }} props */
function Round({ id, asked, frame, onAgain }) {
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState(/** @type {Record<string, number>} */ ({}));
  const one = asked[at];
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => void (at && heading.current?.focus({ preventScroll: true })), [at]);
  const next = () => {
    setAt(at + 1);
    scrollTo(0, 0);
    if (at + 1 === asked.length) count(id, chosen).catch(() => {});
  };
  if (!one) return h(PageFrame, frame, h(Result, { asked, chosen, onAgain }));
  const told = chosen[one.id] !== undefined;
  const foot = told && html`<button class="button" type="button" onClick=${next}>${t(at + 1 === asked.length ? 'quiz.finish' : 'quiz.next')}</button>`;
  return h(
    PageFrame,
    { ...frame, foot: foot || undefined },
    html`<p class="small num">${t('quiz.number', { n: at + 1, all: asked.length })}</p><div class="steps" aria-hidden="true">${asked.map((_, place) => html`<i class=${place <= at ? 'on' : ''}></i>`)}</div>
      <h2 tabindex="-1" ref=${heading}>${one.text}</h2>
      <div class="stack" role="group" aria-label=${t('quiz.answers')}>${one.options.map((option, place) => h(Option, { key: option, option, state: stateOf(one, chosen[one.id], place), onChoose: told ? undefined : () => setChosen({ ...chosen, [one.id]: place }) }))}</div>
      <div role="status">${told && html`<div class=${`notice ${chosen[one.id] === one.answer ? 'leaf' : ''}`}><p><b>${t(chosen[one.id] === one.answer ? 'quiz.right' : 'quiz.wrong')}</b></p><p>${one.why}</p></div>`}</div>`,
  );
}

/** @param {Api.QuizQuestionShape} one @param {number | undefined} chosen @param {number} place */
function stateOf(one, chosen, place) {
  if (chosen === undefined) return '';
  if (place === one.answer) return 'right';
  return place === chosen ? 'wrong' : 'other';
}

/** @param {{ option: string, state: string, onChoose?: () => void }} props */
function Option({ option, state, onChoose }) {
  const icon = { right: 'circle-check', wrong: 'circle-x' }[state];
  return html`<button class=${`quiz-option ${state}`} type="button" aria-disabled=${onChoose ? undefined : 'true'} onClick=${onChoose}><span class="grow">${option}</span>${icon && h(Icon, { name: icon, label: t(`quiz.option_${state}`) })}</button>`;
}

/** @param {{ asked: Api.QuizQuestionShape[], chosen: Record<string, number>, onAgain: () => void }} props */
function Result({ asked, chosen, onAgain }) {
  const good = right(asked, chosen);
  return html`<section class="card pad quiz-start" role="status"><span class="tile big">${h(Icon, { name: 'trophy' })}</span><h2>${t('quiz.score', { n: good, all: asked.length })}</h2><p>${t(good * 10 >= asked.length * 8 ? 'quiz.well' : 'quiz.more')}</p>
      <button class="button" type="button" onClick=${onAgain}>${t('quiz.again')}</button><a class="button quiet" href="/phan-loai">${h(Icon, { name: 'recycle' })}${t('guide.title')}</a></section>
    <p class="small">${t('quiz.private')}</p>`;
}

/** Contests that run or have run; quiet when there are none. */
function Contests() {
  const { data } = useLoad((signal) => get('/api/contests', { signal }), []);
  const items = /** @type {Api.PublicContest[]} */ (data?.items ?? []);
  if (!items.length) return null;
  return html`<section class="stack"><h2>${t('contest.title')}</h2>${items.map(
    (one) =>
      html`<article class="card pad" key=${one.id}><h3>${one.title}</h3><p class="small">${t('contest.days', { from: shortDay(one.starts_on), to: shortDay(one.ends_on) })}${one.entry_kinds && ` · ${one.entry_kinds}`}</p><p class="pre">${one.rules_words}</p>
      ${one.result_words && html`<div class="notice leaf"><h4>${t('contest.results')}</h4><p class="pre">${one.result_words}</p></div>`}</article>`,
  )}</section>`;
}
