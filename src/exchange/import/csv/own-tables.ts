import { basename } from 'node:path';
import { TABLES } from '../../export/csv.columns.js';
import { nearest } from '../reading/did-you-mean.js';
import { columnsOf, type Header, readTable, TableError, type TableRow } from '../reading/table.js';
import type { ReadingOptions } from '../reading/text-rows.js';
import type { OwnTable } from '../record/imported-record.js';
import type { ImportReport } from '../report/import-report.js';
import { canonical } from './rows.js';
import { isTemplate, TEMPLATES } from './templates.js';

/** Tables of our own export among files of templates: they are known by their columns, whatever their order. */

const OWN_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(TABLES).map(([name, { columns }]) => [name, columns.map((column) => column.name)]),
);

/** The exported table of which a file has all columns: of several the one with most. */
export function ownTableWith(columns: readonly string[]): string | undefined {
  const fitting = [...OWN_COLUMNS].filter(([, own]) => own.every((column) => columns.includes(column)));
  return fitting.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** The file as a table of our own export; undefined where it is none: such a file is a template. */
export async function ownTableIn(name: string, path: string, options: ReadingOptions): Promise<OwnTable | undefined> {
  if (!isOwn(name, await columnsOf(path, options, canonical))) return undefined;
  return { name, file: basename(path), rows: (report) => rowsIn(report, name, path, options) };
}

/** Whether a header has columns that only the export has, and none that only the template has. */
function isOwn(name: string, header: readonly string[]): boolean {
  const own = OWN_COLUMNS.get(name) ?? [];
  const template: readonly string[] = isTemplate(name) ? TEMPLATES[name].columns.map((column) => column.name) : [];
  return (
    header.some((column) => own.includes(column) && !template.includes(column)) &&
    !header.some((column) => template.includes(column) && !own.includes(column))
  );
}

async function* rowsIn(
  report: ImportReport,
  name: string,
  path: string,
  { encoding }: ReadingOptions,
): AsyncGenerator<TableRow> {
  let hasIds = false;
  const check = (header: Header, file: string) => {
    hasIds = checkHeader(report, OWN_COLUMNS.get(name) ?? [], header, file);
  };
  const onNote = (text: string, example?: string) => report.note({ file: basename(path) }, text, example);
  try {
    for await (const row of readTable(path, canonical, check, (problem) => report.add(problem), { encoding, onNote })) {
      if (!hasIds) return;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    report.add(error.problem);
  }
}

/** Whether the rows can be held against the graph: each has an id. */
function checkHeader(report: ImportReport, own: readonly string[], header: Header, file: string): boolean {
  for (const [column, spelling] of header) {
    if (own.includes(column)) continue;
    const expected = `a column of the exported table; the nearest is "${nearest(column, own)}"`;
    report.error({ file, row: 1, column: spelling }, expected, spelling, UNKNOWN_COLUMN);
  }
  const missing = own.filter((column) => !header.has(column));
  if (missing.includes('id')) {
    report.error({ file, row: 1, column: 'id' }, 'the column "id"', 'no such column', NO_IDS);
    return false;
  }
  if (missing.length > 0) report.note({ file }, `The table lacks the columns ${missing.join(', ')}: ${NOT_COMPARED}`);
  return true;
}

const UNKNOWN_COLUMN = 'No exported table of this name has the column, so nothing would read it: take it out.';
const NO_IDS = 'Without ids no row can be held against the graph.';
const NOT_COMPARED = 'what stands in them in the graph was not compared, and stays.';
