// A round of the quiz: ten drawn at random, and the score.

export const ROUND = 10;

/** @template Q @param {Q[]} questions @param {() => number} [chance] @returns {Q[]} */
export function draw(questions, chance = Math.random) {
  const left = [...questions];
  const drawn = [];
  while (left.length && drawn.length < ROUND) drawn.push(...left.splice(Math.floor(chance() * left.length), 1));
  return drawn;
}

/** @param {{ id: string, answer: number }[]} asked @param {Record<string, number>} chosen */
export const right = (asked, chosen) => asked.filter((one) => chosen[one.id] === one.answer).length;
