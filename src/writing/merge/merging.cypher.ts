import type { CypherStatement } from '../../graph/graph.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { claimHeld, kindOf, namedBefore, nameOf } from '../../graph/query/visible.cypher.js';
import { PERSON, UNIT } from '../../model/record/fields/entity.js';

/** What merges leave in the graph and readers may ask: where an id has gone, who may be the same, what was merged. */

/** A merge that was in force at the instant asked. */
const inForce = (merge: string) =>
  `${merge}.at <= $view.recordedBy AND (${merge}.undoneAt IS NULL OR ${merge}.undoneAt > $view.recordedBy)`;

/** The ids that an entity stands for: its own, and those that merges in force lead to it. */
const idsBehind = (entity: string) => `[${entity}.id] + COLLECT {
    MATCH (${entity}) (()<-[:INTO]-(merge:Merge WHERE ${inForce('merge')})-[:FROM]->()){1,} (gone) RETURN gone.id
  }`;

/**
 * The person or unit that one has been merged into, by the id of the one that is gone. Only for who could have known of it
 * just before: an id may say as much as a name.
 */
export const REDIRECTED: CypherStatement = {
  name: 'merged into',
  text: `UNWIND $about.ids AS id
MATCH (asked:Entity {id: id})<-[:FROM]-(first:Merge) WHERE ${inForce('first')} AND ${namedBefore('asked', 'first.at')}
MATCH (asked) ((gone)<-[:FROM]-(merge:Merge WHERE ${inForce('merge')})-[:INTO]->()){1,} (n:Entity)
WHERE NOT EXISTS { (n)<-[:FROM]-(later:Merge) WHERE ${inForce('later')} }
WITH id, n, gone, merge, ${nameOf('n')} AS name WHERE name IS NOT NULL
RETURN id, n {.id, name: name, label: ${kindOf('n')}, ${fieldEntries({ ...PERSON, ...UNIT }).join(', ')},
  formerly: [index IN range(0, size(gone) - 1) | {id: gone[index].id, until: merge[index].at}]} AS row`,
};

/** The ids that have been merged into a person or unit, from A to Z; each only for who could have known of it just before. */
export const MERGED_IDS: CypherStatement = {
  name: 'merged ids',
  text: `UNWIND $about.ids AS id
MATCH (:Entity {id: id}) (()<-[:INTO]-(merge:Merge WHERE ${inForce('merge')})-[:FROM]->()){1,} (gone)
WITH id, gone, last(merge) AS first WHERE ${namedBefore('gone', 'first.at')}
WITH DISTINCT id, gone ORDER BY gone.id
RETURN id, collect({id: gone.id}) AS rows`,
};

/** People or units that share a folded name or an identifier with one, but for those that somebody has told apart. */
export const DUPLICATES: CypherStatement = {
  name: 'duplicate candidates',
  text: `UNWIND $about.ids AS id
MATCH (n:Entity {id: id}) WHERE (n:Person OR n:Unit) AND ${nameOf('n')} IS NOT NULL
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
