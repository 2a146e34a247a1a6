import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { anyStatementCounts } from '../../graph/query/ends.cypher.js';
import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt, retractedAt } from '../../graph/query/version.cypher.js';
import { kindOf, mayKnow, reportCounts } from '../../graph/query/visible.cypher.js';
import { REPORT } from '../../model/record/fields/report.js';

const ROW = `n {.id, label: 'Report', .dataset, .recordedAt, retractedAt: ${retractedAt('n')}, changedAt: ${changedAt('n')}, ${fieldEntries(REPORT).join(', ')}}`;

export const REPORT_BY_ID: CypherStatement = {
  name: 'Report by id',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Report')} WHERE ${reportCounts('n')}
RETURN id, ${ROW} AS row`,
};

/** No more than its title. */
export const REPORT_IN_BRIEF: CypherStatement = {
  name: 'Report in brief',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Report')} WHERE ${reportCounts('n')}
RETURN id, n {.id, label: 'Report', .title} AS row`,
};

export const REPORTS: Listing = {
  name: 'reports',
  match: 'MATCH (n:Report)',
  where: reportCounts('n'),
  orders: {
    PUBLISHED: { key: 'n.publishedMin' },
    PUBLISHED_DESC: { key: 'n.publishedMin', descending: true },
    TITLE: { key: 'n.sortKey' },
  },
  filters: {
    title: 'n.sortKey CONTAINS $filter.title',
    publisher: leadsTo(`(n)-[:PUBLISHED_BY]->(body:Body {id: $filter.publisher}) WHERE ${mayKnow('body')}`),
    publishedFrom: 'n.published IS NOT NULL AND n.publishedMax >= $filter.publishedFrom',
    publishedTo: 'n.published IS NOT NULL AND n.publishedMax <= $filter.publishedTo',
    language: 'n.language = $filter.language',
    reliabilities: 'n.reliability IN $filter.reliabilities',
    dataset: 'n.dataset = $filter.dataset',
  },
  row: ROW,
};

export const REPORTS_OF_BODY: Listing = {
  ...REPORTS,
  name: 'Body.reports',
  match: 'MATCH (n:Report)-[:PUBLISHED_BY]->(:Body {id: parent})',
};

/** Reports that draw on a report. */
export const DERIVATIVES: Listing = {
  ...REPORTS,
  name: 'Report.derivatives',
  match: 'MATCH (n:Report)-[:DERIVED_FROM]->(:Record {id: parent})',
};

/** The claims, incidents and findings that cite a report: their ids and kinds. */
export const STATEMENTS_CITING: Listing = {
  name: 'Report.statements',
  match: 'MATCH (n)-[:CITES]->(:Record {id: parent})',
  where: anyStatementCounts('n'),
  orders: { ID: { key: 'n.id' } },
  filters: {
    kinds: 'any(label IN labels(n) WHERE label IN $filter.kinds)',
  },
  row: `n {.id, label: ${kindOf('n')}}`,
};
