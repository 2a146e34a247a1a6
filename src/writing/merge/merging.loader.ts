import type { Batch } from '../../graph/query/batch.js';
import { DUPLICATES, MERGED_IDS, MERGES, REDIRECTED } from './merging.cypher.js';
import type { Merge } from './merging.type.js';

type Row = { readonly id: string; readonly label: string } & Record<string, unknown>;

export const mergingLoaders = (batch: Batch) => ({
  /** The row of the person or unit that an id has been merged into; null where it has not, or the reader may not know. */
  redirected: batch.byId<Row>(REDIRECTED),
  /** The ids that have been merged into a person or unit, of which the reader may know. */
  mergedIds: batch.list<{ readonly id: string }>(MERGED_IDS),
  duplicates: batch.list<Row & { readonly names: string[]; readonly identifiers: string[] }>(DUPLICATES),
  /** The merges of an id, the latest first. */
  merges: batch.list<Merge & Record<string, unknown>>(MERGES),
});
