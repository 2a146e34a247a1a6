import type { Graph, ResultRow } from '../../graph/graph.js';
import { fold } from '../../model/names/letters.js';
import { FOLDING, searchText } from '../../model/names/search-text.js';
import { AT_REST } from './fields-as-facts.js';

/** What is stored of a name and a title for search and order, written anew where an earlier version folded letters otherwise. */

const AT_ONCE = 2_000;

const HAS_WORK = `MATCH (c:Clock {id: 'graph'}) WHERE coalesce(c.folding, 0) <> ${FOLDING} AND ${AT_REST} RETURN c.id AS id`;

const FOLDED = `MATCH (n:Record) WHERE n.id > $after AND n.sortKey IS NOT NULL
RETURN n.id AS id, n.value AS name, n.title AS title ORDER BY id LIMIT ${AT_ONCE}`;

const WRITE = `UNWIND $rows AS row MATCH (n:Record {id: row.id})
SET n.sortKey = row.sortKey, n.searchText = coalesce(row.searchText, n.searchText)`;

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

function folded({ id, name, title }: ResultRow) {
  return typeof name === 'string'
    ? { id, sortKey: fold(name), searchText: searchText(name) }
    : { id, sortKey: fold(String(title)), searchText: null };
}
