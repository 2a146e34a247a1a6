import type { CypherStatement } from '../../graph/graph.js';
import {
  claimHeld,
  coordinatesAt,
  counts,
  heldIdsAlong,
  linkHeld,
  mayKnow,
  nameOf,
  quotedAll,
  versionFor,
} from '../../graph/query/visible.cypher.js';
import { unitsReached } from '../../graph/query/walk.cypher.js';
import { ACCOUNT } from '../../model/record/own-words.rules.js';
import type { INCIDENT_LINK_KIND, Word } from '../../model/vocabulary.js';

/**
 * All statements here apply clearance and instant only; `narrow` in the rules applies the rest of the lens to the
 * result. This keeps the statements small: Neo4j plans a statement by its text, and a lens in each part takes seconds.
 * Parameters go in as one map, `$about`: Neo4j plans anew for each length of a list parameter, but not for what is in a
 * map.
 */

/** What a citation says, in the order of its values: maps would send each of these names with each of 80,000 citations. */
export const PASSAGE = [
  'reportId',
  'pinpoint',
  'paraphrase',
  'document',
  'paragraph',
  'passageSha256',
  'secondary',
  'suffices',
];

const passageValues = PASSAGE.map((name) => (name === 'reportId' ? 'cited.id' : `citation.${name}`)).join(', ');

const SOURCED = (
  n: string,
) => `.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (${n})-[citation:CITES]->(cited:Report) WHERE ${counts('cited')}
      RETURN [${passageValues}] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }`;
/** An end that no source dates has an empty text. */
const RANGE =
  "range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness}";
const end = (edge: string) => `head([(n)-[:${edge}]->(end) | end.id])`;

/**
 * Rows of a kind from a pattern that binds each `n` once, in the order of time. A `DISTINCT` in here would group by the
 * lists from outside too: in the army of a country their copies, one for each row, took more memory than there is.
 */
const rows = (pattern: string, map: string) => `COLLECT { ${pattern}
    WITH n WHERE ${claimHeld('n')}
    RETURN n {${SOURCED('n')}, ${map}} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id }`;

/** The facts that stand in for an incident's own words where these do not count. */
const ACCOUNTS = `COLLECT { MATCH (fact:Fact)-[:OF]->(n) WHERE fact.property IN [${quotedAll(Object.keys(ACCOUNT))}] AND ${claimHeld('fact')}
      RETURN fact {${SOURCED('fact')}, .property, .value, .code} AS account ORDER BY fact.id }`;

const INCIDENT = `label: 'Incident', .title, .kinds, .precision, ${RANGE}, accounts: ${ACCOUNTS},
    ${coordinatesAt('n')}`;
const ATTRIBUTION = `label: 'Attribution', .mode, incidentId: ${end('OF')}, toId: ${end('TO')}, byId: ${end('BY')}`;

/** Facts that say on which days an incident happened, or still went on. */
const DAY_FACTS = ['OCCURRED_ON', 'LAST_CITED_ON'];
const DAY_FACT = `label: 'Fact', .property, .value, incidentId: ${end('OF')}`;
const INCIDENT_LINK = `label: 'IncidentLink', .kind, incidentId: ${end('OF')}, withId: ${end('LINKED_WITH')}`;

/** The incidents bound as `incidents`, how they belong together, on which days they happened, and what they are attributed to. */
const INCIDENT_FILES = `RETURN ${rows('UNWIND incidents AS n', INCIDENT)} AS incidents,
  ${rows('UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Attribution)', ATTRIBUTION)} AS attributions,
  ${rows('UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:IncidentLink)-[:LINKED_WITH]->(other) WHERE other IN incidents', INCIDENT_LINK)} AS incidentLinks,
  ${rows(`UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Fact) WHERE n.property IN [${quotedAll(DAY_FACTS)}]`, DAY_FACT)} AS dayFacts`;

/** Most incidents to which links lead from others in one step. */
const MAX_LINKED = 500;

/** Most earlier incidents of a kind that are looked at for notice, the latest first. */
export const MAX_EARLIER = 500;

/** How many links of incidents are followed one after the other: a campaign, its waves, their strikes. */
const MAX_LINKS = 5;

/**
 * Incidents of a list and all that links of a kind lead to, nearest first; `ends` are the edges of each link, there and on.
 */
const incidentsAlong = (
  starts: string,
  kind: Word<typeof INCIDENT_LINK_KIND>,
  ends: readonly [string, string],
  links: number,
) =>
  `reduce(walk = ${starts}, depth IN range(1, ${links}) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:${ends[0]}]-(link:IncidentLink {kind: '${kind}'})-[:${ends[1]}]->(linked:Incident)
    WHERE NOT linked IN walk AND ${claimHeld('link')} AND ${claimHeld('linked')}
    RETURN DISTINCT linked ORDER BY linked.id LIMIT ${MAX_LINKED}
  })`;

const EITHER = 'OF|LINKED_WITH';

/**
 * `asked` with the other accounts of the same event, all of which they are parts and all parts of them, and the other
 * parts of those wholes.
 */
const LINKED_INCIDENTS = `WITH asked, ${incidentsAlong('[asked]', 'SAME_EVENT', [EITHER, EITHER], MAX_LINKS)} AS accounts
  WITH asked, accounts, ${incidentsAlong('accounts', 'PART_OF', ['OF', 'LINKED_WITH'], MAX_LINKS)} AS wholes
  WITH asked, ${incidentsAlong('accounts', 'PART_OF', ['LINKED_WITH', 'OF'], MAX_LINKS)} AS parts, ${incidentsAlong('wholes', 'PART_OF', ['LINKED_WITH', 'OF'], 1)} AS siblings`;

/** Incidents by id with those that are linked with them, and earlier ones that share a kind and are attributed to a unit. */
export const INCIDENTS_AND_EARLIER: CypherStatement = {
  name: 'case file: incidents',
  text: `MATCH (asked:Incident) WHERE asked.id IN $about.ids AND ${claimHeld('asked')}
CALL (asked) {
  MATCH (earlier:Incident)<-[:OF]-(attribution:Attribution)-[:TO]->(unit:Unit)
  WHERE earlier.firstMin < asked.firstMin AND any(kind IN earlier.kinds WHERE kind IN asked.kinds) AND ${claimHeld('earlier')}
    AND ${claimHeld('attribution')} AND ${mayKnow('unit')}
  WITH DISTINCT earlier ORDER BY earlier.firstMin DESC, earlier.id LIMIT ${MAX_EARLIER}
  RETURN collect(earlier) AS earlier
}
CALL (asked) {
  ${LINKED_INCIDENTS}
  RETURN parts + siblings AS linked
}
WITH collect(asked) AS asked, collect(earlier) AS earlier, collect(linked) AS linked
CALL (asked, earlier, linked) {
  UNWIND asked + reduce(all = [], some IN earlier + linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS incidents
}
CALL (asked, linked) {
  UNWIND asked + reduce(all = [], some IN linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS close
}
${INCIDENT_FILES},
  COLLECT { UNWIND close AS incident MATCH (incident)<-[:CONCERNS]-(n:Finding)-[link:ABOUT]->(person:Person) WHERE ${claimHeld('n')} AND ${linkHeld('link')} AND ${mayKnow('person')} RETURN DISTINCT person.id ORDER BY person.id } AS named, [] AS unitsOfFindings`,
};

/** The units asked for, and those in which the people asked for held posts, as `starts`. */
const STARTS = `CALL () {
  UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN unit
  UNION
  UNWIND $about.persons AS id MATCH (:Person {id: id})<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE ${claimHeld('n')} RETURN unit
}
WITH collect(DISTINCT unit) AS starts`;

/** Incidents between two days attributed to units or to any unit that ever stood under them. */
export const INCIDENTS_BELOW: CypherStatement = {
  name: 'case file: incidents below',
  text: `${STARTS}
WITH ${unitsReached('starts', 'SUPERIOR', 'SUBORDINATE', "$about.below AND link.kind IN ['COMMAND', 'OPERATIONAL']")} AS units
CALL (units) {
  UNWIND units AS unit
  OPTIONAL MATCH (unit)<-[:TO]-(attribution:Attribution)-[:OF]->(incident:Incident)
  WHERE incident.firstMin <= $about.to AND incident.lastMax >= $about.from AND ${claimHeld('attribution')} AND ${claimHeld('incident')}
  RETURN collect(DISTINCT incident) AS incidents, collect(DISTINCT CASE WHEN EXISTS { (unit)<-[link:ABOUT]-(finding:Finding) WHERE ${linkHeld('link')} AND ${claimHeld('finding')} } THEN unit.id END) AS unitsOfFindings
}
${INCIDENT_FILES}, [] AS named, unitsOfFindings`,
};

/** Where a site may be named or assumed on some day of the incidents asked for; other sites bear on nothing. */
const SITE_THEN = "n.firstMin <= $about.to AND (n.lastMax >= $about.from OR n.lastHardness = 'ASSUMED_TO_CONTINUE')";

/** All that stands above units, and above the units of people's posts: links of every kind and date, posts and sites. */
export const NETWORK: CypherStatement = {
  name: 'case file: network',
  text: `${STARTS}
WITH ${unitsReached('starts', 'SUBORDINATE', 'SUPERIOR')} AS units
RETURN ${rows('UNWIND units AS unit MATCH (unit)<-[:SUBORDINATE]-(n:CommandLink)', `label: 'CommandLink', .kind, subordinateId: ${end('SUBORDINATE')}, superiorId: ${end('SUPERIOR')}, ${RANGE}`)} AS links,
  ${rows('UNWIND units AS unit MATCH (unit)<-[:AT]-(n:Posting)', `label: 'Posting', .role, .title, .rank, personId: ${end('OF')}, atId: ${end('AT')}, appointedById: ${end('APPOINTED_BY')}, ${RANGE}`)} AS postings,
  ${rows(`UNWIND units AS unit MATCH (unit)<-[:OF]-(n:Positioning) WHERE ${SITE_THEN}`, `label: 'Positioning', unitId: ${end('OF')}, ${coordinatesAt('n')}, ${RANGE}`)} AS sites`,
};

const LATER = 'AFFIRMS|REVERSES|REPLACES|FOLLOWS';

const FINDING = `label: 'Finding', .type, .title, .standard, .standardAsStated, .proofDomain, .inAbsentia, decidedOn: n.decided, .decidedMin, .decidedMax, publishedOn: n.published,
    .conductFrom, .conductFromMin, .conductTo, .conductToMax, turnedOn: coalesce(n.turnedOn, []), bodyId: ${end('BY')}, bodyKind: head([(n)-[:BY]->(body) WHERE ${mayKnow('body')} | body.bodyKind]),
    aboutIds: ${heldIdsAlong('n', 'ABOUT')}, concernsIds: ${heldIdsAlong('n', 'CONCERNS')}, conductOfIds: ${heldIdsAlong('n', 'CONDUCT_OF')},
    classifications: COLLECT { MATCH (n)-[classifies:CLASSIFIES]->(code:LegalCode) RETURN classifies {.certainty, .asStated, .modes, code: code.code, title: code.title} ORDER BY code.position, classifies.certainty, classifies.asStated },
    relations: COLLECT { MATCH (n)-[relation:${LATER}]->(other:Finding) WHERE ${claimHeld('other')} RETURN {relation: type(relation), toId: other.id} ORDER BY type(relation), other.id }`;
const DATED = '.on, .onMin, .onMax';

/**
 * A report with the publishers whose groups it comes from: its own, and those of all that it repeats, at first or second
 * hand. A paper that reports an announcement shares its origin with the announcement, with every other paper that reports
 * it, and with its own other pages. That depends on clearance and instant alone: leaving a report out must never make two
 * others independent.
 */
const REPORT_VALUES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'id title url copyUrl archivedUrl retrievedAt collectedBy collectedAt collectedWith sha256 verification reliability dataset publishedMin publishedMax'
      .split(' ')
      .map((name) => [name, `n.${name}`]),
  ),
  partyToConflict: 'n.conflictParty',
  publishedOn: 'n.published',
  publisherId: end('PUBLISHED_BY'),
  originPublisherIds: `CASE WHEN EXISTS { (n)-[:DERIVED_FROM]->() } THEN COLLECT {
        MATCH (n) (()-[:DERIVED_FROM]->(via:Report WHERE ${counts('via')})){0,5} (origin:Report)-[:PUBLISHED_BY]->(publisher)
        RETURN DISTINCT publisher.id
      } ELSE [${end('PUBLISHED_BY')}] END`,
  derivedFrom: `COLLECT {
        MATCH (n)-[link:DERIVED_FROM]->(origin:Report)-[:PUBLISHED_BY]->(publisher) WHERE ${linkHeld('link')} AND ${counts('origin')}
        RETURN {reportId: origin.id, title: origin.title, publisher: ${nameOf('publisher')}, partyToConflict: origin.conflictParty} ORDER BY origin.id
      }`,
};

/** What a report says, in the order of its values. */
export const REPORT = Object.keys(REPORT_VALUES);

/** A publisher with its group: all that it is part of. There are few for many reports, so their groups are not asked for report by report. */
const PUBLISHER = `{id: n.id, name: ${nameOf('n')}, group: COLLECT {
      MATCH (n) ((part)<-[:PART]-(claim:Affiliation WHERE claim.kind = 'PART_OF' AND ${claimHeld('claim')})-[:WHOLE]->(whole WHERE ${mayKnow('whole')})){0,5} (member)
      RETURN DISTINCT member.id
    }}`;

/** The ids of a parameter and those of a list, each once, as both hold each of theirs once. */
const both = (parameter: string, list: string) =>
  `$about.${parameter} + [id IN ${list} WHERE NOT id IN $about.${parameter}]`;

/** Whether a source that the reader may see classes a unit as a State, a government or a presidency. */
const STATE_AS_WHOLE = `EXISTS { (n)<-[:OF]-(kind:Fact {property: 'CLASSIFICATION'}) WHERE kind.code IN ['STATE', 'GOVERNMENT', 'PRESIDENCY'] AND ${claimHeld('kind')} }`;

/**
 * Findings about people and units or on incidents, with all that was later said of them; indicators and measures; then
 * the reports that these and earlier statements cite, their publishers, the names of all entities, and the versions of
 * the datasets.
 */
export const STATEMENTS_AND_SOURCES: CypherStatement = {
  name: 'case file: statements and sources',
  text: `CALL () {
  UNWIND $about.ids AS id MATCH (:Record {id: id})<-[link:ABOUT|CONCERNS]-(first:Finding) WHERE ${linkHeld('link')} AND ${claimHeld('first')} MATCH (first) (()<-[:${LATER}]-(step:Finding WHERE ${claimHeld('step')})){0,6} (n:Finding)
  RETURN collect(DISTINCT n) AS findings
}
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Indicator) WHERE ${claimHeld('n')} RETURN collect(DISTINCT n) AS indicators }
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Measure) WHERE ${claimHeld('n')} RETURN collect(DISTINCT n) AS measures }
CALL (findings, indicators, measures) {
  UNWIND findings + indicators + measures AS n MATCH (n)-[:CITES]->(report:Report) WHERE ${counts('report')}
  RETURN collect(DISTINCT report.id) AS reportIds
}
CALL (reportIds) {
  UNWIND $about.reports + reportIds AS id MATCH (:Report {id: id}) (()-[:DERIVED_FROM]->(via:Report WHERE ${counts('via')})){0,5} (:Report)-[:PUBLISHED_BY]->(publisher)
  RETURN collect(DISTINCT publisher) AS publishers
}
CALL (findings) { UNWIND findings AS n MATCH (n)-[link:BY|ABOUT]->(entity:Entity) WHERE ${linkHeld('link')} RETURN collect(DISTINCT entity.id) AS entityIds }
RETURN ${rows('UNWIND findings AS n', FINDING)} AS findings,
  ${rows('UNWIND indicators AS n', `label: 'Indicator', .code, .group, .polarity, ${DATED}, concernsIds: ${heldIdsAlong('n', 'CONCERNS')}`)} AS indicators,
  ${rows('UNWIND measures AS n', `label: 'Measure', .kind, .effect, ${DATED}, concernsIds: ${heldIdsAlong('n', 'CONCERNS')}`)} AS measures,
  COLLECT { UNWIND ${both('reports', 'reportIds')} AS id MATCH (n:Report {id: id}) WHERE ${counts('n')}
    RETURN [${Object.values(REPORT_VALUES).join(', ')}] ORDER BY n.id } AS reports,
  COLLECT { UNWIND publishers AS n RETURN ${PUBLISHER} } AS publishers,
  COLLECT { UNWIND ${both('entities', 'entityIds')} AS id MATCH (n:Entity {id: id})
    WITH n, ${nameOf('n')} AS name WHERE name IS NOT NULL
    RETURN {id: n.id, label: head([label IN labels(n) WHERE label IN ['Person', 'Unit', 'Location']] + ['Body']), name: name, placeholder: coalesce(n.placeholder, false), bodyKind: n.bodyKind, isStateAsWhole: ${STATE_AS_WHOLE}} ORDER BY n.id } AS entities,
  COLLECT { MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
    WHERE ${versionFor('version', 'n')}
      AND EXISTS { (report:Report) WHERE report.dataset = n.id AND ${counts('report')} }
    WITH n, version ORDER BY version.at DESC
    WITH n, collect(version)[0] AS version
    RETURN {id: n.id, version: version.version, changedAt: version.at} ORDER BY n.id } AS datasets`,
};
