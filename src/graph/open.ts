import type { Config } from '../config.js';
import { openDriver } from './driver.js';
import { Graph } from './graph.js';
import { type Neo4jAddress, runningNeo4j, startManagedNeo4j } from './local-neo4j/managed.js';
import { migrate } from './migrations.js';

export interface OpenGraph {
  readonly graph: Graph;
  readonly address: Neo4jAddress;
  close(): Promise<void>;
}

type Say = (line: string) => void;

/**
 * Opens the configured graph, migrated and ready. `share` lets a command-line tool use the managed Neo4j of an API that
 * is running on the same data directory; without it, a data directory in use is refused.
 */
export async function openGraph(config: Config, say: Say, share = false): Promise<OpenGraph> {
  const neo4j = await reach(config, say, share);
  try {
    const driver = await openDriver(neo4j.address, config.database);
    const graph = new Graph(driver, config.database, config.queryTimeoutMs);
    const applied = await migrate(graph);
    if (applied.length > 0) say(`Applied migrations: ${applied.join(', ')}.`);
    return {
      graph,
      address: neo4j.address,
      async close() {
        await graph.close();
        await neo4j.stop();
      },
    };
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
}

async function reach(
  config: Config,
  say: Say,
  share: boolean,
): Promise<{ address: Neo4jAddress; stop(): Promise<void> }> {
  const nothingToStop = async () => {};
  if (config.neo4j.kind === 'external') return { address: config.neo4j, stop: nothingToStop };
  const running = share ? await runningNeo4j(config.dataDir) : undefined;
  if (running) return { address: running, stop: nothingToStop };
  say('Starting the managed Neo4j …');
  const managed = await startManagedNeo4j(config.neo4j, say);
  say(`Neo4j runs at ${managed.uri}, with its data in ${config.dataDir}.`);
  return { address: managed, stop: () => managed.stop() };
}
