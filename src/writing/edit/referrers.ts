import type { ManagedTransaction } from 'neo4j-driver';
import { recordsById } from '../../graph/query/by-id.cypher.js';
import { labelsOf } from '../../graph/query/visible.cypher.js';
import type { Draft, DraftEdge, Properties } from '../../model/record/draft.js';
import { problemsInGraph } from '../change/check-draft.js';
import { batches } from '../change/write-records.js';

/** What refers to a record, held against the rules again: some depend on what the record says. */

const REFERRING = `MATCH (:Record {id: $id})<-[link]-(n:Record) WHERE link.retractedAt IS NULL AND n.retractedAt IS NULL
RETURN DISTINCT n.id AS id ORDER BY id`;

const CONTENT = `UNWIND $ids AS id ${recordsById('id')}
RETURN n.id AS id, ${labelsOf('n')} AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) WHERE link.retractedAt IS NULL AND NOT end:Superseded
    RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS edges
ORDER BY id`;

interface Row {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly edges: readonly Omit<DraftEdge, 'from' | 'origin'>[];
}

/** The rules that statements break which refer to a record, in words with their ids. */
export async function problemsOfReferrers(tx: ManagedTransaction, id: string): Promise<string[]> {
  const referring = await tx.run(REFERRING, { id });
  const found: string[] = [];
  for (const ids of batches(referring.records.map((record) => record.get('id')))) {
    const { records } = await tx.run(CONTENT, { ids });
    const draft = draftOf(records.map((record) => record.toObject() as unknown as Row));
    for (const { file, reason } of await problemsInGraph(tx, draft)) found.push(`${file}: ${reason}`);
  }
  return found;
}

/** The rows as a draft, whose problems bear the id of the record as their file. */
function draftOf(rows: readonly Row[]): Draft {
  const origin = (file: string) => ({ file, line: 1, path: [] });
  return {
    nodes: rows.map(({ edges: _edges, ...node }) => ({ ...node, origin: origin(node.id) })),
    edges: rows.flatMap(({ id, edges }) => edges.map((edge) => ({ ...edge, from: id, origin: origin(id) }))),
  };
}
