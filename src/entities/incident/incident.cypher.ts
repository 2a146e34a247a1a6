import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { statementCounts } from '../../graph/query/ends.cypher.js';
import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt, retractedAt } from '../../graph/query/version.cypher.js';
import {
  citationsHeld,
  claimCounts,
  hasCode,
  mayKnow,
  placesAround,
  quotedAll,
  wordsCount,
} from '../../graph/query/visible.cypher.js';
import { UNDATED } from '../../model/date-range.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { INCIDENT } from '../../model/record/fields/incident.js';
import { ACCOUNT } from '../../model/record/own-words.rules.js';
import { near } from '../location/location.cypher.js';

/** The facts that stand in for an incident's own words where these do not count. */
const accounts = (properties: readonly string[], incident = 'n') =>
  `MATCH (fact:Fact)-[:OF]->(${incident}) WHERE fact.property IN [${quotedAll(properties)}] AND ${claimCounts('fact')}`;

/** Whether the incident's own words count, for filters and orders: none of them may tell what is not shown. */
const TERMS = { inWords: wordsCount('n') };

/** The day that an end of the incident's range may be, as its own words give it, or the facts: the outermost of them. */
const FIRST_DAY = `CASE WHEN inWords THEN n.firstMin ELSE coalesce(COLLECT { ${accounts(['FIRST'])} RETURN min(fact.dayMin) }[0], '${UNDATED.min}') END`;
const LAST_DAY = `CASE WHEN inWords THEN n.lastMax ELSE coalesce(COLLECT { ${accounts(['LAST'])} RETURN max(fact.dayMax) }[0], '${UNDATED.max}') END`;

/** Whether an incident is of one of some kinds, by its own words or by facts. */
export const ofKinds = (incident: string, kinds: string, inWords = wordsCount(incident)) =>
  `CASE WHEN ${inWords} THEN any(kind IN ${incident}.kinds WHERE kind IN ${kinds}) ELSE ${hasCode(incident, 'VIOLATION_TYPE', kinds)} END`;

const ROW = `n {.id, label: 'Incident', .dataset, .recordedAt, retractedAt: ${retractedAt('n')}, changedAt: ${changedAt('n')},
    ${fieldEntries({ ...INCIDENT, ...CLAIM }).join(', ')}, citations: ${citationsHeld('n')},
    accounts: COLLECT { ${accounts(Object.keys(ACCOUNT))} RETURN fact {.property, .value, .code} AS account ORDER BY fact.id }}`;

export const INCIDENT_BY_ID: CypherStatement = {
  name: 'Incident by id',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Incident')} WHERE ${claimCounts('n')}
RETURN id, ${ROW} AS row`,
};

const attributed = (edge: string, parameter: string) =>
  leadsTo(
    `(n)<-[:OF]-(attribution:Attribution)-[:${edge}]->(end:Record) WHERE end.id IN $filter.${parameter} AND ${statementCounts('Attribution', 'attribution', ['OF'])}`,
  );

export const INCIDENTS: Listing = {
  name: 'incidents',
  match: 'MATCH (n:Incident)',
  where: claimCounts('n'),
  terms: TERMS,
  orders: {
    FIRST: { key: FIRST_DAY },
    FIRST_DESC: { key: FIRST_DAY, descending: true },
    TITLE: { key: "CASE WHEN inWords THEN n.sortKey ELSE '' END" },
  },
  idFilters: ['attributedTo'],
  filters: {
    text: `CASE WHEN inWords THEN n.foldedText CONTAINS $filter.text
      ELSE EXISTS { ${accounts(['TITLE', 'SUMMARY'])} AND fact.foldedText CONTAINS $filter.text } END`,
    means: `CASE WHEN inWords THEN any(used IN n.foldedMeans WHERE any(text IN $filter.means WHERE used CONTAINS text))
      ELSE EXISTS { ${accounts(['MEANS'])} AND any(text IN $filter.means WHERE fact.foldedText CONTAINS text) } END`,
    from: `${LAST_DAY} >= $filter.from`,
    to: `${FIRST_DAY} <= $filter.to`,
    kinds: ofKinds('n', '$filter.kinds', 'inWords'),
    within: leadsTo(`(n)-[:AT]->${placesAround('place')} (:Location {id: $filter.within})`),
    near: leadsTo(`(n)-[:AT]->(place:Location) WHERE ${mayKnow('place')} AND ${near('place')}`),
    codes: `EXISTS { (n)<-[:CONCERNS]-(finding:Finding)-[:CLASSIFIES]->(:LegalCode)-[:WITHIN*0..8]->(code:LegalCode) WHERE code.code IN $filter.codes AND ${statementCounts('Finding', 'finding', ['CONCERNS'])} AND ${wordsCount('finding')} }`,
    attributedTo: attributed('TO', 'attributedTo'),
    attributedBy: attributed('BY', 'attributedBy'),
    hasAttribution: `EXISTS { (n)<-[:OF]-(attribution:Attribution) WHERE ${statementCounts('Attribution', 'attribution', ['OF'])} } = $filter.hasAttribution`,
    hasFinding: `EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE ${statementCounts('Finding', 'finding', ['CONCERNS'])} } = $filter.hasFinding`,
    onlyAllegations: `(EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE ${statementCounts('Finding', 'finding', ['CONCERNS'])} }
      AND NOT EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE finding.type <> 'ALLEGATION' AND ${statementCounts('Finding', 'finding', ['CONCERNS'])} }) = $filter.onlyAllegations`,
    dataset: 'n.dataset = $filter.dataset',
  },
  row: ROW,
};

/** Incidents at a place or inside it. */
export const INCIDENTS_AT: Listing = {
  ...INCIDENTS,
  name: 'Location.incidents',
  match: `MATCH (n:Incident)-[:AT]->${placesAround('scene')} (:Location {id: parent})`,
};
