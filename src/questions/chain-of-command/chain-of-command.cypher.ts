import { claimRow, coverClause } from '../../entities/claim/claim.cypher.js';
import type { CypherStatement } from '../../graph/graph.js';
import { statementCounts } from '../../graph/query/ends.cypher.js';
import { unitsReached } from '../../graph/query/walk.cypher.js';

/** Links of the kinds asked for that may stand on the day. A link whose range is reversed, or that has none, may stand on any. */
const POSSIBLE_LINK = `link.kind IN $kinds AND (link.first IS NULL OR link.firstMin > link.lastMax
      OR NOT ((link.firstHardness = 'START' AND $on < link.firstMin) OR (link.lastHardness = 'END' AND $on > link.lastMax)))`;

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
  UNWIND ${unitsReached('[start]', from, to, POSSIBLE_LINK)} AS unit
  MATCH (unit)<-[:${from}]-(n:CommandLink)
  WHERE ${statementCounts('CommandLink', 'n')}
  ${coverClause('CommandLink')}
  WITH n, cover ORDER BY n.firstMin, n.id
  RETURN collect(${claimRow('CommandLink')}) AS rows
}
RETURN id, rows`,
  };
}

export const LINKS_ABOVE = reachableLinks('chain above', 'SUBORDINATE', 'SUPERIOR');
export const LINKS_BELOW = reachableLinks('chain below', 'SUPERIOR', 'SUBORDINATE');
