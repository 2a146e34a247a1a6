import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runTool, say, untilSignal } from './cli/run-command.js';
import { readConfig } from './config.js';
import { startManagedNeo4j } from './graph/local-neo4j/managed.js';
import { PROJECT } from './graph/local-neo4j/place.js';

/** `npm run dev`: compiles on every change and starts the API again; the managed Neo4j stays up in between. */
runTool(async () => {
  const config = readConfig(process.env);
  const managed = config.neo4j.kind === 'managed' ? await startManagedNeo4j(config.neo4j, say) : undefined;
  const address = managed && {
    NEO4J_URI: managed.uri,
    NEO4J_USERNAME: managed.username,
    NEO4J_PASSWORD: managed.password,
  };
  const options = { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...address } } as const;
  const compiler = spawn(
    join(PROJECT, 'node_modules', '.bin', 'tsc'),
    ['-p', '.config/tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    options,
  );
  const api = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', '--enable-source-maps', join('dist', 'src', 'main.js')],
    options,
  );
  try {
    await Promise.race([untilSignal(), managed?.lost.then((error) => Promise.reject(error)) ?? new Promise(() => {})]);
  } finally {
    compiler.kill();
    api.kill();
    await managed?.stop();
  }
});
