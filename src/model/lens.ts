import { END_OF_DAYS } from './date-range.js';
import type { ACCESS, CLAIM_STATUS, DOUBT } from './vocabulary.js';
import { RELIABILITY, type Word, words } from './vocabulary.js';

/** Which evidence counts. Every field at its default means: all that is public, accepted or in conflict, as of now. */
export interface Lens {
  readonly publishedBy?: string | null;
  readonly recordedBy?: string | null;
  readonly excludeReports?: string[] | null;
  readonly excludeDatasets?: string[] | null;
  readonly excludePublishers?: string[] | null;
  readonly minReliability?: Word<typeof RELIABILITY> | null;
  readonly statuses?: Word<typeof CLAIM_STATUS>[] | null;
  readonly withoutDoubts?: Word<typeof DOUBT>[] | null;
}

/** The access levels that a reader reaches, lowest first: PUBLIC is always among them. */
export type Clearance = readonly Word<typeof ACCESS>[];

/** The levels that a reader reaches in some datasets, by their ids, where these are others than in all the rest. PUBLIC is always among them. */
export type Grants = Readonly<Record<string, Clearance>>;

/** What a reader may see. */
export interface ReadingRights {
  readonly clearance: Clearance;
  readonly grants: Grants;
}

/** What one reader sees: what they may see (clearance and grants) and what they want to count (lens). Goes into Cypher as `$view`. */
export interface View extends ReadingRights {
  readonly publishedBy: string;
  readonly recordedBy: string;
  readonly excludeReports: readonly string[];
  readonly excludeDatasets: readonly string[];
  readonly excludePublishers: readonly string[];
  readonly reliabilities: readonly string[];
  readonly statuses: readonly string[];
  readonly withoutDoubts: readonly string[];
}

/** The latest instant: later than any that a record can bear. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z';
export const DEFAULT_STATUSES: Word<typeof CLAIM_STATUS>[] = ['ACCEPTED', 'CONFLICT'];

/** `through` is the instant through which the graph is published. Nobody sees what is written after it. */
export function viewOf(clearance: Clearance, lens: Lens = {}, through = END_OF_TIME, grants: Grants = {}): View {
  const instant = lens.recordedBy ?? END_OF_TIME;
  return {
    clearance,
    grants,
    publishedBy: lens.publishedBy ?? END_OF_DAYS,
    recordedBy: instant < through ? instant : through,
    excludeReports: sorted(lens.excludeReports),
    excludeDatasets: sorted(lens.excludeDatasets),
    excludePublishers: sorted(lens.excludePublishers),
    reliabilities: reliabilitiesFrom(lens.minReliability ?? null),
    statuses: sorted(lens.statuses ?? DEFAULT_STATUSES),
    withoutDoubts: sorted(lens.withoutDoubts),
  };
}

/** F is the absence of a grade: it counts when no minimum is asked for, and meets no minimum. */
function reliabilitiesFrom(minimum: Word<typeof RELIABILITY> | null): readonly string[] {
  const grades = words(RELIABILITY);
  if (minimum === null) return grades;
  return grades.slice(0, grades.indexOf(minimum) + 1).filter((grade) => grade !== 'F' || minimum === 'F');
}

function sorted(values: readonly string[] | null | undefined): string[] {
  return [...new Set(values ?? [])].sort();
}
