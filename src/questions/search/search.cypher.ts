import type { CypherStatement } from '../../graph/graph.js';
import { claimCounts, nameOf } from '../../graph/query/visible.cypher.js';

/** How many names the full-text index gives before the reader's view is applied. */
const POOL = 500;

/** Entities by any of their names, the best match of each. */
export const SEARCH: CypherStatement = {
  name: 'search',
  text: `UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query, {limit: ${POOL}}) YIELD node AS matched, score
  MATCH (matched)-[:OF]->(n)
  WHERE ${claimCounts('matched')} AND any(label IN labels(n) WHERE label IN $labels)
  WITH n, matched, score ORDER BY score DESC, matched.id
  WITH n, head(collect({nameId: matched.id, matched: matched.value, score: score})) AS best
  WHERE ${nameOf('n')} IS NOT NULL
  WITH n, best ORDER BY best.score DESC, n.id LIMIT $limit
  RETURN collect({id: n.id, matched: best.matched, nameId: best.nameId, score: best.score,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows`,
};
