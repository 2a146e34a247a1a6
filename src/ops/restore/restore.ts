import type { Graph } from '../../graph/graph.js';
import { migrate } from '../../graph/migrations.js';
import { CommandError } from '../../model/errors.js';
import { storeAllStanding } from '../../writing/change/store-standing.js';
import { upgradeRecords } from '../../writing/change/upgrade.js';
import { CONSTRAINTS, MIGRATIONS } from '../backup/backup.cypher.js';
import type { Inspected } from './inspect.js';
import { clear, type Marker, remove, take } from './marker.js';
import { NODE_COUNT, PUBLISH } from './restore.cypher.js';
import { type KeyOf, native, type ProgressListener, writeLinks, writeNodes } from './write-nodes.js';

/**
 * Restores a backup into an empty graph. There is no clock until the last transaction, so readers see nothing before
 * it. An interrupted restore continues when the same file is restored again.
 */

export interface RestoreOptions {
  /** Drops what an interrupted restore of another file has written. */
  readonly startOver?: boolean;
  readonly now: string;
  readonly onProgress?: ProgressListener;
}

export async function restore(graph: Graph, file: Inspected, options: RestoreOptions): Promise<void> {
  const { startOver = false, now, onProgress = () => undefined } = options;
  await refuseNewer(graph, file);
  const keyOf = await keysFor(graph, file);
  let marker = await clear(graph, await take(graph, file, startOver, now));
  marker = await writeNodes(graph, file, marker, onProgress);
  marker = await writeLinks(graph, file, marker, keyOf, onProgress);
  await publish(graph, file, marker, now);
}

async function refuseNewer(graph: Graph, { name, manifest }: Inspected): Promise<void> {
  const names = (await graph.read(MIGRATIONS, {})).map((row) => row.name);
  const unknown = manifest.migrations.filter((migration) => !names.includes(migration));
  if (unknown.length > 0)
    throw new CommandError(
      `${name} is of a graph with migrations that this version does not know (${unknown.join(', ')}): a newer version wrote it.`,
    );
}

/** The keys of the labels that links of the file lead to. */
async function keysFor(graph: Graph, { name, ends }: Inspected): Promise<KeyOf> {
  const rows = await graph.read(CONSTRAINTS, {});
  const keys = new Map(rows.map(({ label, key }) => [String(label), String(key)]));
  const unknown = [...ends].filter((label) => !keys.has(label));
  if (unknown.length > 0)
    throw new CommandError(`${name} has links to nodes with ${unknown.join(', ')}, which have no key here.`);
  return (label) => {
    const key = keys.get(label);
    if (key === undefined)
      throw new CommandError(`${name} has links from a node with ${label}, which has no key here.`);
    return key;
  };
}

/** One small transaction: the marker goes, the clock comes. What newer migrations ask for is done after it, as at any start. */
async function publish(graph: Graph, file: Inspected, marker: Marker, now: string): Promise<void> {
  const [found] = await graph.read({ name: 'restore: count', text: NODE_COUNT }, {});
  if (found?.nodes !== file.nodes - 1)
    throw new CommandError(
      `Expected ${file.nodes - 1} nodes in the graph after the restore; got ${found?.nodes}. Somebody else wrote into it; run the restore again with --start-over.`,
    );
  await storeAllStanding(graph);
  await graph.write('restore: publish', async (tx) => {
    await remove(tx, marker);
    await tx.run(PUBLISH, { clock: native(file.clock), migrations: file.manifest.migrations });
    await file.redactions?.confirm(tx, now);
  });
  await migrate(graph);
  await upgradeRecords(graph, new Date().toISOString());
}
