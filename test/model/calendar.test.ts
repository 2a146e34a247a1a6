import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  coverOn,
  dayAfter,
  dayBefore,
  daysBetween,
  END_HARDNESS,
  type KnownRange,
  parseDate,
  piecesOf,
  START_HARDNESS,
} from '../../src/model/date-range.js';

const MS_PER_DAY = 86_400_000;
/** Any day, by the calendar of the JavaScript runtime in UTC: a second way to the same answer. */
const anyDay = fc
  .integer({ min: Date.UTC(1600, 0, 1) / MS_PER_DAY, max: Date.UTC(2399, 11, 31) / MS_PER_DAY })
  .map((count) => new Date(count * MS_PER_DAY).toISOString().slice(0, 10));

test.each([
  ['2022-03-05', '2022-03-06'],
  ['2022-02-28', '2022-03-01'],
  ['2024-02-28', '2024-02-29'],
  ['1900-02-28', '1900-03-01'],
  ['2000-02-28', '2000-02-29'],
  ['2022-12-31', '2023-01-01'],
  ['2022-04-30', '2022-05-01'],
  ['0000-12-31', '0001-01-01'],
])('the day after %s is %s, and the day before that is the first again', (day, next) => {
  expect(dayAfter(day)).toBe(next);
  expect(dayBefore(next)).toBe(day);
  expect(daysBetween(day, next)).toBe(1);
});

test.each([
  ['2022-03-05', '2022-03-20', 15],
  ['2022-03-20', '2022-03-05', -15],
  ['2022-03-05', '2022-03-05', 0],
  ['2023-01-01', '2024-01-01', 365],
  ['2024-01-01', '2025-01-01', 366],
  ['0000-01-01', '0000-03-01', 60],
  ['0000-01-01', '9999-12-31', 3_652_424],
])('the number of days from %s to %s is %i', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('days are counted as the runtime counts them in UTC', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
      expect(dayAfter(from)).toBe(new Date(Date.parse(from) + MS_PER_DAY).toISOString().slice(0, 10));
      expect(dayBefore(dayAfter(from))).toBe(from);
    }),
  );
});

test('a text that is no day, or a year of more than four digits, is refused', () => {
  for (const text of ['2022-02-29', '2022-03', '2022-03-05~', ''])
    expect(() => dayAfter(text)).toThrow(/^Expected a day that exists, as YYYY-MM-DD; got /);
  expect(() => dayAfter('9999-12-31')).toThrow(
    'Expected a day with neighbours in years of four digits; got 9999-12-31.',
  );
  expect(() => dayBefore('0000-01-01')).toThrow(RangeError);
});

describe('a window cut where covers can change', () => {
  const range = (first: string, last: string, knownThrough = '9999-12-31'): KnownRange => ({
    range: { first: parseDate(first), firstHardness: 'START', last: parseDate(last), lastHardness: 'END' },
    knownThrough,
  });
  const window = { from: '2022-01-01', to: '2022-12-31' };

  test('is one piece where nothing changes within it', () => {
    expect(piecesOf(window, [])).toEqual([window]);
    expect(piecesOf(window, [range('2021-05-01', '2023-05-01')])).toEqual([window]);
  });

  test('is cut before the first day and behind the last day of a range', () => {
    expect(piecesOf(window, [range('2022-03-10', '2022-03-20')])).toEqual([
      { from: '2022-01-01', to: '2022-03-09' },
      { from: '2022-03-10', to: '2022-03-20' },
      { from: '2022-03-21', to: '2022-12-31' },
    ]);
  });

  test('is cut behind the last day of which the sources of a range can know', () => {
    expect(piecesOf(window, [range('2021', '2023', '2022-05-31'), range('2021', '2023', '2021-12-31')])).toEqual([
      { from: '2022-01-01', to: '2022-05-31' },
      { from: '2022-06-01', to: '2022-12-31' },
    ]);
  });

  test('is not cut by what begins or ends with it, or by the end of all days', () => {
    expect(piecesOf(window, [range('2022-01-01', '2022-12-31'), range('2021', '9999')])).toEqual([window]);
  });

  const dates = fc.constantFrom(
    '2022',
    '2022-03',
    '2022-03~',
    '2022-03-10',
    '2022-03-20',
    '2022-05',
    '2021',
    '2022-04%',
  );
  const ranges = fc.array(
    fc.record({
      range: fc.record({
        first: dates.map(parseDate),
        firstHardness: fc.constantFrom(...START_HARDNESS),
        last: dates.map(parseDate),
        lastHardness: fc.constantFrom(...END_HARDNESS),
      }),
      knownThrough: fc.constantFrom('', '2022-03-15', '2022-04-30', '9999-12-31'),
    }),
    { maxLength: 4 },
  );

  const coversOn = (some: readonly KnownRange[], day: string) =>
    some.map(({ range: one, knownThrough }) => coverOn(one, day, knownThrough));

  test('has pieces that follow one another without a gap, and on whose days every cover is the same', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        const pieces = piecesOf({ from: '2022-02-20', to: '2022-06-05' }, some);
        expect(pieces[0]?.from).toBe('2022-02-20');
        expect(pieces.at(-1)?.to).toBe('2022-06-05');
        for (const [at, { from, to }] of pieces.entries()) {
          if (at > 0) expect(dayAfter(pieces[at - 1]?.to ?? '')).toBe(from);
          for (let day = from; day <= to; day = dayAfter(day))
            expect(coversOn(some, day)).toEqual(coversOn(some, from));
        }
      }),
      { numRuns: 50 },
    );
  });
});
