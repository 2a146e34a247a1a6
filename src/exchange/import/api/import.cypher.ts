import type { CypherStatement } from '../../../graph/graph.js';
import type { Listing } from '../../../graph/query/listing.js';
import { claimCounts, kindOf } from '../../../graph/query/visible.cypher.js';

/** What an import has brought into the graph, as it counts now: later edits show in it. */

/**
 * Binds `n` to the records that an import recorded, or restored after an earlier import of them was undone. An import is
 * known by its instant.
 */
const recordsOf = (at: string) => `CALL (${at}) {
    MATCH (n:Record {recordedAt: ${at}}) RETURN n
    UNION
    MATCH (n:Restored) WHERE any(place IN range(1, size(n.away) - 1, 2) WHERE n.away[place] = ${at}) RETURN n
  }`;

/** How many statements of imports have each doubt. */
export const DOUBTS_OF_IMPORT: CypherStatement = {
  name: 'doubts of imports',
  text: `UNWIND $about.ids AS id
CALL (id) {
  ${recordsOf('id')}
  WITH n WHERE n.doubts IS NOT NULL AND ${claimCounts('n')}
  UNWIND n.doubts AS doubt
  WITH doubt, count(DISTINCT n) AS total ORDER BY total DESC, doubt
  RETURN collect({doubt: doubt, count: total}) AS rows
}
RETURN id, rows`,
};

/** The statements of an import that have a doubt. */
export const DOUBTED_STATEMENTS: Listing = {
  name: 'ImportDoubt.statements',
  match: `${recordsOf('parent')} WITH n`,
  where: claimCounts('n'),
  orders: { ID: { key: 'n.id' } },
  filters: { doubt: '$filter.doubt IN n.doubts' },
  row: `n {.id, label: ${kindOf('n')}}`,
};
