import type { Graph } from '../../graph/graph.js';
import { CommandError } from '../../model/errors.js';

/** While a backup is being restored, the graph has a node `(:Restore)` and no clock: nothing is published. */

/** Throws a `CommandError` where a restore has begun and not ended: half a graph is not to be served, filled up or copied. */
export async function refuseHalfRestored(graph: Graph): Promise<void> {
  const [row] = await graph.read(
    { name: 'restoring', text: 'MATCH (r:Restore) RETURN r.file AS file, r.beganAt AS beganAt' },
    {},
  );
  if (!row) return;
  throw new CommandError(
    `The restore of ${row.file} into this graph, begun at ${row.beganAt}, has not ended, so there is only a part of it. Finish it with \`npm run restore -- FILE\` and the same file.`,
  );
}
