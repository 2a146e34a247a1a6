import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph, ResultRow } from '../../graph/graph.js';
import { EXPECTED_FOR, EXPECTED_STANDING, STORED_RANKS } from '../../graph/query/short-forms.cypher.js';
import {
  entryBegins,
  type ReportCited,
  STANDING_VERSION,
  standingOf,
  type TimeOfRecord,
} from '../../model/record/record-standing.rules.js';
import { CHANGED } from './change-digest.js';
import { batches } from './write-records.js';

/**
 * Keeps what stands ready on records in step with them. It says for each instant what holds then, so it may be stored before
 * a change is published: no reader of an earlier instant sees a difference.
 */

/** Binds `n` to what a change touched and to what cites that. */
const RECORDS_TOUCHED = `${CHANGED}
WITH DISTINCT n
CALL (n) {
  RETURN n AS touched
  UNION
  MATCH (n:Report)<-[:CITES]-(touched) RETURN touched
}
WITH DISTINCT touched AS n WHERE NOT n:Entity`;

const ALL = 'MATCH (n:Record|Superseded) WHERE NOT n:Entity';

const TIME = '.access, .recordedAt, .retractedAt, .away';

const ROW = `elementId(n) AS key, n {${TIME}, .status} AS content, n.standing AS stored,
  COLLECT { MATCH (n)-[link:CITES]->(cited:Report) RETURN DISTINCT cited {${TIME}, secondary: link.secondary} } AS cited`;

interface StandingRow {
  readonly key: string;
  readonly content: TimeOfRecord & { readonly status: string | null };
  readonly stored: readonly string[] | null;
  readonly cited: readonly ReportCited[];
}

const BY_KEY = 'UNWIND $keys AS key MATCH (n) WHERE elementId(n) = key';

const WRITE = 'UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.key SET n.standing = row.entries';

/** Stores it for all that a change touched, in the transaction that publishes the change. */
export async function storeStanding(tx: ManagedTransaction, at: string): Promise<void> {
  await storeOf(tx, RECORDS_TOUCHED, { at });
}

/** The same in many transactions, for a change that is too big for one; it is published afterwards. */
export async function storeStandingInParts(graph: Graph, at: string): Promise<void> {
  await storeInParts(graph, RECORDS_TOUCHED, { at });
}

/** Works out anew what was stored in parts for a change that is not published after all. */
export async function forgetStanding(graph: Graph, at: string): Promise<void> {
  const left = `${ALL} AND any(stood IN n.standing WHERE stood STARTS WITH $begins)`;
  await storeInParts(graph, left, { begins: entryBegins(at) });
}

/** Stores it for all records. */
export async function storeAllStanding(graph: Graph): Promise<void> {
  await storeInParts(graph, ALL, {});
}

/** Stores it where an earlier version wrote the graph, or one that worked it out otherwise. */
export async function upgradeStanding(graph: Graph): Promise<void> {
  const work = await graph.read({ name: 'standing to store', text: HAS_WORK }, {});
  if (work.length === 0) return;
  await storeAllStanding(graph);
  await graph.write('store standing', (tx) => tx.run(DONE));
}

const HAS_WORK = `MATCH (c:Clock {id: 'graph'}) WHERE coalesce(c.standing, 0) <> ${STANDING_VERSION} RETURN c.id AS id`;
const DONE = `MATCH (c:Clock {id: 'graph'}) SET c.standing = ${STANDING_VERSION}`;

/** The first records of which something else is stored for an instant than the definitions say. */
export function differingRecords(graph: Graph): Promise<ResultRow[]> {
  return graph.command('differing records', DIFFERING, EXPECTED_FOR);
}

const DIFFERING = `${ALL}
${EXPECTED_STANDING}
WITH n, asOf, ranks, ${STORED_RANKS} AS stored WHERE stored IS NULL OR stored <> ranks
RETURN n.id AS id, asOf, ranks, stored ORDER BY id, asOf LIMIT 20`;

async function storeInParts(graph: Graph, records: string, parameters: ResultRow): Promise<void> {
  const rows = await graph.command('store standing', `${records} RETURN elementId(n) AS key`, parameters);
  for (const keys of batches(rows.map(({ key }) => key)))
    await graph.write('store standing', async (tx) => {
      await tx.run(TURN, { now: new Date().toISOString() });
      await storeOf(tx, BY_KEY, { keys });
    });
}

/**
 * Takes the turn of writers, who might change a record after it was read here, and gives a sign of the import that this may be
 * the end of. There is no clock while a backup is being restored, and nobody writes then.
 */
const TURN = `MATCH (c:Clock {id: 'graph'})
SET c.turn = true, c.signAt = CASE WHEN c.writing IS NULL THEN c.signAt ELSE $now END REMOVE c.turn`;

/** Stores it where it is not stored already. What cites a report may be a hundred thousand records, of which most stay the same. */
async function storeOf(tx: ManagedTransaction, records: string, parameters: ResultRow): Promise<void> {
  const rows: { readonly key: string; readonly entries: readonly string[] }[] = [];
  for await (const record of tx.run(`${records} RETURN ${ROW}`, parameters)) {
    const { key, content, stored, cited } = record.toObject() as unknown as StandingRow;
    const entries = standingOf(content, cited);
    if (String(stored) !== String(entries)) rows.push({ key, entries });
  }
  for (const some of batches(rows)) await tx.run(WRITE, { rows: some });
}
