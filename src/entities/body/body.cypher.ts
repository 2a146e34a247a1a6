import type { Listing } from '../../graph/query/listing.js';
import { entityById, entityInBrief, entityRow } from '../../graph/query/record-row.cypher.js';
import { NAME_FILTER, NAME_ORDERS, namedOnly } from '../../graph/query/visible.cypher.js';
import { BODY } from '../../model/record/fields/entity.js';

export const BODY_BY_ID = entityById('Body', BODY);
export const BODY_IN_BRIEF = entityInBrief('Body');

export const BODIES: Listing = {
  name: 'bodies',
  match: 'MATCH (n:Body)',
  where: 'true',
  bind: namedOnly,
  orders: NAME_ORDERS,
  filters: { name: NAME_FILTER, kinds: 'n.bodyKind IN $filter.kinds' },
  row: entityRow('Body', BODY),
};
