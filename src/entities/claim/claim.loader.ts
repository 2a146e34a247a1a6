import type { Batch } from '../../graph/query/batch.js';
import type { PageArguments, Query } from '../../graph/query/listing.js';
import type { RecordVersion } from '../../graphql/node.type.js';
import type { Cover } from '../../model/date-range.js';
import { CLAIM_KINDS, type ClaimKind } from '../../model/vocabulary.js';
import {
  claimById,
  claimList,
  claimListing,
  DEMANDS,
  demandsAlong,
  KIND_FILTERS,
  MODE_FILTERS,
  POSTING_FILTERS,
  RECORD_LABELS,
  VERSIONS,
  VISIBLE_EVER,
} from './claim.cypher.js';
import type * as type from './claim.type.js';

/** The covers that a question returns unless it is asked for others: OPEN is neither shown nor excluded, so it is not among them. */
export const DEFAULT_COVER: readonly Cover[] = ['CITED', 'IMPRECISE', 'ASSUMED'];

export interface DatedQuery {
  readonly on?: string | null;
  readonly cover?: readonly Cover[] | null;
  readonly order?: string | null;
  readonly page: PageArguments;
}

const FILTERS: Partial<Record<ClaimKind, Readonly<Record<string, string>>>> = {
  Posting: POSTING_FILTERS,
  CommandLink: KIND_FILTERS,
  Positioning: KIND_FILTERS,
  Attribution: MODE_FILTERS,
};

export interface TypeOf {
  Posting: type.Posting;
  CommandLink: type.CommandLink;
  Positioning: type.Positioning;
  Affiliation: type.Affiliation;
  Attribution: type.Attribution;
  IncidentLink: type.IncidentLink;
  Name: type.Name;
  Identifier: type.Identifier;
  Fact: type.Fact;
  Indicator: type.Indicator;
  Measure: type.Measure;
  Demand: type.Demand;
}

type Rows<K extends ClaimKind> = Omit<TypeOf[K], 'view'> & Record<string, unknown>;

/** Reads claims: pages of a long list, whole short lists, and single claims by id. */
export const claimLoaders = (batch: Batch) => ({
  page<K extends ClaimKind>(
    kind: K,
    edge: string,
    { on, cover, order, page }: DatedQuery,
    filter: Record<string, unknown> = {},
  ) {
    const listing = claimListing(kind, edge, on != null, FILTERS[kind]);
    const fallback = Object.keys(listing.orders)[0] ?? '';
    return batch.page<Rows<K>>(listing, {
      order: order ?? fallback,
      filter,
      extra: { on: on ?? null, cover: cover ?? DEFAULT_COVER },
      page,
    });
  },
  list<K extends ClaimKind>(kind: K, edge: string, on: string | null = null, cover: readonly Cover[] = DEFAULT_COVER) {
    return batch.list<Rows<K>>(claimList(kind, edge, on !== null), { on, cover });
  },
  byId<K extends ClaimKind>(kind: K, on: string | null = null, cover: readonly Cover[] = DEFAULT_COVER) {
    return batch.byId<Rows<K>>(claimById(kind, on !== null), { on, cover });
  },
  demands: (query: Query) => batch.page<Rows<'Demand'>>(DEMANDS, query),
  demandsAlong: (edge: Parameters<typeof demandsAlong>[0], query: Query) =>
    batch.page<Rows<'Demand'>>(demandsAlong(edge), query),
  /** The claim with an id, if the reader may know of it, even if it was retracted. */
  everVisible: batch.byId<{ id: string }>(VISIBLE_EVER),
  /** What a record said and says, the earliest first. */
  versions: batch.list<RecordVersion & Record<string, unknown>>(VERSIONS),
  /** What kind of record an id belongs to; null where the reader may not see it. */
  label: batch.byId<{ label: string }>(RECORD_LABELS),
  isClaimKind: (label: string): label is ClaimKind => (CLAIM_KINDS as readonly string[]).includes(label),
});
