import { expect, test } from '@jest/globals';
import { standingOf } from '../../../src/model/record/record-standing.rules.js';

const [FIRST, SECOND, THIRD] = [
  '2026-01-01T00:00:00.000Z',
  '2026-01-02T00:00:00.000Z',
  '2026-01-03T00:00:00.000Z',
] as const;

const time = { access: 'PUBLIC', recordedAt: FIRST, retractedAt: null, away: null };
const claim = { ...time, status: 'ACCEPTED' };
const report = { ...time, secondary: null };

/** Entries without the one before all instants: days, and the ranks for held, held with a source, and counting. */
const changes = (...record: Parameters<typeof standingOf>) => {
  const [never, ...entries] = standingOf(...record);
  expect(never).toBe(`${' '.repeat(24)}999`);
  return entries.map((entry) => `${entry.slice(0, 10)} ${entry.slice(-3)}`);
};

test('a statement counts for the public from the instant on at which it was recorded', () => {
  expect(changes(claim, [report])).toEqual(['2026-01-01 111']);
});

test('an entry comes before its own instant and after all earlier ones, as texts are compared', () => {
  const [, entry = ''] = standingOf(claim, [report]);
  expect(entry < FIRST).toBe(true);
  expect(entry < '2025-12-31T23:59:59.999Z').toBe(false);
});

test('a statement without a report is held, and has no source and does not count', () => {
  expect(changes(claim, [])).toEqual(['2026-01-01 199']);
});

test('a statement is for those who reach its level and that of one of its reports', () => {
  const [partner, confidential] = [
    { ...report, access: 'PARTNER' },
    { ...report, access: 'CONFIDENTIAL' },
  ];
  expect(changes(claim, [confidential, partner])).toEqual(['2026-01-01 122']);
  expect(changes({ ...claim, access: 'PARTNER' }, [confidential, report])).toEqual(['2026-01-01 222']);
  expect(changes(claim, [confidential])).toEqual(['2026-01-01 133']);
});

test('nobody reaches a level that there is not, or a record without one', () => {
  expect(changes({ ...claim, access: 'SECRET' }, [report])).toEqual([]);
  expect(changes({ ...claim, access: null }, [report])).toEqual([]);
});

test('a statement whose reports all pass on what others say does not count', () => {
  expect(changes(claim, [{ ...report, secondary: true }])).toEqual(['2026-01-01 119']);
  expect(changes(claim, [{ ...report, secondary: true }, report])).toEqual(['2026-01-01 111']);
});

test('a statement that was rejected or disputed does not count', () => {
  expect(changes({ ...claim, status: 'CONFLICT' }, [report])).toEqual(['2026-01-01 111']);
  expect(changes({ ...claim, status: 'REJECTED' }, [report])).toEqual(['2026-01-01 119']);
});

test('a statement has no source while its only report is taken back, and none before the report was recorded', () => {
  expect(changes(claim, [{ ...report, retractedAt: SECOND }])).toEqual(['2026-01-01 111', '2026-01-02 199']);
  expect(changes(claim, [{ ...report, recordedAt: SECOND }])).toEqual(['2026-01-01 199', '2026-01-02 111']);
});

test('what was taken back and brought back is seen before and after, and not in between', () => {
  expect(changes({ ...claim, away: [SECOND, THIRD] }, [report])).toEqual([
    '2026-01-01 111',
    '2026-01-02 999',
    '2026-01-03 111',
  ]);
  expect(changes({ ...claim, away: [FIRST, SECOND], retractedAt: THIRD }, [report])).toEqual([
    '2026-01-02 111',
    '2026-01-03 999',
  ]);
});

test('another report in time leaves nothing to be said', () => {
  expect(changes(claim, [{ ...report, retractedAt: SECOND }, report])).toEqual(['2026-01-01 111']);
});
