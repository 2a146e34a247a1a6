import type { Graph } from '../../../graph/graph.js';
import { batches } from '../../../writing/change/write-records.js';

/** What a dataset holds and a whole edition of it no longer states. */
export interface MissingRecords {
  /** The ids of what can be taken back, in order: the database gives them in another one each time. */
  readonly ids: readonly string[];
  /** What stays because records of others rest on it, each with one of these. */
  readonly needed: ReadonlyMap<string, string>;
}

/**
 * Reports and claims that a dataset holds and the files do not state; entities belong to no dataset. A claim that a merge
 * has restated is stated where its original is.
 */
export async function missingRecords(
  graph: Graph,
  dataset: string,
  isStated: (id: string) => boolean,
): Promise<MissingRecords> {
  const { missing, referable } = await unstated(graph, dataset, isStated);
  const needed = new Map<string, string>();
  for (;;) {
    const stays = await neededNow(graph, referable, missing);
    if (stays.size === 0) return { ids: [...missing].sort(), needed };
    for (const [id, other] of stays) {
      needed.set(id, other);
      missing.delete(id);
      referable.delete(id);
    }
  }
}

/** What the files do not state, and what of it others may refer to. */
async function unstated(graph: Graph, dataset: string, isStated: (id: string) => boolean) {
  return graph.write('import: stored', async (tx) => {
    const missing = new Set<string>();
    const referable = new Set<string>();
    const existing = tx.run(
      `MATCH (n:Record {dataset: $dataset}) WHERE n.retractedAt IS NULL
       RETURN n.id AS id, coalesce(n.restates, n.id) AS stated, n:Claim AS isClaim`,
      { dataset },
    );
    for await (const record of existing) {
      const id: string = record.get('id');
      if (isStated(record.get('stated'))) continue;
      missing.add(id);
      if (!record.get('isClaim')) referable.add(id);
    }
    return { missing, referable };
  });
}

/** Those records on which another rests that is not missing, with one such record each. */
async function neededNow(graph: Graph, ids: ReadonlySet<string>, missing: ReadonlySet<string>) {
  const needed = new Map<string, string>();
  for (const some of batches([...ids])) {
    const rows = await graph.read({ name: 'import: what rests on missing records', text: DEPENDENT }, { ids: some });
    for (const { id, others } of rows as unknown as { id: string; others: string[] }[]) {
      const other = others.find((one) => !missing.has(one));
      if (other !== undefined) needed.set(id, other);
    }
  }
  return needed;
}

const DEPENDENT = `UNWIND $ids AS id MATCH (n:Record {id: id})<-[link]-(other:Record)
WHERE link.retractedAt IS NULL AND other.retractedAt IS NULL
RETURN id, collect(DISTINCT other.id) AS others`;
