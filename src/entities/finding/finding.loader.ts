import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import {
  FINDING_BY_ID,
  FINDINGS,
  FINDINGS_ABOUT,
  FINDINGS_AMONG,
  FINDINGS_BY,
  FINDINGS_ON,
  FINDINGS_POINTING,
  LEGAL_CODES,
} from './finding.cypher.js';
import type { LaterFinding } from './finding.rules.js';
import type { Finding } from './finding.type.js';

type Row = Omit<Finding, 'view'> & Record<string, unknown>;

export const findingLoaders = (batch: Batch) => ({
  byId: batch.byId<Row>(FINDING_BY_ID),
  list: (query: Query) => batch.page<Row>(FINDINGS, query),
  about: (query: Query) => batch.page<Row>(FINDINGS_ABOUT, query),
  among: (query: Query) => batch.page<Row>(FINDINGS_AMONG, query),
  onIncident: (query: Query) => batch.page<Row>(FINDINGS_ON, query),
  ofBody: (query: Query) => batch.page<Row>(FINDINGS_BY, query),
  pointingAt: batch.list<LaterFinding & Record<string, unknown>>(FINDINGS_POINTING),
  legalCodes: batch.list<{ code: string; title: string; within: string | null }>(LEGAL_CODES),
});
