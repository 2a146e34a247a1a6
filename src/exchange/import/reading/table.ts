import { basename } from 'node:path';
import { CsvError } from 'csv-parse';
import { ExplainedError } from '../../../model/errors.js';
import type { ImportIssue, Origin } from '../report/import-report.js';
import { unreadable } from './read-errors.js';
import { kindOfFile, placeOf } from './table-place.js';
import { type CellRow, type ReadingOptions, textRows } from './text-rows.js';
import { sheetRows, WorkbookError } from './workbook.js';

/** A file that cannot be read as a table at all. */
export class TableError extends ExplainedError {
  constructor(readonly problem: ImportIssue) {
    const { file, row, expected, got, message } = problem;
    super(`${file}:${row}: expected ${expected}; got ${got}. ${message}`);
  }
}

/** One row of a table. It remembers which cells were read, so that the rest can be reported. */
export class TableRow {
  private readonly readColumns = new Set<string>();

  constructor(
    readonly file: string,
    readonly number: number,
    private readonly cells: ReadonlyMap<string, string>,
    /** How the file itself spells a column. */
    private readonly spellings: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** The trimmed text of a cell, empty where the column is missing. */
  get(column: string | undefined): string {
    if (column === undefined) return '';
    this.readColumns.add(column);
    return this.cells.get(column) ?? '';
  }

  /** True where the file has the column at all. */
  has(column: string): boolean {
    return this.spellings.has(column);
  }

  /** The place of a cell, or of the whole row. */
  at(column?: string): Origin {
    const { file, number: row } = this;
    return column === undefined ? { file, row } : { file, row, column: this.spellings.get(column) ?? column };
  }

  /** Reads all that is left: an error has refused the whole row, and nothing more need be said of its cells. */
  refuse(): void {
    for (const column of this.cells.keys()) this.readColumns.add(column);
  }

  /** The cells by column, for who looks for a pattern; none of them counts as read. */
  texts(): Iterable<readonly [column: string, text: string]> {
    return this.cells;
  }

  /** Columns with text that nobody has asked for. */
  unread(): string[] {
    return [...this.cells]
      .filter(([column, text]) => text !== '' && !this.readColumns.has(column))
      .map(([column]) => column);
  }
}

/** The header of a table: the columns as the layout calls them, with the spelling of the file. */
export type Header = ReadonlyMap<string, string>;

/**
 * Reads a table row by row, in any of the ways in which programs for spreadsheets write it; text-rows.ts has them.
 * `canonical` gives the name under which a column is known; `onHeader` hears of the header before the first row.
 * `onLongRow` hears of a row with more cells than the header, and the rest is read on; without it the table ends there.
 */
export async function* readTable(
  path: string,
  canonical: (column: string) => string = (column) => column,
  onHeader: (header: Header, file: string) => void = () => undefined,
  onLongRow: (problem: ImportIssue) => void = (problem) => {
    throw new TableError(problem);
  },
  options: ReadingOptions = {},
): AsyncGenerator<TableRow> {
  const file = basename(path);
  let columns: string[] | undefined;
  let spellings: Header = new Map();
  let number = 0;
  try {
    for await (const row of rowsIn(path, options)) {
      number = row.number;
      const texts = row.cells.map((cell) => cell.trim());
      if (columns === undefined) {
        columns = texts.map(canonical);
        spellings = headerOf(columns, texts, file);
        onHeader(spellings, file);
      } else if (texts.some((text) => text !== '')) {
        const extraCell = extraCellOf(columns, texts, options);
        if (extraCell === undefined) yield new TableRow(file, number, cellsOf(columns, texts), spellings);
        else onLongRow(problemAt(file, number, `${columns.length} cells`, extraCell, 'A cell has no column.'));
      }
    }
  } catch (error) {
    throw readError(error, file, number + 1);
  }
  if (columns === undefined) throw new TableError(problemAt(file, 1, 'a header row', 'an empty file'));
}

/** pandas and R write the numbers of rows so, unless one asks them not to. */
const ROW_NUMBERS = 'The first column has no name and numbers the rows: it is not read.';

/** A cell of a row that stands in no column. */
function extraCellOf(
  columns: readonly string[],
  texts: readonly string[],
  { onNote }: ReadingOptions,
): string | undefined {
  const isNumbered = columns[0] === '' && /^\d+$/.test(texts[0] ?? '');
  if (isNumbered) onNote?.(ROW_NUMBERS, texts[0]);
  return texts.find((text, at) => text !== '' && !columns[at] && !(isNumbered && at === 0));
}

/** The columns of a table, as `canonical` names them; none where it cannot be read, which reading its rows will say. */
export async function columnsOf(
  path: string,
  { encoding }: Pick<ReadingOptions, 'encoding'> = {},
  canonical?: (column: string) => string,
): Promise<string[]> {
  let columns: string[] = [];
  try {
    const hear = (header: Header) => {
      columns = [...header.keys()];
    };
    const table = readTable(path, canonical, hear, undefined, { encoding });
    await table.next();
    await table.return(undefined);
  } catch {
    return columns;
  }
  return columns;
}

async function* rowsIn(path: string, options: ReadingOptions): AsyncGenerator<CellRow> {
  const { file, sheet } = placeOf(path);
  const kind = await kindOfFile(file);
  if (kind === 'OLD_WORKBOOK')
    throw new WorkbookError('CSV, TSV or XLSX', 'a workbook of before 2007', 'Save the table as XLSX or CSV.');
  if (kind === 'TEXT') return yield* textRows(file, options);
  for await (const [number, cells] of sheetRows(file, sheet, (...note) => options.onNote?.(...note)))
    yield { number, cells };
}

function headerOf(columns: string[], texts: string[], file: string): Header {
  const header = new Map<string, string>();
  columns.forEach((column, at) => {
    const text = texts[at] ?? '';
    if (column !== '' && header.has(column))
      throw new TableError(problemAt(file, 1, 'each column once', text, `The column "${text}" is there twice.`));
    if (column !== '') header.set(column, text);
  });
  return header;
}

function cellsOf(columns: string[], texts: string[]): Map<string, string> {
  const named = texts.map((text, at): [string, string] => [columns[at] ?? '', text]);
  return new Map(named.filter(([column]) => column !== ''));
}

function readError(error: unknown, file: string, row: number): unknown {
  const problem = unreadable(error, file, row);
  if (problem) return new TableError(problem);
  if (error instanceof CsvError)
    return new TableError(problemAt(file, row, 'a CSV or TSV table', error.code, error.message));
  return error;
}

function problemAt(
  file: string,
  row: number,
  expected: string,
  got: string,
  message = `Expected ${expected}.`,
): ImportIssue {
  return { severity: 'ERROR', file, row, expected, got, message };
}
