import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import { PEOPLE, PERSON_BY_ID, PERSON_IN_BRIEF } from './person.cypher.js';
import type { Person } from './person.type.js';

type Row = Omit<Person, 'view'> & Record<string, unknown>;

export const personLoaders = (batch: Batch) => ({
  ...batch.byIdOrInBrief<Row>('Person', PERSON_BY_ID, PERSON_IN_BRIEF),
  list: (query: Query) => batch.page<Row>(PEOPLE, query),
});
