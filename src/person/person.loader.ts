import type { Batch } from '../shared/batch.js';
import type { Query } from '../shared/page.js';
import { PEOPLE, PERSON_BY_ID } from './person.cypher.js';
import type { Person } from './person.type.js';

type Row = Omit<Person, 'view'> & Record<string, unknown>;

export const personLoaders = (batch: Batch) => ({
  byId: batch.byId<Row>(PERSON_BY_ID),
  list: (query: Query) => batch.page<Row>(PEOPLE, query),
});
