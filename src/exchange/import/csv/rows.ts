import { basename } from 'node:path';
import { nearest } from '../reading/did-you-mean.js';
import { type Header, readTable, TableError, type TableRow } from '../reading/table.js';
import { addDoubt, type RowDoubt } from '../record/doubts.js';
import type { RecordType } from '../record/imported-record.js';
import { issuesOf, type RecordIssue } from '../record/validate-record.js';
import type { ImportReport } from '../report/import-report.js';
import { withoutFormulaQuote } from './cell-readers.js';
import { ALIGNED, type CsvColumn, type RecordDraft, type Template, type Values } from './columns.js';
import { doubtOfWords, rangeIn, withDoubts, wordsOf } from './row-doubts.js';
import { doubtsOfStrangeValues, mayShowTooMuch, reportStrangeValues, withStrangeValues } from './strange-values.js';
import type { TemplateRow } from './template-tables.js';

/**
 * From the rows of a filled-in template to records. What does not fit is reported, and the next row is read. How a cell is
 * read stands in cell-readers.ts; field-columns.ts chooses the reader of a field, columns.ts that of the ends of a range.
 */

/** The rows of a file; none where its header lacks a column that has to be there. */
export async function* rowsOf(
  report: ImportReport,
  { columns }: Template,
  path: string,
  encoding?: string,
): AsyncGenerator<TableRow> {
  let usable = false;
  const check = (header: Header, file: string) => {
    usable = checkHeader(report, columns, header, file);
  };
  const onNote = (text: string, example?: string) => report.note({ file: basename(path) }, text, example);
  try {
    for await (const row of readTable(path, canonical, check, (problem) => report.add(problem), { encoding, onNote })) {
      if (!usable) return;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    report.add(error.problem);
  }
}

/** Capitals, spaces and hyphens do not tell columns apart. */
export const canonical = (column: string) =>
  column
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

function checkHeader(report: ImportReport, columns: readonly CsvColumn[], header: Header, file: string): boolean {
  const names = columns.map(({ name }) => name);
  for (const [column, spelling] of header) {
    if (names.includes(column)) continue;
    const expected = `a column of this template; the nearest is "${nearest(column, names)}"`;
    const hint = spelling.includes('|') ? ' Are the columns separated by commas, semicolons or tabs?' : '';
    report.error({ file, row: 1, column: spelling }, expected, spelling, `This column is unknown.${hint}`);
  }
  const missing = columns.filter(({ name, required }) => required && !header.has(name));
  for (const { name, meaning } of missing)
    report.error(
      { file, row: 1, column: name },
      `the column "${name}"`,
      'no such column',
      `This column is missing, so no row is read. ${meaning}`,
    );
  return missing.length === 0;
}

/** What a row says as a record; undefined, with an error for each cell that does not fit. */
export function recordIn(report: ImportReport, template: Template, row: TemplateRow): RecordDraft | undefined {
  const { columns } = template;
  const doubts: RowDoubt[] = [];
  const read = columns.map((column) => [column.name, valueIn(report, column, row, doubts)] as const);
  if (read.some(([, value]) => value === REFUSED)) return undefined;
  const ownValues = Object.fromEntries(read);
  if (!areAligned(report, ownValues, row) || mayShowTooMuch(report, row)) return undefined;
  const values = withStrangeValues(template, ownValues, row);
  const record: RecordDraft = {};
  for (const { name, field, put } of columns) {
    const value = values[name];
    if (value === undefined) continue;
    if (put) put(record, value, values);
    else record[field] = value;
  }
  const range = columns.some(({ name }) => name === 'first') && rangeIn(report, row, record, doubts);
  reportStrangeValues(report, template, row);
  return withDoubts({ ...record, ...range }, [...doubts, ...doubtsOfStrangeValues(template, row)]);
}

const REFUSED = Symbol('refused');

/** The value of a cell, undefined where it is empty or doubtful; `REFUSED`, with an error, where it does not fit. */
function valueIn(
  report: ImportReport,
  { name, required, reader, doubt }: CsvColumn,
  row: TableRow,
  doubts: RowDoubt[],
): unknown {
  const cell = withoutFormulaQuote(row.get(name));
  if (cell === '' && !required) return undefined;
  const read = cell === '' ? { refused: '' } : reader.read(cell);
  if ('value' in read) return read.value;
  if (doubt !== undefined) {
    const text = wordsOf(row, name, read.refused);
    addDoubt(
      doubts,
      report,
      { doubt: doubtOfWords(doubt, read.refused), text },
      row.at(name),
      reader.expected,
      read.refused,
    );
    return undefined;
  }
  const message = cell === '' ? 'This cell must be filled.' : 'This value does not fit.';
  report.error(row.at(name), reader.expected, read.refused, message);
  return REFUSED;
}

/** Columns that go together value by value must have as many. */
function areAligned(report: ImportReport, values: Values, row: TableRow): boolean {
  const count = (column: string) => (values[column] as readonly unknown[] | undefined)?.length;
  const uneven = Object.entries(ALIGNED).filter(
    ([column, along]) => count(column) !== undefined && count(column) !== (count(along) ?? 0),
  );
  for (const [column, along] of uneven)
    report.error(
      row.at(column),
      `${count(along) ?? 0} values, as in "${along}"`,
      `${count(column)} values`,
      'Each value belongs to the one at the same place; leave a place empty, but keep its semicolon.',
    );
  return uneven.length === 0;
}

/** True where a record fits its record type; else its issues are reported under the columns that they come from. */
export function fits(
  report: ImportReport,
  { columns, part }: Template,
  recordType: RecordType,
  record: RecordDraft,
  row: TableRow,
): boolean {
  const issues = part === undefined ? issuesOf(recordType, record) : issuesOfPart(part, record);
  for (const { field, expected, got, message } of issues)
    report.error(row.at(columnOf(columns, field)), expected, got, message);
  return issues.length === 0;
}

/** The column that fills a field such as `cites.0.pinpoint`. */
function columnOf(columns: readonly CsvColumn[], field: string): string | undefined {
  const [first] = field.split('.');
  return columns.find((column) => column.field === field || column.field === first)?.name;
}

/** An incident in which nothing is wrong, so that what is wrong is in its part. */
const WHOLE = {
  id: 'incident-x',
  title: 'x',
  kinds: ['KILLING'],
  first: '2000 START',
  last: '2000 END',
  cites: [{ report: 'report-x' }],
};

function issuesOfPart(part: string, record: RecordDraft): RecordIssue[] {
  const issues = issuesOf('incidents', { ...WHOLE, [part]: [record] });
  return issues.map((issue) => ({ ...issue, field: issue.field.replace(`${part}.0.`, '') }));
}
