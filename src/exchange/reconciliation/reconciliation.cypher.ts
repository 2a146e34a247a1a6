import type { CypherStatement } from '../../graph/graph.js';
import { claimCounts, codesOf, nameOf, reportCounts } from '../../graph/query/visible.cypher.js';
import { UNIT } from '../../model/record/fields/entity.js';
import { UNIT_KIND, words } from '../../model/vocabulary.js';

/** How many names the full-text index gives for one query before the reader's view is applied. */
const POOL = 150;

/** For each query of a batch the entities whose names are most like it, best first. */
export const CANDIDATES: CypherStatement = {
  name: 'reconciliation candidates',
  text: `UNWIND $about.queries AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('names', asked.text, {limit: ${POOL}}) YIELD node AS matched, score
  MATCH (matched)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN asked.types) AND ${claimCounts('matched')}
  WITH n, max(score) AS score ORDER BY score DESC, n.id LIMIT $limit
  RETURN collect(n.id) AS ids
}
RETURN asked.key AS key, ids`,
};

/** The entities that bear these identifiers. */
export const IDENTIFIED: CypherStatement = {
  name: 'reconciliation identified',
  text: `MATCH (claim:Identifier)-[:OF]->(n:Entity)
WHERE claim.value IN $about.values AND ${claimCounts('claim')}
WITH claim.value AS key, n ORDER BY n.id
RETURN key, collect(DISTINCT n.id) AS ids`,
};

const namesOf = (entity: string) => `COLLECT {
    MATCH (given:Name)-[:OF]->(${entity}) WHERE ${claimCounts('given')}
    RETURN given.value ORDER BY given.sortKey, given.id
  }`;

/** Entities by id: those that the reader may know of. */
export const ENTITIES: CypherStatement = {
  name: 'reconciliation entities',
  text: `UNWIND $about.ids AS id
MATCH (n:Record {id: id}) WHERE n:Entity
WITH n, ${nameOf('n')} AS called WHERE called IS NOT NULL
RETURN n {.id, .kind, .bodyKind, .placeholder, .latitude, .longitude, name: called,
  kinds: ${codesOf('n', UNIT.kind.fact, words(UNIT_KIND))}, countries: ${codesOf('n', UNIT.country.fact)},
  types: [label IN $about.types WHERE label IN labels(n)],
  within: COLLECT { MATCH (n)-[:WITHIN]->(outer) WITH outer, ${nameOf('outer')} AS place WHERE place IS NOT NULL RETURN {id: outer.id, name: place} LIMIT 1 }[0],
  names: ${namesOf('n')},
  identifiers: COLLECT {
    MATCH (given:Identifier)-[:OF]->(n) WHERE ${claimCounts('given')}
    RETURN given {.scheme, .value} ORDER BY given.scheme, given.value, given.id
  }} AS entity`,
};

/** What claims of one kind say of entities and others: the claims lie between the two edges. */
function related(relation: string, kind: string, from: string, to: string): CypherStatement {
  return {
    name: `reconciliation ${relation}`,
    text: `UNWIND $about.ids AS id
MATCH (n:Record {id: id})<-[:${from}]-(claim:${kind})-[:${to}]->(other) WHERE ${claimCounts('claim')}
WITH id, claim, other, ${nameOf('n')} AS itself, ${nameOf('other')} AS called WHERE itself IS NOT NULL AND called IS NOT NULL
WITH id, claim, other, called ORDER BY coalesce(claim.firstMin, ''), claim.id
RETURN id, collect(claim {.title, .first, .firstHardness, .last, .lastHardness, kind: coalesce(claim.role, claim.kind),
  id: other.id, name: called, names: ${namesOf('other')},
  sources: COLLECT { MATCH (claim)-[:CITES]->(report:Report) WHERE ${reportCounts('report')} RETURN DISTINCT report.title AS title ORDER BY title }}) AS rows`,
  };
}

export const RELATED = {
  posts: related('posts', 'Posting', 'OF', 'AT'),
  holders: related('holders', 'Posting', 'AT', 'OF'),
  superiors: related('superiors', 'CommandLink', 'SUBORDINATE', 'SUPERIOR'),
  subordinates: related('subordinates', 'CommandLink', 'SUPERIOR', 'SUBORDINATE'),
  sites: related('sites', 'Positioning', 'OF', 'AT'),
  wholes: related('wholes', 'Affiliation', 'PART', 'WHOLE'),
};
