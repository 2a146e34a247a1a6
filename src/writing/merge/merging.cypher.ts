import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { inForce } from '../../graph/query/redirects.cypher.js';
import { claimHeld, kindOf, nameOf } from '../../graph/query/visible.cypher.js';

/** What merges leave in the graph and readers may ask: who may be the same, what was merged. */

/** The ids that an entity stands for: its own, and those that merges in force lead to it. */
const idsBehind = (entity: string) => `[${entity}.id] + COLLECT {
    MATCH (${entity}) (()<-[:INTO]-(merge:Merge WHERE ${inForce('merge')})-[:FROM]->()){1,} (gone) RETURN gone.id
  }`;

/** People or units that share a folded name or an identifier with one, but for those that somebody has told apart. */
export const DUPLICATES: CypherStatement = {
  name: 'duplicate candidates',
  text: `UNWIND $about.ids AS id
${nodesById('n', 'Entity')} WHERE (n:Person OR n:Unit) AND ${nameOf('n')} IS NOT NULL
CALL (n) {
  MATCH (n)<-[:OF]-(mine:Name) WHERE ${claimHeld('mine')}
  MATCH (theirs:Name {sortKey: mine.sortKey})-[:OF]->(other:Entity) WHERE other <> n AND ${claimHeld('theirs')}
  RETURN other, theirs.value AS name, null AS identifier
  UNION
  MATCH (n)<-[:OF]-(mine:Identifier) WHERE ${claimHeld('mine')}
  MATCH (theirs:Identifier {value: mine.value})-[:OF]->(other:Entity) WHERE theirs.scheme = mine.scheme AND other <> n AND ${claimHeld('theirs')}
  RETURN other, null AS name, theirs.scheme + ' ' + theirs.value AS identifier
}
WITH id, n, other, collect(DISTINCT name) AS names, collect(DISTINCT identifier) AS identifiers
WHERE ((n:Person AND other:Person) OR (n:Unit AND other:Unit)) AND ${nameOf('other')} IS NOT NULL
WITH id, n, other, names, identifiers, ${idsBehind('n')} AS here, ${idsBehind('other')} AS there
WHERE NOT EXISTS {
  MATCH (decision:NotSame) WHERE decision.at <= $view.recordedBy
    AND ((decision.a IN here AND decision.b IN there) OR (decision.a IN there AND decision.b IN here))
}
WITH id, {id: other.id, label: ${kindOf('other')}, names: names, identifiers: identifiers} AS row
ORDER BY size(row.identifiers) DESC, size(row.names) DESC, row.id LIMIT 100
RETURN id, collect(row) AS rows`,
};

/** The merges that an id has gone into or has taken up, the latest first; those undone too. */
export const MERGES: CypherStatement = {
  name: 'merges',
  text: `UNWIND $about.ids AS id
MATCH (:Entity {id: id})<-[:FROM|INTO]-(merge:Merge) WHERE merge.at <= $view.recordedBy
WITH id, merge ORDER BY merge.at DESC
RETURN id, collect(merge {.id, .from, .into, .state, .at, .by, .reason, .undoneAt, .undoneBy, .undoneReason}) AS rows`,
};
