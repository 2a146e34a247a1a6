import { expect, test } from '@jest/globals';
import type { CsvCell } from '../../../../src/exchange/export/csv.js';
import { ordersUnderWhichSame } from '../../../../src/exchange/import/csv/rewritten-cells.js';

/** What programs for tables make of the cells that we export: the value that we wrote, and the cell that came back. */

const BOTH = ['DAY_FIRST', 'MONTH_FIRST'];

test.each<[what: string, value: CsvCell, cell: string]>([
  ['a text', 'Пётр Орлов', 'Пётр Орлов'],
  ['nothing', null, ''],
  ['a text with our apostrophe', '=1+1', "'=1+1"],
  ['a text whose apostrophe a program took off', '-1 in words', '-1 in words'],
  ['line breaks of another kind', 'one\ntwo', 'one\r\ntwo'],
  ['several values with empty places', ' ;  ; may constitute war crimes', ';  ; may constitute war crimes'],
  ['true as Excel writes it', true, 'TRUE'],
  ['false as pandas writes it', false, 'False'],
  ['a whole number as pandas writes it in a column with gaps', 2, '2.0'],
  ['a number with a comma before its decimals', -10.5, '-10,5'],
  ['a number cut to 15 digits', 50.45012345678902, '50.4501234567890'],
  ['a number with an exponent', 0.00001, '1E-05'],
  ['a day with slashes, the year first', '2022-10-09', '2022/10/9'],
  ['a day with midnight', '2022-10-09', '2022-10-09 00:00:00'],
  ['a day that is the same in both orders', '2022-10-10', '10/10/2022'],
  ['a month as Excel writes it', '2022-03', 'Mar-22'],
])('%s is still what we wrote', (_what, value, cell) => {
  expect(ordersUnderWhichSame(cell, value)).toEqual(BOTH);
});

test.each([
  ['24.02.2022', 'DAY_FIRST'],
  ['24/2/22', 'DAY_FIRST'],
  ['24-02-2022 00:00', 'DAY_FIRST'],
  ['2/24/2022', 'MONTH_FIRST'],
  ['02/24/22', 'MONTH_FIRST'],
])('the day 2022-02-24 written %s is still what we wrote in the order %s', (cell, order) => {
  expect(ordersUnderWhichSame(cell, '2022-02-24')).toEqual([order]);
});

test.each<[what: string, value: CsvCell, cell: string]>([
  ['another text', 'Commander', 'commander'],
  ['nothing where something was', 'POSSIBLE', ''],
  ['something where nothing was', undefined, 'POSSIBLE'],
  ['one value of several', 'a ; b', 'a'],
  ['several values in another order', 'a ; b', 'b ; a'],
  ['the other flag', true, 'FALSE'],
  ['a flag as a number', true, '1'],
  ['another number', 2, '3'],
  ['nothing for the number 0', 0, ''],
  ['a number in words', 2, 'two'],
  ['another day', '2022-10-09', '2022-10-08'],
  ['a day of another year', '2022-10-09', '9/10/2021'],
  ['a day of a century before', '2022-10-09', '9/10/1922'],
  ['a day with an hour', '2022-10-09', '2022-10-09 10:00:00'],
  ['the month of a day', '2022-10-09', '2022-10'],
  ['a day of a month', '2022-03', '2022-03-01'],
  ['another month', '2022-03', 'May-22'],
  ['a month of another year', '2022-03', 'Mar-23'],
  ['no month at all', '2022-00', 'Xyz-22'],
  ['a date without its doubt', '2022-03~', '2022-03'],
  ['a month for a text that has none', 'Mar', 'Mar-22'],
])('%s is not what we wrote', (_what, value, cell) => {
  expect(ordersUnderWhichSame(cell, value)).toEqual([]);
});
