import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ImportReport } from '../../../src/exchange/import/report/import-report.js';
import { ReportWriter, reportFileIn } from '../../../src/exchange/import/report/report-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** The complete report of an import, in files. */

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const csv = (path: string): string[][] => parse(readFileSync(path, 'utf8'), { bom: true });

test('a complete report has each of a hundred thousand problems, as CSV and as JSON, with values in full', async () => {
  const folder = temporaryFolder();
  const writer = await ReportWriter.open(folder, 'check-1');
  const report = new ImportReport({ units: 'sent/units.csv' });
  const long = 'a'.repeat(500);
  report.error({ file: 'units.csv', row: 1 }, 'a heading', '', 'The file has no heading.');
  report.writeTo((problem) => writer.problem(problem));
  for (let row = 2; row < 100_002; row += 1)
    report.warning({ file: 'units.csv', row, column: 'Role' }, 'a role', long, 'This role is unknown.');
  await writer.end('import-20240601', { errors: report.errors, state: 'CHECKED' });
  const { problems, ...summary } = json(join(folder, 'import-20240601', 'report.json'));
  expect([problems.length, summary]).toEqual([100_001, { errors: 1, state: 'CHECKED' }]);
  expect(problems[100_000]).toEqual({
    severity: 'WARNING',
    ...{ file: 'units.csv', role: 'units', row: 100_001, column: 'Role' },
    ...{ expected: 'a role', got: long, message: 'This role is unknown.' },
  });
  const rows = csv(join(folder, 'import-20240601', 'problems.csv'));
  expect(rows).toHaveLength(100_002);
  expect(rows.slice(0, 2)).toEqual([
    ['severity', 'file', 'role', 'row', 'column', 'message', 'expected', 'got'],
    ['ERROR', 'units.csv', 'units', '1', '', 'The file has no heading.', 'a heading', ''],
  ]);
  expect(rows.at(-1)?.at(-1)).toBe(long);
});

test('a note names the role of its file, and of a file that has two both', () => {
  const report = new ImportReport({ units: 'sent/a.csv', people: 'sent/a.csv', sources: 'sent/b.csv' });
  report.note({ file: 'a.csv' }, 'Read as windows-1251.');
  report.note({ file: 'b.csv' }, 'Read as UTF-8.');
  expect(report.notes.map(({ file, role }) => [file, role])).toEqual([
    ['a.csv', 'units, people'],
    ['b.csv', 'sources'],
  ]);
});

test('a complete report has the differences of an edition, as CSV and as JSON', async () => {
  const folder = temporaryFolder();
  const writer = await ReportWriter.open(folder, 'check-1');
  const renamed = {
    ...({ change: 'CHANGED', kind: 'Name', subjectId: 'unit-1', subject: '1 Guards Brigade' } as const),
    ...{ object: '', before: 'value: 1 Brigade', after: 'value: 1 Guards Brigade' },
  };
  writer.difference(renamed);
  await writer.end('check-1', {});
  expect(json(join(folder, 'check-1', 'differences.json'))).toEqual([renamed]);
  expect(csv(join(folder, 'check-1', 'differences.csv'))).toEqual([Object.keys(renamed), Object.values(renamed)]);
});

test('a complete report without a problem is whole, and only its owner may read it', async () => {
  const folder = temporaryFolder();
  await (await ReportWriter.open(folder, 'check-1')).end('check-1', {});
  expect(json(join(folder, 'check-1', 'report.json'))).toEqual({ problems: [] });
  expect(json(join(folder, 'check-1', 'differences.json'))).toEqual([]);
  expect(statSync(join(folder, 'check-1')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'check-1', 'problems.csv')).mode & 0o777).toBe(0o600);
});

test('a value that a spreadsheet would take for a formula stands behind an apostrophe in a complete report', async () => {
  const folder = temporaryFolder();
  const writer = await ReportWriter.open(folder, 'check-1');
  const got = '=HYPERLINK("http://example.org")';
  writer.problem({ severity: 'ERROR', file: 'a.csv', row: 2, expected: 'a name', got, message: 'No name.' });
  await writer.end('check-1', {});
  expect(csv(join(folder, 'check-1', 'problems.csv'))[1]?.at(-1)).toBe(`'${got}`);
});

test('a report of an import that was stopped leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const writer = await ReportWriter.open(folder, 'check-1');
  await writer.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test('reports of imports that wrote nothing are removed after a month, and those of written imports stay', async () => {
  const folder = temporaryFolder();
  for (const name of ['check-1', 'check-2', 'import-3']) await (await ReportWriter.open(folder, name)).end(name, {});
  const longAgo = (Date.now() - 31 * 24 * 3_600_000) / 1_000;
  for (const name of ['check-1', 'import-3']) utimesSync(join(folder, name), longAgo, longAgo);
  await (await ReportWriter.open(folder, 'check-4')).drop();
  expect(readdirSync(folder).sort()).toEqual(['check-2', 'import-3']);
});

test.each([
  ['check-1', 'secret.txt'],
  ['../check-1', 'report.json'],
  ['check-1', '../check-1/report.json'],
  ['check-1', 'constructor'],
  ['check-2', 'report.json'],
])('no file of a report has the id %s and the name %s', async (id, file) => {
  const folder = temporaryFolder();
  await (await ReportWriter.open(folder, 'check-1')).end('check-1', {});
  expect(reportFileIn(folder, id, file)).toBeUndefined();
  expect(reportFileIn(folder, 'check-1', 'report.json')).toBe(join(folder, 'check-1', 'report.json'));
});
