import type { Batch } from '../../graph/query/batch.js';
import { MERGED_IDS } from '../../graph/query/redirects.cypher.js';
import { DUPLICATES, MERGES, NAMES_TO_COMPARE } from './merging.cypher.js';
import type { Merge } from './merging.type.js';

interface Other extends Record<string, unknown> {
  readonly id: string;
  readonly label: string;
  readonly names: string[];
  readonly identifiers: string[];
}

export const mergingLoaders = (batch: Batch) => ({
  /** The row of the person or unit that an id has been merged into; null where it has not, or the reader may not know. */
  redirected: batch.redirected,
  /** The ids that are left of some: each its own, or that of the person or unit that it has been merged into. */
  idsLeft: (ids: readonly string[]) => batch.idsLeft(ids),
  /** The ids that have been merged into a person or unit, of which the reader may know. */
  mergedIds: batch.list<{ readonly id: string }>(MERGED_IDS),
  /** The names of a person or unit. */
  namesToCompare: batch.list<{ readonly name: string }>(NAMES_TO_COMPARE),
  /** Others that share an identifier with a person or unit, or of which a name is like one of the queries for the index. */
  duplicates: (queries: readonly string[]) => batch.list<Other>(DUPLICATES, { alike: { queries } }),
  /** The merges of an id, the latest first. */
  merges: batch.list<Merge & Record<string, unknown>>(MERGES),
});
