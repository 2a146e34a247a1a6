import { expect, test } from '@jest/globals';
import { reportLines } from '../../../src/exchange/import/apply/outcome-text.js';
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

test('an import report counts every unknown role, also where it keeps only some of the warnings', () => {
  const report = new ImportReport();
  report.unknownWord('ROLES', at(2, 'Role'), 'Divisional Police Officer');
  for (let row = 3; row < 503; row += 1) report.unknownWord('ROLES', at(row, 'Role'), 'Station Officer');
  report.unknownWord('ROLES', at(503, 'Role'), '');
  expect(report.problems).toHaveLength(100);
  expect(report.warnings).toBe(502);
  expect(report.unknownWords).toEqual([
    { lexicon: 'ROLES', asStated: 'Station Officer', count: 500 },
    { lexicon: 'ROLES', asStated: 'Divisional Police Officer', count: 1 },
  ]);
});

test('the lines of an import report name the most frequent unknown roles, and say how many more there are', () => {
  const report = new ImportReport();
  const effect = { created: 0, unchanged: 0, restored: 0, left: 0, kinds: {} };
  const roleLines = () =>
    reportLines({ state: 'CHECKED', batch: undefined, report, effect, retracted: 0 }).filter((line) =>
      line.startsWith('Roles'),
    );
  expect(roleLines()).toEqual([]);
  for (let row = 2; row < 5; row += 1) report.unknownWord('ROLES', at(row, 'Role'), 'Station Officer');
  report.unknownWord('ROLES', at(5, 'Role'), 'Divisional Police Officer');
  expect(roleLines()).toEqual([
    'Roles that are not among the words for roles: "Station Officer" 3, "Divisional Police Officer" 1. They command nothing; --roles FILE adds words.',
  ]);
  for (let row = 6; row < 30; row += 1) report.unknownWord('ROLES', at(row, 'Role'), `Role ${row}`);
  expect(roleLines()[0]).toMatch(/, "Role 27" 1, and 6 more\. They command nothing/);
});
