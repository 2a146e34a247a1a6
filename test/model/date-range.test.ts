import { describe, expect, test } from '@jest/globals';
import {
  coverOn,
  type EndHardness,
  type ImpreciseRange,
  parseDate,
  type StartHardness,
  UNDATED,
} from '../../src/model/date-range.js';

function range(first: string, firstHardness: StartHardness, last: string, lastHardness: EndHardness): ImpreciseRange {
  return { first: parseDate(first), firstHardness, last: parseDate(last), lastHardness };
}

describe('the table of covers, with days at both ends', () => {
  const BEFORE = '2022-03-09';
  const FIRST = '2022-03-10';
  const BETWEEN = '2022-03-15';
  const LAST = '2022-03-20';
  const AFTER = '2022-03-21';

  const rows: [StartHardness, EndHardness, string, string, string, string, string][] = [
    ['START', 'END', 'NONE', 'CITED', 'CITED', 'CITED', 'NONE'],
    ['START', 'LAST_CITED', 'NONE', 'CITED', 'CITED', 'CITED', 'OPEN'],
    ['START', 'ASSUMED_TO_CONTINUE', 'NONE', 'CITED', 'CITED', 'CITED', 'ASSUMED'],
    ['FIRST_CITED', 'END', 'OPEN', 'CITED', 'CITED', 'CITED', 'NONE'],
    ['FIRST_CITED', 'LAST_CITED', 'OPEN', 'CITED', 'CITED', 'CITED', 'OPEN'],
    ['FIRST_CITED', 'ASSUMED_TO_CONTINUE', 'OPEN', 'CITED', 'CITED', 'CITED', 'ASSUMED'],
  ];
  const cases = rows.flatMap(([start, end, ...covers]) =>
    [BEFORE, FIRST, BETWEEN, LAST, AFTER].map((day, index) => [start, end, day, covers[index]] as const),
  );

  test.each(cases)('from 2022-03-10 %s to 2022-03-20 %s covers %s as %s', (start, end, day, cover) => {
    expect(coverOn(range(FIRST, start, LAST, end), day)).toBe(cover);
  });
});

describe('the table of covers, with months at both ends', () => {
  // 2022-03 is 03-01 to 03-31; 2022-05 is 05-01 to 05-31.
  const DAYS = [
    '2022-02-28',
    '2022-03-01',
    '2022-03-30',
    '2022-03-31',
    '2022-05-01',
    '2022-05-02',
    '2022-05-31',
    '2022-06-01',
  ];
  const INSIDE = ['IMPRECISE', 'IMPRECISE', 'CITED', 'CITED', 'IMPRECISE', 'IMPRECISE'];

  const rows: [StartHardness, EndHardness, string, string][] = [
    ['START', 'END', 'NONE', 'NONE'],
    ['START', 'LAST_CITED', 'NONE', 'OPEN'],
    ['START', 'ASSUMED_TO_CONTINUE', 'NONE', 'ASSUMED'],
    ['FIRST_CITED', 'END', 'OPEN', 'NONE'],
    ['FIRST_CITED', 'LAST_CITED', 'OPEN', 'OPEN'],
    ['FIRST_CITED', 'ASSUMED_TO_CONTINUE', 'OPEN', 'ASSUMED'],
  ];

  test.each(rows)('from 2022-03 %s to 2022-05 %s is %s before and %s after', (start, end, before, after) => {
    const covers = DAYS.map((day) => coverOn(range('2022-03', start, '2022-05', end), day));
    expect(covers).toEqual([before, ...INSIDE, after]);
  });
});

describe('the sources of a range', () => {
  const cover = (span: ImpreciseRange, through: string) =>
    ['2022-03-10', '2022-03-15', '2022-03-16', '2022-03-20', '2022-03-21'].map((day) => coverOn(span, day, through));

  test.each([
    ['END', ['CITED', 'CITED', 'OPEN', 'OPEN', 'NONE']],
    ['LAST_CITED', ['CITED', 'CITED', 'OPEN', 'OPEN', 'OPEN']],
    ['ASSUMED_TO_CONTINUE', ['CITED', 'CITED', 'ASSUMED', 'ASSUMED', 'ASSUMED']],
  ] as const)('cite no day after the last of them came out, where the range is said to end as %s', (end, covers) => {
    expect(cover(range('2022-03-10', 'START', '2022-03-20', end), '2022-03-15')).toEqual(covers);
  });

  test('cite no day at all where they came out before it begins', () => {
    expect(cover(range('2022-03-10', 'START', '2022-03-20', 'LAST_CITED'), '2022-03-09')).toEqual(
      Array(5).fill('OPEN'),
    );
  });

  test('leave the rest of a year open, where the range ends in the year in which they came out', () => {
    const year = range('2021', 'START', '2022', 'LAST_CITED');
    expect([coverOn(year, '2022-03-15', '2022-03-15'), coverOn(year, '2022-03-16', '2022-03-15')]).toEqual([
      'IMPRECISE',
      'OPEN',
    ]);
  });

  test('leave every day open where they give no date, or give the last before the first', () => {
    const undated = {
      first: UNDATED,
      firstHardness: 'FIRST_CITED',
      last: UNDATED,
      lastHardness: 'LAST_CITED',
    } as const;
    const reversed = range('2008-08-04', 'FIRST_CITED', '2008-06-30', 'LAST_CITED');
    for (const day of ['0000-01-01', '2008-07-15', '2022-03-15', '9999-12-31'])
      expect([coverOn(undated, day), coverOn(reversed, day)]).toEqual(['OPEN', 'OPEN']);
  });

  test('give one day where a range starts and ends on it', () => {
    const day = range('2022-03-10', 'START', '2022-03-10', 'END');
    expect(['2022-03-09', '2022-03-10', '2022-03-11'].map((on) => coverOn(day, on))).toEqual(['NONE', 'CITED', 'NONE']);
  });
});

describe('a range', () => {
  test('whose ends are the same year is imprecise on every day of it, and never cited', () => {
    const year = range('2022', 'FIRST_CITED', '2022', 'LAST_CITED');
    const covers = ['2021-12-31', '2022-01-01', '2022-07-01', '2022-12-31', '2023-01-01'].map((day) =>
      coverOn(year, day),
    );
    expect(covers).toEqual(['OPEN', 'IMPRECISE', 'IMPRECISE', 'IMPRECISE', 'OPEN']);
  });

  test('of one day that is cited covers that day alone', () => {
    const day = range('2023-01-11', 'FIRST_CITED', '2023-01-11', 'END');
    expect(['2023-01-10', '2023-01-11', '2023-01-12'].map((on) => coverOn(day, on))).toEqual(['OPEN', 'CITED', 'NONE']);
  });

  test('to 2013-08-18 END and another from 2013-08-19 START share no day', () => {
    const before = range('2013-01-01', 'START', '2013-08-18', 'END');
    const after = range('2013-08-19', 'START', '2013-12-31', 'END');
    const days = ['2013-08-17', '2013-08-18', '2013-08-19', '2013-08-20'];
    expect(days.map((day) => coverOn(before, day))).toEqual(['CITED', 'CITED', 'NONE', 'NONE']);
    expect(days.map((day) => coverOn(after, day))).toEqual(['NONE', 'NONE', 'CITED', 'CITED']);
  });

  test('with approximate ends is cited only where every reading of them holds', () => {
    const about = range('2014-03-14~', 'START', '2014-03-20~', 'END');
    const days = [
      '2014-03-12',
      '2014-03-13',
      '2014-03-14',
      '2014-03-15',
      '2014-03-19',
      '2014-03-20',
      '2014-03-21',
      '2014-03-22',
    ];
    expect(days.map((day) => coverOn(about, day))).toEqual([
      'NONE',
      'IMPRECISE',
      'IMPRECISE',
      'CITED',
      'CITED',
      'IMPRECISE',
      'IMPRECISE',
      'NONE',
    ]);
  });

  test('last cited in 2002 is open in 2014', () => {
    expect(coverOn(range('1999', 'FIRST_CITED', '2002-05-01', 'LAST_CITED'), '2014-03-14')).toBe('OPEN');
  });
});
