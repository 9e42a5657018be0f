// Rounds of the quiz are counted when there is a network; until then they wait on the phone.
import { ApiProblem, post } from './api.js';
import { recall, remember } from './idb.js';

const MOST_WAITING = 50;

/** Only which answer was chosen to which question; counted now, or when there is a network. @param {string} id @param {Record<string, number>} chosen */
export async function count(id, chosen) {
  const play = { id, choices: Object.entries(chosen).map(([question_id, option]) => ({ question_id, option })) };
  const waiting = (await recall('quiz-waiting')) ?? [];
  await remember('quiz-waiting', [...waiting, play].slice(-MOST_WAITING));
  await sendWaiting();
}

/** What the server refuses is dropped: it can never be counted. */
export async function sendWaiting() {
  for (const play of (await recall('quiz-waiting')) ?? []) {
    try {
      await post('/api/quiz/plays', play);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500) return;
    }
    const now = (await recall('quiz-waiting')) ?? [];
    await remember(
      'quiz-waiting',
      now.filter((/** @type {{ id: string }} */ one) => one.id !== play.id),
    );
  }
}
