import { type Graph, Reader } from '../../../graph/graph.js';
import { REDIRECTED } from '../../../graph/query/redirects.cypher.js';
import { levelsUpTo } from '../../../model/access.rules.js';
import { type Clearance, type View, viewOf } from '../../../model/lens.js';
import { publishedThrough } from '../../../writing/change/clock.js';
import { TABLES } from '../../export/csv.columns.js';
import { type CsvCell, joinedCell } from '../../export/csv.js';
import { datasetsAt, RecordPages } from '../../export/export.loader.js';
import { requiredBetween } from '../../export/required-datasets.js';
import { select } from '../../export/selection.js';
import { DAY_ORDERS, type DayOrder, isAsWritten, ordersUnderWhichSame } from '../csv/rewritten-cells.js';
import type { TableRow } from '../reading/table.js';
import type { OwnTable } from '../record/imported-record.js';
import type { ImportReport } from '../report/import-report.js';

/**
 * Holds tables of our own export against what the graph would export now. They change nothing: a row that the graph
 * exports so is unchanged, and whatever differs is an ERROR, since a table does not say which source a new value is from.
 */

/** What of an import decides over its tables. */
interface ImportOfTables {
  readonly clearance?: Clearance;
  /** An export may have been of that dataset alone. */
  readonly dataset: { readonly id: string };
  readonly whole: boolean;
}

/** How many rows are held against the graph together. */
const BATCH = 500;

/** How many rows the graph exports as they stand. */
export async function compareOwnTables(
  graph: Graph,
  tables: readonly OwnTable[],
  request: ImportOfTables,
  report: ImportReport,
): Promise<number> {
  if (tables.length === 0) return 0;
  if (request.whole) for (const { file } of tables) report.error({ file, row: 1 }, EDITION, OWN_TABLE, NO_EDITION);
  const reader = new Reader(graph);
  const views = await viewsOf(reader, request, await publishedThrough(graph));
  let unchanged = 0;
  for (const table of tables) {
    const comparison = new TableComparison(reader, table.name, views, report);
    for await (const rows of batched(table.rows(report))) unchanged += await comparison.take(rows);
  }
  return unchanged;
}

const EDITION = 'the whole dataset, as records.jsonl has it';
const OWN_TABLE = 'a table of our own export';
const NO_EDITION =
  'With --whole, what the files do not state is taken back, and an exported table states only a part of each record.';

async function* batched(rows: AsyncIterable<TableRow>): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** The views in which a table may have been exported, as far as whoever imports it may see them: the lowest level first. */
async function viewsOf(reader: Reader, request: ImportOfTables, through: string): Promise<View[]> {
  const { clearance = levelsUpTo('PUBLIC'), dataset } = request;
  const views = new Map<string, View>();
  for (const level of clearance) {
    const whole = viewOf(levelsUpTo(level), {}, through);
    const datasets = await datasetsAt(reader, whole);
    const isPassedOn = datasets.some(({ id, redistribute }) => id === dataset.id && redistribute);
    const required = isPassedOn ? await requiredBetween(reader, datasets, whole) : undefined;
    for (const requested of [undefined, ...(isPassedOn ? [[dataset.id]] : [])]) {
      const { view } = select(datasets, requested, whole, required);
      views.set(JSON.stringify(view), view);
    }
  }
  return [...views.values()];
}

/** What the graph exports of a record, by column; of several, by their ids. */
type ExportedCells = ReadonlyMap<string, CsvCell>;
type ExportedRows = ReadonlyMap<string, ExportedCells>;

/** What the graph knows of the ids of some rows. */
interface GraphRows {
  readonly exported: ReadonlyMap<View, ExportedRows>;
  /** The ids that are left of those that were merged away. */
  readonly left: ReadonlyMap<string, string>;
}

interface RowComparison {
  readonly view: View;
  /** The columns that differ; undefined where the view has no such record. */
  readonly differing: readonly string[] | undefined;
  readonly cells: ExportedCells;
  readonly orders: readonly DayOrder[];
}

/** One table against the graph. All its rows are of one export: they have one view, and one order of the parts of days. */
class TableComparison {
  private orders: readonly DayOrder[] = DAY_ORDERS;

  constructor(
    private readonly reader: Reader,
    private readonly name: string,
    private views: readonly View[],
    private readonly report: ImportReport,
  ) {}

  /** Compares some rows, and gives how many are unchanged. */
  async take(rows: readonly TableRow[]): Promise<number> {
    const ids = rows.map((row) => row.get('id'));
    const exported = new Map<View, ExportedRows>();
    for (const view of this.views) exported.set(view, await this.exportedUnder(view, ids));
    const missing = ids.filter((id) => [...exported.values()].every((records) => !records.has(id)));
    const left = await this.idsLeft(missing);
    return rows.filter((row) => this.isUnchanged(row, { exported, left })).length;
  }

  /** The ids of the people and units into which others were merged, by the ids of these. */
  private async idsLeft(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const view = this.views.at(-1);
    if (ids.length === 0 || view === undefined) return new Map();
    const about = { ids };
    const rows = await this.reader.rows<{ id: string; row: { id: string } }>(REDIRECTED, { view, about });
    return new Map(rows.map(({ id, row }) => [id, row.id]));
  }

  private async exportedUnder(view: View, ids: readonly string[]): Promise<ExportedRows> {
    const { label = '', columns = [], withClaims } = TABLES[this.name] ?? {};
    const rows = new Map<string, ExportedCells>();
    for await (const { records, around } of new RecordPages(this.reader, view).some(ids, withClaims))
      for (const record of records.filter(({ labels }) => labels.includes(label)))
        rows.set(record.id, new Map(columns.map(({ name, cell }) => [name, joinedCell(cell(record, around))])));
    return rows;
  }

  private isUnchanged(row: TableRow, { exported, left }: GraphRows): boolean {
    const id = row.get('id');
    const comparisons = this.views.map((view) => this.compare(row, view, exported.get(view)?.get(id)));
    const equal = comparisons.filter(({ differing }) => differing?.length === 0);
    const [first] = equal;
    if (first === undefined) {
      this.refuse(row, comparisons, left.get(id));
      return false;
    }
    this.views = equal.map(({ view }) => view);
    this.orders = first.orders;
    this.noteRewritten(row, first.cells);
    return true;
  }

  private compare(row: TableRow, view: View, cells: ExportedCells | undefined): RowComparison {
    let orders = this.orders;
    const differing: string[] = [];
    for (const [column, value] of cells ?? []) {
      if (!row.has(column)) continue;
      const same = ordersUnderWhichSame(row.get(column), value);
      const left = orders.filter((order) => same.includes(order));
      if (left.length === 0) differing.push(column);
      else orders = left;
    }
    return { view, differing: cells && differing, cells: cells ?? new Map(), orders };
  }

  /** Tells each cell that differs, from the view from which fewest do. */
  private refuse(row: TableRow, comparisons: readonly RowComparison[], idLeft: string | undefined): void {
    const found = comparisons.flatMap(({ differing, cells }) => (differing ? [{ differing, cells }] : []));
    const [nearest] = found.sort((a, b) => a.differing.length - b.differing.length);
    const id = row.get('id');
    if (nearest === undefined)
      this.report.error(row.at('id'), `the id of a record that ${this.name}.csv exports`, id, this.unknown(idLeft));
    for (const column of nearest?.differing ?? []) {
      const value = String(nearest?.cells.get(column) ?? '');
      const there = value === '' ? 'nothing' : JSON.stringify(shortened(value));
      this.report.error(row.at(column), `${there}, as the graph has it of ${id}`, row.get(column), this.differs);
    }
  }

  private noteRewritten(row: TableRow, cells: ExportedCells): void {
    for (const [column, value] of cells) {
      if (!row.has(column) || isAsWritten(row.get(column), value)) continue;
      const { file, column: spelling = column } = row.at(column);
      this.report.note({ file, column: spelling }, REWRITTEN, row.get(column));
    }
  }

  private unknown(idLeft: string | undefined): string {
    if (idLeft !== undefined) return `It was merged into ${idLeft}: export the table anew, which has one row for both.`;
    return `There is no such record, or none that may be seen here: it may have been taken back, or merged into another. State what is new in the template ${this.name}.csv, which asks for its sources.`;
  }

  private get differs(): string {
    return `A table of our own export changes nothing, since it does not say which source a new value is from: correct the record with a mutation, or state it in the template ${this.name}.csv. If the graph has changed since the export, export the table anew.`;
  }
}

const REWRITTEN = 'A program wrote these cells in a way of its own; they say what the graph says.';

/** As much of a text as a person needs to see which one it is. */
const shortened = (text: string) => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
