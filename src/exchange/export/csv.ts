import { stringify } from 'csv-stringify/sync';
import type { ExportRecord, Page, Surroundings } from './export.rules.js';

/** Tables for a spreadsheet: RFC 4180, UTF-8, one header row. */

export type Cell = string | number | boolean | null | undefined;

export interface Column {
  readonly name: string;
  /** What it holds, for the documentation. */
  readonly meaning: string;
  readonly cell: (record: ExportRecord, around: Surroundings) => Cell | readonly Cell[];
}

/** Between the values of a cell that holds several. */
export const BETWEEN = ' ; ';

/** A table, header first. */
export async function* csvTable(columns: readonly Column[], pages: AsyncIterable<Page>): AsyncGenerator<string> {
  yield csvLines([columns.map(({ name }) => name)]);
  for await (const { records, around } of pages)
    yield csvLines(records.map((record) => columns.map(({ cell }) => guarded(joined(cell(record, around))))));
}

const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0
    ? ''
    : stringify(rows as Cell[][], {
        record_delimiter: 'windows',
        quoted_match: /[\r\n]/,
        cast: { boolean: String, number: String },
      });

const joined = (value: Cell | readonly Cell[]): Cell =>
  Array.isArray(value) ? value.map((one) => one ?? '').join(BETWEEN) : (value as Cell);

/** A spreadsheet takes a text that begins so for a formula; an apostrophe before it keeps it a text. Numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function guarded(value: Cell): Cell {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}
