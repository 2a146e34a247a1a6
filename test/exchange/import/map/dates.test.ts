import { expect, test } from '@jest/globals';
import { dateKnownTo, readDate } from '../../../../src/exchange/import/map/dates.js';

/** Dates as tables of others write them. */

test.each([
  ['05/03/2022', 'DAY_FIRST', '2022-03-05'],
  ['05/03/2022', 'MONTH_FIRST', '2022-05-03'],
  ['5.3.2022', 'DAY_FIRST', '2022-03-05'],
  ['2022-03-05', 'DAY_FIRST', '2022-03-05'],
  ['2022/3/5', 'YEAR_FIRST', '2022-03-05'],
  ['05 March 2022', 'DAY_FIRST', '2022-03-05'],
  ['March 5th, 2022', 'DAY_FIRST', '2022-03-05'],
  ['5 березня 2022', 'DAY_FIRST', '2022-03-05'],
  ['5 mars 2022', 'MONTH_FIRST', '2022-03-05'],
  ['марта 2022', 'DAY_FIRST', '2022-03'],
  ['03/2022', 'DAY_FIRST', '2022-03'],
  ['2022', 'DAY_FIRST', '2022'],
  ['2022-03-05T00:00:00Z', 'YEAR_FIRST', '2022-03-05'],
  ['circa 2020', 'DAY_FIRST', '2020~'],
  ['c. 03/2019', 'DAY_FIRST', '2019-03~'],
  ['ca 5 March 2022', 'DAY_FIRST', '2022-03-05~'],
  ['близько 2020', 'DAY_FIRST', '2020~'],
  ['vers mars 2022', 'DAY_FIRST', '2022-03~'],
  ['~2020', 'YEAR_FIRST', '2020~'],
] as const)('the date %s with %s is %s', (text, order, date) => {
  expect(readDate(text, order)).toEqual({ date });
});

test.each([
  ['31/02/2022', 'DAY_FIRST'],
  ['13/13/2022', 'DAY_FIRST'],
  ['05/13/2022', 'DAY_FIRST'],
  ['05/03/22', 'DAY_FIRST'],
  ['05/03/2022', 'YEAR_FIRST'],
  ['spring 2022', 'DAY_FIRST'],
  ['circa spring', 'DAY_FIRST'],
  ['about Torven', 'DAY_FIRST'],
  ['', 'DAY_FIRST'],
] as const)('the text %s with %s is no date', (text, order) => {
  expect(readDate(text, order)).toBeUndefined();
});

test('the time of day behind a date is told apart from it', () => {
  expect(readDate('2022-03-05 14:20', 'YEAR_FIRST')).toEqual({ date: '2022-03-05', time: '14:20' });
});

test('a date that is known less exactly loses its day, or is marked as approximate', () => {
  expect(dateKnownTo('2022-03-05', 'MONTH')).toBe('2022-03');
  expect(dateKnownTo('2022-03-05', 'ABOUT_DAY')).toBe('2022-03-05~');
  expect(dateKnownTo('2022', 'MONTH')).toBe('2022');
});
