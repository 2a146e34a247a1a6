import { contentHash } from '../../../model/hash.js';
import { oneOfSeveral } from '../csv/cell-readers.js';
import { ALIGNED, type CsvColumn } from '../csv/columns.js';
import { TEMPLATES, type TemplateName } from '../csv/templates.js';
import { TableRow } from '../reading/table.js';
import type { Conversion } from '../record/conversion.js';
import type { ImportReport } from '../report/import-report.js';
import { type CellContext, columnsOf, valuesOf } from './cell-values.js';
import type { CellRule, Where } from './map-shape.js';
import type { MappedRecord, MappedTable, RowSources } from './read-map.js';
import type { SourceRow, SourceTable } from './source-rows.js';

/** The rows of our templates that a map makes of the rows of a table. */

export interface TableWithMap {
  readonly table: SourceTable;
  readonly map: MappedTable;
}

/** The rows of one template. Many rows of a table may name the same place or source: of rows with an id, each different one is given once. */
export async function* mappedRows(
  conversion: Conversion,
  report: ImportReport,
  name: TemplateName,
  mappings: readonly TableWithMap[],
): AsyncGenerator<TableRow> {
  const declares = columnsFor(name).some((column) => column.name === 'id');
  const hashes = new Set<string>();
  for (const mapping of mappings)
    for await (const { row, record, sources } of rowsOfTable(name, mapping)) {
      const cells = cellsOf({ conversion, report, row }, columnsFor(name), record, sources);
      const hash = declares ? contentHash([...cells]) : '';
      if (declares && hashes.has(hash)) continue;
      hashes.add(hash);
      yield new TableRow(row.file, row.number, cells, spellingsOf(record, sources));
    }
}

const columnsFor = (name: TemplateName): readonly CsvColumn[] => TEMPLATES[name].columns;

/** Each row of a table, or part of one, with the record that it makes. */
async function* rowsOfTable(name: TemplateName, { table, map: { where, records, sources } }: TableWithMap) {
  const ours = records.filter(({ template }) => template === name);
  if (ours.length === 0) return;
  for await (const whole of table.rows()) {
    if (!fitsWhere(whole, where)) continue;
    for (const record of ours) for (const row of rowsFor(whole, record)) yield { row, record, sources };
  }
}

/** The row, or its parts, where it makes the record. */
function* rowsFor(row: SourceRow, record: MappedRecord): Generator<SourceRow> {
  const parts = record.each ? row.each(record.each) : [row];
  const columns = Object.values(record.columns).flatMap(columnsOf);
  for (const part of parts) {
    if (!fitsWhere(part, record.where)) continue;
    if (record.ifFilled && !columns.some((column) => part.isFilled(column))) continue;
    yield part;
  }
}

/** Whether a row makes a record at all. */
export const makesRecord = (row: SourceRow, records: readonly MappedRecord[]): boolean =>
  records.some((record) => !record.ifFilled && !rowsFor(row, record).next().done);

export const fitsWhere = (row: SourceRow, where: Where): boolean =>
  Object.entries(where).every(([column, { is, isNot, filled }]) => {
    const values = row.values(column);
    if (filled !== undefined && row.isFilled(column) !== filled) return false;
    if (is !== undefined && !values.some((value) => is.includes(value))) return false;
    return isNot === undefined || !values.some((value) => isNot.includes(value));
  });

/** The cells of a row of a template. A value that does not fit where nothing must stand is kept as a fact, or in the note. */
function cellsOf(
  context: CellContext,
  columns: readonly CsvColumn[],
  record: MappedRecord,
  sources: RowSources | undefined,
): Map<string, string> {
  const cells = new Map<string, string>();
  const asStated: [string, string][] = [];
  for (const column of columns) {
    const { name, reader } = column;
    const all = valuesFor(context, name, record, sources);
    const values = all.filter((value) => isFit(column, value));
    for (const value of all.filter((one) => !values.includes(one))) {
      asStated.push([name, value]);
      reportMisfit(context, column, record.columns[name], value);
    }
    cells.set(name, reader.isList ? values.map(oneOfSeveral).join(' ; ') : values.join('; '));
  }
  addAsStated(cells, asStated);
  fillRange(cells);
  return cells;
}

function valuesFor(
  context: CellContext,
  name: string,
  { columns }: MappedRecord,
  sources: RowSources | undefined,
): string[] {
  const { fileAsReport } = context.conversion.options;
  const rule = columns[name];
  const values = rule ? valuesOf(context, rule) : name === 'sources' ? citedBy(context, sources) : [];
  if (values.length > 0) return values;
  if (name === 'sources') return [fileAsReport.id];
  // What confidential files say is as confidential as they are.
  return name === 'access' && fileAsReport.access ? [fileAsReport.access] : [];
}

/** A value that is refused where something must stand refuses its row; elsewhere the row can do without it. */
const isFit = ({ name, required, reader }: CsvColumn, value: string): boolean =>
  required || name in ALIGNED || 'value' in reader.read(reader.isList ? oneOfSeveral(value) : value);

function reportMisfit(
  { report, row }: CellContext,
  { name, reader }: CsvColumn,
  rule: CellRule | undefined,
  value: string,
) {
  const place = { file: row.file, row: row.number, column: (rule && columnsOf(rule)[0]) ?? name };
  const message = `This does not fit into ${name}, which stays empty; the record keeps it as it is stated.`;
  report.warning(place, reader.expected, value, message);
}

function addAsStated(cells: Map<string, string>, asStated: readonly [string, string][]): void {
  if (asStated.length === 0) return;
  const [place, between] = cells.has('facts') ? ['facts', ' ; '] : ['note', '; '];
  const texts = asStated.map(([name, value]) =>
    place === 'facts' ? `${name.toUpperCase()}_AS_STATED=${oneOfSeveral(value)}` : `${name}: ${value}`,
  );
  cells.set(place, [cells.get(place) ?? '', ...texts].filter((text) => text !== '').join(between));
}

/** Where only one end of a range is known, it is the other too, and neither a start nor an end by that. */
function fillRange(cells: Map<string, string>): void {
  for (const [end, other] of [
    ['first', 'last'],
    ['last', 'first'],
  ] as const) {
    if (cells.get(end) !== '') continue;
    cells.set(`${end}_hardness`, '');
    cells.set(end, cells.get(other) ?? '');
  }
}

/** The ids of the reports that a row names, each once. */
function citedBy(context: CellContext, sources: RowSources | undefined): string[] {
  if (sources === undefined) return [];
  const { row } = context;
  const parts = sources.each ? [...row.each(sources.each)] : [row];
  return [...new Set(parts.flatMap((part) => valuesOf({ ...context, row: part }, sources.id)))];
}

/** Under which column of the table a problem of a cell is reported. */
function spellingsOf({ columns }: MappedRecord, sources: RowSources | undefined): Map<string, string> {
  const rules = Object.entries({ ...(sources && { sources: sources.id }), ...columns });
  return new Map(
    rules.flatMap(([name, rule]) =>
      columnsOf(rule)
        .slice(0, 1)
        .map((column) => [name, column] as const),
    ),
  );
}
