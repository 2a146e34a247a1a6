import type { ManagedTransaction } from 'neo4j-driver';
import { labelsOf } from '../../src/graph/query/visible.cypher.js';
import type { DraftEdge, Properties } from '../../src/model/record/draft.js';
import { searchFields } from '../../src/model/record/search-fields.js';
import { hashed, supersede } from '../../src/writing/change/write-records.js';

/** Corrections of incidents, findings and reports as the product writes them, of any record and with any content. */

const CONTENT = `MATCH (n:Record {id: $id})
RETURN ${labelsOf('n')} AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) WHERE link.retractedAt IS NULL AND NOT end:Superseded
    RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS links`;

/** What the graph keeps of a record and the record does not state. */
const OF_THE_GRAPH = [
  'id',
  'hash',
  'recordedAt',
  'retractedAt',
  'retraction',
  'away',
  'linkedAt',
  'corrects',
  'standing',
];

/** Gives a record other content: what it states, changed. */
export async function correct(
  tx: ManagedTransaction,
  id: string,
  at: string,
  change: (properties: Properties) => Properties,
): Promise<void> {
  const [row] = (await tx.run(CONTENT, { id })).records;
  const { labels, properties, links } = row?.toObject() ?? {};
  const content = Object.fromEntries(
    Object.entries(properties as Properties).filter(([name]) => !OF_THE_GRAPH.includes(name)),
  );
  const origin = { file: 'test', line: 1, path: [] };
  const edges = (links as DraftEdge[]).map(({ type, to, properties: { recordedAt: _, away: __, ...rest } }) => ({
    ...{ type, to, from: id, origin },
    properties: rest,
  }));
  const changed = change(content);
  const kind = (labels as string[]).find((label) => label !== 'Record') as 'Incident' | 'Finding' | 'Report';
  const whole = { ...changed, ...searchFields(kind, changed) };
  const [node] = hashed({ nodes: [{ id, labels, properties: whole, origin }], edges });
  if (node) await supersede(tx, node, edges, at);
}
