import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { statementCounts } from '../../graph/query/ends.cypher.js';
import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt, retractedAt } from '../../graph/query/version.cypher.js';
import {
  citationsHeld,
  claimCounts,
  claimHeld,
  linkHeld,
  mayKnow,
  placesAround,
  wordsCount,
} from '../../graph/query/visible.cypher.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { CLASSIFICATION, FINDING } from '../../model/record/fields/finding.js';
import { besideEnd } from '../../model/record/fields/stored.js';
import { ofKinds } from '../incident/incident.cypher.js';

const RELATIONS = ['AFFIRMS', 'REVERSES', 'REPLACES', 'FOLLOWS'];

/** What a finding says of each rule of law, beside the code. */
const CLASSIFIED = fieldEntries(besideEnd(CLASSIFICATION)).join(', ');

const ROW = `n {.id, label: 'Finding', .dataset, .recordedAt, retractedAt: ${retractedAt('n')}, changedAt: ${changedAt('n')}, checkingStatus: n.status,
    ${fieldEntries({ ...FINDING, ...CLAIM }).join(', ')},
    classifications: COLLECT {
      MATCH (n)-[classifies:CLASSIFIES]->(code:LegalCode)
      RETURN classifies {${CLASSIFIED}, code: code.code, title: code.title} ORDER BY code.position, classifies.certainty, classifies.asStated
    },
    citations: ${citationsHeld('n')}}`;

export const FINDING_BY_ID: CypherStatement = {
  name: 'Finding by id',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Finding')} WHERE ${statementCounts('Finding', 'n')}
RETURN id, ${ROW} AS row`,
};

const concernsAny = (inner: string) =>
  `EXISTS { (n)-[:CONCERNS]->(incident:Incident)${inner} AND ${claimCounts('incident')} }`;

/** Whether a finding's own words count, for filters and orders: none of them may tell what is not shown. */
const TERMS = { inWords: wordsCount('n') };
const word = (expression: string) => `CASE WHEN inWords THEN ${expression} ELSE '' END`;

export const FINDINGS: Listing = {
  name: 'findings',
  match: 'MATCH (n:Finding)',
  where: statementCounts('Finding', 'n'),
  terms: TERMS,
  orders: {
    PUBLISHED_DESC: { key: word("coalesce(n.publishedMin, n.decidedMin, '')"), descending: true },
    PUBLISHED: { key: word("coalesce(n.publishedMin, n.decidedMin, '')") },
    TITLE: { key: word('n.sortKey') },
  },
  idFilters: ['about'],
  filters: {
    text: 'inWords AND n.foldedText CONTAINS $filter.text',
    by: leadsTo(`(n)-[:BY]->(body:Body) WHERE body.id IN $filter.by AND ${mayKnow('body')}`),
    bodyKinds: `EXISTS { (n)-[:BY]->(body:Body) WHERE body.bodyKind IN $filter.bodyKinds AND ${mayKnow('body')} }`,
    types: 'n.type IN $filter.types',
    standards: 'n.standard IN $filter.standards',
    proofDomains: 'n.proofDomain IN $filter.proofDomains',
    codes:
      'inWords AND EXISTS { (n)-[:CLASSIFIES]->(:LegalCode)-[:WITHIN*0..8]->(code:LegalCode) WHERE code.code IN $filter.codes }',
    certainties:
      'inWords AND EXISTS { (n)-[classifies:CLASSIFIES]->(:LegalCode) WHERE classifies.certainty IN $filter.certainties }',
    modes:
      'inWords AND EXISTS { (n)-[classifies:CLASSIFIES]->(:LegalCode) WHERE any(mode IN classifies.modes WHERE mode IN $filter.modes) }',
    about: leadsTo(
      `(n)-[link:ABOUT]->(subject:Record) WHERE subject.id IN $filter.about AND ${mayKnow('subject')} AND ${linkHeld('link')}`,
    ),
    concerns: concernsAny(' WHERE incident.id IN $filter.concerns'),
    incidentKinds: concernsAny(` WHERE ${ofKinds('incident', '$filter.incidentKinds')}`),
    incidentWithin: concernsAny(`-[:AT]->${placesAround('place')} (:Location {id: $filter.incidentWithin}) WHERE true`),
    within: `((inWords AND EXISTS { (n)-[:AT]->${placesAround('scene')} (:Location {id: $filter.within}) })
      OR ${concernsAny(`-[:AT]->${placesAround('place')} (:Location {id: $filter.within}) WHERE true`)})`,
    decidedFrom: 'inWords AND n.decidedMax >= $filter.decidedFrom',
    decidedTo: 'inWords AND n.decidedMax <= $filter.decidedTo',
    publishedFrom: 'inWords AND n.publishedMax >= $filter.publishedFrom',
    publishedTo: 'inWords AND n.publishedMax <= $filter.publishedTo',
    dataset: 'n.dataset = $filter.dataset',
  },
  row: ROW,
};

export const FINDINGS_ABOUT: Listing = {
  ...FINDINGS,
  name: 'Subject.findings',
  match: 'MATCH (n:Finding)-[link:ABOUT]->(:Record {id: parent})',
  where: `${FINDINGS.where} AND ${linkHeld('link')}`,
};
export const FINDINGS_ON: Listing = {
  ...FINDINGS,
  name: 'Incident.findings',
  match: 'MATCH (n:Finding)-[:CONCERNS]->(:Record {id: parent})',
};
export const FINDINGS_BY: Listing = {
  ...FINDINGS,
  name: 'Body.findings',
  match: 'MATCH (n:Finding)-[:BY]->(:Body {id: parent})',
};

/** Findings out of some given by id, chosen before. */
export const FINDINGS_AMONG: Listing = {
  ...FINDINGS,
  name: 'Person.findings reaching',
  filters: { ...FINDINGS.filters, ids: 'n.id IN $filter.ids' },
};

/** Findings that refer to a finding, or to one that does, by the kind of relation. */
export const FINDINGS_POINTING: CypherStatement = {
  name: 'Finding relations into',
  text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (:Record {id: id}) (()<-[:${RELATIONS.join('|')}]-(step:Finding WHERE ${claimHeld('step')})){0,6} (earlier:Finding)<-[relation:${RELATIONS.join('|')}]-(n:Finding)
  WHERE ${statementCounts('Finding', 'n')}
  WITH DISTINCT n, relation, earlier ORDER BY n.decidedMin, n.id, earlier.id
  RETURN collect({relation: type(relation), id: n.id, toId: earlier.id, decidedMax: n.decidedMax}) AS rows
}
RETURN id, rows`,
};

/** The legal codes, with the code that each lies in. */
export const LEGAL_CODES: CypherStatement = {
  name: 'legal codes',
  text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (code:LegalCode) OPTIONAL MATCH (code)-[:WITHIN]->(outer:LegalCode)
  WITH code, outer ORDER BY code.position
  RETURN collect(code {.code, .title, within: outer.code}) AS rows
}
RETURN id, rows`,
};
