import { statementCounts } from '../../graph/query/ends.cypher.js';
import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { entityById, entityInBrief, entityRow } from '../../graph/query/record-row.cypher.js';
import {
  claimCounts,
  hasCode,
  NAME_FILTER,
  NAME_ORDERS,
  namedOnly,
  placesAround,
} from '../../graph/query/visible.cypher.js';
import { UNIT } from '../../model/record/fields/entity.js';

export const UNIT_BY_ID = entityById('Unit', UNIT);
export const UNIT_IN_BRIEF = entityInBrief('Unit');

export const UNITS: Listing = {
  name: 'units',
  match: 'MATCH (n:Unit)',
  where: 'true',
  bind: namedOnly,
  orders: NAME_ORDERS,
  filters: {
    name: NAME_FILTER,
    kinds: hasCode('n', UNIT.kind.fact, '$filter.kinds'),
    countries: hasCode('n', UNIT.country.fact, '$filter.countries'),
    placeholder: 'n.placeholder = $filter.placeholder',
    positionedWithin: leadsTo(
      `(n)<-[:OF]-(positioning:Positioning)-[:AT]->${placesAround('place')} (:Location {id: $filter.positionedWithin}) WHERE ${claimCounts('positioning')}`,
    ),
    attributed: `EXISTS { (n)<-[:TO]-(attribution:Attribution) WHERE ${statementCounts('Attribution', 'attribution', ['TO'])} } = $filter.attributed`,
  },
  row: entityRow('Unit', UNIT),
};
