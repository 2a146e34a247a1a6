import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { coverOf } from '../../graph/query/cover.cypher.js';
import { claimCounts, contentsOf, kindOf, linkHeld, nameOf, visible } from '../../graph/query/visible.cypher.js';

const EDGES =
  'OF|AT|SUBORDINATE|SUPERIOR|TO|BY|ABOUT|CONCERNS|PART|WHOLE|APPOINTED_BY|AFFIRMS|REVERSES|REPLACES|FOLLOWS';

/** Most steps of a path. */
export const MOST_STEPS = 8;

/** Binds what a record says at the instant, where it may be the end of a path: one row or none, which Neo4j must know to plan well. */
const endAs = (name: string, id: string, bound = '') =>
  `${nodesById('record', 'Record', id)}
  MATCH ${contentsOf('record', name)} WHERE NOT ${name}:Report AND ${visible(name)}
  WITH ${bound}${name} LIMIT 1`;

/**
 * The shortest paths between two records, of the three shortest lengths, over claims, incidents and findings that count
 * and whose span covers the day, of so many steps at most, where a step is at most two edges; the loader drops those that lean on a claim which another beats. Reports, names and gazetteer places connect everything with everything, and are not used.
 */
const pathsWithin = (steps: number): CypherStatement => ({
  name: 'paths between',
  text: `UNWIND $about.ids AS id
CALL (id) {
  ${endAs('a', '$from')}
  ${endAs('b', '$to', 'a, ')}
  WITH a, b WHERE a.id <> b.id
  MATCH path = SHORTEST 3 GROUPS (a) ((x)-[link:${EDGES} WHERE ${linkHeld('link')}]-(y
      WHERE (y:Entity OR (any(label IN labels(y) WHERE label IN $through) AND ${claimCounts('y')}))
        AND ($on IS NULL OR y.firstMin IS NULL OR y:Incident OR ${coverOf('y')} IN $cover))){1,${2 * steps}} (b)
  WHERE all(node IN nodes(path) WHERE NOT node:Entity OR ${nameOf('node')} IS NOT NULL)
  WITH path ORDER BY length(path), [node IN nodes(path) | node.id] LIMIT 50
  WITH [node IN nodes(path) | {id: node.id, claim: node:Claim, statement: node:Claim OR node:Finding OR node:Incident,
      label: ${kindOf('node')}}] AS nodes,
    [edge IN relationships(path) | {type: type(edge), from: startNode(edge).id}] AS edges
  RETURN collect({nodes: nodes, edges: edges}) AS rows
}
RETURN id, rows`,
});

/** By the most steps that a path may have: Neo4j then looks no further. */
export const PATHS: ReadonlyMap<number, CypherStatement> = new Map(
  Array.from({ length: MOST_STEPS }, (_, index) => [index + 1, pathsWithin(index + 1)]),
);
