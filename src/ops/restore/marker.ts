import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { CommandError } from '../../model/errors.js';
import { IN_BACKUPS } from '../backup/backup.cypher.js';
import type { Inspected } from './inspect.js';

/**
 * The node `(:Restore)` exists while a restore is in progress and holds how far it is. Each batch updates it in its own
 * transaction.
 */

export interface Marker {
  readonly sha256: string;
  readonly file: string;
  readonly beganAt: string;
  /** The last line of the file whose node is written, and the last whose links are. */
  readonly nodesDone: number;
  readonly linksDone: number;
  /** The remains of an abandoned restore are being removed. */
  readonly clearing: boolean;
}

const READ = 'r {.sha256, .file, .beganAt, .nodesDone, .linksDone, .clearing} AS marker';

/**
 * Takes an empty graph for the restore of this file, or goes on with one that was interrupted. Throws a `CommandError` where
 * the graph is not empty, or half filled from another file, unless that one is to be dropped.
 */
export async function take(graph: Graph, file: Inspected, startOver: boolean, now: string): Promise<Marker> {
  return graph.write('restore: begin', async (tx) => {
    // The lock of the writers: whoever writes, or restores, is done or has to wait.
    await tx.run("MERGE (c:Clock {id: 'graph'}) ON CREATE SET c.fresh = true SET c.turn = true REMOVE c.turn");
    const { records } = await tx.run(`MATCH (r:Restore) RETURN ${READ}`);
    const left = records[0]?.get('marker') as Marker | undefined;
    if (left) {
      if (left.sha256 !== file.sha256 && !startOver) throw otherFile(left, file);
      await tx.run('MATCH (c:Clock {fresh: true}) DELETE c');
      if (left.sha256 === file.sha256 && !startOver) return left;
    } else await refuseUnlessEmpty(tx);
    await tx.run('MATCH (c:Clock {fresh: true}) DELETE c');
    return place(tx, file, left !== undefined, now);
  });
}

async function place(tx: ManagedTransaction, file: Inspected, clearing: boolean, now: string): Promise<Marker> {
  const { records } = await tx.run(
    `MERGE (r:Restore {id: 'graph'}) SET r = {id: 'graph', sha256: $sha256, file: $name, beganAt: $now, nodesDone: 0, linksDone: 0, clearing: $clearing}
     RETURN ${READ}`,
    { sha256: file.sha256, name: file.name, now, clearing },
  );
  return records[0]?.get('marker') as Marker;
}

async function refuseUnlessEmpty(tx: ManagedTransaction): Promise<void> {
  const { records } = await tx.run(
    `MATCH (n) WHERE ${IN_BACKUPS} AND NOT coalesce(n.fresh, false) RETURN labels(n) AS labels, count(*) AS nodes ORDER BY nodes DESC, labels LIMIT 3`,
  );
  if (records.length === 0) return;
  const some = records.map((record) => `${record.get('nodes')} × ${(record.get('labels') as string[]).join(':')}`);
  throw new CommandError(
    `Expected an empty graph to restore into; this one holds ${some.join(', ')}. Set DATA_DIR to a new directory, or NEO4J_URI to an empty database.`,
  );
}

function otherFile(left: Marker, file: Inspected): CommandError {
  return new CommandError(
    `The restore of ${left.file} (SHA-256 ${left.sha256}), begun at ${left.beganAt}, has not ended; ${file.name} is another backup (${file.sha256}). Finish that one, or drop what it has written with --start-over.`,
  );
}

/** Removes what an abandoned restore has written; the marker stays meanwhile. */
export async function clear(graph: Graph, marker: Marker): Promise<Marker> {
  if (!marker.clearing) return marker;
  await graph.command(
    'restore: clear',
    `MATCH (n) WHERE ${IN_BACKUPS} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS`,
  );
  return graph.write('restore: cleared', (tx) => move(tx, marker, { clearing: false }));
}

/** Moves the marker on, in the transaction of what it tells of. Throws where it does not stand where this process left it. */
export async function move(tx: ManagedTransaction, marker: Marker, to: Partial<Marker>): Promise<Marker> {
  const moved = { ...marker, ...to };
  const { records } = await tx.run(
    `MATCH (r:Restore {id: 'graph'}) SET r.turn = true REMOVE r.turn
     WITH r WHERE r {.sha256, .beganAt, .nodesDone, .linksDone, .clearing} = $was
     SET r.nodesDone = $nodesDone, r.linksDone = $linksDone, r.clearing = $clearing RETURN ${READ}`,
    { was: progressProperties(marker), ...progressProperties(moved) },
  );
  if (records.length === 0) throw takenOver();
  return moved;
}

/** Deletes the marker at the end. */
export async function remove(tx: ManagedTransaction, marker: Marker): Promise<void> {
  await move(tx, marker, {});
  await tx.run('MATCH (r:Restore) DELETE r');
}

const progressProperties = ({ sha256, beganAt, nodesDone, linksDone, clearing }: Marker) => ({
  sha256,
  beganAt,
  nodesDone: neo4j.int(nodesDone),
  linksDone: neo4j.int(linksDone),
  clearing,
});

const takenOver = () =>
  new CommandError(
    'Another process restores into this graph, or has emptied it; this one stops. Check, and run the restore again.',
  );
