import { expect, test } from '@jest/globals';
import { dateOf, splitDateOf } from '../../../src/exchange/import/sfm/dates.js';

test.each([
  ['2001', '2001'],
  ['2015-07', '2015-07'],
  ['2013-01-', '2013-01'],
  ['2001-06-27', '2001-06-27'],
  ['2019-11-29T23:59:45Z', '2019-11-29'],
  ['6/27/2001', '2001-06-27'],
  ['September 2013', '2013-09'],
  ['27 Sept 2013', '2013-09-27'],
  ['September 27, 2013', '2013-09-27'],
])('the date %s in a sheet is read as %s', (text, expected) => {
  expect(dateOf(text)?.date.text).toBe(expected);
});

test.each(['27/6/2001', '01/01/80', '2013-13', '2001-02-29', 'Smarch 2013', 'June', '', '6/2001/27'])(
  '"%s" in a sheet is no date',
  (text) => {
    expect(dateOf(text)).toBeUndefined();
  },
);

test('the error for an ambiguous date with slashes says so', () => {
  expect([dateOf('8/9/2001'), dateOf('8/8/2001'), dateOf('8/13/2001')].map((date) => date?.ambiguous)).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  [['2001', '6', '27'], '2001-06-27'],
  [['2001', '6', ''], '2001-06'],
  [['2001', '', ''], '2001'],
])('the split columns %j give the date %s', ([year = '', month = '', day = ''], expected) => {
  expect(splitDateOf(year, month, day)?.date.text).toBe(expected);
});

test.each([[['', '6', '27']], [['2001', '', '27']], [['2001', '13', '']], [['01', '6', '']]])(
  'the split columns %j give no date',
  ([year = '', month = '', day = '']) => {
    expect(splitDateOf(year, month, day)).toBeUndefined();
  },
);
