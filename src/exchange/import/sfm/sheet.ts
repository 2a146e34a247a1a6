import { type Header, type Row, readTable, TableError } from '../reading/table.js';
import type { Severity } from '../report/import-report.js';
import type { Sheet } from './layout.js';
import type { Job } from './sfm-conversion.js';

/** The rows of a sheet that are ready for import. Says which columns nobody knows, which stay out, and which cells nobody read. */
export async function* rowsOf(job: Job, sheet: Sheet, path: string): AsyncGenerator<Row> {
  const known = columnsOf(sheet);
  const keptOut = new Set(sheet.keptOut);
  let header: Header = new Map();
  const judge = (found: Header, file: string) => {
    header = found;
    judgeHeader(job, sheet, known, found, file);
  };
  for await (const row of readTable(path, (column) => canonical(sheet, column), judge)) {
    if (!isReady(job, sheet, row)) continue;
    yield row;
    for (const column of row.unread()) {
      const origin = row.at(column);
      const got = row.get(column);
      if (keptOut.delete(column))
        job.report.warning(origin, 'nothing for the graph', got, 'This internal column is kept out of the graph.');
      else if (known.has(column) && !sheet.keptOut.includes(column))
        job.report.warning(
          origin,
          'an empty cell',
          got,
          'This value belongs to nothing in its row and is not imported.',
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

function judgeHeader(job: Job, sheet: Sheet, known: ReadonlySet<string>, header: Header, file: string): void {
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
  for (const [column, spelled] of header) {
    if (known.has(column)) continue;
    const origin = { file, row: 1, column: spelled };
    job.report.warning(
      origin,
      'a column of this format',
      spelled,
      'This column is unknown; none of its values is imported.',
    );
  }
}

/** Only records that their editors have marked as ready (status 3) are imported. */
function isReady(job: Job, sheet: Sheet, row: Row): boolean {
  if (sheet.status === undefined || !row.has(sheet.status)) return true;
  const status = row.get(sheet.status);
  if (status !== '3')
    job.report.warning(
      row.at(sheet.status),
      'the status 3 (ready)',
      status,
      'This row is not ready and is not imported.',
    );
  return status === '3';
}
