import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
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

async function notes(path: string, encoding?: string): Promise<string[]> {
  const texts: string[] = [];
  const onNote = (text: string) => texts.push(text);
  for await (const row of readTable(path, undefined, undefined, undefined, { encoding, onNote })) row.get('a');
  return texts;
}

const UKRAINIAN = 'a,b\n1,Командувач Сухопутних військ\n2,Їжакевич Євген\n';
const FRENCH = 'a,b\n1,Koné Moussa\n2,chef d’état-major général\n';

test.each([
  ['Windows-1251 in Ukrainian', 'windows-1251', UKRAINIAN],
  ['KOI8-R in Russian', 'koi8-r', 'a,b\n1,командир полка\n2,Петров Иван\n'],
  ['Windows-1252 in French', 'windows-1252', FRENCH],
  ['Windows-1252 in Spanish', 'windows-1252', 'a,b\n1,Batallón de Infantería “Ricaurte”\n2,Peña\n'],
  ['Windows-1250 in Polish', 'windows-1250', 'a,b\n1,Brygada Pancerna w Świętoszowie\n2,Łukasz Żak\n'],
])('a table in %s is read, and told', async (_name, encoding, text) => {
  const path = await file(iconv.encode(text, encoding));
  expect(await rows(path)).toEqual(await rows(await file(text)));
  expect(await notes(path)).toEqual([`Read in the encoding ${encoding}, which was found out.`]);
});

test('the encoding of a table that is stated is the one that is read', async () => {
  const path = await file(iconv.encode('a,b\n1,Śląsk\n', 'windows-1250'));
  expect(await notes(path, 'Windows-1250')).toEqual(['Read in the encoding windows-1250.']);
  const read = readTable(path, undefined, undefined, undefined, { encoding: 'Windows-1250' });
  expect((await read.next()).value?.get('b')).toBe('Śląsk');
  await expect(notes(path, 'klingon')).rejects.toThrow('Expected an encoding such as utf-8, utf-16le, windows-1252');
});

test('a table whose encoding stays doubtful is refused, with what to do', async () => {
  expect(await problem(iconv.encode('a,b\n1,Śląsk\n', 'windows-1250'))).toMatchObject({
    expected: 'UTF-8, or an encoding that can be recognised',
    got: 'byte 6 is 0x8c',
    message: expect.stringContaining('--encoding windows-1251'),
  });
});

test('a table of UTF-8 with a damaged byte is no table of another encoding', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\n1,café\n2,x'), Buffer.from([0xff]), Buffer.from('\n')]);
  expect(await problem(bytes)).toMatchObject({ file: 'sheet.csv', expected: 'UTF-8', got: 'byte 15 is 0xff' });
});

test.each(['utf16le', 'utf-16be'])('a table in %s with its mark is read', async (encoding) => {
  const path = await file(iconv.encode(`\uFEFF${UKRAINIAN}`, encoding));
  expect(await rows(path)).toEqual(await rows(await file(UKRAINIAN)));
});

test.each([
  ['semicolons', 'a;b\n1;"x;y"\n2;3,5\n', 'Read with semicolons between cells.'],
  ['tabs', 'a\tb\n1\tx;y\n2\t3,5\n', 'Read with tabs between cells.'],
  ['semicolons under a line sep=;', 'sep=;\r\na;b\r\n1;"x;y"\r\n2;3,5\r\n', 'Read with semicolons between cells.'],
  ['bars under a line sep=|', 'sep=|\na|b\n1|x;y\n2|3,5\n', 'Read with "|" between cells.'],
])('a table with %s between its cells is read, and told', async (_name, text, note) => {
  const path = await file(text);
  expect(await rows(path)).toEqual([
    [2, '1', 'x;y'],
    [3, '2', '3,5'],
  ]);
  expect(await notes(path)).toEqual([note]);
});

test('a heading with a comma in quotes does not make a table of semicolons one of commas', async () => {
  const path = await file('"Name, first, second, third";a\nx;1\n');
  expect(await rows(path)).toEqual([[2, '1', '']]);
});

test('a table of tabs whose quotes are characters is told', async () => {
  const path = await file('a\tb\n5" gun\t"open\n', 'sheet.tsv');
  expect(await notes(path)).toEqual(['Read with tabs between cells, with quotes as characters like any other.']);
});

test('the position of a bad byte is counted from the start of the file, even where a character spans two chunks', async () => {
  const long = Buffer.from(`a,b\n1,${'é'.repeat(70_000)}\n`);
  expect((await rows(await file(long)))[0]?.[2]).toHaveLength(70_000);
  const broken = Buffer.concat([long, Buffer.from('2,x'), Buffer.from([0xff]), Buffer.from('\n')]);
  expect(await problem(broken)).toMatchObject({ got: `byte ${long.length + 3} is 0xff` });
});

test('a table in UTF-16 without its mark is refused, with what to do', async () => {
  expect(await problem(Buffer.from('a,b\n', 'utf16le'))).toMatchObject({
    got: 'byte 1 is 0x00, as in UTF-16',
    message: expect.stringContaining('--encoding'),
  });
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

test.each([
  ['pandas', 'from 0', ',a,b\n0,1,2\n1,3,4\n'],
  ['R', 'from 1', '"","a","b"\n"1",1,2\n"2",3,4\n'],
])(
  'the numbers of rows that %s writes %s before the first column are noted and not read',
  async (_program, _from, text) => {
    const notes: string[] = [];
    const read: [string, string][] = [];
    const options = { onNote: (note: string) => notes.push(note) };
    for await (const row of readTable(await file(text), undefined, undefined, undefined, options))
      read.push([row.get('a'), row.get('b')]);
    expect(read).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(new Set(notes)).toEqual(new Set(['The first column has no name and numbers the rows: it is not read.']));
  },
);

test.each([
  ['a text in it', ',a,b\nx,1,2\n'],
  ['another column without a name', 'a,,b\n1,2,3\n'],
])('a first column without a name is an error where there is %s', async (_what, text) => {
  expect((await problem(text)).message).toBe('A cell has no column.');
});
