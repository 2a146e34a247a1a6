import type { CypherStatement, Reader, ResultRow } from '../../graph/graph.js';
import { levelsUpTo } from '../../model/access.rules.js';
import { type View, viewOf } from '../../model/lens.js';
import {
  INCIDENTS_AND_EARLIER,
  INCIDENTS_BELOW,
  NETWORK,
  PASSAGE,
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

interface Incidents extends ResultRow {
  readonly incidents: IncidentEntry[];
  readonly attributions: AttributionEntry[];
  readonly incidentLinks: IncidentLinkEntry[];
  readonly dayFacts: DayFactEntry[];
  /** People whom findings on the incident and on those linked with it name. */
  readonly named: string[];
  /** Units below that findings are about. */
  readonly unitsOfFindings: string[];
}
interface Network extends ResultRow {
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
      const [row] = await this.reader.rows<Record<string, SentEntry[]>>(statement, { about, view });
      if (!row) throw new Error(`The statement ${statement.name} gave no row.`);
      return Object.fromEntries(Object.entries(row).map(([kind, entries]) => [kind, entries.map(withPassages)])) as T;
    };
    const { incidents, attributions, incidentLinks, dayFacts, named, unitsOfFindings } =
      scope.of === 'INCIDENTS'
        ? await one<Incidents>(INCIDENTS_AND_EARLIER, { ids: scope.incidentIds })
        : await one<Incidents>(INCIDENTS_BELOW, {
            units: scope.unitIds,
            persons: scope.personIds,
            below: scope.below,
            from: scope.from,
            to: scope.to,
          });
    const attributed = unique(attributions.map(({ toId }) => toId));
    const network = await one<Network>(NETWORK, {
      units: unique([...attributed, ...unitsOfFindings, ...(scope.of === 'BELOW' ? scope.unitIds : [])]),
      persons: unique([...attributed, ...named, ...scope.personIds]),
      ...(scope.of === 'BELOW' ? { from: scope.from, to: scope.to } : daysOf(incidents, scope.incidentIds)),
    });
    const units = network.links.flatMap(({ subordinateId, superiorId }) => [subordinateId, superiorId]);
    const people = network.postings.map(({ personId }) => personId);
    const ids = unique([
      ...incidents.map(({ id }) => id),
      ...attributed,
      ...named,
      ...scope.personIds,
      ...units,
      ...people,
    ]);
    const statements = [
      ...incidents,
      ...attributions,
      ...incidentLinks,
      ...dayFacts,
      ...network.links,
      ...network.postings,
      ...network.sites,
    ];
    const posts = network.postings.flatMap(({ atId, appointedById }) => [atId, appointedById ?? atId]);
    const sites = network.sites.map(({ unitId }) => unitId);
    const { reports, publishers, entities, datasets, ...others } = await one<Statements>(STATEMENTS_AND_SOURCES, {
      ids,
      reports: unique(statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId))),
      entities: unique([...ids, ...attributions.map(({ byId }) => byId), ...posts, ...sites]),
    });
    return withEndsKnown({
      incidents,
      attributions,
      incidentLinks,
      dayFacts,
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
  const statements = [INCIDENTS_AND_EARLIER, NETWORK, STATEMENTS_AND_SOURCES];
  const about = { ids: [], units: [], persons: [], reports: [], entities: [], from: '', to: '' };
  await Promise.all(
    statements.map((statement) => reader.rows(statement, { about, view: { clearance, grants, recordedBy } })),
  );
}

const unique = (ids: readonly string[]) => [...new Set(ids)].sort();

/** The first and the last day on which incidents may have happened. */
function daysOf(incidents: readonly IncidentEntry[], ids: readonly string[]): { from: string; to: string } {
  const ranges = incidents.filter(({ id }) => ids.includes(id)).map(({ range }) => range);
  const from = ranges.map(({ first }) => first.min).sort()[0] ?? '';
  const to =
    ranges
      .map(({ last }) => last.max)
      .sort()
      .at(-1) ?? '';
  return { from, to };
}

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
