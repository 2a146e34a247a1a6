import { describe, expect, test } from '@jest/globals';
import { appointmentsOn } from '../../../src/questions/command/appointments.rules.js';
import { caseFile, indicator, type Piece, posting, THE_DAY } from '../../support/case-file.js';

/** An order of 1 June 2021 that appointed Anders to unit u2, asked about for 20 March 2022. */

const ORDERED_ON = '2021-06-01';
const order = (concernsIds = ['anders', 'u2'], on = ORDERED_ON) => indicator('FORMAL_APPOINTMENT', concernsIds, { on });

/** The units to which orders appointed Anders. */
const units = (...pieces: readonly Piece[]) =>
  appointmentsOn(caseFile(...pieces), 'anders', THE_DAY).map(({ unitId }) => unitId);

describe('an order that appointed a person to a unit', () => {
  test('holds from its own day on', () => {
    expect(units(order())).toEqual(['u2']);
    expect(units(order(undefined, THE_DAY))).toEqual(['u2']);
    expect(units(order(undefined, '2022-03-21'))).toEqual([]);
    expect(units(order(undefined, '2022-03'))).toEqual(['u2']);
  });

  test('is one where it names that person, one unit, and nobody and no unit else', () => {
    expect(units(order(['anders', 'u2', 'i1']))).toEqual(['u2']);
    expect(units(order(['berg', 'u2']))).toEqual([]);
    expect(units(order(['anders', 'berg', 'u2']))).toEqual([]);
    expect(units(order(['anders', 'u2', 'u5']))).toEqual([]);
    expect(units(order(['anders']))).toEqual([]);
  });

  test('is no other sign of control, and none that weighs against it', () => {
    expect(units(indicator('TASKS_PERFORMED', ['anders', 'u2']))).toEqual([]);
    expect(units({ ...order(), polarity: 'WEIGHS_AGAINST' })).toEqual([]);
  });

  const staff = { role: 'STAFF' } as const;
  test.each<[string, boolean, Parameters<typeof posting>[2]]>([
    ['a stated end before the day', false, { during: ['2021-06-01', '2022-03-19 END'] }],
    ['a stated end on the day of the order', false, { during: ['2021', `${ORDERED_ON} END`] }],
    ['a stated end before the order', true, { during: ['2020', '2021-05-31 END'] }],
    ['a stated end on the day', true, { during: ['2021-06-01', '2022-03-20 END'] }],
    ['a last day in a source before the day, and no end', true, { during: ['2021-06-01', '2022-03-19'] }],
    ['a stated start after the day', false, { during: ['2022-03-21 START', '2022-12-31'] }],
    ['a stated start on the day', true, { during: ['2022-03-20 START', '2022-12-31'] }],
    ['a first day in a source after the day, and no start', true, { during: ['2022-03-21', '2022-12-31'] }],
    ['a place on the staff since', false, { ...staff, during: ['2021-06-01', '2022-12-31'] }],
    ['a place on the staff on the day of the order', false, { ...staff, during: ['2021', ORDERED_ON] }],
    ['a place on the staff before the order', true, { ...staff, during: ['2020', '2021-05-31'] }],
  ])('beside a claim on the same post with %s holds: %j', (_what, holds, overrides) => {
    expect(units(order(), posting('anders', 'u2', overrides))).toEqual(holds ? ['u2'] : []);
  });

  test('holds whatever is claimed of another person, or of another unit', () => {
    const ended = { during: ['2021-06-01', '2022-02-01 END'] } as const;
    expect(units(order(), posting('berg', 'u2', ended), posting('anders', 'u5', ended))).toEqual(['u2']);
  });
});
