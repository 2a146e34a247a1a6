import type { Listing } from '../../graph/query/listing.js';
import { entityById, entityRow, NAME_FILTER, NAME_ORDERS, namedOnly } from '../../graph/query/visible.cypher.js';

const PROPERTIES = ', kind: n.bodyKind';

export const BODY_BY_ID = entityById('Body', PROPERTIES);

export const BODIES: Listing = {
  name: 'bodies',
  match: 'MATCH (n:Body)',
  where: 'true',
  bind: namedOnly,
  orders: NAME_ORDERS,
  filters: { name: NAME_FILTER, kinds: 'n.bodyKind IN $filter.kinds' },
  row: entityRow('Body', PROPERTIES),
};
