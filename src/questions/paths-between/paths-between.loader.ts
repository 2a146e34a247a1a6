import type { Batch } from '../../graph/query/batch.js';
import { PATHS } from './paths-between.cypher.js';
import type { PathEdge, PathNode } from './paths-between.rules.js';

interface PathRow extends Record<string, unknown> {
  readonly nodes: PathNode[];
  readonly edges: PathEdge[];
}

export const pathLoaders = (batch: Batch) => ({
  between: (from: string, to: string, on: string | null, cover: readonly string[], through: readonly string[]) =>
    batch.list<PathRow>(PATHS, { from, to, on, cover, through }),
});
