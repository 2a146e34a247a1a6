import type { Graph } from '../../../graph/graph.js';
import { ApiError } from '../../../model/errors.js';
import { busy, commitChange } from '../../../writing/change/change.js';
import { lockClock, nextInstant } from '../../../writing/change/clock.js';
import { forgetStanding, storeStandingInParts } from '../../../writing/change/store-standing.js';
import { RESTORE } from '../../../writing/change/write-records.js';
import { type BatchNode, batchIn, isAlive, refuseTakenOver, thisProcess } from './write-pieces.js';

/** Takes a whole import back, and sweeps away one that was interrupted and shall not go on. */

const IN_PARTS = 'IN TRANSACTIONS OF 10000 ROWS';

/**
 * Retracts all that an import recorded, and brings back what it took back: also what later imports brought back before
 * they were undone themselves. Gives how many records were retracted.
 */
export async function undoImport(
  graph: Graph,
  id: string,
  { actor, reason, now }: { readonly actor: string; readonly reason: string; readonly now: string },
): Promise<number> {
  const { at, undoneAt } = await beginUndoing(graph, id, now);
  const change = { at, undoneAt };
  await graph.command(
    'undo: retract',
    `MATCH (n:Record {recordedAt: $at}) WHERE n.retractedAt IS NULL
     CALL (n) { SET n.retractedAt = $undoneAt, n.retraction = 'UNDONE' } ${IN_PARTS}`,
    change,
  );
  await graph.command(
    'undo: retract again',
    `MATCH (n:Restored) WHERE n.away[-1] = $at AND n.retractedAt IS NULL
     CALL (n) { SET n.retractedAt = $undoneAt, n.retraction = 'UNDONE' } ${IN_PARTS}`,
    change,
  );
  await graph.command(
    'undo: restore',
    `MATCH (n:Record {retractedAt: $at}) WHERE n.retraction = 'MISSING'
     CALL (n) { WITH n, $undoneAt AS at ${RESTORE.replaceAll('$at', 'at')} } ${IN_PARTS}`,
    change,
  );
  await graph.command(
    'undo: restore again',
    `MATCH (b:ImportBatch {state: 'UNDONE'}) WITH collect(b.at) + collect(b.undoneAt) AS undone
     MATCH (n:Restored) WHERE n.retractedAt IN undone AND n.redactedAt IS NULL AND $at IN n.away
       AND all(instant IN n.away WHERE instant <= $at OR instant IN undone)
       AND [index IN range(0, size(n.away) - 1) WHERE n.away[index] = $at][0] % 2 = 0
     CALL (n) { WITH n, $undoneAt AS at ${RESTORE.replaceAll('$at', 'at')} } ${IN_PARTS}`,
    change,
  );
  await storeStandingInParts(graph, undoneAt);
  return graph.write('undo: publish', async (tx) => {
    const clock = await refuseTakenOver(tx, id);
    const { records } = await tx.run(
      "MATCH (n:Record {retractedAt: $undoneAt}) WHERE n.retraction = 'UNDONE' RETURN count(n) AS count",
      { undoneAt },
    );
    const count = records[0]?.get('count') ?? 0;
    await tx.run(
      `MATCH (m:Merge {at: $at, state: 'MERGED'}) WHERE m.dataset IS NOT NULL
       SET m.state = 'UNMERGED', m.undoneAt = $undoneAt, m.undoneBy = $actor, m.undoneReason = $reason`,
      { at, undoneAt, actor, reason },
    );
    const journalNote = { action: 'IMPORT_UNDO', reason, subjects: [id], content: { batch: id, retracted: count } };
    await commitChange(tx, clock, undoneAt, actor, journalNote);
    await tx.run(
      "MATCH (b:ImportBatch {id: $id}) SET b.state = 'UNDONE', b.undoneAt = $undoneAt, b.undoneBy = $actor",
      {
        id,
        undoneAt,
        actor,
      },
    );
    return count;
  });
}

async function beginUndoing(graph: Graph, id: string, now: string): Promise<{ at: string; undoneAt: string }> {
  return graph.write('undo: begin', async (tx) => {
    const clock = await lockClock(tx);
    const batch = (await batchIn(tx, id)) as (BatchNode & { undoneAt?: string }) | undefined;
    if (!batch) throw new ApiError('NOT_FOUND', `There is no import ${id}.`);
    const isInterrupted = clock.writing === id && batch.state === 'UNDOING' && !isAlive(batch, clock, now);
    if (isInterrupted) {
      await tx.run('MATCH (b:ImportBatch {id: $id}) SET b += $mine', { id, mine: thisProcess() });
      return { at: batch.at, undoneAt: batch.undoneAt ?? '' };
    }
    if (clock.writing !== null) throw busy(clock);
    if (batch.state !== 'DONE')
      throw new ApiError('BAD_INPUT', `Expected an import that is in the graph; ${id} is in the state ${batch.state}.`);
    await refuseWhileNeeded(tx, batch);
    const undoneAt = nextInstant(clock, now);
    await tx.run(
      `MATCH (b:ImportBatch {id: $id}), (c:Clock {id: 'graph'})
       SET b.state = 'UNDOING', b.undoneAt = $undoneAt, b += $mine, c.writing = $id, c.signAt = $now`,
      { id, undoneAt, now, mine: thisProcess() },
    );
    return { at: batch.at, undoneAt };
  });
}

type Transaction = Parameters<typeof batchIn>[0];

/** What others have said since about records of the import would hang in the air, and what a merge has restated would stay. */
async function refuseWhileNeeded(tx: Transaction, { id, at }: Pick<BatchNode, 'id' | 'at'>): Promise<void> {
  const { records } = await tx.run(
    `CALL () {
       MATCH (n:Record {recordedAt: $at}) WHERE n.retractedAt IS NULL AND NOT n:Claim
       MATCH (n)<--(later:Record) WHERE later.recordedAt <> $at AND later.retractedAt IS NULL
       RETURN later.id + ' → ' + n.id AS link
       UNION
       MATCH (n:Record {recordedAt: $at}) WHERE n.retraction = 'MERGED' AND n.retractedAt IS NOT NULL
       RETURN n.id + ', restated by a merge' AS link
     }
     RETURN link ORDER BY link LIMIT 5`,
    { at },
  );
  if (records.length === 0) return;
  const links = records.map((record) => record.get('link')).join('; ');
  throw new ApiError(
    'CONFLICT',
    `Other records depend on records of ${id}, so it cannot be undone as a whole: ${links}. Undo a merge first, or retract the dependent records.`,
  );
}

/**
 * Sweeps away what an interrupted import or undoing has written: nobody has seen any of it. Gives the id of the import,
 * or nothing where none was under way. Refused while the process that writes it still runs.
 */
export async function abandon(graph: Graph, now: string): Promise<string | undefined> {
  const found = await graph.write('abandon: look', async (tx) => {
    const clock = await lockClock(tx);
    const batch = clock.writing === null ? undefined : await batchIn(tx, clock.writing);
    if (batch?.state === 'WRITING' && isAlive(batch, clock, now)) throw busy(clock);
    return batch as (BatchNode & { undoneAt?: string }) | undefined;
  });
  if (!found) return undefined;
  const at = found.state === 'WRITING' ? found.at : found.undoneAt;
  await graph.command(
    'abandon: delete',
    `MATCH (n:Record {recordedAt: $at}) CALL (n) { DETACH DELETE n } ${IN_PARTS}`,
    { at },
  );
  await graph.command(
    'abandon: stand again',
    `MATCH (n:Record {retractedAt: $at}) CALL (n) { REMOVE n.retractedAt, n.retraction } ${IN_PARTS}`,
    { at },
  );
  await graph.command(
    'abandon: away again',
    `MATCH (n:Restored) WHERE n.away[-1] = $at
     CALL (n) { SET n.retractedAt = n.away[-2], n.away = n.away[..-2] } ${IN_PARTS}`,
    { at },
  );
  if (at) await forgetStanding(graph, at);
  await graph.write('abandon: end', async (tx) => {
    await lockClock(tx);
    await tx.run(
      `MATCH (b:ImportBatch {id: $id}), (c:Clock {id: 'graph', writing: $id})
       SET b.state = CASE b.state WHEN 'WRITING' THEN 'ABANDONED' ELSE 'DONE' END REMOVE b.undoneAt, c.writing, c.signAt`,
      { id: found.id },
    );
  });
  return found.id;
}
