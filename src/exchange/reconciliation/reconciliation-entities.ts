import { ReconciliationReader } from './reconciliation.loader.js';
import { type ReconciliationEntity, type RelatedRow, type Relation, TYPE_IDS } from './reconciliation.rules.js';

/** Entities with what claims say of them, each relation read once for all. */
export async function recordsOf(
  reader: ReconciliationReader,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<Map<string, ReconciliationEntity>> {
  const entities = await reader.entities(ids, TYPE_IDS);
  const found = [...entities.keys()];
  const read = await Promise.all(
    relations.map(async (relation) => [relation, await reader.related(relation, found)] as const),
  );
  const relatedOf = (id: string) =>
    Object.fromEntries(read.map(([relation, rows]): [Relation, RelatedRow[]] => [relation, rows.get(id) ?? []]));
  return new Map([...entities].map(([id, entity]) => [id, { ...entity, related: relatedOf(id) }]));
}
