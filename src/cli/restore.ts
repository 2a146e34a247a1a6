import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CommandError } from '../model/errors.js';
import { inspect } from '../ops/restore/inspect.js';
import { RedactionsToApply } from '../ops/restore/redactions.js';
import { restore } from '../ops/restore/restore.js';
import { progressOn } from './progress.js';
import { note, readArguments, runTool } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = 'npm run restore -- FILE [--redactions FILE] [--start-over]';

/** Reads a file of any size once, and waits for a Neo4j that has just started. */
const TIMEOUT_MS = 300_000;

function requested() {
  const { values, positionals } = parseArgs({
    options: { 'start-over': { type: 'boolean', default: false }, redactions: { type: 'string' } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new CommandError(`Expected one file; got ${positionals.length}.`);
  return { path, startOver: values['start-over'], redactionsPath: values.redactions };
}

/** `npm run restore -- FILE`: brings a backup into an empty graph. */
runTool(async () => {
  const { path, startOver, redactionsPath } = readArguments(USAGE, requested);
  await access(path).catch(() => {
    throw new CommandError(`There is no file ${path} that can be read.`);
  });
  const redactions = redactionsPath === undefined ? undefined : await RedactionsToApply.read(redactionsPath);
  const file = await inspect(path, redactions);
  note(`${file.name} is whole: ${file.nodes} nodes and ${file.links} links, as of ${file.manifest.at}.`);
  await withGraph(
    async ({ graph }) => {
      const progress = progressOn(process.stderr);
      const options = { startOver, now: new Date().toISOString(), onProgress: progress.onProgress };
      await restore(graph, file, options).finally(progress.end);
      note(`Restored ${file.name}. The journal goes on after entry ${file.manifest.journal.sequence}.`);
    },
    { announce: note, timeoutMs: TIMEOUT_MS },
  );
});
