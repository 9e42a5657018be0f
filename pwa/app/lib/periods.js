// The periods people report by, to be chosen from: "kind year number" with the words for it.
import { dayOf } from './format.js';
import { t } from './i18n.js';

const IN_A_YEAR = /** @type {const} */ ({ quarter: 4, half: 2, nine_months: 1, year: 1 });

/** The six months before this one, this one, then the longer periods of this year and the last. */
export function periodChoices() {
  const [year, month] = dayOf().split('-').map(Number);
  const months = Array.from({ length: 6 }, (_, back) => year * 12 + month - 2 - back).map((at) => ({
    of: 'month',
    year: Math.floor(at / 12),
    number: (at % 12) + 1,
  }));
  const longer = [year, year - 1].flatMap((of) =>
    Object.entries(IN_A_YEAR).flatMap(([kind, many]) => Array.from({ length: many }, (_, at) => ({ of: kind, year: of, number: at + 1 }))),
  );
  return [...months, { of: 'month', year, number: month }, ...longer].map((one) => ({
    value: `${one.of} ${one.year} ${one.number}`,
    label: t(`period.${one.of}`, { n: one.number, year: one.year }),
  }));
}

/** As the doors take it. @param {string} value */
export function periodOf(value) {
  const [kind, year, number] = value.split(' ');
  return { kind: /** @type {Api.PeriodKind} */ (kind), year: Number(year), number: Number(number) };
}
