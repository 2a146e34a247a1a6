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
import { COMMAND_KINDS } from '../../model/command-words.js';
import { ACCOUNT } from '../../model/record/own-words.rules.js';

export { REACH, REACH_BELOW } from './reach.cypher.js';

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

/** Where a site may be named or assumed on some day of the incidents asked for; other sites bear on nothing. */
const SITE_THEN = "n.firstMin <= $about.to AND (n.lastMax >= $about.from OR n.lastHardness = 'ASSUMED_TO_CONTINUE')";

/** Of a unit that stands only under posts of the people, the links of command to units that do so too. */
const LEADS_TO_POST = `n.kind IN [${quotedAll(COMMAND_KINDS)}] AND EXISTS { (n)-[:SUPERIOR]->(superior:Unit) WHERE superior.id IN $about.units + $about.under AND ${mayKnow('superior')} }`;

/**
 * What `reach.cypher.ts` found: the incidents, how they belong together, on which days they happened, and what they are
 * attributed to; the links above the units, those that lead up to posts, the posts of the people, and sites.
 */
export const INCIDENTS_AND_NETWORK: CypherStatement = {
  name: 'case file: incidents and network',
  text: `CALL () { UNWIND $about.incidents AS id MATCH (n:Incident {id: id}) WHERE ${claimHeld('n')} RETURN collect(n) AS incidents }
RETURN ${rows('UNWIND incidents AS n', INCIDENT)} AS incidents,
  ${rows('UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Attribution)', ATTRIBUTION)} AS attributions,
  ${rows('UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:IncidentLink)-[:LINKED_WITH]->(other) WHERE other IN incidents', INCIDENT_LINK)} AS incidentLinks,
  ${rows(`UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Fact) WHERE n.property IN [${quotedAll(DAY_FACTS)}]`, DAY_FACT)} AS dayFacts,
  ${rows(`UNWIND $about.units + $about.under AS id MATCH (unit:Unit {id: id})<-[:SUBORDINATE]-(n:CommandLink) WHERE NOT id IN $about.under OR (${LEADS_TO_POST})`, `label: 'CommandLink', .kind, subordinateId: ${end('SUBORDINATE')}, superiorId: ${end('SUPERIOR')}, ${RANGE}`)} AS links,
  ${rows(`UNWIND $about.people AS id MATCH (:Person {id: id})<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE ${mayKnow('unit')}`, `label: 'Posting', .role, .title, .rank, personId: ${end('OF')}, atId: ${end('AT')}, appointedById: ${end('APPOINTED_BY')}, ${RANGE}`)} AS postings,
  ${rows(`UNWIND $about.sited AS id MATCH (unit:Unit {id: id})<-[:OF]-(n:Positioning) WHERE ${SITE_THEN}`, `label: 'Positioning', unitId: ${end('OF')}, ${coordinatesAt('n')}, ${RANGE}`)} AS sites`,
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
