import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { CommandError } from '../../model/errors.js';
import { refuseHalfRestored } from '../../writing/change/restore-guard.js';
import { importAsOf } from './as-of.js';
import { allOf, CONSTRAINTS, isRecord, LEFT_OUT, type NodeKeys, PIN, strangers } from './backup.cypher.js';
import type { NodeLine, NodeProperties } from './backup-lines.js';
import { type NodeRow, nodeLine } from './node-line.js';

/**
 * The fixed point of a backup: the instant of the clock, and everything without a history of its own, as it was then.
 */

export interface Pin {
  readonly keys: NodeKeys;
  readonly at: string;
  readonly sequence: number;
  readonly head: string;
  readonly clock: NodeLine;
  /** Datasets, legal codes, imports and the like, by label and key. */
  readonly bookkeeping: readonly NodeLine[];
}

/** What is read in pages, since it only grows. */
const PAGED = ['Record', 'JournalEntry', 'Clock'];

/**
 * Reads the clock and the bookkeeping nodes while no writer runs. What is published during the rest of the backup is
 * later than this clock, and its instants show it.
 */
export async function pinned(graph: Graph): Promise<Pin> {
  await refuseHalfRestored(graph);
  const keys = await keysOf(graph);
  await refuseStrangers(graph, keys);
  const pin = await graph.write('backup: pin', async (tx) => {
    const clock = (await tx.run(PIN)).records[0]?.get('clock');
    if (!clock) return undefined;
    const bookkeeping: NodeLine[] = [];
    for (const [label, key] of keys)
      if (!PAGED.includes(label))
        for (const line of await readAll(tx, label, key, keys, clock.at)) bookkeeping.push(line);
    return { clock, bookkeeping };
  });
  if (!pin)
    throw new CommandError('The graph is empty: nothing was ever published in it, so there is nothing to back up.');
  const { at, sequence, head } = pin.clock;
  const clock = { labels: ['Clock'], properties: pin.clock as NodeProperties };
  return { keys, at, sequence, head, clock, bookkeeping: pin.bookkeeping };
}

/** The keys of this database: a constraint says which property tells the nodes of a label apart. Records come first. */
export async function keysOf(graph: Graph): Promise<NodeKeys> {
  const keys = new Map([['Record', 'id']]);
  for (const { label, key } of await graph.read(CONSTRAINTS, {})) {
    const name = String(label);
    if (LEFT_OUT.includes(name) || keys.has(name)) continue;
    const [some] = await graph.read(isRecord(name), {});
    if (some && !some.record) keys.set(name, String(key));
  }
  return keys;
}

async function refuseStrangers(graph: Graph, keys: NodeKeys): Promise<void> {
  const labels = (await graph.read(strangers(keys), {})).map(({ label }) => label);
  if (labels.length > 0)
    throw new CommandError(
      `A backup would lose nodes with ${labels.join(', ')}: it knows no key of theirs. Give the label a uniqueness constraint in schema/migrations.`,
    );
}

async function readAll(tx: ManagedTransaction, label: string, key: string, keys: NodeKeys, at: string) {
  const { records } = await tx.run(allOf(label, key, keys), { at });
  return records
    .map((record) => record.toObject() as unknown as NodeRow)
    .map((row) => nodeLine(label === 'ImportBatch' ? { ...row, ...importAsOf(row as never, at) } : row));
}
