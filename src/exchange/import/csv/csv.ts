import { basename } from 'node:path';
import type { TableRow } from '../reading/table.js';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import type { ImportedRecord, OwnTable, RecordStream, RecordType } from '../record/imported-record.js';
import { ImportReport } from '../report/import-report.js';
import { listOf, type RecordDraft, type Template } from './columns.js';
import { CsvIndex } from './csv-index.js';
import { incidentsOf } from './incidents.js';
import { ownTableIn } from './own-tables.js';
import { identityOf, isEntity, type ReadRecord, withNewClaims } from './repeated-entities.js';
import { fits, recordIn, rowsOf } from './rows.js';
import {
  type CsvFiles,
  countCitations,
  type TemplateRow,
  type TemplateRows,
  type TemplateTables,
} from './template-tables.js';
import { isTemplate, TEMPLATE_NAMES, TEMPLATES, type TemplateName } from './templates.js';

/** Record types whose records are links between two others; attributions are the links of incidents. */
const LINKS: readonly TemplateName[] = ['postings', 'command-links', 'positionings', 'affiliations', 'incident-links'];
/** Templates whose rows have an id of their own. */
const DECLARING: readonly TemplateName[] = ['reports', 'bodies', 'people', 'units', 'locations', 'findings'];

/**
 * Turns templates that a researcher has filled in into records of our own format, row by row. Tables of our own export
 * among the files give no records: they are held against the graph.
 */
export function convertCsv(files: CsvFiles, options: ConversionOptions): RecordStream {
  const conversion = new Conversion(options, new ImportReport(files));
  const ownTables: OwnTable[] = [];
  return { records: recordsOf(conversion, files, ownTables), report: conversion.report, ownTables };
}

async function* recordsOf(
  conversion: Conversion,
  files: CsvFiles,
  ownTables: OwnTable[],
): AsyncGenerator<ImportedRecord> {
  const { encoding } = conversion.options;
  const tables: { [T in TemplateName]?: TemplateRows } = {};
  for (const [name, path] of Object.entries(files)) {
    const ownTable = await ownTableIn(name, path, { encoding });
    if (ownTable) ownTables.push(ownTable);
    else if (isTemplate(name)) tables[name] = (report) => rowsOf(report, TEMPLATES[name], path, encoding);
    else refuse(conversion, name, String(path));
  }
  yield* recordsOfTemplates(conversion, new CsvIndex(conversion), tables);
}

/** What the rows of templates say, wherever they are from. */
export async function* recordsOfTemplates(
  conversion: Conversion,
  index: CsvIndex,
  tables: TemplateTables,
): AsyncGenerator<ImportedRecord> {
  for (const name of TEMPLATE_NAMES) {
    const rows = tables[name];
    if (name === 'incidents') yield* incidentsOf(conversion, index, tables);
    else if (rows !== undefined && !('part' in TEMPLATES[name])) yield* recordsIn(conversion, index, name, rows);
  }
}

function refuse(conversion: Conversion, name: string, path: string): void {
  const origin = { file: basename(path), row: 1 };
  conversion.report.error(origin, `one of ${TEMPLATE_NAMES.join(', ')}`, name, 'There is no such template.');
}

async function* recordsIn(
  conversion: Conversion,
  index: CsvIndex,
  name: TemplateName,
  rows: TemplateRows,
): AsyncGenerator<ImportedRecord> {
  const links = LINKS.includes(name) ? conversion.report.links : undefined;
  for await (const row of rows(conversion.report)) {
    conversion.report.citations.arrives(countCitations(row));
    links?.arrives();
    const read = readRecord(conversion, index, name, row);
    if (!read) continue;
    const { recordType } = read;
    if (recordType === 'reports') index.publishes(read.record);
    const isShared = index.isOfOthers && isEntity(recordType);
    const part = isShared ? withNewClaims(conversion, read, row) : read.record;
    if (part === undefined) conversion.report.citations.repeats(countCitations(row));
    const claims = part === undefined ? [] : index.claimsOf(part);
    const news = claims.map((claim) => emitOnce(conversion, index, recordType, claim, row));
    links?.[news.includes(true) ? 'leaves' : 'repeats']();
    yield* conversion.drain();
  }
}

/** The record of a row; undefined, with an error, where it cannot be imported. */
function readRecord(
  conversion: Conversion,
  index: CsvIndex,
  name: TemplateName,
  row: TemplateRow,
): ReadRecord | undefined {
  const template: Template = TEMPLATES[name];
  const record = recordIn(conversion.report, template, row);
  const recordType = record && recordTypeOf(template, record);
  const isMore = recordType !== undefined && saysMore(index, name, recordType, record);
  const own = isMore || !DECLARING.includes(name) || index.declares(row.get('id'), row);
  if (!record || !recordType || !own || !fits(conversion.report, template, recordType, record, row)) return undefined;
  return { record, recordType, isMore };
}

const recordTypeOf = ({ recordType }: Template, record: RecordDraft): RecordType =>
  typeof recordType === 'function' ? recordType(record) : recordType;

/** Whether a row of a table of others speaks of an entity that an earlier row declares. */
const saysMore = (
  index: CsvIndex,
  name: TemplateName,
  recordType: RecordType,
  record: RecordDraft | undefined,
): boolean =>
  record !== undefined &&
  index.isOfOthers &&
  DECLARING.includes(name) &&
  isEntity(recordType) &&
  index.repeats(String(record.id), identityOf(recordType, record));

/** Emits a record that no row before has stated. */
function emitOnce(
  conversion: Conversion,
  index: CsvIndex,
  recordType: RecordType,
  record: RecordDraft,
  row: TableRow,
): boolean {
  const doubted = index.withSourceDoubts(record, row);
  const fresh = conversion.isNewClaim([recordType, doubted], listOf(record.cites).length);
  if (fresh) conversion.emit(recordType, doubted, row.at());
  return fresh;
}
