import { createHash } from 'node:crypto';
import type { Graph } from '../../graph/graph.js';
import { COUNTS, MIGRATIONS } from './backup.cypher.js';
import { type BackupManifest, backupLine, FORMAT, type NodeLine, VERSION } from './backup-lines.js';
import { nodePages } from './backup-nodes.js';
import { LineTally } from './label-counts.js';
import { pinned } from './pin.js';

/** Everything in the graph, of every access level, as it was published at one instant. */

/** How many nodes are read at once. */
const PAGE = 1_000;

export interface Backup {
  readonly manifest: BackupManifest;
  /** How many nodes it holds. */
  readonly nodes: number;
  /** The text, page by page, each with the number of its nodes. The same graph gives the same bytes. */
  readonly pages: AsyncIterable<{ readonly text: string; readonly nodes: number }>;
}

/** Pins the graph, and says what a backup of it holds; the pages are read as they are taken. */
export async function openBackup(graph: Graph, size = PAGE): Promise<Backup> {
  const pin = await pinned(graph);
  const { at, sequence, head, bookkeeping, clock } = pin;
  const tally = new LineTally();
  for (const { labels } of [...bookkeeping, clock]) tally.add(labels);
  let nodes = bookkeeping.length + 1;
  for (const { label, nodes: counted } of await graph.read(COUNTS, { at, sequence })) {
    tally.add([String(label)], Number(counted));
    if (ON_EACH_NODE.includes(String(label))) nodes += Number(counted);
  }
  const migrations = (await graph.read(MIGRATIONS, {})).map(({ name }) => String(name));
  const counts = tally.counts();
  const manifest: BackupManifest = {
    format: FORMAT,
    version: VERSION,
    at,
    journal: { sequence, head },
    counts,
    migrations,
  };
  return { manifest, nodes, pages: backupLinesOf(manifest, nodePages(graph, pin, size)) };
}

/** Labels of which each counted node has one. */
const ON_EACH_NODE = ['Record', 'DatasetVersion', 'JournalEntry'];

async function* backupLinesOf(manifest: BackupManifest, pages: AsyncIterable<readonly NodeLine[]>) {
  const hash = createHash('sha256');
  const tally = new LineTally();
  let lines = 0;
  const page = (values: readonly (BackupManifest | NodeLine)[], nodes: number) => {
    const text = values.map(backupLine).join('');
    hash.update(text);
    lines += values.length;
    return { text, nodes };
  };
  yield page([manifest], 0);
  for await (const nodes of pages) {
    for (const { labels } of nodes) tally.add(labels);
    yield page(nodes, nodes.length);
  }
  const fault = tally.faultAgainst(manifest.counts);
  if (fault) throw new Error(`The graph was changed without a journal entry while it was read: ${fault}`);
  yield { text: backupLine({ lines, sha256: hash.digest('hex') }), nodes: 0 };
}
