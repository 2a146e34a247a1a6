import type { CypherStatement } from '../graph/graph.js';

/** The statements on who read what is not public. */

export const NOTE_READ = 'CREATE (r:ReadEntry) SET r = $entry';

const FITS = 'r.at < $before AND ($actor IS NULL OR r.actor = $actor)';

/** The latest entries, and all of the same instant as the last of them: whoever asks on before that instant misses none. */
export const READS: CypherStatement = {
  name: 'reads',
  text: `MATCH (r:ReadEntry) WHERE ${FITS}
WITH r ORDER BY r.at DESC LIMIT $first
WITH min(r.at) AS last
MATCH (r:ReadEntry) WHERE ${FITS} AND r.at >= last
RETURN r {.id, .at, .actor, .role, .clearance, .route, .operation, .hash} AS entry ORDER BY r.at DESC, r.id`,
};

/** Removes what is older than it is kept for. */
export const FORGET_READS = `MATCH (r:ReadEntry) WHERE r.at < $before CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS`;
