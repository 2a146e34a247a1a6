import { describe, expect, test } from '@jest/globals';
import { assessedDays, lasts, possibleDaysOf } from '../../../src/questions/case-file/incident-day.rules.js';
import {
  caseFile,
  dayFact,
  finding,
  incident,
  incidentLink,
  type Piece,
  undatedIncident,
} from '../../support/case-file.js';

/** An incident of March 2022 that one source dates as one event. */
const EVENT = incident('i1', { during: ['2022-03 START', '2022-03 END'] });

function question(pieces: readonly Piece[]) {
  const file = caseFile(...pieces);
  const found = file.incidents.find(({ id }) => id === 'i1');
  if (!found) throw new Error('The test has no incident i1.');
  return { file, found };
}

function days(...pieces: readonly Piece[]): string {
  const { file, found } = question(pieces);
  const { from, to } = assessedDays(file, found, null).days;
  return `${from.slice(5)} ${to.slice(5)}`;
}

describe('the days for which an incident is assessed', () => {
  const on = (value: string, id = 'i1') => dayFact(id, 'OCCURRED_ON', value);
  const ALL = '03-01 03-31';

  test('are all days of its range where nothing dates it more closely', () => {
    expect(days(EVENT)).toBe(ALL);
  });

  test('are those from the first to the last that closer sources give, in whatever order', () => {
    expect(days(EVENT, on('2022-03-10'), on('2022-03-12'))).toBe('03-10 03-12');
    expect(days(EVENT, on('2022-03-12'), on('2022-03-10'))).toBe('03-10 03-12');
    expect(days(EVENT, on('2022-03-01'))).toBe('03-01 03-01');
    expect(days(EVENT, on('2022-03-31'))).toBe('03-31 03-31');
  });

  test.each([
    ['a day before its range', on('2022-02-28')],
    ['a day behind its range', on('2022-04-01')],
    ['a day of another incident', on('2022-03-10', 'i2')],
    ['what is no date', on('in spring')],
  ])('are not narrowed by %s', (_what, fact) => {
    expect(days(EVENT, fact)).toBe(ALL);
  });

  const conduct = (overrides: Parameters<typeof finding>[1] = {}) =>
    finding('f', { conductFromMin: '2022-03-10', conductToMax: '2022-03-11', ...overrides });

  test('are those of the conduct of a finding on this one event alone', () => {
    expect(days(EVENT, conduct())).toBe('03-10 03-11');
    expect(days(EVENT, conduct({ concernsIds: ['i1', 'i2'] }))).toBe(ALL);
    expect(days(EVENT, conduct({ concernsIds: ['i2'] }))).toBe(ALL);
    expect(days(EVENT, conduct({ conductToMax: null }))).toBe(ALL);
    expect(days(EVENT, conduct({ conductFromMin: null }))).toBe(ALL);
  });

  test.each([
    ['its first date is only cited', ['2022-03', '2022-03 END']],
    ['its last date is only cited', ['2022-03 START', '2022-03']],
    ['its dates are two', ['2022-03-01 START', '2022-03-31 END']],
  ] as const)('are all days where %s: a finding may be on a part of it', (_how, during) => {
    expect(days(incident('i1', { during }), conduct())).toBe(ALL);
  });

  test('do not begin before the stated start of a whole', () => {
    const whole = (id: string, start: string) => incident(id, { during: [start, '2022-05-31'] });
    const part = incidentLink('i1', 'i2');
    expect(days(EVENT, whole('i2', '2022-03-10 START'), part)).toBe('03-10 03-31');
    expect(days(EVENT, whole('i2', '2022-03-10'), part)).toBe(ALL);
    expect(days(EVENT, whole('i2', '2022-03-10 START'), incidentLink('i1', 'i2', { kind: 'SAME_EVENT' }))).toBe(ALL);
    expect(days(EVENT, whole('i2', '2022-03-31 START'), part)).toBe('03-31 03-31');
    expect(days(EVENT, whole('i2', '2022-04-01 START'), part)).toBe(ALL);
    expect(days(EVENT, whole('i2', '2022-02-01 START'), part)).toBe(ALL);
    const two = [whole('i2', '2022-03-10 START'), whole('i3', '2022-03-15 START'), part, incidentLink('i1', 'i3')];
    expect(days(EVENT, ...two)).toBe('03-15 03-31');
  });

  test('are told with the day that was asked for, or with the one that closer sources give', () => {
    const { file, found } = question([EVENT, on('2022-03-10')]);
    expect(assessedDays(file, found, null).warnings).toEqual([
      'The incident is dated 2022-03: closer sources date it to 2022-03-10, for which it is assessed.',
    ]);
    expect(assessedDays(file, found, '2022-03-12')).toEqual({
      days: { from: '2022-03-12', to: '2022-03-12' },
      day: '2022-03-12',
      warnings: ['The incident is dated 2022-03: it is assessed as of 2022-03-12.'],
    });
  });
});

test('an incident may have gone on until the last day for which a source cites it', () => {
  const until = (value: string) => {
    const { file, found } = question([EVENT, dayFact('i1', 'LAST_CITED_ON', value)]);
    return possibleDaysOf(file, found).to;
  };
  expect(until('2022-04-10')).toBe('2022-04-10');
  expect(until('2022-03-02')).toBe('2022-03-31');
});

describe('an incident', () => {
  const isLasting = (piece: Piece) => {
    const { file, found } = question([piece]);
    return lasts(file, found);
  };

  test.each([
    ['of a beginning and an end on two days', true, ['2022-03-01 START', '2022-03-31 END']],
    ['that is cited in one month', true, ['2022-03', '2022-03']],
    ['that began in one month, and is cited in it', true, ['2022-03 START', '2022-03']],
    ['that is cited in one month, and ended in it', true, ['2022-03', '2022-03 END']],
    ['that began and ended on some day of one month', false, ['2022-03 START', '2022-03 END']],
    ['of one day', false, ['2022-03-20', '2022-03-20']],
  ] as const)('%s lasts: %j', (_what, expected, during) => {
    expect(isLasting(incident('i1', { during }))).toBe(expected);
  });

  test('without a dated source does not last', () => {
    expect(isLasting(undatedIncident('i1', { during: ['2022-03', '2022-03'] }))).toBe(false);
  });
});
