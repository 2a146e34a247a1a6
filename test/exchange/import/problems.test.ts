import { expect, test } from '@jest/globals';
import { ImportReport } from '../../../src/exchange/import/report/import-report.js';

/** A report of very many problems stays small, and says how many there are. */

const at = (row: number, column = 'Name') => ({ file: 'units.csv', row, column });

test('an import report keeps the first thousand errors in full, and counts the others by kind', () => {
  const report = new ImportReport();
  for (let row = 2; row < 1_502; row += 1) report.error(at(row), 'a name', '', 'Without a name nothing is imported.');
  for (let row = 2; row < 12; row += 1) report.error(at(row, 'Role'), 'a role', '', 'This role is unknown.');
  expect(report.problems.slice(0, 1_000).map(({ row }) => row)).toEqual(
    Array.from({ length: 1_000 }, (_none, index) => index + 2),
  );
  // Of each kind at least one is shown.
  expect(report.problems.slice(1_000)).toEqual([expect.objectContaining({ row: 2, column: 'Role' })]);
  expect(report.omitted).toEqual([
    {
      severity: 'ERROR',
      file: 'units.csv',
      column: 'Name',
      message: 'Without a name nothing is imported.',
      count: 500,
    },
    { severity: 'ERROR', file: 'units.csv', column: 'Role', message: 'This role is unknown.', count: 9 },
  ]);
  expect([report.errors, report.warnings, report.failed]).toEqual([1_510, 0, true]);
});

test('a frequent kind of warning leaves room for other warnings and for all errors in an import report', () => {
  const report = new ImportReport();
  for (let row = 2; row < 200_002; row += 1)
    report.warning(at(row, 'Date'), '2001-02-03', '2/3/2001', 'Read month first.');
  report.warning(at(7), 'a kind', '', 'This kind is unknown.');
  report.error(at(8), 'a name', '', 'Without a name nothing is imported.');
  expect(report.problems).toHaveLength(102);
  expect(report.problems.slice(-2).map(({ severity, row }) => [severity, row])).toEqual([
    ['WARNING', 7],
    ['ERROR', 8],
  ]);
  expect(report.omitted.map(({ column, count }) => [column, count])).toEqual([['Date', 199_900]]);
  expect([report.errors, report.warnings]).toEqual([1, 200_001]);
});

test('problems that are all different are counted by an import report, without being kept', () => {
  const report = new ImportReport();
  for (let row = 2; row < 5_002; row += 1) report.error(at(row), 'another id', '', `The unit ${row} is above itself.`);
  expect(report.errors).toBe(5_000);
  expect(report.problems).toHaveLength(1_000);
  const omitted = report.omitted.reduce((sum, { count }) => sum + count, 0);
  expect(report.problems.length + omitted).toBe(report.errors);
  expect(report.omitted).toHaveLength(1);
});
