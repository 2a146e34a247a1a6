import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import { UNIT_BY_ID, UNIT_IN_BRIEF, UNITS } from './unit.cypher.js';
import type { Unit } from './unit.type.js';

type Row = Omit<Unit, 'view'> & Record<string, unknown>;

export const unitLoaders = (batch: Batch) => ({
  ...batch.byIdOrInBrief<Row>('Unit', UNIT_BY_ID, UNIT_IN_BRIEF),
  list: (query: Query) => batch.page<Row>(UNITS, query),
});
