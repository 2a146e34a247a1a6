import { stringify } from 'csv-stringify/sync';
import type { ExportPage, ExportRecord, Surroundings } from './export.rules.js';

/** Tables for a spreadsheet: RFC 4180, UTF-8, one header row. */

export type CsvCell = string | number | boolean | null | undefined;

export interface CsvExportColumn {
  readonly name: string;
  /** What it holds, for the documentation. */
  readonly meaning: string;
  readonly cell: (record: ExportRecord, around: Surroundings) => CsvCell | readonly CsvCell[];
}

/** A table of records of one label, such as Posting. */
export interface CsvTable {
  readonly label: string;
  readonly columns: readonly CsvExportColumn[];
  /** Whether columns show the claims that give its records names, identifiers and facts. */
  readonly withClaims?: true;
}

/** Between the values of a cell that holds several. */
export const BETWEEN = ' ; ';

/** Between the parts of one of these values. */
export const WITHIN_VALUE = ', ';

/** A table, header first; `mark` stands before it. */
export async function* csvTable(
  columns: readonly CsvExportColumn[],
  pages: AsyncIterable<ExportPage>,
  mark = '',
): AsyncGenerator<string> {
  yield mark + csvLines([columns.map(({ name }) => name)]);
  for await (const { records, around } of pages)
    yield csvLines(records.map((record) => columns.map(({ cell }) => guarded(joinedCell(cell(record, around))))));
}

const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.length === 0
    ? ''
    : stringify(rows as CsvCell[][], {
        record_delimiter: 'windows',
        quoted_match: /[\r\n]/,
        cast: { boolean: String, number: String },
      });

/** The one value of a cell, or its several values as the text that stands there. */
export const joinedCell = (value: CsvCell | readonly CsvCell[]): CsvCell =>
  Array.isArray(value) ? value.map((one) => one ?? '').join(BETWEEN) : (value as CsvCell);

/** A spreadsheet takes a text that begins so for a formula; an apostrophe before it keeps it a text. Numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function guarded(value: CsvCell): CsvCell {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}
