import type { Dice } from './dice.js';

/** Days of the invented country, and the many ways in which the sheets write them. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Days are counted from here; what happens, happens before the last fact, and the last sources are years younger. */
const START = Date.UTC(1995, 0, 1);
export const LAST_FACT = 365 * 25;
export const LAST_SOURCE = 365 * 29;

export type Precision = 'year' | 'month' | 'day';

/** A day as `YYYY-MM-DD`. */
export function isoOf(day: number): string {
  return new Date(START + day * 86_400_000).toISOString().slice(0, 10);
}

/** The parts that a date of this precision tells. */
function partsOf(day: number, precision: Precision): number[] {
  return isoOf(day)
    .split('-')
    .map(Number)
    .slice(0, ['year', 'month', 'day'].indexOf(precision) + 1);
}

/** A date in one cell: `6/27/2001`, `27 June 2001`, `June 27, 2001`, `2001-06-27`, `June 2001`, `2001-06`, `2001`. */
export function joined(dice: Dice, day: number, precision: Precision): string {
  const iso = isoOf(day);
  const [year, month = 0, date] = partsOf(day, precision);
  if (precision === 'year') return String(year);
  const word = MONTHS[month - 1];
  if (precision === 'month') return dice.chance(0.6) ? `${word} ${year}` : iso.slice(0, 7);
  return dice.one([
    `${month}/${date}/${year}`,
    `${month}/${date}/${year}`,
    `${date} ${word} ${year}`,
    `${word} ${date}, ${year}`,
    iso,
  ]);
}

/** The cells of a date: in one cell, split over three, or both ways. */
export function cellsOf(dice: Dice, day: number, precision: Precision) {
  const [year = '', month = '', date = ''] = partsOf(day, precision).map(String);
  const draw = dice.next();
  return {
    joined: draw < 0.1 ? '' : joined(dice, day, precision),
    split: draw < 0.75 ? { year, month, day: date } : { year: '', month: '', day: '' },
  };
}

/** A span of time as the sheets will tell it. A missing end is one that the sheet does not give. */
export interface SpanOfDays {
  readonly from?: number;
  readonly to?: number;
  readonly fromPrecision: Precision;
  readonly toPrecision: Precision;
  readonly start: 'Y' | 'N' | '';
  readonly end: 'Y' | 'N' | '';
}

const PRECISIONS: readonly Precision[] = ['year', 'month', 'day', 'day'];

/** A span somewhere between two days, as vague as the sheets usually are. */
export function vagueSpan(dice: Dice, low: number, high: number): SpanOfDays {
  const from = dice.between(low, Math.max(low, high - 400));
  const to = dice.between(from + 30, Math.max(from + 30, high));
  const [fromPrecision, toPrecision] = [dice.one(PRECISIONS), dice.one(PRECISIONS)];
  const draw = dice.next();
  if (draw < 0.12) return { from, fromPrecision, toPrecision, start: dice.one(['N', '']), end: '' };
  if (draw < 0.18) return { to, fromPrecision, toPrecision, start: '', end: 'N' };
  return { from, to, fromPrecision, toPrecision, start: dice.one(['Y', 'N', '']), end: dice.one(['Y', 'N', 'N', '']) };
}

/** Spans that follow one another: each ends on the day before the next one starts. */
export function adjoiningSpans(dice: Dice, count: number): SpanOfDays[] {
  const first = dice.between(0, LAST_FACT / 3);
  const length = Math.floor((LAST_FACT - first) / count);
  const turns = Array.from(
    { length: count - 1 },
    (_none, at) => first + length * (at + 1) - dice.between(0, Math.floor(length / 2)),
  );
  const starts = [first, ...turns];
  return starts.map((from, at) => {
    const next = starts[at + 1];
    const to = next === undefined ? dice.between(from + 30, LAST_FACT) : next - 1;
    const [sharp, vague] = ['day', dice.one(PRECISIONS)] as const;
    return {
      from,
      to,
      fromPrecision: at === 0 ? vague : sharp,
      toPrecision: next === undefined ? vague : sharp,
      start: at === 0 ? 'N' : 'Y',
      end: next === undefined ? 'N' : 'Y',
    };
  });
}
