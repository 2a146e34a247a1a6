import type { Batch } from '../../graph/query/batch.js';
import { SEARCHED_NAMES, SEARCHED_TEXTS } from './search.cypher.js';
import type { NameRow, TextRow } from './search.rules.js';

export const searchLoaders = (batch: Batch) => ({
  names: (query: string, labels: readonly string[]) => batch.list<NameRow>(SEARCHED_NAMES, { query, labels }),
  texts: (query: string, labels: readonly string[]) => batch.list<TextRow>(SEARCHED_TEXTS, { query, labels }),
});
