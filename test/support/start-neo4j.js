import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../dist/src/config.js';
import { ensureJars } from '../../dist/src/graph/local-neo4j/jars.js';
import { startManagedNeo4j } from '../../dist/src/graph/local-neo4j/managed.js';

/**
 * One real Neo4j for each worker of the run, in a folder of its own: a graph test file has the whole of one, and empties
 * it before it begins. `choose-neo4j.js` tells each worker which is its own.
 */
export default async function startNeo4j({ maxWorkers }) {
  await ensureJars(readConfig({ ...process.env, NEO4J_URI: undefined }).neo4j, say);
  const started = await Promise.all(Array.from({ length: maxWorkers }, startOne));
  process.env.TEST_NEO4J_OF_WORKERS = JSON.stringify(started.map(({ address }) => address));
  globalThis.stopTestNeo4j = () => Promise.all(started.map(({ stop }) => stop()));
}

const say = (line) => process.stdout.write(`${line}\n`);

async function startOne() {
  const dataDir = await mkdtemp(join(tmpdir(), 'accountability-graph-test-'));
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: dataDir });
  const managed = await startManagedNeo4j(neo4j, say);
  const { uri, username, password } = managed;
  const stop = async () => {
    await managed.stop();
    await rm(dataDir, { recursive: true });
  };
  return { address: { uri, username, password }, stop };
}
