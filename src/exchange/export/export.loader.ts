import type { CypherStatement, Reader, ResultRow } from '../../graph/graph.js';
import { SteadyRows } from '../../graph/query/steady-rows.js';
import type { View } from '../../model/lens.js';
import { linksBesideOwn, standIns, withStandIns } from '../../model/record/own-words.rules.js';
import { withoutNull } from '../../model/without.js';
import {
  ATTRIBUTED,
  CLAIMS,
  COUNTS,
  DATASETS,
  ENTITIES,
  RECORDS,
  REPORTS,
  REQUIRED,
  recordsOf,
} from './export.cypher.js';
import type {
  Attributed,
  CitedReport,
  DatasetAbout,
  ExportLink,
  ExportPage,
  ExportRecord,
  GivenName,
  NamedEntity,
  RequiredDatasets,
  Surroundings,
  Value,
} from './export.rules.js';

/** How many nodes one statement scans. */
const PAGE_SIZE = 1_000;

interface ScannedRows<R> extends ResultRow {
  readonly last: string | null;
  readonly scanned: number;
  readonly rows: readonly R[];
}
type Properties = Readonly<Record<string, Value | null>>;
/** A record as a statement returns it: absent values are null, in no order. */
export interface RecordRow extends Omit<ExportRecord, 'properties' | 'links'> {
  readonly properties: Properties;
  readonly links: readonly (Omit<ExportLink, 'properties'> & { readonly properties: Properties })[];
  /** Whether its own words count. Facts that stand in for them elsewhere are records of the export themselves. */
  readonly ownWords: boolean;
}

interface EntityRow extends Omit<NamedEntity, 'called' | 'names'> {
  readonly names: readonly (GivenName & { readonly counts: boolean })[];
}

/** Reads records under one view, page by page, only as far as requested. */
export class RecordPages {
  private readonly reader: SteadyRows;

  constructor(
    reader: Reader,
    private readonly view: View,
    private readonly size = PAGE_SIZE,
  ) {
    this.reader = new SteadyRows(reader);
  }

  /** The records of a label by id, with what they refer to where a format wants it. */
  async *of(label: string, withSurroundings: boolean): AsyncGenerator<ExportPage> {
    for await (const rows of this.walk<RecordRow>(recordsOf(label))) {
      const records = rows.map(recordOf);
      yield { records, around: withSurroundings ? await this.around(records) : NOTHING };
    }
  }

  /** The same for entities, with the claims that give them names, identifiers and facts. */
  async *withClaims(label: string): AsyncGenerator<ExportPage> {
    for await (const page of this.of(label, true)) yield await this.addClaims(page);
  }

  /** Some records by id, with what they refer to; those that no export has are left out. */
  async *some(ids: readonly string[], withClaims = false): AsyncGenerator<ExportPage> {
    const rows = await this.about<{ row: RecordRow }>(RECORDS, ids);
    const records = rows.map(({ row }) => recordOf(row));
    const page = { records, around: await this.around(records) };
    yield withClaims ? await this.addClaims(page) : page;
  }

  private async addClaims({ records, around }: ExportPage): Promise<ExportPage> {
    const ids = records.map(({ id }) => id);
    const rows = await this.about<{ id: string; row: RecordRow }>(CLAIMS, ids);
    const claims = new Map(ids.map((id): [string, ExportRecord[]] => [id, []]));
    for (const { id, row } of rows) claims.get(id)?.push(recordOf(row));
    return { records, around: { ...around, claims } };
  }

  /** How many records of each kind there are. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for await (const rows of this.walk<{ kind: string; number: number }>(COUNTS))
      for (const { kind, number } of rows) counts[kind] = (counts[kind] ?? 0) + number;
    return counts;
  }

  /** The datasets to whose records each dataset refers; `withheld` may not be passed on. */
  async required(withheld: readonly string[]): Promise<RequiredDatasets> {
    const requiredBy = new Map<string, Set<string>>();
    for await (const rows of this.walk<{ dataset: string; required: string }>(REQUIRED, { withheld }))
      for (const { dataset, required } of rows)
        requiredBy.set(dataset, (requiredBy.get(dataset) ?? new Set()).add(required));
    return requiredBy;
  }

  /** What entities are called: those that stand in an export. */
  async entities(ids: readonly string[]): Promise<Map<string, NamedEntity>> {
    return byId((await this.about<EntityRow>(ENTITIES, ids)).map(entityOf));
  }

  async reports(ids: readonly string[]): Promise<Map<string, CitedReport>> {
    return byId(await this.about<CitedReport & ResultRow>(REPORTS, ids));
  }

  private async around(records: readonly ExportRecord[]): Promise<Surroundings> {
    const ends = records.flatMap(({ id, links }) => [id, ...links.map(({ to }) => to)]);
    const incidents = records.filter(({ kind }) => kind === 'Incident').map(({ id }) => id);
    const attributed = await this.about<{ id: string; subjects: Attributed[] }>(ATTRIBUTED, incidents);
    const subjects = attributed.flatMap((row) => row.subjects.map(({ id }) => id));
    const entities = await this.entities([...ends, ...subjects]);
    const names = [...entities.values()].flatMap((entity) => entity.names);
    const cited = names.flatMap(({ citations }) => citations.map(({ reportId }) => reportId));
    const reports = await this.reports([...ends, ...cited]);
    return { entities, reports, attributed: new Map(attributed.map(({ id, subjects }) => [id, subjects])) };
  }

  private async about<T>(statement: CypherStatement, ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return [];
    return this.reader.rows<T>(statement, { view: this.view, about: { ids: [...new Set(ids)].sort() } });
  }

  private async *walk<R>(statement: CypherStatement, about?: object): AsyncGenerator<readonly R[]> {
    let after = '';
    for (;;) {
      const parameters = { view: this.view, after, limit: this.size, ...(about && { about }) };
      const [page] = await this.reader.rows<ScannedRows<R>>(statement, parameters);
      if (!page || page.last === null) return;
      yield page.rows;
      if (page.scanned < this.size) return;
      after = page.last;
    }
  }
}

/** The datasets that a reader knows of at an instant. */
export function datasetsAt(
  reader: Reader,
  view: Pick<View, 'clearance' | 'grants' | 'recordedBy'>,
): Promise<DatasetAbout[]> {
  return reader.rows<DatasetAbout & ResultRow>(DATASETS, { view });
}

const NOTHING: Surroundings = { entities: new Map(), reports: new Map(), attributed: new Map() };

const byId = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** An entity may be called by a name that the lens does not let count. */
function entityOf({ names, ...entity }: EntityRow): NamedEntity {
  const called = names.filter(({ value }) => value === entity.name);
  return { ...entity, called, names: names.filter(({ counts }) => counts) };
}

/** A record without what it does not have, in an order that is always the same. */
export function recordOf(row: RecordRow): ExportRecord {
  const { id, kind, labels, properties: all, links, ownWords, referents = [] } = row;
  const properties = ownWords ? all : withStandIns(all, standIns(kind));
  const visibleLinks = ownWords ? links : linksBesideOwn(kind, links);
  const bare = visibleLinks.map((link) => ({ ...link, properties: present(link.properties) }));
  const keyed = bare.map((link) => ({ link, key: `${link.type} ${link.to} ${JSON.stringify(link.properties)}` }));
  const ordered = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ link }) => link);
  const leading = referents.length > 0 && { referents };
  return { id, kind, labels: [...labels].sort(), properties: present(properties), links: ordered, ...leading };
}

function present(properties: Properties): Record<string, Value> {
  return Object.fromEntries(Object.entries(withoutNull(properties)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
