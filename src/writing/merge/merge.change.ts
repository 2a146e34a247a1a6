import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { Refusal, refusal } from '../../model/errors.js';
import type { ChangeWork } from '../change/change.js';
import { assertNoEndpointHidden } from '../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../change/reason.js';
import { hashed, retract, writeEdges, writeNodes } from '../change/write-records.js';
import { moveFindings } from './findings.change.js';
import { type Mergeable, type Pair, type Plan, planMerge } from './plan.change.js';

/**
 * Merges one person or unit into another: claims about the record that is merged away are restated for the record that
 * remains.
 */

export interface MergeRequest extends Omit<Pair, 'kind'> {
  readonly reason: string;
  /** Merges although somebody has decided that the two are not the same. */
  readonly despiteDecision: boolean;
  /** The instant of what the editor saw: nothing about either may have changed since. */
  readonly seenAt?: string | null;
}

/** The work of a merge of two of a kind by `actor`; throws a `Refusal` that undoes it. */
export const mergeWork =
  (kind: Mergeable, input: MergeRequest, actor: string): ChangeWork<Plan> =>
  async (tx, at) => {
    const { from, into, despiteDecision, seenAt } = input;
    const reason = reasonOf(input, INPUT);
    const plan = await planMerge(tx, { from, into, kind }, at, INPUT);
    if (plan.problems.length > 0) throw new Refusal(plan.problems);
    const { decision } = plan;
    if (decision && !despiteDecision)
      throw refusal(
        'DECIDED',
        [...INPUT, 'despiteDecision'],
        `${decision.by} decided at ${decision.at} that ${decision.a} and ${decision.b} are not the same: ${decision.reason} Set \`despiteDecision\` to merge them anyway, and say why in \`reason\`.`,
      );
    if (seenAt) await refuseIfChanged(tx, [from, into], seenAt);
    await write(tx, plan, { reason, by: actor, at });
    await assertNoEndpointHidden(tx, at, [...INPUT, 'from']);
    const action = kind === 'Person' ? 'PERSON_MERGE' : 'UNIT_MERGE';
    const { id, restated, duplicates, findings } = plan;
    const counts = { restated: restated.length, alreadyStated: duplicates.length, findings: findings.length };
    const content = { merge: id, from, into, despiteDecision, decision: decision?.id ?? null, ...counts };
    return { result: plan, journalNote: { action, reason, subjects: [from, into], content } };
  };

async function refuseIfChanged(tx: ManagedTransaction, ids: readonly string[], seenAt: string): Promise<void> {
  const { records } = await tx.run(
    `MATCH (e:Entity)<--(n:Record) WHERE e.id IN $ids AND (n:Claim OR n:Finding)
       AND (n.recordedAt > $seenAt OR n.retractedAt > $seenAt
         OR any(instant IN coalesce(n.away, []) + coalesce(n.linkedAt, []) WHERE instant > $seenAt))
     RETURN DISTINCT n.id AS id ORDER BY id LIMIT 5`,
    { ids, seenAt },
  );
  if (records.length === 0) return;
  const changed = records.map((record) => record.get('id')).join(', ');
  throw refusal('CONFLICT', [...INPUT, 'seenAt'], `What is said of the two has changed since ${seenAt}: ${changed}.`);
}

async function write(
  tx: ManagedTransaction,
  plan: Plan,
  signature: { readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  const { at } = signature;
  const { id, from, into, level, restated, duplicates, decision } = plan;
  const originals = [...restated, ...duplicates].map(({ original }) => original.id);
  const standIns = [...restated.map(({ node }) => node.id), ...duplicates.map(({ standsAs }) => standsAs)];
  const edges = restated.flatMap((one) => one.edges);
  await retract(tx, originals, at, 'MERGED');
  await writeNodes(tx, hashed({ nodes: restated.map(({ node }) => node), edges }), at);
  await writeEdges(tx, edges);
  await moveFindings(tx, { from, into, at });
  const merge = { id, from, into, state: 'MERGED', ...signature, originals, standIns, despite: decision?.id ?? null };
  await tx.run(
    `MATCH (a:Entity {id: $merge.from}), (b:Entity {id: $merge.into})
     CREATE (a)<-[:FROM]-(m:Merge)-[:INTO]->(b) SET m = $merge, m.level = $level`,
    { merge, level: neo4j.int(level) },
  );
}
