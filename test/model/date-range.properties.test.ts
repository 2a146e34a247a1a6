import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  COVERS,
  coverOn,
  END_HARDNESS,
  type ImpreciseRange,
  parseDate,
  START_HARDNESS,
} from '../../src/model/date-range.js';

const DAY_MS = 86_400_000;
const iso = (dayNumber: number) => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
const FROM = Date.UTC(2012, 0, 1) / DAY_MS;
const TO = Date.UTC(2016, 11, 31) / DAY_MS;

const dayNumber = fc.integer({ min: FROM, max: TO });
const day = dayNumber.map(iso);
const precision = fc.constantFrom(4, 7, 10);
const plain = fc.tuple(day, precision).map(([text, length]) => text.slice(0, length));
const dateText = fc.tuple(plain, fc.constantFrom('', '~', '?', '%')).map(([text, mark]) => text + mark);
const hardness = fc.tuple(fc.constantFrom(...START_HARDNESS), fc.constantFrom(...END_HARDNESS));

function rangeOf(
  first: string,
  last: string,
  [firstHardness, lastHardness]: ReturnType<typeof hardness.generate>['value'],
): ImpreciseRange {
  return { first: parseDate(first), firstHardness, last: parseDate(last), lastHardness };
}

const range = fc
  .tuple(dateText, dateText, hardness)
  .map(([first, last, how]) => rangeOf(first, last, how))
  .filter(({ first, last }) => first.min <= last.max);

/** The day that lies at a share (0 to 1) of the way from one day to another. */
function between(from: string, to: string, share: number): string {
  const [start, end] = [Date.parse(from) / DAY_MS, Date.parse(to) / DAY_MS];
  return iso(start + Math.round((end - start) * share));
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('every day has exactly one of the five covers', () => {
  fc.assert(
    fc.property(range, day, (span, on) => {
      expect(COVERS.filter((word) => word === coverOn(span, on))).toHaveLength(1);
    }),
  );
});

test('a CITED day lies within the range for every reading of its dates', () => {
  fc.assert(
    fc.property(range, share, share, share, (span, where, first, last) => {
      const on = between(span.first.min, span.last.max, where);
      fc.pre(coverOn(span, on) === 'CITED');
      expect(between(span.first.min, span.first.max, first) <= on).toBe(true);
      expect(on <= between(span.last.min, span.last.max, last)).toBe(true);
    }),
  );
});

test('an IMPRECISE day lies within the range for one reading of its dates and outside for another', () => {
  fc.assert(
    fc.property(range, share, (span, where) => {
      const on = between(span.first.min, span.last.max, where);
      fc.pre(coverOn(span, on) === 'IMPRECISE');
      expect(span.first.min <= on && on <= span.last.max).toBe(true);
      expect(on < span.first.max || on > span.last.min).toBe(true);
    }),
  );
});

test('a day beyond both ends has the cover of the hardness of the nearer end', () => {
  const before = { START: 'NONE', FIRST_CITED: 'OPEN' };
  const after = { END: 'NONE', LAST_CITED: 'OPEN', ASSUMED_TO_CONTINUE: 'ASSUMED' };
  fc.assert(
    fc.property(range, day, (span, on) => {
      fc.pre(on < span.first.min || on > span.last.max);
      expect(coverOn(span, on)).toBe(on > span.last.max ? after[span.lastHardness] : before[span.firstHardness]);
    }),
  );
});

test('the covers of consecutive days run before, imprecise, cited, imprecise, after, and never back', () => {
  fc.assert(
    fc.property(range, (span) => {
      const word = { CITED: 'c', IMPRECISE: 'i', ASSUMED: 'x', OPEN: 'x', NONE: 'x' };
      const run = Array.from({ length: TO - FROM + 1 }, (_, index) => word[coverOn(span, iso(FROM + index))]).join('');
      expect(run).toMatch(/^x*i*c*i*x*$/);
    }),
    { numRuns: 50 },
  );
});

test('a range with approximate dates covers every day of the exact one, and none with more certainty', () => {
  fc.assert(
    fc.property(plain, plain, hardness, day, (first, last, how, on) => {
      fc.pre(parseDate(first).min <= parseDate(last).max);
      const [narrow, wide] = [
        coverOn(rangeOf(first, last, how), on),
        coverOn(rangeOf(`${first}~`, `${last}~`, how), on),
      ];
      const mayBecome = {
        CITED: ['CITED', 'IMPRECISE'],
        IMPRECISE: ['IMPRECISE'],
        ASSUMED: ['ASSUMED', 'IMPRECISE'],
        OPEN: ['OPEN', 'IMPRECISE'],
        NONE: ['NONE', 'IMPRECISE'],
      };
      expect(mayBecome[narrow]).toContain(wide);
    }),
    { numRuns: 500 },
  );
});

test('no day is covered by a range and by another that starts on the day after its end', () => {
  const covered = (span: ImpreciseRange, on: string) => ['CITED', 'IMPRECISE', 'ASSUMED'].includes(coverOn(span, on));
  fc.assert(
    fc.property(
      dayNumber,
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 900 }),
      day,
      (end, before, after, on) => {
        const left = rangeOf(iso(end - before), iso(end), ['START', 'END']);
        const right = rangeOf(iso(end + 1), iso(end + 1 + after), ['START', 'ASSUMED_TO_CONTINUE']);
        expect(covered(left, on) && covered(right, on)).toBe(false);
      },
    ),
  );
});

test('a date means no earlier day than its first and no later than its last, at every precision', () => {
  fc.assert(
    fc.property(day, precision, fc.constantFrom('', '~', '?', '%'), (text, length, mark) => {
      const { min, max } = parseDate(text.slice(0, length) + mark);
      expect(min <= text && text <= max).toBe(true);
    }),
  );
});
