import { describe, expect, test } from '@jest/globals';
import { coverOf, overrules } from '../../../src/graph/query/cover.cypher.js';
import {
  coverOn,
  END_HARDNESS,
  type ImpreciseRange,
  parseDate,
  START_HARDNESS,
  UNDATED,
} from '../../../src/model/date-range.js';
import { viewOf } from '../../../src/model/lens.js';
import { ACCESS, words } from '../../../src/model/vocabulary.js';
import { graph, useGraph } from '../../support/graph.js';

useGraph('public-record', 'fictional');

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
);
RANGES.push({ first: UNDATED, firstHardness: 'FIRST_CITED', last: UNDATED, lastHardness: 'LAST_CITED' });

/** A day on which the last report came out, in the middle of the days. */
const THROUGH = '2014-12-30';

function before(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function after(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

type Stored = Readonly<Record<string, string>>;

/** The range of a claim from its properties. */
function rangeOf(claim: Stored): ImpreciseRange {
  const end = (name: string) => ({
    text: claim[name] ?? '',
    min: claim[`${name}Min`] ?? '',
    max: claim[`${name}Max`] ?? '',
  });
  const { firstHardness, lastHardness } = claim;
  return { first: end('first'), firstHardness, last: end('last'), lastHardness } as ImpreciseRange;
}

/** A range as the properties of a claim. */
function claimOf({ first, firstHardness, last, lastHardness }: ImpreciseRange) {
  return {
    first: first.text || null,
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
        RETURN index, [day IN $days | ${coverOf('claim', 'day', 'day <= $through')}] AS covers ORDER BY index`,
    };
    const rows = await graph().read(statement, { claims: RANGES.map(claimOf), days: DAYS, through: THROUGH });
    expect(rows.map(({ covers }) => covers)).toEqual(
      RANGES.map((range) => DAYS.map((day) => coverOn(range, day, THROUGH))),
    );
    const counts = new Map<unknown, number>();
    for (const word of rows.flatMap(({ covers }) => covers as unknown[])) counts.set(word, (counts.get(word) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['ASSUMED', 'CITED', 'IMPRECISE', 'NONE', 'OPEN']);
  });

  test.each(['2022-03-10', '2022-12-31', '9999-12-31'])(
    'asks until when the reports can know that count for a claim, where they came out by %s',
    async (publishedBy) => {
      const statement = {
        name: 'covers',
        text: `MATCH (n:Posting) RETURN n {.*} AS claim, ${coverOf('n')} AS cover,
          COLLECT { MATCH (n)-[:CITES]->(report:Report) RETURN report.publishedMax } AS published ORDER BY n.id`,
      };
      const view = viewOf(words(ACCESS), { publishedBy });
      const rows = await graph().read(statement, { view, on: '2022-06-01' });
      const expected = rows.map(({ claim, published }) => {
        const days = (published as string[]).filter((day) => day <= publishedBy).sort();
        return coverOn(rangeOf(claim as Stored), '2022-06-01', days.at(-1) ?? '');
      });
      expect(rows.map(({ cover }) => cover)).toEqual(expected);
      expect(expected.includes('CITED')).toBe(publishedBy === '9999-12-31');
    },
  );

  test('takes no day from a report that only passes on what others say', async () => {
    const text = `CREATE (:Report {id: 'report-z-own', publishedMax: '2011-04-03'})<-[:CITES]-(n:Posting {
        id: 'claim-z', first: '2012-07-18', firstMin: '2012-07-18', firstMax: '2012-07-18', firstHardness: 'FIRST_CITED',
        last: '2012-07-18', lastMin: '2012-07-18', lastMax: '2012-07-18', lastHardness: 'ASSUMED_TO_CONTINUE'
      })-[:CITES {secondary: true}]->(:Report {id: 'report-z-sheet', publishedMax: '2024-01-01'})
      WITH n MATCH (r:Report) WHERE r.id STARTS WITH 'report-z' SET r.access = 'PUBLIC', r.recordedAt = '2026', r.reliability = 'F', r.dataset = 'z'`;
    await graph().command('test', text, {});
    const statement = { name: 'cover', text: `MATCH (n:Posting {id: 'claim-z'}) RETURN ${coverOf('n')} AS cover` };
    const view = viewOf(['PUBLIC']);
    expect(await graph().read(statement, { view, on: '2012-07-18' })).toEqual([{ cover: 'ASSUMED' }]);
    const withoutOwn = viewOf(['PUBLIC'], { excludeReports: ['report-z-own'] });
    expect(await graph().read(statement, { view: withoutOwn, on: '2012-07-18' })).toEqual([{ cover: 'ASSUMED' }]);
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

  test('in the seed: a page that states the end of Surovikin’s command on 11 January 2023 alone beats the assumption that it went on', async () => {
    const statement = {
      name: 'Surovikin',
      text: `MATCH (claim:Posting {role: 'COMMANDER', lastHardness: 'ASSUMED_TO_CONTINUE'})-[:OF]->(:Person {id: 'person-sergei-surovikin'}),
          (claim)-[:AT]->(:Unit {id: 'unit-joint-group-of-forces-ukraine'})
        MATCH (other:Posting {role: 'COMMANDER', firstHardness: 'FIRST_CITED', lastHardness: 'END'})-[:OF]->(:Person {id: 'person-sergei-surovikin'}),
          (other)-[:AT]->(:Unit {id: 'unit-joint-group-of-forces-ukraine'})
        UNWIND $days AS day
        RETURN day, ${coverOf('claim', 'day')} AS cover, ${overrules('other', 'claim', 'day')} AS overruled ORDER BY day`,
    };
    const days = ['2022-10-07', '2022-10-08', '2023-01-10', '2023-01-11', '2023-01-12', '2023-06-01'];
    expect(await graph().read(statement, { days, view: viewOf(['PUBLIC']) })).toEqual([
      { day: '2022-10-07', cover: 'NONE', overruled: false },
      { day: '2022-10-08', cover: 'CITED', overruled: false },
      { day: '2023-01-10', cover: 'ASSUMED', overruled: false },
      { day: '2023-01-11', cover: 'ASSUMED', overruled: false },
      { day: '2023-01-12', cover: 'ASSUMED', overruled: true },
      { day: '2023-06-01', cover: 'ASSUMED', overruled: true },
    ]);
  });
});
