import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import { BODIES, BODY_BY_ID, BODY_IN_BRIEF } from './body.cypher.js';
import type { Body } from './body.type.js';

type Row = Omit<Body, 'view'> & Record<string, unknown>;

export const bodyLoaders = (batch: Batch) => ({
  ...batch.byIdOrInBrief<Row>('Body', BODY_BY_ID, BODY_IN_BRIEF),
  list: (query: Query) => batch.page<Row>(BODIES, query),
});
