import { describe, expect, test } from '@jest/globals';
import { coverOf, overrules } from '../../../src/graph/query/cover.cypher.js';
import {
  coverOn,
  END_HARDNESS,
  type ImpreciseRange,
  parseDate,
  START_HARDNESS,
} from '../../../src/model/date-range.js';
import { graph, useGraph } from '../../support/graph.js';

useGraph('public-record');

const DATES = [
  '2013',
  '2014',
  '2014-02',
  '2014-03~',
  '2014-03-14',
  '2014-03-14~',
  '2014-03-20?',
  '2014-12-31',
  '2015-01-01',
  '2016-02-29',
];
const DAYS = DATES.flatMap((text) => {
  const { min, max } = parseDate(text);
  return [before(min), min, after(min), before(max), max, after(max)];
});

const RANGES: ImpreciseRange[] = DATES.flatMap((first) =>
  DATES.flatMap((last) =>
    START_HARDNESS.flatMap((firstHardness) =>
      END_HARDNESS.map((lastHardness) => ({
        first: parseDate(first),
        firstHardness,
        last: parseDate(last),
        lastHardness,
      })),
    ),
  ),
).filter(({ first, last }) => first.min <= last.max);

function before(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function after(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** A range as the properties of a claim. */
function claimOf({ first, firstHardness, last, lastHardness }: ImpreciseRange) {
  return {
    firstMin: first.min,
    firstMax: first.max,
    firstHardness,
    lastMin: last.min,
    lastMax: last.max,
    lastHardness,
  };
}

describe('coverOf', () => {
  test('gives in Cypher the cover that coverOn gives, for every range and day of a grid', async () => {
    const statement = {
      name: 'grid',
      text: `UNWIND range(0, size($claims) - 1) AS index WITH index, $claims[index] AS claim
        RETURN index, [day IN $days | ${coverOf('claim', 'day')}] AS covers ORDER BY index`,
    };
    const rows = await graph().read(statement, { claims: RANGES.map(claimOf), days: DAYS });
    expect(rows.map(({ covers }) => covers)).toEqual(RANGES.map((range) => DAYS.map((day) => coverOn(range, day))));
    const counts = new Map<unknown, number>();
    for (const word of rows.flatMap(({ covers }) => covers as unknown[])) counts.set(word, (counts.get(word) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['ASSUMED', 'CITED', 'IMPRECISE', 'NONE', 'OPEN']);
  });

  test('takes the day from $on where none is named', async () => {
    const statement = { name: 'one', text: `WITH $claim AS claim RETURN ${coverOf('claim')} AS cover` };
    const claim = claimOf({
      first: parseDate('2014'),
      firstHardness: 'START',
      last: parseDate('2016'),
      lastHardness: 'END',
    });
    expect(await graph().read(statement, { claim, on: '2015-06-01' })).toEqual([{ cover: 'CITED' }]);
    expect(await graph().read(statement, { claim, on: '2017-01-01' })).toEqual([{ cover: 'NONE' }]);
  });
});

describe('overrules', () => {
  const assumed: ImpreciseRange = {
    first: parseDate('2022-10-08'),
    firstHardness: 'FIRST_CITED',
    last: parseDate('2022-10-08'),
    lastHardness: 'ASSUMED_TO_CONTINUE',
  };

  async function overruled(first: string, last: string, on: string, claim: ImpreciseRange = assumed): Promise<unknown> {
    const [start = '', firstHardness] = first.split(' ');
    const [end = '', lastHardness] = last.split(' ');
    const { min: firstMin, max: firstMax } = parseDate(start);
    const { min: lastMin, max: lastMax } = parseDate(end);
    const other = { firstMin, firstMax, firstHardness, lastMin, lastMax, lastHardness };
    const statement = {
      name: 'overrules',
      text: `WITH $other AS other, $claim AS claim RETURN ${overrules('other', 'claim')} AS yes`,
    };
    const [row] = await graph().read(statement, { other, claim: claimOf(claim), on });
    return row?.yes;
  }

  test.each([
    [
      'a stated end before the day and after the last citation',
      '2023-01-11 FIRST_CITED',
      '2023-01-11 END',
      '2023-01-12',
      true,
    ],
    ['a stated end on the day itself', '2023-01-11 FIRST_CITED', '2023-01-11 END', '2023-01-11', false],
    ['a stated end after the day', '2023-01-11 FIRST_CITED', '2023-01-11 END', '2022-12-01', false],
    ['a stated end on the day of the last citation', '2022-01-01 START', '2022-10-08 END', '2022-12-01', true],
    [
      'a stated end before the last citation, which is another tenure',
      '2021-01-01 START',
      '2022-10-07 END',
      '2022-12-01',
      false,
    ],
    ['a last citation before the day', '2023-01-11 FIRST_CITED', '2023-01-11 LAST_CITED', '2023-01-12', false],
    ['an assumption', '2023-01-11 FIRST_CITED', '2023-01-11 ASSUMED_TO_CONTINUE', '2023-01-12', false],
    ['an end in a month that is over', '2023-01 FIRST_CITED', '2023-01 END', '2023-02-01', true],
    ['an end in a month that is not over', '2023-01 FIRST_CITED', '2023-01 END', '2023-01-31', false],
    [
      'a stated start after the day and before the first citation',
      '2022-09-01 START',
      '2022-12-01 LAST_CITED',
      '2022-08-31',
      true,
    ],
    [
      'a stated start on the day of the first citation',
      '2022-10-08 START',
      '2022-12-01 LAST_CITED',
      '2022-08-31',
      true,
    ],
    ['a stated start on the day itself', '2022-09-01 START', '2022-12-01 LAST_CITED', '2022-09-01', false],
    [
      'a stated start after the first citation, which is another tenure',
      '2022-10-09 START',
      '2022-12-01 LAST_CITED',
      '2022-08-31',
      false,
    ],
    ['a first citation after the day', '2022-09-01 FIRST_CITED', '2022-12-01 LAST_CITED', '2022-08-31', false],
    ['a start in a month that has not begun', '2022-09 START', '2022-12-01 LAST_CITED', '2022-08-31', true],
    ['a start in a month that has begun', '2022-09 START', '2022-12-01 LAST_CITED', '2022-09-01', false],
  ])('holds in Cypher as in TypeScript for %s: first %s, last %s, on %s', async (_what, first, last, on, expected) => {
    expect(await overruled(first, last, on)).toBe(expected);
  });

  test('in the seed: the end of Surovikin’s command on 11 January 2023 beats the assumption that it went on', async () => {
    const statement = {
      name: 'Surovikin',
      text: `MATCH (claim:Posting {role: 'COMMANDER', lastHardness: 'ASSUMED_TO_CONTINUE'})-[:OF]->(:Person {id: 'person-sergei-surovikin'}),
          (claim)-[:AT]->(:Unit {id: 'unit-joint-group-of-forces-ukraine'})
        MATCH (other:Posting {role: 'COMMANDER', lastHardness: 'END'})-[:OF]->(:Person {id: 'person-sergei-surovikin'}),
          (other)-[:AT]->(:Unit {id: 'unit-joint-group-of-forces-ukraine'})
        UNWIND $days AS day
        RETURN day, ${coverOf('claim', 'day')} AS cover, ${overrules('other', 'claim', 'day')} AS overruled ORDER BY day`,
    };
    const days = ['2022-10-07', '2022-10-08', '2023-01-10', '2023-01-11', '2023-01-12', '2023-06-01'];
    expect(await graph().read(statement, { days })).toEqual([
      { day: '2022-10-07', cover: 'NONE', overruled: false },
      { day: '2022-10-08', cover: 'CITED', overruled: false },
      { day: '2023-01-10', cover: 'ASSUMED', overruled: false },
      { day: '2023-01-11', cover: 'ASSUMED', overruled: false },
      { day: '2023-01-12', cover: 'ASSUMED', overruled: true },
      { day: '2023-06-01', cover: 'ASSUMED', overruled: true },
    ]);
  });
});
