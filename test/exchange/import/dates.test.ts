import { expect, test } from '@jest/globals';
import { dateOf, dateOrderIn, splitDateOf } from '../../../src/exchange/import/sfm/dates.js';
import { saysNoDate } from '../../../src/exchange/import/words/no-date.js';

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
  ['27/6/2001', '2001-06-27'],
  ['27.06.2001', '2001-06-27'],
  ['8.9.2001', '2001-09-08'],
  ['27-06-2001', '2001-06-27'],
  ['27-Jun-2001', '2001-06-27'],
  ['1er juin 2001', '2001-06-01'],
  ['août 2013', '2013-08'],
  ['27 de septiembre de 2013', '2013-09-27'],
  ['27 червня 2001 р.', '2001-06-27'],
  ['Листопад 2013', '2013-11'],
  ['27 июня 2001 г.', '2001-06-27'],
])('the date %s in a sheet is read as %s', (text, expected) => {
  expect(dateOf(text)?.date.text).toBe(expected);
});

test.each([
  '13/13/2001',
  '01/01/80',
  '2013-13',
  '2001-02-29',
  'Smarch 2013',
  'June',
  '',
  '6/2001/27',
  'jui 2013',
  '27 June 28 2013',
])('"%s" in a sheet is no date', (text) => {
  expect(dateOf(text)).toBeUndefined();
});

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

test.each([
  ['DAY_FIRST', '2001-09-08'],
  ['MONTH_FIRST', '2001-08-09'],
  ['BOTH', undefined],
] as const)('the date 8/9/2001 in a column that is shown to be %s is read as %s', (order, expected) => {
  const read = dateOf('8/9/2001', { order });
  expect(read?.date.text).toBe(expected);
  expect(read?.ambiguous ?? false).toBe(false);
});

test('a date that reads one way only shows how its column writes dates', () => {
  expect(['27/6/2001', '6/27/01', '8/9/2001', '27.06.2001', 'x'].map(dateOrderIn)).toEqual([
    'DAY_FIRST',
    'MONTH_FIRST',
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['27/6/01', '2001-06-27'],
  ['27.06.20', undefined],
  ['27.06.45', '1945-06-27'],
  ['27 June 01', '2001-06-27'],
  ['6/1/20', '2020-06-01'],
  ['27/6/25', undefined],
])('the date %s in a sheet of 2020-06-15 is read as %s', (text, expected) => {
  expect(dateOf(text, { latest: '2020-06-15' })?.date.text).toBe(expected);
});

test('a day of birth with a year of two digits is read only where one century is possible', () => {
  const context = { latest: '2020-06-15', mayBeLongAgo: true };
  expect(dateOf('1/1/80', context)?.date.text).toBe('1980-01-01');
  expect(dateOf('5/5/19', context)).toBeUndefined();
});

test.each(['Undated', 'n.d.', 'N.D', 's.f.', 's.d.', 'б.д.', 'б/д', '[no date]', 'sin fecha'])(
  '"%s" says that there is no date',
  (text) => {
    expect([saysNoDate(text), dateOf(text)]).toEqual([true, undefined]);
  },
);

test.each(['', 'Sunday', '2013', 'sd card', 'July'])('"%s" does not say that there is no date', (text) => {
  expect(saysNoDate(text)).toBe(false);
});
