import { basename } from 'node:path';
import { type Header, readTable } from '../reading/table.js';
import type { ReadingOptions } from '../reading/text-rows.js';
import type { ImportIssue } from '../report/import-report.js';
import type { Each } from './map-shape.js';

/** Rows of an unknown table. A cell of a spreadsheet has one value; a list in nested JSON may have several. */

export class SourceRow {
  constructor(
    readonly file: string,
    readonly number: number,
    private readonly cells: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** What stands in a column. In a list of objects it has a value for each of them, empty where an object has none. */
  values(column: string): readonly string[] {
    return this.cells.get(column) ?? [];
  }

  isFilled(column: string): boolean {
    return this.values(column).some((value) => value !== '');
  }

  get columns(): Iterable<string> {
    return this.cells.keys();
  }

  /** The row as often as it has values in a column, each time with one of them: of a list of objects, with one object. */
  *each({ column, separator }: Each): Generator<SourceRow> {
    const inside = [...this.cells].filter(([name]) => name.startsWith(`${column}.`));
    const objects = Math.max(0, ...inside.map(([, values]) => values.length));
    for (let at = 0; at < objects; at += 1) yield this.with(inside.map(([name, values]) => [name, [values[at] ?? '']]));
    const values = this.values(column).flatMap((text) => separated(text, separator));
    for (const value of values) yield this.with([[column, [value]]]);
  }

  private with(cells: readonly [string, readonly string[]][]): SourceRow {
    return new SourceRow(this.file, this.number, new Map([...this.cells, ...cells]));
  }
}

/** A table of any kind: its columns, and its rows, read anew each time that they are asked for. */
export interface SourceTable {
  readonly file: string;
  readonly columns: readonly string[];
  /** `onLongRow` hears of a row that cannot be read because it has more cells than the header. */
  readonly rows: (onLongRow?: (problem: ImportIssue) => void) => AsyncIterable<SourceRow>;
}

/** A CSV or TSV file, or a sheet of a workbook; what is found out about it is told once. Throws a `TableError` where it is none. */
export async function spreadsheet(path: string, options: ReadingOptions): Promise<SourceTable> {
  let columns: string[] = [];
  const hear = (header: Header) => {
    columns = [...header.keys()];
  };
  const table = readTable(path, undefined, hear, () => undefined, options);
  await table.next();
  await table.return(undefined);
  return {
    file: basename(path),
    columns,
    rows: (onLongRow = () => undefined) => rowsOfSpreadsheet(path, options.encoding, columns, onLongRow),
  };
}

async function* rowsOfSpreadsheet(
  path: string,
  encoding: string | undefined,
  columns: readonly string[],
  onLongRow: (problem: ImportIssue) => void,
): AsyncGenerator<SourceRow> {
  for await (const row of readTable(path, undefined, undefined, onLongRow, { encoding })) {
    const cells = columns.map((column) => [column, [row.get(column)]] as const);
    yield new SourceRow(row.file, row.number, new Map(cells));
  }
}

/** The values of a text with a separator between them; the text alone where there is no separator. */
export function separated(text: string, separator: string | undefined): string[] {
  const parts = separator === undefined ? [text] : text.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
