import { basename } from 'node:path';
import { type Header, readTable, TableError, type TableRow } from '../reading/table.js';
import type { Severity } from '../report/import-report.js';
import type { Sheet } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';

/** The rows of a sheet. Says which columns nobody knows, which stay out, and which cells nobody read. */
export async function* rowsOf(conversion: SfmConversion, sheet: Sheet, path: string): AsyncGenerator<TableRow> {
  const columns = columnsOf(sheet);
  const keptOut = new Set(sheet.keptOut);
  let header: Header = new Map();
  const check = (found: Header, file: string) => {
    header = found;
    checkHeader(conversion, sheet, columns, found, file);
  };
  const { encoding } = conversion.options;
  const onNote = (text: string, example?: string) => conversion.report.note({ file: basename(path) }, text, example);
  const columnOf = (column: string) => canonical(sheet, column);
  for await (const row of readTable(path, columnOf, check, undefined, { encoding, onNote })) {
    conversion.index.addDateOrders(row);
    conversion.isRowReady = isReady(conversion, sheet, row);
    if (!conversion.isRowReady && sheet.onlyReady) continue;
    yield row;
    for (const column of row.unread()) {
      const origin = row.at(column);
      const got = row.get(column);
      if (keptOut.delete(column))
        conversion.report.warning(
          origin,
          'nothing for the graph',
          got,
          'This internal column is kept out of the graph.',
        );
      else if (columns.has(column) && !sheet.keptOut.includes(column))
        conversion.report.warning(
          origin,
          'an empty cell',
          got,
          'This value belongs to no record of its row and is not imported.',
        );
    }
  }
  if (header.size === 0) throw new Error(`${path} was read without a header.`);
}

function canonical(sheet: Sheet, column: string): string {
  const [, prefix = '', name = column] = /^((?:Source|Confidence): )(.*)$/.exec(column) ?? [];
  return `${prefix}${sheet.aliases?.[name] ?? name}`;
}

/** All texts of a layout, which name columns or are words that no column bears. */
function columnsOf(sheet: Sheet): Set<string> {
  const texts = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (value && typeof value === 'object') for (const inner of Object.values(value)) gather(inner);
  };
  gather(sheet);
  return texts;
}

function checkHeader(
  conversion: SfmConversion,
  sheet: Sheet,
  columns: ReadonlySet<string>,
  header: Header,
  file: string,
): void {
  const missing = sheet.required.find((column) => !header.has(column));
  if (missing !== undefined) {
    const message = `The column "${missing}" is missing; is this the right file and format?`;
    const severity: Severity = 'ERROR';
    throw new TableError({
      severity,
      file,
      row: 1,
      column: missing,
      expected: missing,
      got: 'no such column',
      message,
    });
  }
  for (const [column, spelling] of header) {
    if (columns.has(column)) continue;
    const origin = { file, row: 1, column: spelling };
    conversion.report.warning(
      origin,
      'a column of this format',
      spelling,
      'This column is unknown; none of its values is imported.',
    );
  }
}

/** Whether the editors of the sheet have marked a row as ready (status 3). The links of another are kept, as not yet checked. */
function isReady(conversion: SfmConversion, sheet: Sheet, row: TableRow): boolean {
  if (sheet.status === undefined || !row.has(sheet.status)) return true;
  const status = row.get(sheet.status);
  if (status === '3') return true;
  const message = sheet.onlyReady
    ? 'This row is not ready and is not imported.'
    : 'This row is not ready; its links are kept with the status WORK_NEEDED.';
  conversion.report.warning(row.at(sheet.status), 'the status 3 (ready)', status, message);
  return false;
}
