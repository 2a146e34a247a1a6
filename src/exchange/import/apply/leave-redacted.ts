import type { Graph } from '../../../graph/graph.js';
import { recordsToLeave } from '../../../writing/change/redacted-records.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';

const REDACTED = 'It was redacted, or leads to what was redacted, and must not come back. It is left out.';

/** Takes what was redacted, and what leads to it, out of the pieces, with a WARNING for each; gives the ids. */
export async function leaveRedacted(graph: Graph, spool: Spool, report: ImportReport): Promise<ReadonlySet<string>> {
  const leave = await graph.write('import: redacted', (tx) => recordsToLeave(tx, () => spool.parts()));
  if (leave.size === 0) return leave;
  await spool.replace((piece: Piece) => {
    for (const { id } of piece.nodes)
      if (leave.has(id)) report.warning(piece.origin, 'what was not redacted', id, REDACTED);
    return {
      ...piece,
      nodes: piece.nodes.filter(({ id }) => !leave.has(id)),
      edges: piece.edges.filter(({ from }) => !leave.has(from)),
    };
  });
  return leave;
}
