import type { Batch } from '../../graph/query/batch.js';
import { SEARCH } from './search.cypher.js';

export interface HitRow extends Record<string, unknown> {
  readonly id: string;
  readonly label: string;
  readonly matched: string;
  readonly nameId: string;
  readonly score: number;
}

export const searchLoaders = (batch: Batch) => ({
  names: (query: string, labels: readonly string[], limit: number) =>
    batch.list<HitRow>(SEARCH, { query, labels, limit }),
});
