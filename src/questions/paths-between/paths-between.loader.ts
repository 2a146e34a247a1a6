import type { Batch } from '../../graph/query/batch.js';
import { PATHS } from './paths-between.cypher.js';
import type { PathEdge, PathNode } from './paths-between.rules.js';

interface PathRow extends Record<string, unknown> {
  readonly nodes: PathNode[];
  readonly edges: PathEdge[];
}

export const pathLoaders = (batch: Batch) => ({
  /** Throws a `RangeError` for steps that `PATHS` has no statement for. */
  between: (
    steps: number,
    from: string,
    to: string,
    on: string | null,
    cover: readonly string[],
    through: readonly string[],
  ) => {
    const statement = PATHS.get(steps);
    if (!statement) throw new RangeError(`There is no statement for paths of ${steps} steps.`);
    return batch.list<PathRow>(statement, { steps, from, to, on, cover, through });
  },
});
