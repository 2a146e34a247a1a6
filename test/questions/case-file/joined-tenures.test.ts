import { describe, expect, test } from '@jest/globals';
import { knownThrough, postingsOn } from '../../../src/questions/case-file/cover.rules.js';
import { caseFile, type Piece, passage, posting, report } from '../../support/case-file.js';

/** Two claims of one tenure: the first knows its start, the second its end; the day lies between them. */

const DAY = '2022-04-01';
const START = posting('anders', 'u2', { id: 'start', during: ['2022-01-10 START', '2022-01-10 ASSUMED_TO_CONTINUE'] });
const END = posting('anders', 'u2', { id: 'end', during: ['2022-06-01', '2022-06-30 END'] });

const coverOfStart = (pieces: readonly Piece[], day = DAY) =>
  postingsOn(caseFile(...pieces), day).find(({ id }) => id === 'start')?.cover;
const startWith = (overrides: Parameters<typeof posting>[2]) => posting('anders', 'u2', { id: 'start', ...overrides });
const endWith = (overrides: Parameters<typeof posting>[2]) =>
  posting('anders', 'u2', { id: 'end', during: ['2022-06-01', '2022-06-30 END'], ...overrides });

describe('a claim of the start of a post, with another of its end', () => {
  test('covers the days between them imprecisely', () => {
    expect(coverOfStart([START, END])).toBe('IMPRECISE');
    expect(coverOfStart([END, START])).toBe('IMPRECISE');
    expect(coverOfStart([START, END], '2022-01-10')).toBe('CITED');
    expect(coverOfStart([START, END], '2022-07-01')).toBe('NONE');
    expect(coverOfStart([START])).toBe('ASSUMED');
  });

  test.each<[string, ReturnType<typeof posting>]>([
    ['is only cited last', endWith({ during: ['2022-06-01', '2022-06-30'] })],
    ['begins before the start', endWith({ during: ['2022-01-05', '2022-06-30 END'] })],
    ['begins on the day of the start', endWith({ during: ['2022-01-10', '2022-06-30 END'] })],
    ['is in conflict', endWith({ status: 'CONFLICT' })],
    ['is of another role', endWith({ role: 'HEAD' })],
    ['is of another person', { ...endWith({}), personId: 'berg' }],
  ])('is assumed where the other %s', (_how, other) => {
    expect(coverOfStart([START, other])).toBe('ASSUMED');
  });

  test('is assumed where it is in conflict itself, or gives no start', () => {
    expect(
      coverOfStart([
        startWith({ during: ['2022-01-10 START', '2022-01-10 ASSUMED_TO_CONTINUE'], status: 'CONFLICT' }),
        END,
      ]),
    ).toBe('ASSUMED');
    expect(coverOfStart([startWith({ during: ['2022-01-10', '2022-01-10 ASSUMED_TO_CONTINUE'] }), END])).toBe(
      'ASSUMED',
    );
  });

  test('is assumed on a day of which the source of the end cannot know', () => {
    const early = report('early', {
      publishedOn: '2022-03-31',
      publishedMin: '2022-03-31',
      publishedMax: '2022-03-31',
    });
    expect(coverOfStart([START, endWith({ cites: ['early'] }), early], '2022-03-31')).toBe('IMPRECISE');
    expect(coverOfStart([START, endWith({ cites: ['early'] }), early])).toBe('ASSUMED');
  });

  test('is open where it does not assume that the post went on', () => {
    expect(coverOfStart([startWith({ during: ['2022-01-10 START', '2022-01-10'] }), END])).toBe('OPEN');
  });

  test('is assumed where a further claim starts in between, which makes it two tenures', () => {
    const again = posting('anders', 'u2', { id: 'again', during: ['2022-03-01 START', '2022-03-02'] });
    expect(coverOfStart([START, END, again])).toBe('ASSUMED');
    const cited = posting('anders', 'u2', { id: 'cited', during: ['2022-03-01', '2022-03-02'] });
    expect(coverOfStart([START, END, cited])).toBe('IMPRECISE');
  });
});

describe('the last day of which the sources of a statement can know', () => {
  const reports = [report('early', { publishedOn: '2022-03-10' }), report('late', { publishedOn: '2022-09' })];
  const through = (...cites: string[]) => knownThrough(caseFile(...reports))(posting('anders', 'u2', { cites }));

  test('is that of the latest of them, in whatever order', () => {
    expect(through('early', 'late')).toBe('2022-09-30');
    expect(through('late', 'early')).toBe('2022-09-30');
    expect(through('early')).toBe('2022-03-10');
  });

  test('is not that of one which only passes on what the others say', () => {
    const citations = [passage('early'), { ...passage('late'), secondary: true }];
    expect(knownThrough(caseFile(...reports))({ ...posting('anders', 'u2'), citations })).toBe('2022-03-10');
  });
});
