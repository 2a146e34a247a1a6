import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { filesOf } from '../../../src/exchange/import/formats.js';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { outcome, sheetsOf } from './sheets.js';
import { workbookFile } from './workbook.js';

/** One small world as different programs write it: the same records, whatever the file. */

type Grid = readonly (readonly string[])[];

/** The sheets as rows of cells, with Ukrainian names in place of some of the others. */
async function world(): Promise<[string, Grid][]> {
  const files = await sheetsOf('sfm-newer');
  return Promise.all(
    Object.entries(files).map(async ([role, path]): Promise<[string, Grid]> => {
      const rows: string[][] = parse(await readFile(String(path)), { bom: true, relax_column_count: true });
      return [role, rows.map((cells) => cells.map(inUkrainian))];
    }),
  );
}

/** Only letters that Windows-1251 has. */
const inUkrainian = (cell: string) =>
  cell.replace(/\bBrigade\b/g, 'Бригада «Південь»').replace(/[^\p{ASCII}\p{Script=Cyrillic}«»]/gu, '?');

const quotedText = (separator: string) => (rows: Grid) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(separator)).join('\r\n');

/** As programs without quoting write it: a cell is one line without tabs. */
const bareText = (rows: Grid) => rows.map((cells) => cells.join('\t')).join('\r\n');

async function filesOfWorld(
  sheets: [string, Grid][],
  textOf: (rows: Grid) => string,
  encoding = 'utf-8',
  ending = 'csv',
) {
  const folder = temporaryFolder();
  const paths = sheets.map(async ([role, rows]) => {
    const path = join(folder, `${role}.${ending}`);
    await writeFile(path, iconv.encode(textOf(rows), encoding, { addBOM: encoding.startsWith('utf-16') }));
    return [role, path] as const;
  });
  return Object.fromEntries(await Promise.all(paths)) as Files;
}

const recordsIn = async (files: Files) => {
  const { records, errors } = await outcome('sfm-newer', files);
  return { errors, records: records.map(({ recordType, record }) => ({ recordType, record })) };
};

test.each([
  ['semicolons', quotedText(';'), 'utf-8', 'csv'],
  ['a first line sep=;', (rows: Grid) => `sep=;\r\n${quotedText(';')(rows)}`, 'utf-8', 'csv'],
  ['tabs and quotes', quotedText('\t'), 'utf-8', 'tsv'],
  ['UTF-16LE and tabs, as "Unicode text"', quotedText('\t'), 'utf-16le', 'txt'],
  ['UTF-16BE', quotedText(','), 'utf-16be', 'csv'],
  ['Windows-1251 and semicolons', quotedText(';'), 'windows-1251', 'csv'],
] as const)(
  'a small world written with %s gives the same records as in CSV of UTF-8',
  async (_what, textOf, encoding, ending) => {
    const sheets = await world();
    const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
    expect(expected.errors).toEqual([]);
    expect(JSON.stringify(expected.records)).toContain('Бригада «Південь»');
    expect(await recordsIn(await filesOfWorld(sheets, textOf, encoding, ending))).toEqual(expected);
  },
);

test('a small world written with tabs and without quotes gives the same records as in CSV', async () => {
  const sheets = (await world()).map(([role, rows]): [string, Grid] => [
    role,
    rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' '))),
  ]);
  const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
  expect(await recordsIn(await filesOfWorld(sheets, bareText, 'utf-8', 'tsv'))).toEqual(expected);
});

test('a small world in one workbook gives the same records as in CSV', async () => {
  const sheets = await world();
  const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
  const book = await workbookFile({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });
  expect(await recordsIn((await filesOf('sfm-newer', [book])) as Files)).toEqual(expected);
});

test.each([
  ['27/6/2021', '2021-02-01'],
  ['6/27/2021', '2021-01-02'],
])('a source with %s in its column has the date 1/2/2021 read in the same order', async (proof, expected) => {
  const column = 'source:published_timestamp';
  const files = await sheetsOf('sfm-newer', {
    sources: (_grid, set) => {
      set(2, column, '1/2/2021');
      set(3, column, proof);
    },
  });
  const { records, problems } = await outcome('sfm-newer', files);
  expect(records.map(({ record }) => record.publishedOn)).toContain(expected);
  expect(problems.filter((problem) => problem.column === column)).toEqual([]);
});

test('words in place of dates and addresses of sources are noted once for each column, not on each row', async () => {
  const files = await sheetsOf('sfm-newer', {
    sources: (_grid, set) => {
      for (const row of [2, 3]) {
        set(row, 'source:published_timestamp', 'n.d.');
        set(row, 'source:url', 'Accessed via Lexis');
      }
    },
  });
  const { report, problems } = await outcome('sfm-newer', files);
  expect(report.notes.map(({ column, count, example }) => [column, count, example])).toEqual([
    ['source:published_timestamp', 2, 'n.d.'],
    ['source:url', 2, 'Accessed via Lexis'],
  ]);
  expect(problems.filter(({ got }) => got === 'n.d.' || got === 'Accessed via Lexis')).toEqual([]);
});
