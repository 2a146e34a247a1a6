import type { Context } from '../../context.js';
import { idsLeft } from '../../entities/claim/record.lookup.js';
import type { View } from '../../model/lens.js';
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

/** The same by the ids that a client has: one that was merged away gives the entity that is left. */
export async function recordsByRequestedId(
  context: Context,
  view: View,
  ids: readonly string[],
  relations: readonly Relation[],
): Promise<Map<string, ReconciliationEntity>> {
  const left = await idsLeft(context, view, ids);
  const records = await recordsOf(new ReconciliationReader(context.reader, view), left, relations);
  return new Map(
    ids.flatMap((id, index): [string, ReconciliationEntity][] => {
      const record = records.get(left[index] ?? id);
      return record ? [[id, record]] : [];
    }),
  );
}
