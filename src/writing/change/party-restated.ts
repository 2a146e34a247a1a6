import type { Graph } from '../../graph/graph.js';
import { recordHash, type StatedLink } from '../../model/record/record-hash.js';
import { change } from './change.js';
import { AT_REST } from './fields-as-facts.js';
import { batches } from './write-records.js';

/**
 * Graphs of before hold `partyToConflict` on every report, `false` where its author had said nothing. That was no
 * assessment, so it goes; `true` was written by an author and stays, under the name that it has now. The node keeps what
 * it stated under another name, with the hash of then, so that the journal still proves it.
 */

interface OlderReport {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly StatedLink[];
}

const IS_OLDER = 'n.partyToConflict IS NOT NULL';

const HAS_WORK = `MATCH (n:Report) WHERE ${IS_OLDER} WITH n LIMIT 1 WHERE ${AT_REST} RETURN n.id AS id`;

const OLDER = `MATCH (n:Report) WHERE ${IS_OLDER}
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS links
ORDER BY id`;

const MOVE = `UNWIND $rows AS row MATCH (n:Report {id: row.id})
SET n.recordedHash = n.hash, n.hash = row.hash, n.formerPartyToConflict = n.partyToConflict,
  n.conflictParty = CASE WHEN n.partyToConflict THEN true END, n.partyToConflict = null`;

/** Restates it as one change. Returns how many reports had it; while an import or a backup is being written into the graph, none. */
export async function restateParties(graph: Graph, now: string): Promise<number> {
  const rows = await graph.read({ name: 'parties to restate', text: HAS_WORK }, {});
  if (rows.length === 0) return 0;
  return change(graph, { actor: 'upgrade', now }, async (tx) => {
    const { records } = await tx.run(OLDER);
    const reports = records.map((record) => record.toObject() as unknown as OlderReport);
    for (const some of batches(reports)) await tx.run(MOVE, { rows: some.map(moved) });
    const assessed = reports.filter(({ properties }) => properties.partyToConflict === true).length;
    const journalNote = {
      action: 'UPGRADE',
      reason: 'Whether a publisher is a party to the conflict is open from this version on where nobody assessed it.',
      subjects: [],
      content: { reports: reports.length, parties: assessed },
    };
    // Another instance that starts at the same moment may have been faster.
    return { result: reports.length, journalNote: reports.length > 0 ? journalNote : undefined };
  });
}

function moved({ id, labels, properties: { partyToConflict, ...rest }, links }: OlderReport) {
  return { id, hash: recordHash(labels, { ...rest, ...(partyToConflict === true && { conflictParty: true }) }, links) };
}
