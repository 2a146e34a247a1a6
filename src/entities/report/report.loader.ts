import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import {
  DERIVATIVES,
  REPORT_BY_ID,
  REPORT_IN_BRIEF,
  REPORTS,
  REPORTS_OF_BODY,
  STATEMENTS_CITING,
} from './report.cypher.js';
import type { Report } from './report.type.js';

type Row = Omit<Report, 'view'> & Record<string, unknown>;

export const reportLoaders = (batch: Batch) => ({
  ...batch.byIdOrInBrief<Row>('Report', REPORT_BY_ID, REPORT_IN_BRIEF),
  list: (query: Query) => batch.page<Row>(REPORTS, query),
  ofBody: (query: Query) => batch.page<Row>(REPORTS_OF_BODY, query),
  derivatives: (query: Query) => batch.page<Row>(DERIVATIVES, query),
  statements: (query: Query) => batch.page<{ id: string; label: string }>(STATEMENTS_CITING, query),
});
