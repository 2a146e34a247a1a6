import { expect, test } from '@jest/globals';
import { reportLines } from '../../../src/exchange/import/apply/outcome-text.js';
import { DifferenceSample } from '../../../src/exchange/import/report/edition-difference.js';
import { ImportReport } from '../../../src/exchange/import/report/import-report.js';

/** A report of very many problems stays small, and says how many there are. */

const linesOf = (report: ImportReport, differences = new DifferenceSample()) => {
  const effect = { created: 0, unchanged: 0, restored: 0, left: 0, kinds: {} };
  return reportLines(
    {
      state: 'CHECKED',
      batch: undefined,
      report,
      reportId: 'check-1',
      effect,
      retracted: 0,
      differences,
    },
    '/data/imports/reports/check-1',
  );
};

const at = (row: number, column = 'Name') => ({ file: 'units.csv', row, column });

test('an import report keeps the first thousand errors in full, and counts all by kind', () => {
  const report = new ImportReport();
  for (let row = 2; row < 1_502; row += 1) report.error(at(row), 'a name', '', 'Without a name nothing is imported.');
  for (let row = 2; row < 12; row += 1) report.error(at(row, 'Role'), 'a role', '', 'This role is unknown.');
  expect(report.problems.slice(0, 1_000).map(({ row }) => row)).toEqual(
    Array.from({ length: 1_000 }, (_none, index) => index + 2),
  );
  expect(report.problems).toHaveLength(1_000);
  // Of each kind one is shown.
  expect(report.problemKinds).toEqual([
    {
      severity: 'ERROR',
      message: 'Without a name nothing is imported.',
      count: 1_500,
      example: expect.objectContaining({ row: 2, column: 'Name' }),
    },
    {
      severity: 'ERROR',
      message: 'This role is unknown.',
      count: 10,
      example: expect.objectContaining({ row: 2, column: 'Role' }),
    },
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
  expect(report.problemKinds.map(({ severity, example, count }) => [severity, example.column, count])).toEqual([
    ['ERROR', 'Name', 1],
    ['WARNING', 'Date', 200_000],
    ['WARNING', 'Name', 1],
  ]);
  expect([report.errors, report.warnings]).toEqual([1, 200_001]);
});

test('problems that are all different are counted by an import report, without being kept', () => {
  const report = new ImportReport();
  for (let row = 2; row < 5_002; row += 1) report.error(at(row), 'another id', '', `The unit ${row} is above itself.`);
  expect(report.errors).toBe(5_000);
  expect(report.problems).toHaveLength(1_000);
  const kinds = report.problemKinds;
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(report.errors);
  // A thousand kinds are told apart.
  expect([kinds.length, kinds[0]]).toEqual([
    1_001,
    expect.objectContaining({ message: 'Problems of further kinds.', count: 4_000 }),
  ]);
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
  const roleLines = () => linesOf(report).filter((line) => line.startsWith('Roles'));
  expect(roleLines()).toEqual([]);
  for (let row = 2; row < 5; row += 1) report.unknownWord('ROLES', at(row, 'Role'), 'Station Officer');
  report.unknownWord('ROLES', at(5, 'Role'), 'Divisional Police Officer');
  expect(roleLines()).toEqual([
    'Roles that are not among the words for roles: "Station Officer" 3, "Divisional Police Officer" 1. They command nothing; --roles FILE adds words.',
  ]);
  for (let row = 6; row < 30; row += 1) report.unknownWord('ROLES', at(row, 'Role'), `Role ${row}`);
  expect(roleLines()[0]).toMatch(/, "Role 27" 1, and 6 more\. They command nothing/);
});

test('the lines of an import report count ten kinds of problems with an example of each, and say where the rest is', () => {
  const report = new ImportReport();
  for (let row = 2; row < 30; row += 1) report.warning(at(row), 'a kind', `Kind ${row}`, 'This kind is unknown.');
  report.error(at(9, 'Role'), 'a role', '', 'A posting needs a role.');
  for (let row = 2; row < 16; row += 1) report.warning(at(row), 'a day', '', `The day of row ${row} is unknown.`);
  const lines = linesOf(report);
  expect(lines.slice(0, 3)).toEqual([
    'ERROR × 1: A posting needs a role. At units.csv:9 (Role): expected a role; got nothing.',
    'WARNING × 28: This kind is unknown. First at units.csv:2 (Name): expected a kind; got "Kind 2".',
    'WARNING × 1: The day of row 2 is unknown. At units.csv:2 (Name): expected a day; got nothing.',
  ]);
  expect(lines[10]).toBe('And 6 problems of 6 further kinds.');
  expect(lines.at(-1)).toBe('The complete report: /data/imports/reports/check-1');
});

test('the lines of an import report show twenty differences of an edition, changes first, and count the others', () => {
  const differences = new DifferenceSample();
  const posting = { kind: 'Posting', subjectId: 'person-1', subject: 'Ilya Torven', object: '2 Brigade' };
  for (let year = 2000; year < 2025; year += 1)
    differences.add({ change: 'ADDED', ...posting, before: '', after: `first: ${year}` });
  differences.add({ change: 'TAKEN_BACK', ...posting, before: 'first: 1999', after: '' });
  differences.add({ change: 'CHANGED', ...posting, before: 'last: 2018', after: 'last: 2019' });
  const lines = linesOf(new ImportReport(), differences);
  expect(lines.slice(0, 4)).toEqual([
    'Of what the graph holds of the dataset: 1 changed, 1 taken back, 25 added, 0 the same with other sources.',
    'CHANGED Ilya Torven: Posting (2 Brigade) last: 2018 → last: 2019',
    'TAKEN_BACK Ilya Torven: Posting (2 Brigade) first: 1999',
    'ADDED Ilya Torven: Posting (2 Brigade) first: 2000',
  ]);
  expect(lines.slice(20, 22)).toEqual([
    'ADDED Ilya Torven: Posting (2 Brigade) first: 2017',
    'And 7 more differences.',
  ]);
});
