import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Template } from '../csv/columns.js';
import { isTemplate, TEMPLATE_NAMES, TEMPLATES, type TemplateName } from '../csv/templates.js';
import { nearest } from '../reading/did-you-mean.js';
import { NOT_STATED } from '../record/names.js';
import { valueForReport } from '../record/validate-record.js';
import type { ImportIssue } from '../report/import-report.js';
import { type CellRule, type Each, type SourcesMap, TABLES, type TableMap, type Where } from './map-shape.js';

/** Reads a map, and names each fault in it with its line and key. */

/** One record that each row makes, with all that the map leaves to us. */
export interface MappedRecord {
  readonly template: TemplateName;
  readonly where: Where;
  readonly each?: Each | undefined;
  readonly columns: Readonly<Record<string, CellRule>>;
  /** The sources that it is made of: it is made only of those that can be identified. */
  readonly ofSource?: RowSources;
}

/** The reports that each row cites: their ids, one for each value of `each`. */
export interface RowSources {
  readonly each?: Each | undefined;
  readonly id: CellRule;
  readonly title?: CellRule | undefined;
  readonly url?: CellRule | undefined;
}

export interface MappedTable {
  readonly where: Where;
  readonly records: readonly MappedRecord[];
  /** The kinds of sources that a row may name: one for each set of columns. */
  readonly sources: readonly RowSources[];
  readonly ignore: readonly string[];
}

/** What stands in a draft where a person has to decide. */
export const OPEN = 'TODO';

/** What the map leaves to the import. */
interface MapContext {
  readonly dataset: string;
  /** The day by which whoever made the tables had read their sources. */
  readonly readOn: string | undefined;
}

/** The tables of a map by name, or what is wrong with it. */
export async function readMap(
  path: string,
  { dataset, readOn }: MapContext,
): Promise<{ readonly tables: ReadonlyMap<string, MappedTable> } | { readonly problems: readonly ImportIssue[] }> {
  const text = await readFile(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: ImportIssue[] = [];
  const fault = (row: number, key: string, expected: string, got: string, message: string) =>
    problems.push({ severity: 'ERROR', file: basename(path), row, column: key, expected, got, message });
  const faultAt: FaultAt = (keys, expected, got, message) =>
    fault(lineOf(document, lines, keys), keys.join('.'), expected, got, message);
  for (const error of document.errors)
    fault(lines.linePos(error.pos[0]).line, '', 'YAML', error.message.split('\n')[0] ?? '', 'This is not YAML.');
  if (problems.length > 0) return { problems };
  for (const { line, value } of openPlaces(document, lines))
    fault(line, '', 'your decision', value, `Replace ${OPEN}: only a person can decide this.`);
  if (problems.length > 0) return { problems };
  const content: unknown = document.toJS() ?? {};
  const parsed = TABLES.safeParse(content);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) addIssue(faultAt, content, issue);
    return { problems };
  }
  const tables = new Map<string, MappedTable>();
  for (const [name, table] of Object.entries(parsed.data.tables)) {
    checkTemplates(faultAt, ['tables', name, 'records'], table);
    if (problems.length === 0) tables.set(name, completed(table, { dataset, readOn }));
  }
  return problems.length > 0 ? { problems } : { tables };
}

type Keys = readonly PropertyKey[];
type FaultAt = (keys: Keys, expected: string, got: string, message: string) => void;

/** The line of the innermost key that the map has. */
function lineOf(document: Document, lines: LineCounter, keys: Keys): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** How many decisions are open in the text of a map. */
export function openIn(text: string): number {
  const lines = new LineCounter();
  return openPlaces(parseDocument(text, { lineCounter: lines }), lines).length;
}

function openPlaces(document: Document, lines: LineCounter): { line: number; value: string }[] {
  const open: { line: number; value: string }[] = [];
  visit(document, {
    Scalar(_key, { value, range }) {
      if (typeof value === 'string' && value.startsWith(OPEN))
        open.push({ line: lines.linePos(range?.[0] ?? 0).line, value });
    },
  });
  return open;
}

function addIssue(faultAt: FaultAt, content: unknown, issue: z.core.$ZodIssue): void {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const keys = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const value = keys.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    content,
  );
  const expected =
    unknownKey === undefined ? issue.message.replace(/^(Invalid \w+: )?expected /i, '') : 'a key of a map';
  faultAt(keys, expected, unknownKey ?? valueForReport(value), 'This does not fit into a map.');
}

/** What a row cannot leave empty, and the map need not name: it stands for the table itself. */
const BY_ITSELF = ['sources', 'coordinates_from_id'];

function checkTemplates(faultAt: FaultAt, keys: Keys, table: TableMap): void {
  table.records.forEach(({ template: name, columns }, at) => {
    const place = [...keys, at];
    if (!isTemplate(name)) {
      const expected = `one of ${TEMPLATE_NAMES.join(', ')}`;
      const message = `There is no such template; the nearest is "${nearest(name, TEMPLATE_NAMES)}".`;
      faultAt([...place, 'template'], expected, name, message);
      return;
    }
    const template: Template = TEMPLATES[name];
    const names = template.columns.map((column) => column.name);
    for (const column of Object.keys(columns).filter((one) => !names.includes(one))) {
      const expected = `a column of ${name}; the nearest is "${nearest(column, names)}"`;
      faultAt([...place, 'columns', column], expected, column, 'This column is not in the template.');
    }
    const missing = template.columns.filter((column) => column.required && !(column.name in columns));
    for (const { name: column, meaning } of missing.filter((one) => !BY_ITSELF.includes(one.name)))
      faultAt([...place, 'columns'], `the column ${column} of ${name}`, '', `The map lacks it. ${meaning}`);
  });
}

/** The table with the records that its sources make. */
function completed({ where, ignore, sources, records }: TableMap, context: MapContext): MappedTable {
  const own = records.map(({ template, columns, ...record }) => ({
    ...record,
    template: template as TemplateName,
    columns: { ...('latitude' in columns && { coordinates_from_id: TABLE_ITSELF }), ...columns },
  }));
  const named = sources.map((source): RowSources => {
    const { each, title, url } = source;
    return { each, title, url, id: { id: `report-${context.dataset}`, from: distinguishing(source) } };
  });
  const ofSources = sources.flatMap((source, at) => sourceRecords(source, named[at] as RowSources, context));
  return { where, ignore, records: [...ofSources, ...own], sources: named };
}

const TABLE_ITSELF: CellRule = { table: 'SOURCE' };

/** What tells one source from another. */
const distinguishing = ({ title, url, publisher, published }: SourcesMap): CellRule[] =>
  [title, url, publisher, published].filter((rule) => rule !== undefined);

/** The reports that the sources of a row are, and the bodies that published them. */
function sourceRecords(sources: SourcesMap, named: RowSources, { dataset, readOn }: MapContext): MappedRecord[] {
  const { each, title, url, publisher, publisherKind, published, language } = sources;
  const host: CellRule[] = url ? [{ ...url, part: 'HOST' }] : [];
  const by: CellRule = { firstOf: [...(publisher ? [publisher] : []), ...host], empty: NOT_STATED };
  const publisherId: CellRule = { id: `body-${dataset}`, from: [by] };
  const shared = { where: {}, each, ofSource: named } as const;
  const report = {
    id: named.id,
    title: { firstOf: [title, url].filter((rule) => rule !== undefined) },
    publisher_id: publisherId,
    ...(url && { url }),
    ...(published && { published }),
    ...(readOn && { retrieved_at: { value: readOn } }),
    ...(language && { language }),
  };
  const body = { id: publisherId, name: by, kind: publisherKind, sources: TABLE_ITSELF };
  return [
    { ...shared, template: 'bodies', columns: body },
    { ...shared, template: 'reports', columns: report },
  ];
}
