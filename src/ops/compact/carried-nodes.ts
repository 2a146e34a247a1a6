import type { CypherStatement, Graph, ResultRow } from '../../graph/graph.js';
import { CommandError } from '../../model/errors.js';
import { floatsOf } from '../backup/backup.cypher.js';
import { backupLine, type NodeLine } from '../backup/backup-lines.js';
import { type NodeRow, nodeLine } from '../backup/node-line.js';
import type { BackupLine } from '../restore/read-backup.js';
import { NODES } from '../restore/restore.cypher.js';
import { native } from '../restore/write-nodes.js';

/** Nodes that no backup holds, and that a graph keeps in new files all the same: keys, who read, what webhooks are owed. */

/** By label, the property that tells its nodes apart. */
const KEYS = { ApiKey: 'id', ReadEntry: 'id', Webhook: 'name' } as const;

type Label = keyof typeof KEYS;

const LABELS = Object.keys(KEYS) as Label[];
const PAGE = 1_000;

const nodesAfter = (label: Label): CypherStatement => ({
  name: 'compact: nodes beside a backup',
  text: `MATCH (n:${label}) WHERE n.${KEYS[label]} > $after
WITH n ORDER BY n.${KEYS[label]} LIMIT $size
RETURN n.${KEYS[label]} AS after, labels(n) AS labels, properties(n) AS properties, ${floatsOf('n')} AS floats
ORDER BY after`,
});

/** These nodes as lines of a backup, page by page. */
export async function* carriedLines(graph: Graph): AsyncGenerator<string> {
  for (const label of LABELS)
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows: ResultRow[] = await graph.read(nodesAfter(label), { after, size: PAGE });
      for (const row of rows) yield backupLine(nodeLine(row as unknown as NodeRow));
      after = rows.at(-1)?.after as string | undefined;
    }
}

/** Writes such lines into a graph that has none of these nodes. */
export async function writeCarried(graph: Graph, lines: AsyncIterable<Pick<BackupLine, 'text'>>): Promise<void> {
  let rows: object[] = [];
  const write = async () => {
    if (rows.length > 0) await graph.write('compact: nodes beside a backup', (tx) => tx.run(NODES, { rows }));
    rows = [];
  };
  for await (const { text } of lines) {
    const node: NodeLine = JSON.parse(text);
    rows.push({ labels: node.labels, properties: native(node) });
    if (rows.length === PAGE) await write();
  }
  await write();
}

export type CarriedCounts = Readonly<Record<Label, number>>;

/** How many of these nodes a graph has. */
export async function carriedCounts(graph: Graph): Promise<CarriedCounts> {
  const counts = LABELS.map((label) => `${label}: COUNT { (:${label}) }`).join(', ');
  const [row] = await graph.read({ name: 'compact: counts', text: `RETURN {${counts}} AS counts` }, {});
  return row?.counts as CarriedCounts;
}

/** Throws a `CommandError` where a graph has other numbers of these nodes than expected. */
export async function assertCarried(graph: Graph, expected: CarriedCounts): Promise<void> {
  const counts = await carriedCounts(graph);
  const label = LABELS.find((one) => counts[one] !== expected[one]);
  if (label !== undefined)
    throw new CommandError(
      `Expected ${expected[label]} nodes with the label ${label} in the new files; got ${counts[label]}. The old files are as they were.`,
    );
}
