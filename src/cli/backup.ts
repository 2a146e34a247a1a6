import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { openGraph } from '../graph/open.js';
import { type Backup, openBackup } from '../ops/backup/backup.js';
import { progressOn } from './progress.js';
import { runTool } from './run-command.js';

const USAGE = 'npm run backup -- --out FILE';

/** A page of a large graph takes longer than a question of a client may. */
const TIMEOUT_MS = 300_000;

const tell = (line: string) => void process.stderr.write(`${line}\n`);

function readArguments(): string {
  try {
    const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
    if (!out) throw new StartError('Expected a file to write the backup to.');
    return out;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}

/** `npm run backup -- --out FILE`: writes the whole graph into one file. */
runTool(async () => {
  const out = readArguments();
  const config = readConfig(process.env);
  const { graph, close } = await openGraph({ ...config, queryTimeoutMs: TIMEOUT_MS }, tell, true);
  try {
    const backup = await openBackup(graph);
    tell(
      `CONFIDENTIAL: ${out} will hold EVERYTHING in the graph, of every access level: sources, notes, records that are withheld or were retracted, and the journal. Only you may read it (mode 0600). Keep it as you would keep your most protected source.`,
    );
    await writeWhole(backup, out);
    tell(`Wrote ${out}: ${backup.nodes} nodes as of ${backup.manifest.at || 'the beginning'}.`);
  } finally {
    await close();
  }
});

/** A file with its name is whole: it is written beside it first, for nobody else to read. */
async function writeWhole(backup: Backup, out: string): Promise<void> {
  const part = `${out}.part`;
  const progress = progressOn(process.stderr);
  try {
    // What an earlier run has left may be open to others.
    await rm(part, { force: true });
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(texts(backup, progress.told)), file);
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    progress.end();
  }
}

type Told = ReturnType<typeof progressOn>['told'];

async function* texts({ pages, nodes }: Backup, told: Told): AsyncGenerator<string> {
  let done = 0;
  for await (const page of pages) {
    yield page.text;
    done += page.nodes;
    told('Nodes', done, nodes);
  }
}
