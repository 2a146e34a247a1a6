import type { ManagedTransaction } from 'neo4j-driver';
import { ACCESS_LEVELS, NOBODY } from '../../model/access.rules.js';
import { type FieldError, type FieldPath, Refusal, userError } from '../../model/errors.js';
import { referencedRecords } from './check-draft.js';

/**
 * An entity is visible by its names, a statement by its reports: retracting or correcting one of these may hide the target
 * of other statements. A statement that is more visible than its targets would reveal them, or lead nowhere.
 */

/** What may be less visible after the change at an instant, with the statements that lead to it. */
const AFFECTED = `CALL () {
  MATCH (n:Record {retractedAt: $at}) RETURN n AS changed
  UNION
  MATCH (n:Record {recordedAt: $at}) WHERE n:Corrected RETURN n AS changed
}
CALL (changed) {
  WITH changed WHERE changed:Name
  MATCH (changed)-[link:OF]->(end:Entity) WHERE link.retractedAt IS NULL RETURN end
  UNION
  WITH changed WHERE changed:Report
  MATCH (changed)<-[:CITES]-(name:Name)-[link:OF]->(end:Entity)
  WHERE name.retractedAt IS NULL AND link.retractedAt IS NULL RETURN end
  UNION
  WITH changed WHERE changed:Report
  MATCH (changed)<-[:CITES]-(end:Record) WHERE (end:Incident OR end:Finding) AND end.retractedAt IS NULL RETURN end
  UNION
  WITH changed WHERE changed:Corrected AND changed.retractedAt IS NULL RETURN changed AS end
}
WITH DISTINCT end
RETURN end.id AS id, COLLECT {
  MATCH (end)<-[link]-(n:Record)
  WHERE link.retractedAt IS NULL AND n.retractedAt IS NULL AND NOT n:Name AND (n:Claim OR n:Incident OR n:Finding OR n:Report)
  RETURN DISTINCT n.id
} AS statements ORDER BY id`;

/** Places whose coordinates come from a report that was taken back. */
const UNSOURCED = `MATCH (report:Record {retractedAt: $at})<-[:COORDINATES_FROM]-(place:Location)
WHERE report:Report AND EXISTS { (name:Name)-[:OF]->(place) WHERE name.retractedAt IS NULL }
RETURN place.id AS id, report.id AS report ORDER BY id`;

/** Throws a `Refusal` if the change at an instant would hide the target of a live statement. */
export async function assertNoEndpointHidden(tx: ManagedTransaction, at: string, field: FieldPath): Promise<void> {
  const { records } = await tx.run(AFFECTED, { at });
  const affected = records.map((record) => record.toObject() as { id: string; statements: string[] });
  const referenced = await referencedRecords(tx, [
    ...new Set(affected.flatMap(({ id, statements }) => [id, ...statements])),
  ]);
  const level = (id: string) => referenced.get(id)?.level ?? NOBODY;
  const errors = affected.flatMap(({ id, statements }): FieldError[] => {
    const more = statements.filter((statement) => level(statement) < level(id)).sort();
    if (more.length === 0) return [];
    const whom = ACCESS_LEVELS[Math.min(...more.map(level))];
    const message = `${id} would be hidden from ${whom} readers, who see ${more.length} statements that lead to it, such as ${more.slice(0, 3).join(', ')}. Retract or restrict these first, or give the record another name or source.`;
    return [userError('IN_USE', field, message, { got: id })];
  });
  const { records: places } = await tx.run(UNSOURCED, { at });
  const unsourced = places.map((row) =>
    userError('IN_USE', field, `${row.get('report')} is what the coordinates of ${row.get('id')} come from.`, {
      got: row.get('id'),
    }),
  );
  if (errors.length + unsourced.length > 0) throw new Refusal([...errors, ...unsourced]);
}
