import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { compact } from '../ops/compact/compact.js';
import { readArguments, runTool, say } from './run-command.js';

const USAGE = 'npm run compact';
/** A page of a large graph takes longer than a question of a client may. */
const TIMEOUT_MS = 300_000;

/** `npm run compact`: writes the files of the managed Neo4j anew, so that they hold nothing that was redacted. The API must not run. */
runTool(async () => {
  readArguments(USAGE, () => parseArgs({ options: {} }));
  const config = readConfig(process.env);
  await compact({ ...config, queryTimeoutMs: Math.max(config.queryTimeoutMs, TIMEOUT_MS) }, say);
  say('The graph has new files. The old ones, files that were sent for imports, and reports on imports were deleted.');
});
