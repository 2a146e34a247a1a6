import type { ManagedTransaction } from 'neo4j-driver';
import { contentHash } from '../../model/hash.js';

/** Negative decisions: that two people or units are not the same. They hold for all that was merged into either, too. */

export interface Decision {
  readonly id: string;
  /** The two, in the order of their ids. */
  readonly a: string;
  readonly b: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The ids that an id stands for: its own, and those that merges in force lead to it. */
async function idsBehind(tx: ManagedTransaction, id: string): Promise<string[]> {
  const { records } = await tx.run(
    `MATCH (n:Entity {id: $id}) (()<-[:INTO]-(:Merge {state: 'MERGED'})-[:FROM]->()){0,} (gone) RETURN DISTINCT gone.id AS id`,
    { id },
  );
  return records.map((record) => record.get('id'));
}

/** The first decision between two that was there at an instant, whether it named them or what was merged into them. */
export async function decisionBetween(
  tx: ManagedTransaction,
  one: string,
  other: string,
  at: string,
): Promise<Decision | undefined> {
  const [here, there] = [await idsBehind(tx, one), await idsBehind(tx, other)];
  const { records } = await tx.run(
    `MATCH (d:NotSame) WHERE d.at <= $at AND ((d.a IN $here AND d.b IN $there) OR (d.a IN $there AND d.b IN $here))
     RETURN properties(d) AS decision ORDER BY d.at LIMIT 1`,
    { here, there, at },
  );
  return records[0]?.get('decision') as Decision | undefined;
}

export async function writeDecision(
  tx: ManagedTransaction,
  pair: readonly [string, string],
  signature: Pick<Decision, 'reason' | 'by' | 'at'>,
): Promise<Decision> {
  const [a, b] = [...pair].sort() as [string, string];
  const decision: Decision = { id: `not-same-${contentHash([a, b, signature.at]).slice(0, 16)}`, a, b, ...signature };
  await tx.run('CREATE (d:NotSame) SET d = $decision', { decision });
  return decision;
}
