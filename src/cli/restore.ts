import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { openGraph } from '../graph/open.js';
import { inspect } from '../ops/restore/inspect.js';
import { restore } from '../ops/restore/restore.js';
import { progressOn } from './progress.js';
import { runTool } from './run-command.js';

const USAGE = 'npm run restore -- FILE [--start-over]';

/** Reads a file of any size once, and waits for a Neo4j that has just started. */
const TIMEOUT_MS = 300_000;

const tell = (line: string) => void process.stderr.write(`${line}\n`);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { 'start-over': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new StartError(`Expected one file; got ${positionals.length}.`);
    return { path, startOver: values['start-over'] };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}

/** `npm run restore -- FILE`: brings a backup into an empty graph. */
runTool(async () => {
  const { path, startOver } = readArguments();
  await access(path).catch(() => {
    throw new StartError(`There is no file ${path} that can be read.`);
  });
  const file = await inspect(path);
  tell(`${file.name} is whole: ${file.nodes} nodes and ${file.links} links, as of ${file.manifest.at}.`);
  const config = readConfig(process.env);
  const { graph, close } = await openGraph({ ...config, queryTimeoutMs: TIMEOUT_MS }, tell, true);
  try {
    const progress = progressOn(process.stderr);
    const options = { startOver, now: new Date().toISOString(), told: progress.told };
    await restore(graph, file, options).finally(progress.end);
    tell(`Restored ${file.name}. The journal goes on after entry ${file.manifest.journal.sequence}.`);
  } finally {
    await close();
  }
});
