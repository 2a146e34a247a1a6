import type { CypherStatement, Reader, ResultRow } from '../../graph/graph.js';
import { levelsUpTo } from '../../model/access.rules.js';
import { type View, viewOf } from '../../model/lens.js';
import {
  INCIDENTS_AND_NETWORK,
  PASSAGE,
  REACH,
  REACH_BELOW,
  REPORT,
  STATEMENTS_AND_SOURCES,
} from './case-file.cypher.js';
import type {
  AttributionEntry,
  CaseFile,
  DatasetEntry,
  DayFactEntry,
  EntityEntry,
  FindingEntry,
  IncidentEntry,
  IncidentLinkEntry,
  IndicatorEntry,
  LinkEntry,
  MeasureEntry,
  PostingEntry,
  ReportEntry,
  SiteEntry,
  SourcedStatement,
} from './case-file.rules.js';

/** What a case file is opened for. */
export type CaseFileScope =
  | { readonly of: 'INCIDENTS'; readonly incidentIds: readonly string[]; readonly personIds: readonly string[] }
  | {
      readonly of: 'BELOW';
      readonly unitIds: readonly string[];
      readonly personIds: readonly string[];
      /** Whether units under them count too. */
      readonly below: boolean;
      readonly from: string;
      readonly to: string;
    };

/** What bears on the incidents of a case file, by id. */
interface Reach extends ResultRow {
  readonly incidents: string[];
  /** Units of which all links are read. */
  readonly units: string[];
  /** Units of which those links are read that lead up to posts of the people. */
  readonly under: string[];
  readonly people: string[];
  /** The units of their posts. */
  readonly posts: string[];
  /** People whom findings on the incident and on those linked with it name. */
  readonly accused: string[];
  /** The first and the last day on which incidents may have happened. */
  readonly from: string | null;
  readonly to: string | null;
}
interface IncidentsAndNetwork extends ResultRow {
  readonly incidents: IncidentEntry[];
  readonly attributions: AttributionEntry[];
  readonly incidentLinks: IncidentLinkEntry[];
  readonly dayFacts: DayFactEntry[];
  readonly links: LinkEntry[];
  readonly postings: PostingEntry[];
  readonly sites: SiteEntry[];
}
/** A report as the statement returns it: its publishers stand once, beside all reports. */
interface ReportRow extends Omit<ReportEntry, 'publisher' | 'origins'> {
  readonly originPublisherIds: readonly string[];
}
interface PublisherRow {
  readonly id: string;
  readonly name: string | null;
  readonly group: readonly string[];
}
interface Statements extends ResultRow {
  readonly findings: FindingEntry[];
  readonly indicators: IndicatorEntry[];
  readonly measures: MeasureEntry[];
  readonly reports: readonly (readonly unknown[])[];
  readonly publishers: PublisherRow[];
  readonly entities: EntityEntry[];
  readonly datasets: DatasetEntry[];
}

/** Opens case files for one request: three statements each, whatever the size, and each file once. */
export class CaseFiles {
  private readonly openCases = new Map<string, Promise<CaseFile>>();

  constructor(private readonly reader: Reader) {}

  /** The file under the clearance, grants and instant of the view; its further lens is laid over it by `narrow`. */
  open(scope: CaseFileScope, { clearance, grants, recordedBy }: View): Promise<CaseFile> {
    const view = { clearance, grants, recordedBy };
    const key = JSON.stringify([scope, view]);
    const cached = this.openCases.get(key);
    if (cached) return cached;
    const opened = this.read(scope, view);
    this.openCases.set(key, opened);
    return opened;
  }

  private async read(scope: CaseFileScope, view: Pick<View, 'clearance' | 'grants' | 'recordedBy'>): Promise<CaseFile> {
    const one = async <T extends ResultRow>(statement: CypherStatement, about: ResultRow): Promise<T> => {
      const [row] = await this.reader.rows<T>(statement, { about, view });
      if (!row) throw new Error(`The statement ${statement.name} gave no row.`);
      return row;
    };
    const entries = async <T extends ResultRow>(statement: CypherStatement, about: ResultRow): Promise<T> => {
      const row = await one<Record<string, SentEntry[]>>(statement, about);
      return Object.fromEntries(Object.entries(row).map(([kind, sent]) => [kind, sent.map(withPassages)])) as T;
    };
    const { incidentIds, unitIds, personIds } = { incidentIds: [], unitIds: [], ...scope };
    const { accused, posts, from, to, ...reach } =
      scope.of === 'INCIDENTS'
        ? await one<Reach>(REACH, { ids: incidentIds, persons: personIds })
        : await one<Reach>(REACH_BELOW, {
            units: unitIds,
            persons: personIds,
            below: scope.below,
            from: scope.from,
            to: scope.to,
          });
    const sited = unique([...reach.units, ...posts]);
    const network = await entries<IncidentsAndNetwork>(INCIDENTS_AND_NETWORK, { ...reach, sited, from, to });
    const { incidents, attributions, links, postings, sites } = network;
    const ids = unique([
      ...incidents.map(({ id }) => id),
      ...attributions.map(({ toId }) => toId),
      ...accused,
      ...personIds,
      ...links.flatMap(({ subordinateId, superiorId }) => [subordinateId, superiorId]),
      ...postings.map(({ personId }) => personId),
    ]);
    const statements = Object.values(network).flat() as readonly SourcedStatement[];
    const placed = postings.flatMap(({ atId, appointedById }) => [atId, appointedById ?? atId]);
    const { reports, publishers, entities, datasets, ...others } = await entries<Statements>(STATEMENTS_AND_SOURCES, {
      ids,
      reports: unique(statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId))),
      entities: unique([
        ...ids,
        ...attributions.map(({ byId }) => byId),
        ...placed,
        ...sites.map(({ unitId }) => unitId),
      ]),
    });
    return withEndsKnown({
      ...network,
      ...others,
      reports: reportsBy(
        reports.map((values) => withNames(REPORT, values) as unknown as ReportRow),
        publishers,
      ),
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      datasets,
    });
  }
}

/**
 * Asks the statements of a case file for nothing, side by side: Neo4j plans a statement on its first use, which takes seconds
 * for these, so that the first question need not wait for it.
 */
export async function planCaseFiles(reader: Reader): Promise<void> {
  const { clearance, grants, recordedBy } = viewOf(levelsUpTo('PUBLIC'));
  const statements = [REACH, INCIDENTS_AND_NETWORK, STATEMENTS_AND_SOURCES];
  const lists = 'ids incidents units under people persons sited reports entities';
  const about = { ...Object.fromEntries(lists.split(' ').map((list) => [list, []])), from: '', to: '' };
  await Promise.all(
    statements.map((statement) => reader.rows(statement, { about, view: { clearance, grants, recordedBy } })),
  );
}

const unique = (ids: readonly string[]) => [...new Set(ids)].sort();

/** An entry as the statement returns it: what a citation says are values in the order of `PASSAGE`. */
type SentEntry =
  | string
  | { readonly citations?: readonly (readonly unknown[])[]; readonly accounts?: readonly SentEntry[] };

function withPassages(entry: SentEntry): unknown {
  if (typeof entry === 'string' || !entry.citations) return entry;
  return {
    ...entry,
    citations: entry.citations.map((values) => withNames(PASSAGE, values)),
    ...(entry.accounts && { accounts: entry.accounts.map(withPassages) }),
  };
}

const withNames = (names: readonly string[], values: readonly unknown[]) =>
  Object.fromEntries(names.map((name, index) => [name, values[index]]));

function reportsBy(reports: readonly ReportRow[], publishers: readonly PublisherRow[]): Map<string, ReportEntry> {
  const rows = new Map(publishers.map((row) => [row.id, row]));
  return new Map(
    reports.map(({ originPublisherIds, ...report }) => {
      const origins = unique(originPublisherIds.flatMap((id) => rows.get(id)?.group ?? []));
      return [report.id, { ...report, publisher: rows.get(report.publisherId)?.name ?? null, origins }];
    }),
  );
}

/**
 * A case file without what leads to people, units and bodies that the reader may not know of: they were hidden after a
 * statement was recorded that may still be seen. Such a statement would tell their ids, or be graded by what is hidden.
 */
function withEndsKnown(file: CaseFile): CaseFile {
  const mayKnow = (id: string) => file.entities.has(id);
  const mayKnowAll = (ids: readonly string[]) => ids.every(mayKnow);
  return {
    ...file,
    attributions: file.attributions.filter(({ toId, byId }) => mayKnowAll([toId, byId])),
    links: file.links.filter(({ subordinateId, superiorId }) => mayKnowAll([subordinateId, superiorId])),
    postings: file.postings
      .filter(({ personId, atId }) => mayKnowAll([personId, atId]))
      .map((posting) => ({
        ...posting,
        appointedById: posting.appointedById !== null && mayKnow(posting.appointedById) ? posting.appointedById : null,
      })),
    sites: file.sites.filter(({ unitId }) => mayKnow(unitId)),
    findings: file.findings.filter(({ bodyId }) => mayKnow(bodyId)),
  };
}
