import type { CypherStatement } from '../../graph/graph.js';
import type { Listing } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt } from '../../graph/query/version.cypher.js';
import { citationsOf, claimCounts } from '../../graph/query/visible.cypher.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { INCIDENT } from '../../model/record/fields/incident.js';
import { near } from '../location/location.cypher.js';

const ROW = `n {.id, label: 'Incident', .dataset, .recordedAt, .retractedAt, changedAt: ${changedAt('n')},
    ${fieldEntries({ ...INCIDENT, ...CLAIM }).join(', ')}, citations: ${citationsOf('n')}}`;

export const INCIDENT_BY_ID: CypherStatement = {
  name: 'Incident by id',
  text: `UNWIND $about.ids AS id MATCH (n:Incident {id: id}) WHERE ${claimCounts('n')}
RETURN id, ${ROW} AS row`,
};

const attributed = (edge: string, parameter: string) => `EXISTS {
      (n)<-[:OF]-(attribution:Attribution)-[:${edge}]->(end:Record) WHERE end.id IN $filter.${parameter} AND ${claimCounts('attribution')}
    }`;

export const INCIDENTS: Listing = {
  name: 'incidents',
  match: 'MATCH (n:Incident)',
  where: claimCounts('n'),
  orders: {
    FIRST: { key: 'n.firstMin' },
    FIRST_DESC: { key: 'n.firstMin', descending: true },
    TITLE: { key: 'n.sortKey' },
  },
  filters: {
    text: "n.sortKey CONTAINS $filter.text OR toLower(coalesce(n.summary, '')) CONTAINS $filter.text",
    from: 'n.lastMax >= $filter.from',
    to: 'n.firstMin <= $filter.to',
    kinds: 'any(kind IN n.kinds WHERE kind IN $filter.kinds)',
    within: 'EXISTS { (n)-[:AT]->(:Location)-[:WITHIN*0..8]->(:Location {id: $filter.within}) }',
    near: `EXISTS { (n)-[:AT]->(place:Location) WHERE ${near('place')} }`,
    codes: `EXISTS { (n)<-[:CONCERNS]-(finding:Finding)-[:CLASSIFIES]->(:LegalCode)-[:WITHIN*0..8]->(code:LegalCode) WHERE code.code IN $filter.codes AND ${claimCounts('finding')} }`,
    attributedTo: attributed('TO', 'attributedTo'),
    attributedBy: attributed('BY', 'attributedBy'),
    hasAttribution: `EXISTS { (n)<-[:OF]-(attribution:Attribution) WHERE ${claimCounts('attribution')} } = $filter.hasAttribution`,
    hasFinding: `EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE ${claimCounts('finding')} } = $filter.hasFinding`,
    onlyAllegations: `(EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE ${claimCounts('finding')} }
      AND NOT EXISTS { (n)<-[:CONCERNS]-(finding:Finding) WHERE finding.type <> 'ALLEGATION' AND ${claimCounts('finding')} }) = $filter.onlyAllegations`,
    dataset: 'n.dataset = $filter.dataset',
  },
  row: ROW,
};

/** Incidents at a place or inside it. */
export const INCIDENTS_AT: Listing = {
  ...INCIDENTS,
  name: 'Location.incidents',
  match: 'MATCH (n:Incident)-[:AT]->(:Location)-[:WITHIN*0..8]->(:Location {id: parent})',
};
