import { basename, extname } from 'node:path';
import { isDay } from '../../../model/date-range.js';
import { recordsOfTemplates } from '../csv/csv.js';
import { CsvIndex } from '../csv/csv-index.js';
import type { TemplateRows } from '../csv/template-tables.js';
import { TEMPLATE_NAMES, type TemplateName } from '../csv/templates.js';
import { nearest } from '../reading/did-you-mean.js';
import { TableError } from '../reading/table.js';
import { kindOfFile, placeOf } from '../reading/table-place.js';
import type { ReadingOptions } from '../reading/text-rows.js';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import { emitFileAsReport } from '../record/file-as-report.js';
import type { ImportedRecord, RecordStream } from '../record/imported-record.js';
import { ImportReport } from '../report/import-report.js';
import { columnsOf } from './cell-values.js';
import { jsonTable } from './json-rows.js';
import { fitsWhere, makesRecord, mappedRows, type TableWithMap } from './mapped-rows.js';
import { type MappedTable, readMap } from './read-map.js';
import { type SourceTable, spreadsheet } from './source-rows.js';

/** Any table, with a map that says which of its columns stand for which of our templates. */

/** The role of the map among the files; every other file is a table, under its name in the map. */
export const MAP_ROLE = 'map';

/** Turns tables into rows of our templates, and these into records: what reads our templates reads them too. */
export function convertMapped(files: Readonly<Record<string, string>>, options: ConversionOptions): RecordStream {
  const conversion = new Conversion(options, new ImportReport(files));
  return { records: mappedRecords(conversion, files), report: conversion.report };
}

async function* mappedRecords(
  conversion: Conversion,
  files: Readonly<Record<string, string>>,
): AsyncGenerator<ImportedRecord> {
  const { report, options } = conversion;
  try {
    const mappings = await mappingsOf(conversion, files);
    if (report.failed) return;
    for (const mapping of mappings) await checkRows(report, mapping);
    emitFileAsReport(conversion);
    yield* conversion.drain();
    const index = new CsvIndex(conversion, true);
    index.publishes({ ...options.fileAsReport });
    yield* recordsOfTemplates(conversion, index, tablesOf(conversion, index, mappings));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    report.add(error.problem);
  }
}

const tablesOf = (conversion: Conversion, index: CsvIndex, mappings: readonly TableWithMap[]) =>
  Object.fromEntries(
    TEMPLATE_NAMES.filter((name) =>
      mappings.some(({ map }) => map.records.some(({ template }) => template === name)),
    ).map((name): [TemplateName, TemplateRows] => [
      name,
      (report) => mappedRows(conversion, index, report, name, mappings),
    ]),
  );

/** The tables with what the map says of each; what does not go together is reported. */
async function mappingsOf(conversion: Conversion, files: Readonly<Record<string, string>>): Promise<TableWithMap[]> {
  const { report, options } = conversion;
  const { [MAP_ROLE]: path, ...paths } = files;
  if (path === undefined) {
    report.error({ file: options.dataset, row: 1 }, 'a map, as --map FILE', '', 'Without a map a table says nothing.');
    return [];
  }
  const { publishedOn, retrievedAt } = options.fileAsReport;
  const readOn = [retrievedAt, publishedOn].find((day) => day !== undefined && isDay(day));
  const map = await readMap(path, { dataset: options.dataset, readOn });
  if ('problems' in map) {
    for (const problem of map.problems) report.add(problem);
    return [];
  }
  const mappings: TableWithMap[] = [];
  for (const [name, tablePath] of tablesByName(report, basename(path), map.tables, paths)) {
    const onNote = (text: string, example?: string) => report.note({ file: basename(tablePath) }, text, example);
    const table = await tableAt(tablePath, { encoding: options.encoding, onNote });
    const mapping = { table, map: map.tables.get(name) as MappedTable };
    checkColumns(report, mapping);
    mappings.push(mapping);
  }
  return mappings;
}

/** A table by its contents: JSON, JSON lines, or else a spreadsheet. Throws a `TableError`. */
export async function tableAt(path: string, options: ReadingOptions): Promise<SourceTable> {
  const { file, sheet } = placeOf(path);
  const isNamed = sheet !== undefined || ['.csv', '.tsv', '.tab'].includes(extname(file).toLowerCase());
  // Whoever reads the table says what is wrong with a file that cannot be opened.
  const isText = !isNamed && (await kindOfFile(file).catch(() => undefined)) === 'TEXT';
  return (isText ? await jsonTable(file) : undefined) ?? (await spreadsheet(path, options));
}

/** Each table of the map with its file; a table alone needs no name. */
function tablesByName(
  report: ImportReport,
  file: string,
  tables: ReadonlyMap<string, MappedTable>,
  paths: Readonly<Record<string, string>>,
): [string, string][] {
  const [names, roles] = [[...tables.keys()], Object.keys(paths)];
  const [only, path] = [names[0], Object.values(paths)[0]];
  if (only !== undefined && path !== undefined && names.length === 1 && roles.length === 1) return [[only, path]];
  for (const role of roles.filter((one) => !tables.has(one))) {
    const expected = `a table of the map: ${names.join(', ')}`;
    report.error({ file: basename(paths[role] ?? ''), row: 1 }, expected, role, 'The map does not know this table.');
  }
  for (const name of names.filter((one) => !roles.includes(one)))
    report.error(
      { file, row: 1, column: `tables.${name}` },
      `a file ${name}, or ${name}=FILE`,
      '',
      'This table is missing.',
    );
  return names.flatMap((name) => (paths[name] === undefined ? [] : [[name, paths[name]] as [string, string]]));
}

/** A column that the table lacks is an error; one that the map does not name is lost, and is reported. */
function checkColumns(report: ImportReport, { table, map }: TableWithMap): void {
  const { file, columns } = table;
  const has = (name: string) => columns.some((column) => column === name || column.startsWith(`${name}.`));
  const read = readColumns(map);
  for (const name of [...read, ...map.ignore].filter((one) => !has(one))) {
    const message = `The table has no such column; the nearest is "${nearest(name, columns)}".`;
    report.error({ file, row: 1, column: name }, 'a column of the table', name, message);
  }
  const mapped = new Set([...read, ...map.ignore]);
  for (const column of columns.filter((name) => !mapped.has(name)))
    report.warning(
      { file, row: 1, column },
      'a rule in the map, or its name under ignore',
      column,
      'This column is not imported.',
    );
}

/** All columns that the map reads. */
function readColumns({ where, records, sources }: MappedTable): Set<string> {
  const each = [...records, ...sources].flatMap((one) => (one.each ? [one.each.column] : []));
  const conditions = [where, ...records.map((record) => record.where)].flatMap(Object.keys);
  const rules = records.flatMap(({ columns }) => Object.values(columns)).flatMap(columnsOf);
  return new Set([...each, ...conditions, ...rules]);
}

/** Reports rows that make no record, and how many the map leaves out. */
async function checkRows(report: ImportReport, { table, map }: TableWithMap): Promise<void> {
  let leftOut = 0;
  for await (const row of table.rows((problem) => report.add(problem))) {
    if (!fitsWhere(row, map.where)) leftOut += 1;
    else if (!makesRecord(row, map.records))
      report.warning(
        { file: row.file, row: row.number },
        'a row that makes a record',
        '',
        'The map makes no record of this row.',
      );
  }
  if (leftOut > 0)
    report.warning(
      { file: table.file, row: 1 },
      'every row',
      `all but ${leftOut}`,
      'The map leaves rows out under `where`.',
    );
}
