import type { Batch } from '../../../graph/query/batch.js';
import type { Query } from '../../../graph/query/listing.js';
import type { DOUBT, Word } from '../../../model/vocabulary.js';
import { DOUBTED_STATEMENTS, DOUBTS_OF_IMPORT } from './import.cypher.js';

/** What imports have brought into the graph; an import is known by its instant. */
export const importLoaders = (batch: Batch) => ({
  doubts: batch.list<{ doubt: Word<typeof DOUBT>; count: number }>(DOUBTS_OF_IMPORT),
  doubtedStatements: (query: Query) => batch.page<{ id: string; label: string }>(DOUBTED_STATEMENTS, query),
});
