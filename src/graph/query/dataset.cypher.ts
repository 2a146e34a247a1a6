import type { CypherStatement } from '../graph.js';

/** The dataset of a record; null of an entity, which belongs to none, and no row where there is no record. */
export const datasetOf: CypherStatement = {
  name: 'dataset of record',
  text: 'MATCH (n:Record {id: $id}) RETURN n.dataset AS dataset',
};
