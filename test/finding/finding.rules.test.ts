import { describe, expect, test } from '@jest/globals';
import { FINDING_STATUS, type LaterFinding, statusOn } from '../../src/finding/finding.rules.js';

const DECIDED = '2020-05-01';
const later = (relation: LaterFinding['relation'], decidedMax: string | null): LaterFinding => ({
  relation,
  decidedMax,
});

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
  ] as const)('counts a finding without a date that %s it on every day: %s', (relation, status) => {
    expect(statusOn(DECIDED, DECIDED, [later(relation, null)])).toBe(status);
  });

  test('is NOT_YET before its own day even where an undated finding reverses it', () => {
    expect(statusOn('2020-04-30', DECIDED, [later('REVERSES', null)])).toBe('NOT_YET');
  });
});

describe('several later findings', () => {
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

describe('a finding whose own date is not stated', () => {
  test('counts as decided on every day', () => {
    expect(statusOn('0001-01-01', null, [])).toBe('STANDING');
  });

  test('is overturned from the day of its reversal', () => {
    const findings = [later('REVERSES', '2021-03-10')];
    expect([statusOn('2021-03-09', null, findings), statusOn('2021-03-10', null, findings)]).toEqual([
      'STANDING',
      'OVERTURNED',
    ]);
  });
});

test('every status has a sentence that explains it', () => {
  expect(Object.keys(FINDING_STATUS)).toEqual(['NOT_YET', 'STANDING', 'AFFIRMED', 'REPLACED', 'OVERTURNED']);
  for (const sentence of Object.values(FINDING_STATUS)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
