import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../dist/src/config.js';
import { startManagedNeo4j } from '../../dist/src/graph/local-neo4j/managed.js';

/** One real Neo4j for the whole run, in a folder of its own. Every graph test file empties it before it begins. */
export default async function startNeo4j() {
  const dataDir = await mkdtemp(join(tmpdir(), 'accountability-graph-test-'));
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: dataDir });
  const managed = await startManagedNeo4j(neo4j, (line) => process.stdout.write(`${line}\n`));
  const { uri, username, password } = managed;
  process.env.TEST_NEO4J = JSON.stringify({ uri, username, password });
  globalThis.stopTestNeo4j = async () => {
    await managed.stop();
    await rm(dataDir, { recursive: true });
  };
}
