import { type Cover, coverOn, type DateRange } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { type View, viewOf } from '../../model/lens.js';
import {
  type ATTRIBUTION_MODE,
  type BODY_KIND,
  CLAIM_STATUS,
  type COMMAND_LINK_KIND,
  type FINDING_TYPE,
  type INDICATOR_CODE,
  type INDICATOR_GROUP,
  type MEASURE_KIND,
  type POLARITY,
  type POST_ROLE,
  type PROOF_DOMAIN,
  type RELIABILITY,
  type STANDARD_OF_PROOF,
  type Word,
  words,
} from '../../model/vocabulary.js';

/**
 * The case file: everything that the graph holds on some incidents and on those above the units to which they are
 * attributed, as plain values. It is read once, in a fixed number of statements, under the reader's clearance and the
 * instant asked for; the rest of the lens is laid over it here (`narrow`), so that "what is left without this source?"
 * is arithmetic and no new question to the graph.
 */

/** Where a report says it. */
export interface Passage {
  readonly reportId: string;
  readonly pinpoint: string | null;
  readonly paraphrase: string | null;
  readonly document: string | null;
  readonly paragraph: number | null;
  readonly passageSha256: string | null;
}

/** What every statement of sources carries. */
export interface Said {
  readonly id: string;
  readonly dataset: string;
  readonly status: Word<typeof CLAIM_STATUS>;
  /** Admiralty credibility, 1 to 5; 6 cannot be judged. */
  readonly credibility: number;
  readonly note: string | null;
  readonly citations: readonly Passage[];
}

export interface IncidentFile extends Said {
  readonly label: 'Incident';
  readonly title: string;
  readonly kinds: readonly string[];
  readonly range: DateRange;
  readonly precision: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface AttributionFile extends Said {
  readonly label: 'Attribution';
  readonly incidentId: string;
  readonly toId: string;
  readonly byId: string;
  readonly mode: Word<typeof ATTRIBUTION_MODE>;
}

export interface LinkFile extends Said {
  readonly label: 'CommandLink';
  readonly kind: Word<typeof COMMAND_LINK_KIND>;
  readonly subordinateId: string;
  readonly superiorId: string;
  readonly range: DateRange;
}

export interface PostingFile extends Said {
  readonly label: 'Posting';
  readonly personId: string;
  readonly atId: string;
  readonly role: Word<typeof POST_ROLE>;
  readonly title: string | null;
  readonly rank: string | null;
  readonly appointedById: string | null;
  readonly range: DateRange;
}

export interface SiteFile extends Said {
  readonly label: 'Positioning';
  readonly unitId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly range: DateRange;
}

export interface FindingFile extends Said {
  readonly label: 'Finding';
  readonly type: Word<typeof FINDING_TYPE>;
  readonly title: string;
  readonly standard: Word<typeof STANDARD_OF_PROOF>;
  readonly standardAsStated: string | null;
  readonly proofDomain: Word<typeof PROOF_DOMAIN>;
  readonly inAbsentia: boolean | null;
  readonly decidedOn: string | null;
  readonly decidedMin: string | null;
  readonly decidedMax: string | null;
  readonly publishedOn: string | null;
  readonly conductFrom: string | null;
  readonly conductFromMin: string | null;
  readonly conductTo: string | null;
  readonly conductToMax: string | null;
  readonly bodyId: string;
  readonly bodyKind: Word<typeof BODY_KIND>;
  readonly aboutIds: readonly string[];
  readonly concernsIds: readonly string[];
  readonly classifications: readonly { readonly code: string; readonly modes: readonly string[] }[];
  /** Earlier findings that it points at. */
  readonly relations: readonly {
    readonly relation: 'AFFIRMS' | 'REVERSES' | 'REPLACES' | 'FOLLOWS';
    readonly toId: string;
  }[];
}

export interface IndicatorFile extends Said {
  readonly label: 'Indicator';
  readonly code: Word<typeof INDICATOR_CODE>;
  readonly group: Word<typeof INDICATOR_GROUP>;
  readonly polarity: Word<typeof POLARITY>;
  readonly on: string;
  readonly onMin: string;
  readonly onMax: string;
  readonly concernsIds: readonly string[];
}

export interface MeasureFile extends Said {
  readonly label: 'Measure';
  readonly kind: Word<typeof MEASURE_KIND>;
  readonly on: string;
  readonly onMin: string;
  readonly onMax: string;
  readonly effect: string | null;
  readonly concernsIds: readonly string[];
}

export type StatementFile =
  | IncidentFile
  | AttributionFile
  | LinkFile
  | PostingFile
  | SiteFile
  | FindingFile
  | IndicatorFile
  | MeasureFile;

export interface ReportFile {
  readonly id: string;
  readonly title: string;
  readonly publisherId: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly publishedMin: string | null;
  /** The last day on which it may have been published; what the lens goes by. */
  readonly publishedMax: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly retrievedAt: string | null;
  readonly sha256: string | null;
  readonly reliability: Word<typeof RELIABILITY>;
  readonly partyToConflict: boolean;
  readonly dataset: string;
  /** The houses that said it first: its publisher with all it is part of, or those of the reports that it repeats. */
  readonly origins: readonly string[];
}

export interface EntityFile {
  readonly id: string;
  readonly label: 'Person' | 'Unit' | 'Body' | 'Location';
  readonly name: string;
  readonly placeholder: boolean;
  readonly bodyKind: Word<typeof BODY_KIND> | null;
}

export interface DatasetFile {
  readonly id: string;
  readonly version: string;
  /** The instant of the last change to what the reader may see of it. */
  readonly changedAt: string;
}

export interface CaseFile {
  readonly incidents: readonly IncidentFile[];
  readonly attributions: readonly AttributionFile[];
  readonly links: readonly LinkFile[];
  readonly postings: readonly PostingFile[];
  readonly sites: readonly SiteFile[];
  readonly findings: readonly FindingFile[];
  readonly indicators: readonly IndicatorFile[];
  readonly measures: readonly MeasureFile[];
  readonly reports: ReadonlyMap<string, ReportFile>;
  readonly entities: ReadonlyMap<string, EntityFile>;
  readonly datasets: readonly DatasetFile[];
}

/** What is left of a case file under a view: statements keep the citations that count, and fall with their last one. */
export function narrow(file: CaseFile, view: View): CaseFile {
  const counts = (reportId: string) => {
    const report = file.reports.get(reportId);
    return report !== undefined && reportCounts(report, view);
  };
  const left = <S extends Said>(statements: readonly S[]): S[] =>
    statements.flatMap((statement) => {
      if (!view.statuses.includes(statement.status) || view.excludeDatasets.includes(statement.dataset)) return [];
      const citations = statement.citations.filter(({ reportId }) => counts(reportId));
      return citations.length === 0 ? [] : [{ ...statement, citations }];
    });
  const incidents = left(file.incidents);
  const known = new Set(incidents.map(({ id }) => id));
  return {
    ...file,
    incidents,
    attributions: left(file.attributions).filter(({ incidentId }) => known.has(incidentId)),
    links: left(file.links),
    postings: left(file.postings),
    sites: left(file.sites),
    findings: left(file.findings),
    indicators: left(file.indicators),
    measures: left(file.measures),
  };
}

/** The same predicate as `reportCounts` in `visible.cypher.ts`, clearance and instant aside; a test holds one against the other. */
function reportCounts(report: ReportFile, view: View): boolean {
  return (
    report.publishedMax <= view.publishedBy &&
    view.reliabilities.includes(report.reliability) &&
    !view.excludeReports.includes(report.id) &&
    !view.excludeDatasets.includes(report.dataset) &&
    !view.excludePublishers.includes(report.publisherId)
  );
}

/** A case file without one finding or report, as if the graph had never held it. */
export function without(file: CaseFile, id: string): CaseFile {
  const reports = new Map([...file.reports].filter(([reportId]) => reportId !== id));
  const findings = file.findings.filter((finding) => finding.id !== id);
  return narrow({ ...file, findings, reports }, viewOf([], { statuses: words(CLAIM_STATUS) }));
}

/**
 * How many houses say it that do not repeat one another. Reports of one house, of its sections and chambers, and
 * reports that repeat another count once. It is the most reports that share no house, so that one which repeats several
 * others adds nothing and takes nothing away.
 */
export function independentPublishers(file: CaseFile, citations: readonly Passage[]): number {
  const ids = [...new Set(citations.map(({ reportId }) => reportId))];
  const origins = ids.map((id) => file.reports.get(id)?.origins ?? []).sort((a, b) => a.length - b.length);
  return mostApart(origins.filter((some, at) => !origins.slice(0, at).some((other) => isAmong(other, some))));
}

/** Whether all houses of one report are among those of another, which then adds nothing: without this the search explodes. */
const isAmong = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && one.every((house) => other.includes(house));

function mostApart([first, ...rest]: readonly (readonly string[])[]): number {
  if (first === undefined) return 0;
  const apart = rest.filter((other) => !other.some((house) => first.includes(house)));
  const withIt = 1 + mostApart(apart);
  return withIt >= rest.length ? withIt : Math.max(withIt, mostApart(rest));
}

const FIRM_CREDIBILITY = [1, 2];
const FIRM_RELIABILITY = ['A', 'B'];

/** Graded B2 or better: credibility 1 or 2, and at least one citation of a report of reliability A or B. */
export function isFirm(file: CaseFile, { credibility, citations }: Said): boolean {
  return FIRM_CREDIBILITY.includes(credibility) && firmCitations(file, citations).length > 0;
}

export function firmCitations(file: CaseFile, citations: readonly Passage[]): Passage[] {
  return citations.filter(({ reportId }) => FIRM_RELIABILITY.includes(file.reports.get(reportId)?.reliability ?? 'F'));
}

/** The range of a statement on a day, weighed against what others say of the same relation. */
interface Dated {
  readonly id: string;
  readonly range: DateRange;
}

/**
 * Claims with their cover of a day. An assumption, or a citation that leaves the day open, gives way to another claim
 * about the same relation that states an end before the day (or a start after it).
 */
export function coversOn<D extends Dated>(
  day: string,
  claims: readonly D[],
  relation: (claim: D) => string,
): (D & { readonly cover: Cover })[] {
  const groups = groupBy(claims, relation);
  return claims.map((claim) => {
    const cover = coverOn(claim.range, day);
    const beaten =
      (cover === 'ASSUMED' || cover === 'OPEN') &&
      (groups.get(relation(claim)) ?? []).some(
        (other) => other.id !== claim.id && overrules(other.range, claim.range, day),
      );
    return { ...claim, cover: beaten ? 'NONE' : cover };
  });
}

/** The same rule as `overrules` in `range.cypher.ts`. */
function overrules(other: DateRange, claim: DateRange, day: string): boolean {
  const ended = other.lastHardness === 'END' && other.last.max < day && other.last.max >= claim.last.min;
  const notBegun = other.firstHardness === 'START' && other.first.min > day && other.first.min <= claim.first.max;
  return ended || notBegun;
}

/** Links with their cover of a day. */
export const linksOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.links, (link) => `${link.subordinateId} ${link.superiorId} ${link.kind}`),
);

/** Postings with their cover of a day. */
export const postingsOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.postings, (posting) => `${posting.personId} ${posting.atId} ${posting.role}`),
);

/** Sites with their cover of a day. */
export const sitesOn = keptPerDay((file: CaseFile, day: string) => coversOn(day, file.sites, ({ id }) => id));

/** Everybody in a chain asks the same of a file: each day is worked out once. */
function keptPerDay<T>(work: (file: CaseFile, day: string) => T): (file: CaseFile, day: string) => T {
  const kept = new WeakMap<CaseFile, Map<string, T>>();
  return (file, day) => {
    const days = kept.get(file) ?? new Map<string, T>();
    kept.set(file, days);
    const known = days.get(day);
    if (known !== undefined) return known;
    const worked = work(file, day);
    days.set(day, worked);
    return worked;
  };
}

export type LinkOn = LinkFile & { readonly cover: Cover };
export type PostingOn = PostingFile & { readonly cover: Cover };

/** The day that an incident is judged on, and what a reader must know about it. */
export function dayOf(incident: IncidentFile, on: string | null): { day: string; warnings: string[] } {
  const { first, last } = incident.range;
  const day = on ?? first.min;
  if (first.min === last.max) return { day, warnings: [] };
  const asked =
    on === null ? `judged on its first possible day, ${day}; ask with \`on\` for another` : `judged on ${day}`;
  return { day, warnings: [`The incident is dated ${first.text} to ${last.text}: it is ${asked}.`] };
}

/** Whether a day may be one of the incident's. */
export const isDayOf = ({ range }: IncidentFile, day: string) => day >= range.first.min && day <= range.last.max;
