import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { inForce } from '../../graph/query/redirects.cypher.js';
import { claimHeld, kindOf, nameOf } from '../../graph/query/visible.cypher.js';

/** What merges leave in the graph and readers may ask: who may be the same, what was merged. */

/** The ids that an entity stands for: its own, and those that merges in force lead to it. */
const idsBehind = (entity: string) => `[${entity}.id] + COLLECT {
    MATCH (${entity}) (()<-[:INTO]-(merge:Merge WHERE ${inForce('merge')})-[:FROM]->()){1,} (gone) RETURN gone.id
  }`;

/** Another record of the same kind. */
const isOther = 'other <> n AND ((n:Person AND other:Person) OR (n:Unit AND other:Unit))';

/** How many names that the reader may see are compared with each name of a record: those that the index finds most like it. */
const POOL = 150;

/** The names of a person or unit that the reader may see. */
export const NAMES_TO_COMPARE: CypherStatement = {
  name: 'names to compare',
  text: `UNWIND $about.ids AS id
${nodesById('n', 'Entity')} WHERE (n:Person OR n:Unit)
RETURN id, COLLECT {
  MATCH (mine:Name)-[:OF]->(n) WHERE ${claimHeld('mine')}
  WITH DISTINCT mine.value AS name ORDER BY name
  RETURN {name: name}
} AS rows`,
};

/**
 * People or units of which a visible name is anything like one of the queries, or that share an identifier with one, but
 * for those that somebody has told apart; in no order: what the index scores, it scores over hidden names too.
 */
export const DUPLICATES: CypherStatement = {
  name: 'duplicate candidates',
  text: `UNWIND $about.ids AS id
${nodesById('n', 'Entity')} WHERE (n:Person OR n:Unit) AND ${nameOf('n')} IS NOT NULL
CALL (n) {
  UNWIND $alike.queries AS query
  CALL (n, query) {
    CALL db.index.fulltext.queryNodes('names', query) YIELD node AS theirs
    MATCH (theirs)-[:OF]->(other) WHERE ${isOther} AND ${claimHeld('theirs')}
    RETURN other, theirs.value AS name LIMIT ${POOL}
  }
  RETURN other, name, null AS identifier
  UNION
  MATCH (n)<-[:OF]-(mine:Identifier) WHERE ${claimHeld('mine')}
  MATCH (theirs:Identifier {value: mine.value})-[:OF]->(other:Entity) WHERE theirs.scheme = mine.scheme AND ${isOther} AND ${claimHeld('theirs')}
  RETURN other, null AS name, theirs.scheme + ' ' + theirs.value AS identifier
}
WITH id, n, other, collect(DISTINCT name) AS names, collect(DISTINCT identifier) AS identifiers
WHERE ${nameOf('other')} IS NOT NULL
WITH id, n, other, names, identifiers, ${idsBehind('n')} AS here, ${idsBehind('other')} AS there
WHERE NOT EXISTS {
  MATCH (decision:NotSame) WHERE decision.at <= $view.recordedBy
    AND ((decision.a IN here AND decision.b IN there) OR (decision.a IN there AND decision.b IN here))
}
RETURN id, collect({id: other.id, label: ${kindOf('other')}, names: names, identifiers: identifiers}) AS rows`,
};

/** The merges that an id has gone into or has taken up, the latest first; those undone too. */
export const MERGES: CypherStatement = {
  name: 'merges',
  text: `UNWIND $about.ids AS id
MATCH (:Entity {id: id})<-[:FROM|INTO]-(merge:Merge) WHERE merge.at <= $view.recordedBy
WITH id, merge ORDER BY merge.at DESC
RETURN id, collect(merge {.id, .from, .into, .state, .at, .by, .reason, .undoneAt, .undoneBy, .undoneReason}) AS rows`,
};
