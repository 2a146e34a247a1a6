import { claimRow, coverClause } from '../../entities/claim/claim.cypher.js';
import type { CypherStatement } from '../../graph/graph.js';
import { claimCounts } from '../../graph/query/visible.cypher.js';

/** Longest walk, in links: no army has more levels, and a shortest path of at most this length is all that Neo4j looks for. */
export const MAX_DEPTH = 20;

/**
 * All links on the day among the units that can be reached from a unit, and those links beside the chain. The walk
 * itself asks only what is cheap to ask of a link; what the lens does not exclude is found out once for each link, and
 * `walk` in the rules then keeps what is really reached.
 */
function reachableLinks(
  name: string,
  from: 'SUBORDINATE' | 'SUPERIOR',
  to: 'SUBORDINATE' | 'SUPERIOR',
): CypherStatement {
  return {
    name,
    text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (start:Unit {id: id})
  OPTIONAL MATCH ANY SHORTEST (start) (()<-[:${from}]-(link:CommandLink WHERE link.kind IN $kinds
      AND NOT (link.firstHardness = 'START' AND $on < link.firstMin) AND NOT (link.lastHardness = 'END' AND $on > link.lastMax))-[:${to}]->()){1,${MAX_DEPTH}} (reached:Unit)
  WITH start, collect(DISTINCT reached) AS reached
  UNWIND [start] + reached AS unit
  WITH DISTINCT unit
  MATCH (unit)<-[:${from}]-(n:CommandLink)
  WHERE ${claimCounts('n')}
  ${coverClause('CommandLink')}
  WITH n, cover ORDER BY n.firstMin, n.id
  RETURN collect(${claimRow('CommandLink')}) AS rows
}
RETURN id, rows`,
  };
}

export const LINKS_ABOVE = reachableLinks('chain above', 'SUBORDINATE', 'SUPERIOR');
export const LINKS_BELOW = reachableLinks('chain below', 'SUPERIOR', 'SUBORDINATE');
