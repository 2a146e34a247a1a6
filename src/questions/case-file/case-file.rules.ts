import type { ImpreciseRange } from '../../model/date-range.js';
import type {
  ATTRIBUTION_MODE,
  BODY_KIND,
  CERTAINTY,
  CLAIM_STATUS,
  COMMAND_LINK_KIND,
  DOUBT,
  FINDING_TYPE,
  INCIDENT_LINK_KIND,
  INDICATOR_CODE,
  INDICATOR_GROUP,
  MEASURE_KIND,
  POLARITY,
  POST_ROLE,
  PROOF_DOMAIN,
  RELIABILITY,
  RESPONSIBILITY_ELEMENT,
  STANDARD_OF_PROOF,
  Word,
} from '../../model/vocabulary.js';

/**
 * The case file: everything that the graph holds on some incidents and on those above the units to which they are
 * attributed, as plain values. It is read once, in a fixed number of statements, under the reader's clearance and the
 * instant asked for; the rest of the lens is laid over it by `narrow`, so that "what is left without this source?"
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
  /** True where the report only passes on what the other citations say. */
  readonly secondary: boolean | null;
  /** True where the report alone gives every word, date and number of the record. */
  readonly suffices?: boolean | null;
}

/** What every statement of sources carries. */
export interface SourcedStatement {
  readonly id: string;
  readonly dataset: string;
  readonly status: Word<typeof CLAIM_STATUS>;
  /** Admiralty credibility, 1 to 5; 6 cannot be judged. */
  readonly credibility: number;
  readonly note: string | null;
  readonly doubts: readonly Word<typeof DOUBT>[] | null;
  readonly doubtsAsStated: readonly string[] | null;
  readonly citations: readonly Passage[];
}

/** Whether a statement may support anything: what was not checked to the end supports nothing. */
export const isChecked = ({ status }: Pick<SourcedStatement, 'status'>) =>
  status === 'ACCEPTED' || status === 'CONFLICT';

export interface IncidentEntry extends SourcedStatement {
  readonly label: 'Incident';
  readonly title: string;
  readonly kinds: readonly string[];
  readonly range: ImpreciseRange;
  readonly precision: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Facts that stand in for its own words where these do not count. */
  readonly accounts?: readonly AccountEntry[];
}

/** A fact about an incident that stands in for a word of its own. */
export interface AccountEntry extends SourcedStatement {
  readonly property: string;
  readonly value: string;
  readonly code: string | null;
}

export interface AttributionEntry extends SourcedStatement {
  readonly label: 'Attribution';
  readonly incidentId: string;
  readonly toId: string;
  readonly byId: string;
  readonly mode: Word<typeof ATTRIBUTION_MODE>;
}

/** The first is a part of the second, or both are accounts of one event. */
export interface IncidentLinkEntry extends SourcedStatement {
  readonly label: 'IncidentLink';
  readonly kind: Word<typeof INCIDENT_LINK_KIND>;
  readonly incidentId: string;
  readonly withId: string;
}

/** A source says on which day an incident happened, or on which it still went on. */
export interface DayFactEntry extends SourcedStatement {
  readonly label: 'Fact';
  readonly property: string;
  /** An EDTF date, or whatever else the source has. */
  readonly value: string;
  readonly incidentId: string;
}

export interface LinkEntry extends SourcedStatement {
  readonly label: 'CommandLink';
  readonly kind: Word<typeof COMMAND_LINK_KIND>;
  readonly subordinateId: string;
  readonly superiorId: string;
  readonly range: ImpreciseRange;
}

export interface PostingEntry extends SourcedStatement {
  readonly label: 'Posting';
  readonly personId: string;
  readonly atId: string;
  readonly role: Word<typeof POST_ROLE>;
  readonly title: string | null;
  readonly rank: string | null;
  readonly appointedById: string | null;
  readonly range: ImpreciseRange;
}

export interface SiteEntry extends SourcedStatement {
  readonly label: 'Positioning';
  readonly unitId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly range: ImpreciseRange;
}

/** A rule of law that a finding applies, and how. */
export interface ClassificationEntry {
  readonly code: string;
  readonly title: string;
  readonly certainty: Word<typeof CERTAINTY>;
  readonly asStated: string | null;
  readonly modes: readonly string[];
}

export interface FindingEntry extends SourcedStatement {
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
  /** The incidents of which the decision is itself the conduct complained of. */
  readonly conductOfIds: readonly string[];
  readonly classifications: readonly ClassificationEntry[];
  /** False under a lens that leaves its own words out, and with them its classifications: that it has none then says nothing. */
  readonly inOwnWords?: false;
  /** The elements on which an acquittal or a reversal turned; none where that is not stated. */
  readonly turnedOn: readonly Word<typeof RESPONSIBILITY_ELEMENT>[];
  /** Earlier findings that it points at. */
  readonly relations: readonly {
    readonly relation: 'AFFIRMS' | 'REVERSES' | 'REPLACES' | 'FOLLOWS';
    readonly toId: string;
  }[];
}

export interface IndicatorEntry extends SourcedStatement {
  readonly label: 'Indicator';
  readonly code: Word<typeof INDICATOR_CODE>;
  readonly group: Word<typeof INDICATOR_GROUP>;
  readonly polarity: Word<typeof POLARITY>;
  readonly on: string;
  readonly onMin: string;
  readonly onMax: string;
  readonly concernsIds: readonly string[];
}

export interface MeasureEntry extends SourcedStatement {
  readonly label: 'Measure';
  readonly kind: Word<typeof MEASURE_KIND>;
  readonly on: string;
  readonly onMin: string;
  readonly onMax: string;
  readonly effect: string | null;
  readonly concernsIds: readonly string[];
}

export type StatementEntry =
  | IncidentEntry
  | AttributionEntry
  | IncidentLinkEntry
  | DayFactEntry
  | LinkEntry
  | PostingEntry
  | SiteEntry
  | FindingEntry
  | IndicatorEntry
  | MeasureEntry;

/** A report on which another one draws; it may not have been read. */
export interface OriginEntry {
  readonly reportId: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly partyToConflict: boolean | null;
}

export interface ReportEntry {
  readonly id: string;
  readonly title: string;
  readonly publisherId: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly publishedMin: string | null;
  /** The last day on which it may have been published; what the lens goes by. */
  readonly publishedMax: string;
  readonly url: string | null;
  /** Where the copy is that was read, if that is not the site of the publisher. */
  readonly copyUrl: string | null;
  readonly archivedUrl: string | null;
  readonly retrievedAt: string | null;
  readonly collectedBy: string | null;
  readonly collectedAt: string | null;
  readonly collectedWith: string | null;
  readonly sha256: string | null;
  readonly verification: string | null;
  readonly reliability: Word<typeof RELIABILITY>;
  /** Null where it was not assessed. */
  readonly partyToConflict: boolean | null;
  readonly dataset: string;
  /** The reports that it repeats or draws on, at first hand. */
  readonly derivedFrom: readonly OriginEntry[];
  /** The publisher groups it comes from: its publisher with all that this is part of, and those of all reports that it repeats. */
  readonly origins: readonly string[];
}

export interface EntityEntry {
  readonly id: string;
  readonly label: 'Person' | 'Unit' | 'Body' | 'Location';
  readonly name: string;
  readonly placeholder: boolean;
  readonly bodyKind: Word<typeof BODY_KIND> | null;
  /** A State, government or presidency: named as a whole, it is no force that somebody commands. */
  readonly isStateAsWhole: boolean;
}

export interface DatasetEntry {
  readonly id: string;
  readonly version: string;
  /** The instant of the last change to what the reader may see of it. */
  readonly changedAt: string;
}

export interface CaseFile {
  readonly incidents: readonly IncidentEntry[];
  readonly attributions: readonly AttributionEntry[];
  readonly incidentLinks: readonly IncidentLinkEntry[];
  readonly dayFacts: readonly DayFactEntry[];
  readonly links: readonly LinkEntry[];
  readonly postings: readonly PostingEntry[];
  readonly sites: readonly SiteEntry[];
  readonly findings: readonly FindingEntry[];
  readonly indicators: readonly IndicatorEntry[];
  readonly measures: readonly MeasureEntry[];
  readonly reports: ReadonlyMap<string, ReportEntry>;
  readonly entities: ReadonlyMap<string, EntityEntry>;
  readonly datasets: readonly DatasetEntry[];
}
