import type { ManagedTransaction } from 'neo4j-driver';
import { linkHeldAt } from '../../graph/query/visible.cypher.js';

/**
 * Moves findings from one person or unit to another, and back. A finding is one statement with plain links, so it is not
 * restated as claims are: its link to the one that goes ends at an instant, and one to the other begins.
 */

interface Redirection {
  readonly from: string;
  readonly into: string;
  readonly at: string;
}

/**
 * Where `n` is a live finding: notes that it changed at `$at`. It was neither recorded nor taken back then, so whoever
 * looks for what changed at an instant has to look for the label `Relinked` and in `linkedAt` as well.
 */
const NOTED = `FOREACH (told IN CASE WHEN n.retractedAt IS NULL THEN [n] ELSE [] END |
  SET told.linkedAt = coalesce(told.linkedAt, []) + $at, told:Relinked)`;

/** The findings that were about an entity at an instant; also those that were taken back, which would come back to where it has gone. */
export async function findingsAbout(tx: ManagedTransaction, id: string, at: string): Promise<string[]> {
  const { records } = await tx.run(
    `MATCH (:Entity {id: $id})<-[link:ABOUT]-(n:Finding&Record) WHERE n.recordedAt <= $at AND ${linkHeldAt('link', '$at')}
     RETURN n.id AS id ORDER BY id`,
    { id, at },
  );
  return records.map((record) => record.get('id'));
}

/** A finding about both keeps the one link that it has. */
export async function moveFindings(tx: ManagedTransaction, { from, into, at }: Redirection): Promise<void> {
  await tx.run(
    `MATCH (n:Finding&Record)-[link:ABOUT]->(:Entity {id: $from}) WHERE link.retractedAt IS NULL
     MATCH (b:Entity {id: $into})
     SET link.retractedAt = $at
     FOREACH (_ IN CASE WHEN EXISTS { (n)-[there:ABOUT]->(b) WHERE there.retractedAt IS NULL } THEN [] ELSE [b] END |
       CREATE (n)-[:ABOUT {recordedAt: $at}]->(b))
     ${NOTED}`,
    { from, into, at },
  );
}

/** Winds back at `at` what a merge did at `mergedAt`. */
export async function moveFindingsBack(
  tx: ManagedTransaction,
  { from, into, at, mergedAt }: Redirection & { readonly mergedAt: string },
): Promise<void> {
  await tx.run(
    `MATCH (n:Finding&Record)-[link:ABOUT {retractedAt: $mergedAt}]->(:Entity {id: $from})
     SET link.away = coalesce(link.away, []) + [$mergedAt, $at] REMOVE link.retractedAt
     WITH n
     OPTIONAL MATCH (n)-[moved:ABOUT {recordedAt: $mergedAt}]->(:Entity {id: $into})
     SET moved.retractedAt = $at
     ${NOTED}`,
    { from, into, at, mergedAt },
  );
}
