import type { ManagedTransaction } from 'neo4j-driver';
import { ACCESS_LEVELS, NOBODY } from '../../model/access.rules.js';
import { type FieldError, type FieldPath, Refusal, userError } from '../../model/errors.js';
import { referencedRecords } from './check-draft.js';

/**
 * An entity is visible by its names, a statement by its reports: retracting or correcting one of these may hide the target
 * of other statements. A statement that is more visible than its targets would reveal them, or lead nowhere.
 */

/** Binds `end` to what is seen by the records `changed`, or through them. */
const ENDS = `CALL (changed) {
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
WITH DISTINCT end`;

/** The ends, with the statements that lead to them. */
const STATEMENTS = `RETURN end.id AS id, COLLECT {
  MATCH (end)<-[link]-(n:Record)
  WHERE link.retractedAt IS NULL AND n.retractedAt IS NULL AND NOT n:Name AND (n:Claim OR n:Incident OR n:Finding OR n:Report)
  RETURN DISTINCT n.id
} AS statements ORDER BY id`;

/** What may be less visible after the change at an instant. */
const AFFECTED = `CALL () {
  MATCH (n:Record {retractedAt: $at}) RETURN n AS changed
  UNION
  MATCH (n:Record {recordedAt: $at}) WHERE n:Corrected RETURN n AS changed
}
${ENDS}
${STATEMENTS}`;

const ENDS_OF = `UNWIND $ids AS id MATCH (changed:Record {id: id}) WHERE changed.retractedAt IS NULL
${ENDS}
RETURN end.id AS id ORDER BY id`;

/** Ends that are there still. */
const LEFT = `UNWIND $ids AS id MATCH (end:Record {id: id}) WHERE end.redactedAt IS NULL
${STATEMENTS}`;

/** Places whose coordinates come from a report that was taken back. */
const UNSOURCED = `MATCH (report:Record {retractedAt: $at})<-[:COORDINATES_FROM]-(place:Location)
WHERE report:Report AND EXISTS { (name:Name)-[:OF]->(place) WHERE name.retractedAt IS NULL }
RETURN place.id AS id, report.id AS report ORDER BY id`;

/** Throws a `Refusal` if the change at an instant would hide the target of a live statement. */
export async function assertNoEndpointHidden(tx: ManagedTransaction, at: string, field: FieldPath): Promise<void> {
  const { records } = await tx.run(AFFECTED, { at });
  await assertShown(tx, records.map(endOf), at, field, ADVICE);
}

/** What is seen by live records of these ids, or through them, with its level: asked before a redaction, which takes the links. */
export async function endsShownBy(
  tx: ManagedTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { records } = await tx.run(ENDS_OF, { ids });
  return levelsOf(
    tx,
    records.map((record) => record.get('id')),
  );
}

/** Throws a `Refusal` if the redaction at an instant has hidden one of these ends, which it left, while a live statement leads to it. */
export async function assertEndsShown(
  tx: ManagedTransaction,
  before: ReadonlyMap<string, number>,
  at: string,
  field: FieldPath,
): Promise<void> {
  const now = await levelsOf(tx, [...before.keys()]);
  const ids = [...now].filter(([id, level]) => level > (before.get(id) ?? NOBODY)).map(([id]) => id);
  const { records } = await tx.run(LEFT, { ids });
  await assertShown(tx, records.map(endOf), at, field, `${ADVICE} Or redact it too, with \`withDependents\`.`);
}

async function levelsOf(tx: ManagedTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const referenced = await referencedRecords(tx, ids);
  return new Map(ids.map((id) => [id, referenced.get(id)?.level ?? NOBODY]));
}

const ADVICE = 'Retract or restrict these first, or give the record another name or source.';

interface End {
  readonly id: string;
  readonly statements: readonly string[];
}

const endOf = (record: { toObject(): object }) => record.toObject() as End;

async function assertShown(
  tx: ManagedTransaction,
  affected: readonly End[],
  at: string,
  field: FieldPath,
  advice: string,
): Promise<void> {
  const levels = await levelsOf(tx, [...new Set(affected.flatMap(({ id, statements }) => [id, ...statements]))]);
  const level = (id: string) => levels.get(id) ?? NOBODY;
  const errors = affected.flatMap(({ id, statements }): FieldError[] => {
    const more = statements.filter((statement) => level(statement) < level(id)).sort();
    if (more.length === 0) return [];
    const whom = ACCESS_LEVELS[Math.min(...more.map(level))];
    const message = `${id} would be hidden from ${whom} readers, who see ${more.length} statements that lead to it, such as ${more.slice(0, 3).join(', ')}. ${advice}`;
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
