import type { Config } from '../config.js';
import { openDriver } from './driver.js';
import { Graph } from './graph.js';
import { type ManagedNeo4j, type Neo4jAddress, runningNeo4j, startManagedNeo4j } from './local-neo4j/managed.js';
import { migrate, migrateNew } from './migrations.js';

export interface OpenGraph {
  readonly graph: Graph;
  readonly address: Neo4jAddress;
  /** Never settles, unless the managed Neo4j ends before `close()`: then it rejects with a `ConfigError`. */
  readonly lost: Promise<never>;
  close(): Promise<void>;
}

type Say = (line: string) => void;

/**
 * Opens the configured graph, migrated and ready. `share` lets a command-line tool use the managed Neo4j of an API that
 * is running on the same data directory, and leaves a graph of an older version as it is, with a `ConfigError`; without it,
 * a data directory in use is refused.
 */
export async function openGraph(config: Config, say: Say, share = false): Promise<OpenGraph> {
  const neo4j = await reach(config, say, share);
  let graph: Graph | undefined;
  const close = async () => {
    await graph?.close();
    await neo4j.stop();
  };
  try {
    const driver = await openDriver(neo4j.address, config.database);
    const opened = new Graph(driver, config.database, config.queryTimeoutMs);
    graph = opened;
    const lost = neo4j.lost.then((error) => {
      opened.giveUp();
      throw error;
    });
    // Whoever does not wait for it learns by what it asks.
    lost.catch(() => undefined);
    const applied = await Promise.race([share ? migrateNew(opened) : migrate(opened), lost]);
    if (applied.length > 0) say(`Applied migrations: ${applied.join(', ')}.`);
    return { graph: opened, address: neo4j.address, lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type ReachedNeo4j = Pick<ManagedNeo4j, 'lost' | 'stop'> & { readonly address: Neo4jAddress };

/** A Neo4j that somebody else runs: it may come back, and is not ours to stop. */
const runElsewhere = (address: Neo4jAddress): ReachedNeo4j => ({
  address,
  lost: new Promise(() => {}),
  stop: async () => {},
});

async function reach(config: Config, say: Say, share: boolean): Promise<ReachedNeo4j> {
  if (config.neo4j.kind === 'external') return runElsewhere(config.neo4j);
  const running = share ? await runningNeo4j(config.dataDir) : undefined;
  if (running) return runElsewhere(running);
  say('Starting the managed Neo4j …');
  const managed = await startManagedNeo4j(config.neo4j, say);
  say(`Neo4j runs at ${managed.uri}, with its data in ${config.dataDir}.`);
  return { address: managed, lost: managed.lost, stop: () => managed.stop() };
}
