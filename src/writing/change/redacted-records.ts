import type { ManagedTransaction } from 'neo4j-driver';
import { recordsById } from '../../graph/query/by-id.cypher.js';
import type { Draft } from '../../model/record/draft.js';
import { batches, stored } from './write-records.js';

/** Keeps what was redacted from coming back with files that still hold it. */

/** Parts of a draft as they come, always the same ones. */
type DraftParts = () => AsyncIterable<Pick<Draft, 'nodes' | 'edges'>>;

const HAS_REDACTIONS = "MATCH (n:Record) WHERE n.redactedAt > '' RETURN n.id AS id LIMIT 1";
const REDACTED_IDS = `UNWIND $ids AS id ${recordsById('id')} WHERE n.redactedAt IS NOT NULL RETURN id`;

/**
 * The ids of the records of a draft that must not be written: those that were redacted, and those that lead to one, directly or
 * through another that is new.
 */
export async function recordsToLeave(tx: ManagedTransaction, parts: DraftParts): Promise<ReadonlySet<string>> {
  const barred = await redactedIn(tx, parts);
  const leave = new Set<string>();
  if (barred.size === 0) return leave;
  for await (const { nodes } of parts()) for (const { id } of nodes) if (barred.has(id)) leave.add(id);
  for (let leading = await leadingTo(barred, leave, parts); leading.length > 0; ) {
    const there = await stored(tx, leading);
    for (const id of leading) leave.add(id);
    for (const id of leading) if (!there.has(id)) barred.add(id);
    leading = await leadingTo(barred, leave, parts);
  }
  return leave;
}

/** The ids in a draft, of its records and of what they lead to, that were redacted. */
async function redactedIn(tx: ManagedTransaction, parts: DraftParts): Promise<Set<string>> {
  const redacted = new Set<string>();
  if ((await tx.run(HAS_REDACTIONS)).records.length === 0) return redacted;
  for await (const { nodes, edges } of parts()) {
    const ids = [...new Set([...nodes.map(({ id }) => id), ...edges.map(({ to }) => to)])];
    for (const some of batches(ids)) {
      const { records } = await tx.run(REDACTED_IDS, { ids: some });
      for (const record of records) redacted.add(record.get('id'));
    }
  }
  return redacted;
}

async function leadingTo(
  barred: ReadonlySet<string>,
  leave: ReadonlySet<string>,
  parts: DraftParts,
): Promise<string[]> {
  const leading = new Set<string>();
  for await (const { edges } of parts())
    for (const { from, to } of edges) if (barred.has(to) && !leave.has(from)) leading.add(from);
  return [...leading];
}
