import type { Graph } from '../../../graph/graph.js';
import type { DatasetRecord } from '../../../model/record/record-shapes.js';

/** What the graph keeps of imports and datasets, for those who write. */

export interface StoredBatch {
  readonly id: string;
  /** The instant of all its records. */
  readonly at: string;
  readonly format: string;
  readonly dataset: string;
  readonly actor: string;
  readonly reason: string;
  readonly state: 'WRITING' | 'DONE' | 'UNDOING' | 'UNDONE' | 'ABANDONED';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** Names and SHA-256 of the files, and the counts of what they brought: JSON. */
  readonly files: string;
  readonly counts: string | null;
}

/** All imports, the latest first. */
export async function importBatches(graph: Graph): Promise<StoredBatch[]> {
  const rows = await graph.read(
    {
      name: 'import batches',
      text: `MATCH (b:ImportBatch)
RETURN b {.id, .at, .format, .dataset, .actor, .reason, .state, .startedAt, .finishedAt, .undoneAt, .undoneBy, .files, .counts} AS batch
ORDER BY b.at DESC`,
    },
    {},
  );
  return rows.map(({ batch }) => batch as StoredBatch);
}

/** What stands of a dataset, whatever it is. */
export async function datasetIn(graph: Graph, id: string): Promise<DatasetRecord | undefined> {
  const [row] = await graph.read(
    {
      name: 'dataset about',
      text: 'MATCH (d:Dataset {id: $id}) RETURN d {.id, .title, .description, .licence, .attribution, .redistribute, .requires} AS dataset',
    },
    { id },
  );
  return row?.dataset as DatasetRecord | undefined;
}
