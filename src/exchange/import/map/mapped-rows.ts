import { contentHash } from '../../../model/hash.js';
import { url as address, dateCell, id, oneOfSeveral } from '../csv/cell-readers.js';
import { ALIGNED, type CsvColumn, type Template } from '../csv/columns.js';
import type { CsvIndex } from '../csv/csv-index.js';
import type { StrangeValue, TemplateRow } from '../csv/template-tables.js';
import { TEMPLATES, type TemplateName } from '../csv/templates.js';
import { TableRow } from '../reading/table.js';
import type { Conversion } from '../record/conversion.js';
import { ImportReport } from '../report/import-report.js';
import { type CellContext, columnsOf, statedValues, valuesOf } from './cell-values.js';
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
  index: CsvIndex,
  report: ImportReport,
  name: TemplateName,
  mappings: readonly TableWithMap[],
): AsyncGenerator<TemplateRow> {
  const template: Template = TEMPLATES[name];
  const declares = template.columns.some((column) => column.name === 'id');
  const hashes = new Set<string>();
  for (const mapping of mappings)
    for await (const { row, record, sources } of rowsOfTable(conversion, name, mapping)) {
      const { cells, strangeValues } = cellsOf({ conversion, index, report, row }, template, record, sources);
      const hash = declares ? contentHash([[...cells], strangeValues]) : '';
      if (declares && hashes.has(hash)) continue;
      hashes.add(hash);
      yield Object.assign(new TableRow(row.file, row.number, cells, spellingsOf(record, sources)), { strangeValues });
    }
}

interface RowContext extends CellContext {
  readonly index: CsvIndex;
}

/** Each row of a table, or part of one, with the record that it makes. */
async function* rowsOfTable(
  conversion: Conversion,
  name: TemplateName,
  { table, map: { where, records, sources } }: TableWithMap,
) {
  const ours = records.filter(({ template }) => template === name);
  if (ours.length === 0) return;
  for await (const whole of table.rows()) {
    if (!fitsWhere(whole, where)) continue;
    for (const record of ours)
      for (const row of rowsFor(whole, record))
        if (!record.ofSource || isSource({ conversion, row }, record.ofSource)) yield { row, record, sources };
  }
}

/** The row, or its parts, where it makes the record. */
function* rowsFor(row: SourceRow, record: MappedRecord): Generator<SourceRow> {
  const parts = record.each ? row.each(record.each) : [row];
  for (const part of parts) if (fitsWhere(part, record.where)) yield part;
}

/** Whether a row makes a record at all. */
export const makesRecord = (row: SourceRow, records: readonly MappedRecord[]): boolean =>
  records.some((record) => !record.ofSource && !rowsFor(row, record).next().done);

export const fitsWhere = (row: SourceRow, where: Where): boolean =>
  Object.entries(where).every(([column, { is, isNot, filled }]) => {
    const values = row.values(column);
    if (filled !== undefined && row.isFilled(column) !== filled) return false;
    if (is !== undefined && !values.some((value) => is.includes(value))) return false;
    return isNot === undefined || !values.some((value) => isNot.includes(value));
  });

interface MappedCells {
  readonly cells: Map<string, string>;
  /** What fits into no column, and is kept in its own words. */
  readonly strangeValues: StrangeValue[];
}

/** The cells of a row of a template. */
function cellsOf(
  context: RowContext,
  template: Template,
  record: MappedRecord,
  sources: readonly RowSources[],
): MappedCells {
  const cells = new Map<string, string>();
  const strangeValues: StrangeValue[] = [];
  for (const column of template.columns) {
    const { name, reader } = column;
    const fitting =
      name === 'sources' ? sourcesOf(context, record, sources) : fittingValues(context, template, column, record);
    strangeValues.push(...fitting.strangeValues);
    cells.set(name, reader.isList ? fitting.values.map(oneOfSeveral).join(' ; ') : fitting.values.join('; '));
  }
  clearEmptyEnds(cells);
  strangeValues.push(...halfPoint(cells));
  return { cells, strangeValues };
}

interface FittingValues {
  readonly values: readonly string[];
  readonly strangeValues: readonly StrangeValue[];
}

/**
 * The values that fit into a column, and those that the row can do without there. Where something must stand, a word of
 * ours may stand for words that we do not know; else what does not fit refuses the row.
 */
function fittingValues(
  context: RowContext,
  template: Template,
  column: CsvColumn,
  record: MappedRecord,
): FittingValues {
  const { name, required, reader } = column;
  const all = valuesFor(context, name, record);
  const strange = template.strangeWords?.[name] ?? doubtOfDate(template, column);
  const isReadLater = column.doubt !== undefined || name in ALIGNED || (required && strange === undefined);
  if (isReadLater) return { values: all, strangeValues: [] };
  const isFit = (value: string) => 'value' in reader.read(reader.isList ? oneOfSeveral(value) : value);
  const values = all.filter(isFit);
  const rule = record.columns[name];
  const ownWords = rule ? statedValues(context, rule).join('; ') : '';
  const unfit = all.length === 0 && required ? [ownWords] : all.filter((value) => !values.includes(value));
  const isReported = typeof rule?.words === 'string' && all.length > 0;
  const strangeValues = unfit.map((value) => ({
    column: name,
    value,
    isReported,
    ...(strange && { doubt: strange.doubt }),
  }));
  return { values: values.length === 0 && strange?.instead ? [strange.instead] : values, strangeValues };
}

const doubtOfDate = ({ columns }: Template, { reader }: CsvColumn) =>
  reader === dateCell && columns.some(({ name }) => name === 'doubts')
    ? { doubt: 'DATE_UNREADABLE' as const, instead: undefined }
    : undefined;

function valuesFor(context: RowContext, name: string, { columns }: MappedRecord): readonly string[] {
  const { fileAsReport } = context.conversion.options;
  const rule = columns[name];
  if (rule) {
    const values = valuesOf(context, rule);
    if (values.length > 0) return values;
  }
  // What confidential files say is as confidential as they are.
  if (name === 'access' && fileAsReport.access) return [fileAsReport.access];
  const [, of] = /^(.+)_as_stated$/.exec(name) ?? [];
  const ruleOfWord = of === undefined || name in ALIGNED ? undefined : columns[of];
  return ruleOfWord && !rule ? statedValues(context, ruleOfWord) : [];
}

/** The reports that a row cites. The table stands for a source that is unknown, and where none is named. */
function sourcesOf(context: RowContext, { columns }: MappedRecord, sources: readonly RowSources[]): FittingValues {
  const { id: table } = context.conversion.options.fileAsReport;
  const { sources: rule } = columns;
  const cited = rule ? statedSources(context, rule) : sources.flatMap((one) => namedSources(context, one));
  const reports = cited.length > 0 ? cited.map(({ id }) => id ?? table) : [table];
  const isAligned = 'pinpoints' in columns || 'paraphrases' in columns;
  const unknown = cited.filter(({ id }) => id === undefined);
  const strangeValues = unknown.map(({ words }) => ({
    column: 'sources',
    value: words,
    doubt: 'SOURCE_UNKNOWN' as const,
  }));
  return { values: isAligned ? reports : [...new Set(reports)], strangeValues };
}

/** A source as a row names it; without an id if nobody knows it. */
interface CitedSource {
  readonly id: string | undefined;
  readonly words: string;
}

const REPORT_ID = id('report');

/** An id that is made of the words of a row can be that of a report of these tables only. */
function statedSources(context: RowContext, rule: CellRule): CitedSource[] {
  if (rule.all) return rule.all.flatMap((one) => statedSources(context, one));
  const words = rule.from?.flatMap((one) => statedValues(context, one)) ?? [];
  return valuesOf(context, rule).map((value) => {
    const isKnown = rule.id === undefined ? 'value' in REPORT_ID.read(value) : context.index.has(value);
    return { id: isKnown ? value : undefined, words: words.join(', ') || value };
  });
}

/** The sources that a row names, as its map tells. */
function namedSources(context: RowContext, sources: RowSources): CitedSource[] {
  const parts = sources.each ? [...context.row.each(sources.each)] : [context.row];
  return parts.flatMap((row) => {
    const part = { ...context, row };
    const words = sources.id.from?.flatMap((one) => statedValues(part, one)) ?? [];
    return valuesOf(part, sources.id).map((value) => ({
      id: isSource(part, sources) ? value : undefined,
      words: words.join(', '),
    }));
  });
}

/** Whether a source can be told from others: it has a title, or an address that is one. */
function isSource({ conversion, row }: Pick<CellContext, 'conversion' | 'row'>, { title, url }: RowSources): boolean {
  const context = { conversion, row, report: new ImportReport() };
  if (title && valuesOf(context, title).length > 0) return true;
  return url !== undefined && valuesOf(context, url).some((value) => 'value' in address.read(value));
}

/** A place with one coordinate has none; the other is kept as it is stated. */
function halfPoint(cells: Map<string, string>): StrangeValue[] {
  const [latitude = '', longitude = ''] = [cells.get('latitude'), cells.get('longitude')];
  if (latitude !== '' && longitude !== '') return [];
  const half = [
    { column: 'latitude', value: latitude },
    { column: 'longitude', value: longitude },
  ].filter(({ value }) => value !== '');
  for (const name of ['latitude', 'longitude', 'coordinates_from_id']) if (cells.has(name)) cells.set(name, '');
  return half;
}

/**
 * An end without a date is neither a start nor an end, whatever the map says of all rows. What a source expects to go on
 * is known for the first date, and expected from there on.
 */
function clearEmptyEnds(cells: Map<string, string>): void {
  if (cells.get('last') === '' && cells.get('last_hardness') === 'ASSUMED_TO_CONTINUE')
    cells.set('last', cells.get('first') ?? '');
  for (const end of ['first', 'last']) if (cells.get(end) === '') cells.set(`${end}_hardness`, '');
}

/** Under which column of the table a problem of a cell is reported. */
function spellingsOf({ columns }: MappedRecord, sources: readonly RowSources[]): Map<string, string> {
  const rules = Object.entries({ ...(sources[0] && { sources: sources[0].id }), ...columns });
  return new Map(
    rules.flatMap(([name, rule]) =>
      columnsOf(rule)
        .slice(0, 1)
        .map((column) => [name, column] as const),
    ),
  );
}
