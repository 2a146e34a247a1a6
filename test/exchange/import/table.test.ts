import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readTable, type TableError } from '../../../src/exchange/import/reading/table.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

async function file(bytes: Buffer | string, name = 'sheet.csv'): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

async function rows(path: string): Promise<[number, string, string][]> {
  const read: [number, string, string][] = [];
  for await (const row of readTable(path)) read.push([row.number, row.get('a'), row.get('b')]);
  return read;
}

async function problem(bytes: Buffer | string, name?: string) {
  const error = await rows(await file(bytes, name)).catch((thrown: TableError) => thrown);
  if (Array.isArray(error)) throw new Error('the table was read');
  return error.problem;
}

test.each([
  ['line feeds', 'a,b\n1,ї\n2,é\n'],
  ['carriage returns and line feeds', 'a,b\r\n1,ї\r\n2,é\r\n'],
  ['a byte order mark', '\uFEFFa,b\n1,ї\n2,é'],
])('a table with %s is read', async (_name, text) => {
  expect(await rows(await file(text))).toEqual([
    [2, '1', 'ї'],
    [3, '2', 'é'],
  ]);
});

test('a quoted line break stays in its cell, and rows are numbered as in a spreadsheet', async () => {
  const text = 'a,b\n"one\nmore","say ""so"""\n,\n3,4\n';
  expect(await rows(await file(text))).toEqual([
    [2, 'one\nmore', 'say "so"'],
    [4, '3', '4'],
  ]);
});

test.each([
  [
    'a quote inside a cell is a character',
    'a\tb\n"Lion" Task Force\tArmy "Proper"\n',
    '"Lion" Task Force',
    'Army "Proper"',
  ],
  ['a quote that no other closes is a character', 'a\tb\n5" gun\t"open\n', '5" gun', '"open'],
  ['a quoted cell holds a line break', 'a\tb\n"one\nmore"\t2\n', 'one\nmore', '2'],
  ['a quoted cell holds a tab', 'a\tb\n"one\tmore"\t"say ""so"""\n', 'one\tmore', 'say "so"'],
])('in a file separated by tabs, %s', async (_what, text, a, b) => {
  expect(await rows(await file(text, 'sheet.tsv'))).toEqual([[2, a, b]]);
});

test('a file that ends in .tsv is separated by tabs', async () => {
  expect(await rows(await file('a\tb\n1\t2,5\n', 'sheet.tsv'))).toEqual([[2, '1', '2,5']]);
});

test('a table that is not UTF-8 is refused with the position of the first bad byte', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\n1,caf'), Buffer.from([0xe9]), Buffer.from(',x\n')]);
  expect(await problem(bytes)).toMatchObject({ file: 'sheet.csv', expected: 'UTF-8', got: 'byte 9 is 0xe9' });
});

test('the position of a bad byte is counted from the start of the file, even where a character spans two chunks', async () => {
  const long = Buffer.from(`a,b\n1,${'é'.repeat(70_000)}\n`);
  expect((await rows(await file(long)))[0]?.[2]).toHaveLength(70_000);
  const broken = Buffer.concat([long, Buffer.from('2,x'), Buffer.from([0xff]), Buffer.from('\n')]);
  expect(await problem(broken)).toMatchObject({ got: `byte ${long.length + 3} is 0xff` });
});

test('a table in UTF-16 is refused, with and without a byte order mark', async () => {
  expect(await problem(Buffer.from('\uFEFFa,b\n', 'utf16le'))).toMatchObject({
    got: 'byte 0 is 0xff, the mark of UTF-16',
  });
  expect(await problem(Buffer.from('a,b\n', 'utf16le'))).toMatchObject({ got: 'byte 1 is 0x00, as in UTF-16' });
});

test('a table with a repeated column, a cell beyond the last column or no content is refused', async () => {
  expect(await problem('a,a\n1,2\n')).toMatchObject({ row: 1, expected: 'each column once', got: 'a' });
  expect(await problem('a,b\n1,2\n1,2,3\n')).toMatchObject({ row: 3, expected: '2 cells', got: '3' });
  expect(await problem('')).toMatchObject({ row: 1, expected: 'a header row' });
});

test('a table with an unclosed quote is refused', async () => {
  expect(await problem('a,b\n1,2\n3,"4\n')).toMatchObject({
    row: 3,
    expected: 'a CSV or TSV table',
    got: 'CSV_QUOTE_NOT_CLOSED',
  });
});
