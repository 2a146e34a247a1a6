import { describe, expect, test } from '@jest/globals';
import { type Decided, type LaterFinding, statusOn } from '../../src/entities/finding/finding.rules.js';
import { FINDING_STATUS } from '../../src/model/vocabulary.js';

const DECIDED: Decided = { id: 'first', decidedMin: '2020-05-01' };
const UNDATED: Decided = { id: 'first', decidedMin: null };

/** A later finding on the first one, or on another; it is called by its relation and day unless the test says how. */
const later = (
  relation: LaterFinding['relation'],
  decidedMax: string | null,
  toId = 'first',
  id = `${relation} ${decidedMax}`,
): LaterFinding => ({ id, relation, toId, decidedMax });

describe('the status of a finding decided on 2020-05-01', () => {
  test.each([
    ['2020-04-30', 'NOT_YET'],
    ['2020-05-01', 'STANDING'],
    ['2030-01-01', 'STANDING'],
  ])('is, on %s with nothing later, %s', (day, status) => {
    expect(statusOn(day, DECIDED, [])).toBe(status);
  });

  test.each([
    ['AFFIRMS', 'AFFIRMED'],
    ['REPLACES', 'REPLACED'],
    ['REVERSES', 'OVERTURNED'],
    ['FOLLOWS', 'STANDING'],
  ] as const)('once a finding of 2021-03-10 %s it, is %s from that day on and STANDING before', (relation, status) => {
    const findings = [later(relation, '2021-03-10')];
    expect(['2021-03-09', '2021-03-10', '2021-03-11'].map((day) => statusOn(day, DECIDED, findings))).toEqual([
      'STANDING',
      status,
      status,
    ]);
  });

  test.each([
    ['AFFIRMS', 'AFFIRMED'],
    ['REPLACES', 'REPLACED'],
    ['REVERSES', 'OVERTURNED'],
    ['FOLLOWS', 'STANDING'],
  ] as const)('takes account on every day of an undated finding that %s it: %s', (relation, status) => {
    expect(statusOn('2020-05-01', DECIDED, [later(relation, null)])).toBe(status);
  });

  test('is NOT_YET before its own day even where an undated finding reverses it', () => {
    expect(statusOn('2020-04-30', DECIDED, [later('REVERSES', null)])).toBe('NOT_YET');
  });
});

describe('with several later findings', () => {
  test('a conviction that was affirmed and then reversed is AFFIRMED between, and OVERTURNED after', () => {
    const findings = [later('AFFIRMS', '2021-01-01'), later('REVERSES', '2022-01-01')];
    const days = ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'];
    expect(days.map((day) => statusOn(day, DECIDED, findings))).toEqual([
      'STANDING',
      'AFFIRMED',
      'AFFIRMED',
      'OVERTURNED',
    ]);
  });

  test.each([
    [['AFFIRMS', 'REPLACES', 'REVERSES', 'FOLLOWS'], 'OVERTURNED'],
    [['AFFIRMS', 'REPLACES', 'FOLLOWS'], 'REPLACED'],
    [['FOLLOWS', 'AFFIRMS'], 'AFFIRMED'],
    [['FOLLOWS', 'FOLLOWS'], 'STANDING'],
  ] as const)('of %j on one day the strongest gives the status: %s', (relations, status) => {
    const findings = relations.map((relation) => later(relation, '2021-01-01'));
    expect(statusOn('2021-01-01', DECIDED, findings)).toBe(status);
    expect(statusOn('2021-01-01', DECIDED, findings.toReversed())).toBe(status);
  });
});

describe('a finding without a date of its own', () => {
  test('counts as decided on every day', () => {
    expect(statusOn('0001-01-01', UNDATED, [])).toBe('STANDING');
  });

  test('is overturned from the day of its reversal', () => {
    const findings = [later('REVERSES', '2021-03-10')];
    expect([statusOn('2021-03-09', UNDATED, findings), statusOn('2021-03-10', UNDATED, findings)]).toEqual([
      'STANDING',
      'OVERTURNED',
    ]);
  });
});

test('a later finding that relates to another finding does not change the status', () => {
  expect(statusOn('2022-01-01', DECIDED, [later('REVERSES', '2021-01-01', 'second')])).toBe('STANDING');
});

describe('a reversal that is itself reversed', () => {
  const reversal = later('REVERSES', '2021-01-01', 'first', 'appeal');
  const again = (relation: LaterFinding['relation'], decidedMax: string | null = '2022-01-01') =>
    later(relation, decidedMax, 'appeal', 'supreme');

  test('no longer overturns, from that day on', () => {
    const findings = [reversal, again('REVERSES')];
    const days = ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01', '2022-01-02'];
    expect(days.map((day) => statusOn(day, DECIDED, findings))).toEqual([
      'STANDING',
      'OVERTURNED',
      'OVERTURNED',
      'STANDING',
      'STANDING',
    ]);
  });

  test('never overturns where the reversing finding has no date', () => {
    expect(statusOn('2021-06-01', DECIDED, [reversal, again('REVERSES', null)])).toBe('STANDING');
  });

  test('overturns again once that reversal is reversed in its turn', () => {
    const findings = [reversal, again('REVERSES'), later('REVERSES', '2023-01-01', 'supreme', 'last')];
    expect(statusOn('2022-12-31', DECIDED, findings)).toBe('STANDING');
    expect(statusOn('2023-01-01', DECIDED, findings)).toBe('OVERTURNED');
  });

  test.each(['AFFIRMS', 'REPLACES', 'FOLLOWS'] as const)(
    'goes on to overturn where a finding only %s it',
    (relation) => {
      expect(statusOn('2022-01-01', DECIDED, [reversal, again(relation)])).toBe('OVERTURNED');
    },
  );

  test('leaves what another later finding says', () => {
    const findings = [reversal, again('REVERSES'), later('AFFIRMS', '2020-12-01')];
    expect(statusOn('2022-01-01', DECIDED, findings)).toBe('AFFIRMED');
  });

  test('does not touch a reversal by another court', () => {
    const findings = [reversal, again('REVERSES'), later('REVERSES', '2021-06-01', 'first', 'other')];
    expect(statusOn('2022-01-01', DECIDED, findings)).toBe('OVERTURNED');
  });
});

describe('a cycle of reversals', () => {
  test('between two findings overturns both', () => {
    const findings = [
      later('REVERSES', '2021-01-01', 'first', 'second'),
      later('REVERSES', '2021-01-01', 'second', 'first'),
    ];
    expect(statusOn('2022-01-01', DECIDED, findings)).toBe('OVERTURNED');
    expect(statusOn('2022-01-01', { ...DECIDED, id: 'second' }, findings)).toBe('OVERTURNED');
  });

  test('of three findings leaves a finding standing where the one that reverses it is overturned', () => {
    const ring = [
      later('REVERSES', null, 'first', 'second'),
      later('REVERSES', null, 'second', 'third'),
      later('REVERSES', null, 'third', 'first'),
    ];
    expect(statusOn('2022-01-01', DECIDED, ring)).toBe('STANDING');
  });

  test('among later findings does not keep the status from being computed', () => {
    const findings = [
      later('REVERSES', null, 'first', 'second'),
      later('REVERSES', null, 'second', 'third'),
      later('REVERSES', null, 'third', 'fourth'),
      later('REVERSES', null, 'fourth', 'third'),
    ];
    expect(statusOn('2022-01-01', DECIDED, findings)).toBe('OVERTURNED');
  });
});

test('every status has a sentence that explains it', () => {
  expect(Object.keys(FINDING_STATUS)).toEqual(['NOT_YET', 'STANDING', 'AFFIRMED', 'REPLACED', 'OVERTURNED']);
  for (const sentence of Object.values(FINDING_STATUS)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
