import { describe, expect, test } from '@jest/globals';
import { importAsOf, recordAsOf, standingAsOf } from '../../../src/ops/backup/as-of.js';

/** Days of one month stand for the instants of a history. */
const on = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const labels = ['Claim', 'Posting', 'Record'];
const posting = { id: 'claim-1', role: 'COMMANDER', recordedAt: on(1) };

describe('a record as of an instant', () => {
  test('is as it is now where it was never retracted', () => {
    expect(recordAsOf({ labels, properties: posting }, on(2))).toEqual({ labels, properties: posting });
  });

  test.each([
    ['before', 4, {}],
    ['at the very instant', 5, { retractedAt: on(5), retraction: 'EDITED' }],
    ['after', 6, { retractedAt: on(5), retraction: 'EDITED' }],
  ])('has, where it was retracted, its state of %s', (_when, day, expected) => {
    const properties = { ...posting, retractedAt: on(5), retraction: 'EDITED' };
    expect(recordAsOf({ labels, properties }, on(day))).toEqual({ labels, properties: { ...posting, ...expected } });
  });

  test.each([
    ['before it was taken back', 4, {}],
    ['while it was away', 6, { retractedAt: on(5), retraction: 'UNDONE' }],
    ['when it came back', 7, { away: [on(5), on(7)] }],
    ['when it was taken back again', 9, { away: [on(5), on(7)], retractedAt: on(9), retraction: 'UNDONE' }],
    ['when it had come back again', 11, { away: [on(5), on(7), on(9), on(11)] }],
  ])('has, where it was restored twice, its state of %s', (_when, day, expected) => {
    const properties = { ...posting, away: [on(5), on(7), on(9), on(11)], retraction: 'UNDONE' };
    const found = recordAsOf({ labels: [...labels, 'Restored'], properties }, on(day));
    expect(found.properties).toEqual({ ...posting, ...expected });
    expect(found.labels.includes('Restored')).toBe('away' in expected);
  });

  test('has no reason for a retraction while it is not retracted, though the graph may keep the last one', () => {
    const properties = { ...posting, away: [on(5), on(7)], retraction: 'MISSING' };
    expect(recordAsOf({ labels, properties }, on(8)).properties).not.toHaveProperty('retraction');
  });

  test.each([
    [3, undefined, false],
    [5, [on(4)], true],
    [7, [on(4), on(6)], true],
  ])('whose links were moved has those of day %i', (day, linkedAt, marked) => {
    const properties = { ...posting, linkedAt: [on(4), on(6)] };
    const found = recordAsOf({ labels: [...labels, 'Relinked'], properties }, on(day));
    expect([found.properties.linkedAt, found.labels.includes('Relinked')]).toEqual([linkedAt, marked]);
  });
});

test('a link that was moved and restored is wound back as a record is', () => {
  const moved = { away: [on(5), on(7)], pinpoint: 'page 2' };
  expect(standingAsOf(moved, on(4))).toEqual({ pinpoint: 'page 2' });
  expect(standingAsOf(moved, on(6))).toEqual({ pinpoint: 'page 2', retractedAt: on(5) });
  expect(standingAsOf(moved, on(8))).toEqual(moved);
});

describe('an import as of an instant', () => {
  const properties = { id: 'import-1', at: on(1), state: 'UNDOING', undoneAt: on(5), undoneBy: 'editor' };

  test('before it was undone counts as done', () => {
    expect(importAsOf({ labels: ['ImportBatch'], properties }, on(4)).properties).toEqual({
      id: 'import-1',
      at: on(1),
      state: 'DONE',
    });
  });

  test('after it was undone is as it is now', () => {
    expect(importAsOf({ labels: ['ImportBatch'], properties }, on(5)).properties).toEqual(properties);
  });
});
