import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesOf } from '../../../src/exchange/import/formats.js';
import { readTable, type TableError } from '../../../src/exchange/import/reading/table.js';
import { MOST_UNPACKED } from '../../../src/exchange/import/reading/workbook.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { type WorkbookDraft, workbookFile } from './workbook.js';

const HEAD =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';

async function read(path: string) {
  const notes: [string, string | undefined][] = [];
  const rows: [number, string, string][] = [];
  const onNote = (text: string, example?: string) => notes.push([text, example]);
  for await (const row of readTable(path, undefined, undefined, undefined, { onNote }))
    rows.push([row.number, row.get('a'), row.get('b')]);
  return { notes, rows };
}

const readSheet = async (rows: string, more: Partial<WorkbookDraft> = {}, after = '') =>
  read(await workbookFile({ ...more, sheets: [{ name: 'Units', rows: HEAD + rows, after }] }));

async function cells(xml: readonly string[], more: Partial<WorkbookDraft> = {}): Promise<string[]> {
  const { rows } = await readSheet(xml.map((cell, at) => `<row r="${at + 2}">${cell}</row>`).join(''), more);
  return rows.map(([, a]) => a);
}

const problemOf = async (path: string) => {
  const error = await read(path).catch((thrown: TableError) => thrown);
  if (!('problem' in error)) throw new Error('the workbook was read');
  return error.problem;
};

test('a cell of a workbook is read where it stands, and rows are numbered as the workbook numbers them', async () => {
  const { rows } = await readSheet(
    '<row r="3"><c r="B3" t="str"><f>A1</f><v>x</v></c></row><row r="4"><c r="A4"/></row><row r="9"><c r="A9" t="b"><v>1</v></c></row>',
  );
  expect(rows).toEqual([
    [3, '', 'x'],
    [9, 'TRUE', ''],
  ]);
});

test('a shared text of a workbook is read with all its runs, and without the readings above it', async () => {
  const texts = ['<t>plain &amp; simple</t>', '<r><t>1st </t></r><r><rPr/><t>Brigade</t></r><rPh><t>reading</t></rPh>'];
  expect(await cells(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'], { texts })).toEqual([
    'plain & simple',
    '1st Brigade',
  ]);
});

test.each([
  ['d/m/yyyy', '37069', '2001-06-27'],
  ['[$-409]d\\-mmm\\-yy;@', '37069', '2001-06-27'],
  ['yyyy', '36892', '2001'],
  ['mmm yyyy', '37043', '2001-06'],
  ['d/m/yyyy h:mm', '37069.5', '2001-06-27T12:00:00'],
  ['d/m/yyyy h:mm', '37069', '2001-06-27'],
  ['h:mm', '0.25', '06:00:00'],
  ['d/m/yyyy', '59', '1900-02-28'],
  ['d/m/yyyy', '60', '1900-02-29'],
  ['d/m/yyyy', '61', '1900-03-01'],
  ['#,##0.00 "days"', '37069', '37069'],
  ['0.00E+00', '37069', '37069'],
])('a number in the format %s of a workbook, %s, is read as %s', async (format, value, text) => {
  expect(await cells([`<c s="1"><v>${value}</v></c>`], { formats: [format] })).toEqual([text]);
});

test('a day of a workbook that counts from 1904 is four years and a day later', async () => {
  const more = { formats: ['d/m/yyyy'], is1904: true };
  expect(await cells(['<c s="1"><v>35607</v></c>', '<c s="1"><v>0</v></c>'], more)).toEqual([
    '2001-06-27',
    '1904-01-01',
  ]);
});

test('a number of a workbook is read without exponent, in the digits that a person sees', async () => {
  const numbers = ['1.2345678901234568E+17', '0.30000000000000004', '1E-7', '10.25', '007', '35.100000000000001'];
  expect(await cells(numbers.map((value) => `<c><v>${value}</v></c>`))).toEqual([
    '123456789012346000',
    '0.3',
    '0.0000001',
    '10.25',
    '007',
    '35.1',
  ]);
});

test('rounded numbers, merged cells, errors, hidden sheets and formulas without a value are told', async () => {
  const rows =
    '<row r="2"><c r="A2"><v>12345678901234567</v></c><c r="B2" t="e"><v>#REF!</v></c></row><row r="3"><c r="A3"><f>1+1</f></c></row>';
  const after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
  const path = await workbookFile({ sheets: [{ name: 'Units', rows: HEAD + rows, after, hidden: true }] });
  const { notes } = await read(path);
  expect(notes).toEqual([
    ['This sheet is hidden in its workbook; it is read like any other.', undefined],
    ['A number has more than 15 digits: the program has rounded it. Keep ids as texts.', '12345678901234567'],
    ['A cell holds the mark of an error; it is read as a text.', '#REF!'],
    ['A formula has no value: open the workbook in a program for spreadsheets and save it.', 'row 3'],
    ['Cells are merged: the text stands in the first of them, and the others are empty.', 'A2:A3'],
  ]);
});

test('the sheets of a workbook have the roles that their names or headings say, and the others are told', async () => {
  const units = [['unit:id:admin', 'unit:name']];
  const path = await workbookFile({
    sheets: [
      { name: 'README', rows: [['How to read this']] },
      { name: 'All of them', rows: units },
      { name: 'Persons', rows: [['x']] },
    ],
  });
  const notes: unknown[] = [];
  const files = await filesOf('sfm-newer', [path], { onNote: (note) => notes.push(note) });
  expect(files).toEqual({ units: `${path}#All of them`, people: `${path}#Persons` });
  expect(notes).toEqual([{ file: 'book.xlsx', message: 'The sheet "README" fits no role and is left out.' }]);
  expect(await filesOf('sfm-newer', [`units=${path}#README`])).toEqual({ units: `${path}#README` });
  expect(await filesOf('sfm-newer', [`units=${path}`])).toEqual({ units: `${path}#All of them` });
});

test('a problem in a workbook names its sheet', async () => {
  const path = await workbookFile({ sheets: [{ name: 'Units', rows: [['a', 'a']] }] });
  expect(await problemOf(`${path}#Units`)).toMatchObject({ file: 'book.xlsx#Units', expected: 'each column once' });
});

test('a workbook of several sheets is refused where none is named, and where the name is none of them', async () => {
  const path = await workbookFile({
    sheets: [
      { name: 'One', rows: [['a']] },
      { name: 'Two', rows: [['a']] },
    ],
  });
  expect(await problemOf(path)).toMatchObject({ expected: 'a sheet of the workbook: One, Two', got: 'no sheet' });
  expect(await problemOf(`${path}#Three`)).toMatchObject({ got: 'Three' });
});

test.each([
  ['an archive that is no workbook', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), /^/],
  ['an archive that is cut off', Buffer.from('504b030414000000', 'hex'), /an archive that cannot be read/],
  ['a workbook of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /a workbook of before 2007/],
])('%s is refused', async (_what, bytes, got) => {
  const path = join(temporaryFolder(), 'book.xlsx');
  await writeFile(path, bytes);
  expect((await problemOf(path)).got).toMatch(got);
});

test('a small workbook that would unpack to very much is refused before it is unpacked', async () => {
  const path = await workbookFile({ sheets: [{ name: 'Units', rows: ' '.repeat(MOST_UNPACKED + 1) }] });
  expect(await problemOf(path)).toMatchObject({ expected: `a sheet of at most ${MOST_UNPACKED} bytes unpacked` });
});

test('a workbook with a cell far to the right is refused, and one with a cell far down is read', async () => {
  const far = await workbookFile({
    sheets: [{ name: 'Units', rows: `${HEAD}<row r="2"><c r="XFD2"><v>1</v></c></row>` }],
  });
  expect(await problemOf(far)).toMatchObject({ expected: 'at most 2000 columns', got: 'a cell at XFD2' });
  const { rows } = await readSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>');
  expect(rows).toEqual([[1_048_576, '1', '']]);
});

test('a workbook whose XML is broken is refused', async () => {
  const path = await workbookFile({ sheets: [{ name: 'Units', rows: '<row><c></row>' }] });
  expect(await problemOf(path)).toMatchObject({ expected: 'an XLSX workbook', got: 'XML that cannot be read' });
});
