import type { Graph, ResultRow } from '../../graph/graph.js';
import { kindOf, quotedAll } from '../../graph/query/visible.cypher.js';
import { FOLDING } from '../../model/names/search-text.js';
import { SEARCHED_FACTS, searchFields } from '../../model/record/search-fields.js';
import { AT_REST } from './fields-as-facts.js';

/** What is stored of names and texts for search, filters and orders, written anew where an earlier version folded letters otherwise. */

const AT_ONCE = 2_000;

const HAS_WORK = `MATCH (c:Clock {id: 'graph'}) WHERE coalesce(c.folding, 0) <> ${FOLDING} AND ${AT_REST} RETURN c.id AS id`;

const FOLDED = `MATCH (n:Record) WHERE n.id > $after AND n.redactedAt IS NULL
  AND (n:Name OR n:Report OR n:Incident OR n:Finding OR (n:Fact AND n.property IN [${quotedAll(SEARCHED_FACTS)}]))
RETURN n.id AS id, ${kindOf('n')} AS label, n {.value, .property, .title, .summary, .means} AS texts ORDER BY id LIMIT ${AT_ONCE}`;

const WRITE = `UNWIND $rows AS row MATCH (n:Record {id: row.id})
SET n += row.fields`;

const DONE = `MATCH (c:Clock {id: 'graph'}) SET c.folding = ${FOLDING}`;

/** Folds them anew. No statement, hash or instant changes. Returns how many; while an import or a backup is being written into the graph, none. */
export async function refoldNames(graph: Graph): Promise<number> {
  const work = await graph.read({ name: 'names to fold', text: HAS_WORK }, {});
  if (work.length === 0) return 0;
  let count = 0;
  for (let after: unknown = ''; ; ) {
    const rows = await graph.read({ name: 'folded names', text: FOLDED }, { after });
    if (rows.length === 0) break;
    await graph.write('fold names', (tx) => tx.run(WRITE, { rows: rows.map(folded) }));
    count += rows.length;
    after = rows.at(-1)?.id;
  }
  await graph.write('fold names', (tx) => tx.run(DONE));
  return count;
}

const folded = ({ id, label, texts }: ResultRow) => ({ id, fields: searchFields(String(label), texts as ResultRow) });
