import type { ManagedTransaction } from 'neo4j-driver';
import { refusal } from '../../model/errors.js';
import type { ChangeWork } from '../change/change.js';
import { referencedRecords } from '../change/check-draft.js';
import { assertNoEndpointHidden } from '../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../change/reason.js';
import { restore, retract } from '../change/write-records.js';
import { moveFindingsBack } from './findings.change.js';

/** Takes a merge back: the claims that stood for those of the one that went are retracted, and those come back. */

export interface UndoRequest {
  readonly mergeId: string;
  readonly reason: string;
}

const PLACE = [...INPUT, 'mergeId'];

/** What a merge wrote of itself. */
interface MergeNode {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly state: 'MERGED' | 'UNMERGED';
  readonly at: string;
  readonly level: number;
  readonly undoneAt?: string;
}

/** A claim of the one that went, and the one that has stood for it. */
interface Pair {
  readonly original: string;
  readonly standIn: string;
  /** Whether the merge wrote the one that stands for it; else it was there before. */
  readonly written: boolean;
  /** Whether both are as the merge left them. */
  readonly untouched: boolean;
}

export interface Undone {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly restored: readonly string[];
  /** Claims that were corrected or taken back after the merge: they are left so, and what they stood for does not come back. */
  readonly left: readonly Pick<Pair, 'original' | 'standIn'>[];
  /** Claims and findings about the remaining record that are newer than the merge. They stay with it. */
  readonly stays: readonly string[];
}

/** The work of undoing a merge by `actor`; throws a `Refusal` that undoes it. */
export const undoWork =
  (input: UndoRequest, actor: string): ChangeWork<Undone> =>
  async (tx, at) => {
    const reason = reasonOf(input, INPUT);
    const merge = await mergeIn(tx, input.mergeId);
    const { id, from, into, at: mergedAt } = merge;
    await refuseWhileBuiltUpon(tx, merge);
    const pairs = await pairsOf(tx, id);
    const back = pairs.filter(({ untouched }) => untouched);
    const left = pairs.filter(({ untouched }) => !untouched).map(({ original, standIn }) => ({ original, standIn }));
    const stays = await cameAfter(tx, merge);
    const restored = back.map(({ original }) => original);
    await restore(tx, restored, at);
    const written = back.filter((pair) => pair.written).map(({ standIn }) => standIn);
    await retract(tx, written, at, 'MERGED');
    await moveFindingsBack(tx, { from, into, at, mergedAt });
    await refuseIfHidden(tx, merge);
    await assertNoEndpointHidden(tx, at, PLACE);
    await tx.run(
      "MATCH (m:Merge {id: $id}) SET m.state = 'UNMERGED', m.undoneAt = $at, m.undoneBy = $actor, m.undoneReason = $reason",
      { id, at, actor, reason },
    );
    const content = { merge: id, from, into, restored: restored.length, left: left.length, stays: stays.length };
    const result = { id, from, into, restored, left, stays };
    return { result, journalNote: { action: 'MERGE_UNDO', reason, subjects: [from, into], content } };
  };

async function mergeIn(tx: ManagedTransaction, id: string): Promise<MergeNode> {
  const { records } = await tx.run('MATCH (m:Merge {id: $id}) RETURN properties(m) AS merge', { id });
  const merge = records[0]?.get('merge') as MergeNode | undefined;
  if (!merge) throw refusal('NOT_FOUND', PLACE, `There is no merge ${id}.`);
  if (merge.state === 'UNMERGED') throw refusal('UNCHANGED', PLACE, `The merge ${id} was undone at ${merge.undoneAt}.`);
  return merge;
}

/** Merges come off in the reverse order in which they lie upon each other. */
async function refuseWhileBuiltUpon(tx: ManagedTransaction, { id, into }: MergeNode): Promise<void> {
  const { records } = await tx.run(
    `MATCH (m:Merge {id: $id}), (later:Merge {state: 'MERGED'})
     WHERE later.id <> m.id AND later.at > m.at AND (later.from = $into OR any(claim IN later.originals WHERE claim IN m.standIns))
     RETURN later.id AS id, later.from AS from, later.into AS into ORDER BY later.at DESC LIMIT 1`,
    { id, into },
  );
  const [later] = records;
  if (later)
    throw refusal(
      'IN_USE',
      PLACE,
      `The merge ${later.get('id')}, of ${later.get('from')} into ${later.get('into')}, has restated claims of this one. Undo that one first.`,
    );
}

async function pairsOf(tx: ManagedTransaction, id: string): Promise<Pair[]> {
  const { records } = await tx.run(
    `MATCH (m:Merge {id: $id}) UNWIND range(0, size(m.originals) - 1) AS index
     MATCH (original:Claim {id: m.originals[index]}), (standIn:Claim {id: m.standIns[index]})
     RETURN original.id AS original, standIn.id AS standIn, standIn.recordedAt = m.at AS written,
       standIn.retractedAt IS NULL AND coalesce(original.retractedAt = m.at AND original.retraction = 'MERGED', false) AS untouched
     ORDER BY original`,
    { id },
  );
  return records.map((record) => record.toObject() as unknown as Pair);
}

async function cameAfter(tx: ManagedTransaction, { into, at }: MergeNode): Promise<string[]> {
  const { records } = await tx.run(
    `MATCH (:Entity {id: $into})<--(n:Record) WHERE (n:Claim OR n:Finding) AND n.retractedAt IS NULL AND n.recordedAt > $at AND n.restates IS NULL
     RETURN DISTINCT n.id AS id ORDER BY id`,
    { into, at },
  );
  return records.map((record) => record.get('id'));
}

/** Its names may have been corrected in between: then what comes back would stand about somebody whom its readers cannot see. */
async function refuseIfHidden(tx: ManagedTransaction, { from, level }: MergeNode): Promise<void> {
  const now = (await referencedRecords(tx, [from])).get(from);
  if (now && now.level <= level) return;
  throw refusal(
    'INVARIANT',
    PLACE,
    `${from} would be seen by ${now ? 'fewer readers than before' : 'nobody'}, as its names were changed after the merge. Record the missing claims again instead.`,
  );
}
