import type { Batch } from '../../graph/query/batch.js';
import type { Query } from '../../graph/query/listing.js';
import { INCIDENT_BY_ID, INCIDENTS, INCIDENTS_AT } from './incident.cypher.js';
import type { Incident } from './incident.type.js';

type Row = Omit<Incident, 'view'> & Record<string, unknown>;

export const incidentLoaders = (batch: Batch) => ({
  byId: batch.byId<Row>(INCIDENT_BY_ID),
  list: (query: Query) => batch.page<Row>(INCIDENTS, query),
  atLocation: (query: Query) => batch.page<Row>(INCIDENTS_AT, query),
});
