import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import { LOCATION_BY_ID, LOCATION_IN_BRIEF, LOCATIONS, PLACES_INSIDE } from './location.cypher.js';
import type { Location } from './location.type.js';

type Row = Omit<Location, 'view'> & Record<string, unknown>;

export const locationLoaders = (batch: Batch) => ({
  ...batch.byIdOrInBrief<Row>('Location', LOCATION_BY_ID, LOCATION_IN_BRIEF),
  list: (query: Query) => batch.page<Row>(LOCATIONS, query),
  inside: (query: Query) => batch.page<Row>(PLACES_INSIDE, query),
});
