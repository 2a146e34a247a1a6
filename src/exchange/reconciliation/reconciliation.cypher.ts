import type { CypherStatement } from '../../graph/graph.js';
import { recordsById } from '../../graph/query/by-id.cypher.js';
import {
  claimCounts,
  codesOf,
  contentsOf,
  coordinatesOf,
  elsewhen,
  mayKnow,
  nameOf,
  reportCounts,
  wordsCount,
} from '../../graph/query/visible.cypher.js';
import { UNIT } from '../../model/record/fields/entity.js';
import { UNIT_KIND, words } from '../../model/vocabulary.js';

/** How many names or titles that the reader may see are read for one query: those that the index finds most like it. */
const POOL = 150;

/** For each query of a batch the ids of what is most like it, best first. */
const mostAlike = (name: string, matches: string): CypherStatement => ({
  name,
  text: `UNWIND $about.queries AS asked
CALL (asked) {
  ${matches}
  WITH n, score LIMIT ${POOL}
  WITH n, max(score) AS score ORDER BY score DESC, n.id LIMIT $limit
  RETURN collect(n.id) AS ids
}
RETURN asked.key AS key, ids`,
});

/** The entities whose names are most like a query. */
export const CANDIDATES = mostAlike(
  'reconciliation candidates',
  `CALL db.index.fulltext.queryNodes('names', asked.text) YIELD node AS matched, score
  MATCH (matched)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN asked.types) AND ${claimCounts('matched')}`,
);

/** The facts that give an incident a title, where its own does not count. */
const titling = (incident: string) =>
  `MATCH (given:Fact)-[:OF]->(${incident}) WHERE given.property = 'TITLE' AND ${claimCounts('given')}`;

/** The incidents whose titles are most like a query. */
export const CANDIDATE_INCIDENTS = mostAlike(
  'reconciliation candidate incidents',
  `CALL db.index.fulltext.queryNodes('texts', asked.text) YIELD node AS matched, score
  MATCH (matched)-[:OF*0..1]->(n:Incident)
  WHERE ${claimCounts('n')} AND CASE WHEN matched:Fact THEN matched.property = 'TITLE' AND ${claimCounts('matched')} ELSE ${wordsCount('n')} END`,
);

/** The titles of an incident that count. */
const titlesOf = (incident: string) =>
  `CASE WHEN NOT ${claimCounts(incident)} THEN [] WHEN ${wordsCount(incident)} THEN [${incident}.title]
    ELSE COLLECT { ${titling(incident)} RETURN given.value ORDER BY given.id } END`;

/** The entities that bear these identifiers. */
export const IDENTIFIED: CypherStatement = {
  name: 'reconciliation identified',
  text: `MATCH (claim:Identifier)-[:OF]->(n:Entity)
WHERE claim.value IN $about.values AND ${claimCounts('claim')} AND ${mayKnow('n')}
WITH claim.value AS key, n ORDER BY n.id
RETURN key, collect(DISTINCT n.id) AS ids`,
};

const namesOf = (entity: string) => `COLLECT {
    MATCH (given:Name)-[:OF]->(${entity}) WHERE ${claimCounts('given')}
    RETURN given.value ORDER BY given.sortKey, given.id
  }`;

/** The titles of the reports that a claim or incident cites, from A to Z. */
const sourcesOf = (record: string) =>
  `COLLECT { MATCH (${record})-[:CITES]->(report:Report) WHERE ${reportCounts('report')} RETURN DISTINCT report.title AS title ORDER BY title }`;

const placeAlong = (edge: string) =>
  `COLLECT { MATCH (n)-[:${edge}]->(outer) WITH outer, ${nameOf('outer')} AS place WHERE place IS NOT NULL RETURN {id: outer.id, name: place} LIMIT 1 }[0]`;

/** Entities and incidents by id: those that the reader may know of. */
export const ENTITIES: CypherStatement = {
  name: 'reconciliation entities',
  text: `UNWIND $about.ids AS id
${recordsById('id')} WHERE n:Entity OR n:Incident
MATCH ${contentsOf('n', 'held')} WHERE NOT ${elsewhen('held')}
WITH held AS n, CASE WHEN n:Entity THEN ${nameOf('n')} END AS given, CASE WHEN n:Incident THEN ${titlesOf('n')} ELSE [] END AS titles
WITH n, titles, coalesce(given, titles[0]) AS called, n:Incident AND ${wordsCount('n')} AS inWords WHERE called IS NOT NULL
RETURN n {.id, .kind, .bodyKind, .placeholder, ${coordinatesOf('n')}, name: called,
  first: CASE WHEN inWords THEN n.first END, firstHardness: CASE WHEN inWords THEN n.firstHardness END,
  last: CASE WHEN inWords THEN n.last END, lastHardness: CASE WHEN inWords THEN n.lastHardness END,
  sources: CASE WHEN n:Incident THEN ${sourcesOf('n')} ELSE [] END,
  place: CASE WHEN n:Incident THEN ${placeAlong('AT')} END,
  kinds: CASE WHEN inWords THEN n.kinds WHEN n:Incident THEN ${codesOf('n', 'VIOLATION_TYPE')} ELSE ${codesOf('n', UNIT.kind.fact, words(UNIT_KIND))} END, countries: ${codesOf('n', UNIT.country.fact)},
  types: [label IN $about.types WHERE label IN labels(n)],
  within: ${placeAlong('WITHIN')},
  names: titles + ${namesOf('n')},
  identifiers: COLLECT {
    MATCH (given:Identifier)-[:OF]->(n) WHERE ${claimCounts('given')}
    RETURN given {.scheme, .value} AS identifier ORDER BY given.scheme, given.value, given.id
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
  sources: ${sourcesOf('claim')}}) AS rows`,
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
