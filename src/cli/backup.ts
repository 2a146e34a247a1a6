import { parseArgs } from 'node:util';
import { CommandError } from '../model/errors.js';
import { type Backup, openBackup } from '../ops/backup/backup.js';
import { progressOn } from './progress.js';
import { note, readArguments, runTool } from './run-command.js';
import { withGraph } from './with-graph.js';
import { writeWhole } from './write-whole.js';

const USAGE = 'npm run backup -- --out FILE';

/** A page of a large graph takes longer than a question of a client may. */
const TIMEOUT_MS = 300_000;
/** Nobody but its owner reads the file. */
const PRIVATE = 0o600;

function fileToWrite(): string {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
  if (!out) throw new CommandError('Expected a file to write the backup to.');
  return out;
}

/** `npm run backup -- --out FILE`: writes the whole graph into one file. */
runTool(async () => {
  const out = readArguments(USAGE, fileToWrite);
  await withGraph(
    async ({ graph }) => {
      const backup = await openBackup(graph);
      note(
        `CONFIDENTIAL: ${out} will hold EVERYTHING in the graph, of every access level: sources, notes, records that are withheld or were retracted, and the journal. Only you may read it (mode 0600). Keep it as you would keep your most protected source.`,
      );
      const progress = progressOn(process.stderr);
      await writeWhole(texts(backup, progress.onProgress), out, PRIVATE).finally(progress.end);
      note(`Wrote ${out}: ${backup.nodes} nodes as of ${backup.manifest.at || 'the beginning'}.`);
    },
    { announce: note, timeoutMs: TIMEOUT_MS },
  );
});

type ProgressListener = ReturnType<typeof progressOn>['onProgress'];

async function* texts({ pages, nodes }: Backup, onProgress: ProgressListener): AsyncGenerator<string> {
  let done = 0;
  for await (const page of pages) {
    yield page.text;
    done += page.nodes;
    onProgress('Nodes', done, nodes);
  }
}
