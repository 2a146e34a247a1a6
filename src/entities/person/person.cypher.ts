import { statementCounts } from '../../graph/query/ends.cypher.js';
import type { Listing } from '../../graph/query/listing.js';
import { entityById, entityInBrief, entityRow } from '../../graph/query/record-row.cypher.js';
import {
  claimCounts,
  hasCode,
  linkHeld,
  mayKnow,
  NAME_FILTER,
  NAME_ORDERS,
  namedOnly,
} from '../../graph/query/visible.cypher.js';
import { PERSON, UNIT } from '../../model/record/fields/entity.js';
import { holdsOn } from '../claim/claim.cypher.js';

export const PERSON_BY_ID = entityById('Person', PERSON);
export const PERSON_IN_BRIEF = entityInBrief('Person');

/** People, by name or by a post that they held: role, organisation and its kind may be given together or alone. */
export const PEOPLE: Listing = {
  name: 'people',
  match: 'MATCH (n:Person)',
  where: 'true',
  bind: namedOnly,
  orders: NAME_ORDERS,
  idFilters: ['post.at'],
  filters: {
    name: NAME_FILTER,
    post: `EXISTS {
      (n)<-[:OF]-(post:Posting)-[:AT]->(held) WHERE ${claimCounts('post')} AND ${mayKnow('held')}
        AND ($filter.post.role IS NULL OR post.role = $filter.post.role)
        AND ($filter.post.at IS NULL OR held.id = $filter.post.at)
        AND ($filter.post.unitKind IS NULL OR ${hasCode('held', UNIT.kind.fact, '[$filter.post.unitKind]')})
        AND ($filter.post.title IS NULL OR toLower(post.title) CONTAINS toLower($filter.post.title))
        AND ($filter.post.on IS NULL OR ${holdsOn('Posting', 'post', '$filter.post.on')})
    }`,
    namedInFinding: `EXISTS { (n)<-[link:ABOUT]-(finding:Finding) WHERE ${linkHeld('link')} AND ${statementCounts('Finding', 'finding')} } = $filter.namedInFinding`,
  },
  row: entityRow('Person', PERSON),
};
