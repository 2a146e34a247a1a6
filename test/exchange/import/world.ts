import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { sheetsOf } from './sheets.js';

/** One small world as different programs write it. */

export type Grid = readonly (readonly string[])[];

/** The sheets as rows of cells, with Ukrainian names in place of some of the others. */
export async function world(): Promise<[string, Grid][]> {
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

export const quotedText = (separator: string) => (rows: Grid) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(separator)).join('\r\n');

/** As programs without quoting write it: a cell is one line without tabs. */
export const bareText = (rows: Grid) => rows.map((cells) => cells.join('\t')).join('\r\n');

export async function filesOfWorld(
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

/** The same sheets for programs without quoting, in which a cell is one line. */
export const onOneLine = (sheets: [string, Grid][]): [string, Grid][] =>
  sheets.map(([role, rows]) => [role, rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')))]);

/** Each way to write text that keeps all of a cell: its name, its text, its encoding and the ending of its file. */
export const TEXT_FILES: readonly (readonly [string, (rows: Grid) => string, string, string])[] = [
  ['semicolons', quotedText(';'), 'utf-8', 'csv'],
  ['a first line sep=;', (rows) => `sep=;\r\n${quotedText(';')(rows)}`, 'utf-8', 'csv'],
  ['tabs and quotes', quotedText('\t'), 'utf-8', 'tsv'],
  ['UTF-16LE and tabs, as "Unicode text"', quotedText('\t'), 'utf-16le', 'txt'],
  ['UTF-16BE', quotedText(','), 'utf-16be', 'csv'],
  ['Windows-1251 and semicolons', quotedText(';'), 'windows-1251', 'csv'],
];
