import type { Batch } from '../../graph/query/batch.js';
import { SEARCH } from './search.cypher.js';
import type { NameRow } from './search.rules.js';

export const searchLoaders = (batch: Batch) => ({
  names: (query: string, labels: readonly string[]) => batch.list<NameRow>(SEARCH, { query, labels }),
});
