import type { CypherStatement } from '../../graph/graph.js';
import { claimCounts, nameOf } from '../../graph/query/visible.cypher.js';

/** How many names the full-text index gives before the reader's view is applied. */
const POOL = 500;

/** The visible names that are anything like a query, in no order: what the index scores, it scores over hidden names too. */
export const SEARCH: CypherStatement = {
  name: 'search',
  text: `UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query, {limit: ${POOL}}) YIELD node AS matched
  MATCH (matched)-[:OF]->(n)
  WHERE ${claimCounts('matched')} AND any(label IN labels(n) WHERE label IN $labels)
  WITH n, collect(matched {.id, .value}) AS names
  WHERE ${nameOf('n')} IS NOT NULL
  UNWIND names AS matched
  RETURN collect({id: n.id, matched: matched.value, nameId: matched.id,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows`,
};
