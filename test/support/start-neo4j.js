import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../dist/src/config.js';
import { ensureJars } from '../../dist/src/graph/local-neo4j/jars.js';
import { startManagedNeo4j } from '../../dist/src/graph/local-neo4j/managed.js';

/**
 * A plan is kept when the graph has changed. Each test file fills the graph anew, and Neo4j would plan each statement anew
 * for it, which takes far longer than to run it.
 */
const KEPT_PLANS = 'dbms.cypher.min_replan_interval=1d';

/** Starts one real Neo4j for each worker of the run, in a folder of its own; `neo4j-pool.ts` leases them to test files. */
export default async function startNeo4j({ maxWorkers }) {
  await ensureJars(readConfig({ ...process.env, NEO4J_URI: undefined }).neo4j, say);
  const folder = await mkdtemp(join(tmpdir(), 'accountability-graph-test-'));
  const started = await Promise.all(
    Array.from({ length: maxWorkers }, (_, index) => startOne(join(folder, `${index}`))),
  );
  const servers = started.map(({ uri, username, password }) => ({
    address: { uri, username, password },
    datasets: null,
    readers: 0,
    isWritten: false,
  }));
  process.env.TEST_NEO4J_POOL = join(folder, 'pool.json');
  await writeFile(process.env.TEST_NEO4J_POOL, JSON.stringify(servers));
  globalThis.stopTestNeo4j = async () => {
    await Promise.all(started.map((managed) => managed.stop()));
    await rm(folder, { recursive: true });
  };
}

const say = (line) => process.stdout.write(`${line}\n`);

const startOne = (dataDir) =>
  startManagedNeo4j(readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: dataDir }).neo4j, say, [KEPT_PLANS]);
