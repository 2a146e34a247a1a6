import type { Batch } from '../../graph/query/batch.js';
import type { PageArguments } from '../../graph/query/listing.js';
import type { JournalEntry } from '../../graphql/change.type.js';
import { DATASET_BY_ID, JOURNAL, PROPOSAL_BY_ID, PROPOSALS } from './curation.cypher.js';
import type { Proposal } from './curation.type.js';

type Row<T> = T & Record<string, unknown>;

/** What editors read beside the records. */
export const curationLoaders = (batch: Batch) => ({
  journal: (page: PageArguments) => batch.page<Row<JournalEntry>>(JOURNAL, { order: 'LATEST', filter: {}, page }),
  proposals: (state: string | null, page: PageArguments) =>
    batch.page<Row<Proposal>>(PROPOSALS, { order: 'LATEST', filter: { state }, page }),
  proposal: batch.byId<Row<Proposal>>(PROPOSAL_BY_ID),
  dataset: batch.byId<Record<string, unknown>>(DATASET_BY_ID),
});
