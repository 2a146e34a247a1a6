import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { removeReportsWith, removeSentFiles } from '../exchange/import/api/redact-files.js';
import { importsIn, sentIn } from '../exchange/import/api/uploads.js';
import { reportsIn } from '../exchange/import/apply/import-files.js';
import type { Graph } from '../graph/graph.js';
import { CommandError } from '../model/errors.js';
import { redactionLines } from '../ops/journal/redaction-lines.js';
import { Editor } from '../writing/change/editor.js';
import { refuseHalfRestored } from '../writing/change/restore-guard.js';
import { recordRedact } from '../writing/redact/record-redact.change.js';
import { note, readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';
import { writeWhole } from './write-whole.js';

const USAGE = `npm run redact -- records ID… --reason TEXT [--words FILE] [--former] [--with-dependents]
npm run redact -- list --out FILE`;

/** It looks through the whole graph. */
const TIMEOUT_MS = 300_000;
/** Nobody but its owner reads the file. */
const PRIVATE = 0o600;

type Job = (graph: Graph, dataDir: string) => Promise<void>;

function requested(): Job {
  const { values, positionals } = parseArgs({
    options: {
      reason: { type: 'string' },
      words: { type: 'string' },
      former: { type: 'boolean', default: false },
      'with-dependents': { type: 'boolean', default: false },
      out: { type: 'string' },
      actor: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [command, ...ids] = positionals;
  const { reason, words, former, out, actor = userInfo().username, 'with-dependents': withDependents } = values;
  if (command === 'list' && out !== undefined && ids.length === 0) return (graph) => list(graph, out);
  if (command === 'records' && reason !== undefined && (ids.length > 0 || words !== undefined))
    return (graph, dataDir) => redact(graph, dataDir, actor, { ids, reason, former, withDependents }, words);
  throw new CommandError(`Expected records with --reason, or list with --out; got ${JSON.stringify(command ?? '')}.`);
}

/** `npm run redact`: takes records out of every instant, and lists what was taken out, for restores of older backups. */
runTool(async () => {
  const job = readArguments(USAGE, requested);
  await withGraph(
    async ({ graph }, { dataDir }) => {
      await refuseHalfRestored(graph);
      await job(graph, dataDir);
    },
    { announce: note, timeoutMs: TIMEOUT_MS },
  );
});

/** The words come in a file, one a line: the arguments of a program stand in the history of a shell and in lists of processes. */
async function redact(
  graph: Graph,
  dataDir: string,
  actor: string,
  input: Omit<Parameters<typeof recordRedact>[0], 'words'>,
  wordsPath: string | undefined,
): Promise<void> {
  const words = wordsPath === undefined ? [] : (await readFile(wordsPath, 'utf8')).split(/\r?\n/).filter(Boolean);
  const { result } = await new Editor(actor, graph).change(recordRedact({ ...input, words }, actor));
  say(`Redacted ${result.redacted.length} records and ${result.entries} entries of the journal.`);
  if (words.length > 0) await forgetImports(importsIn(dataDir), words);
  for (const { kind, id, property } of result.remains)
    say(`A redacted text still stands in ${kind} ${id}, ${property}.`);
  const more = result.remainsCount - result.remains.length;
  if (more > 0) say(`Such texts still stand in ${more} further places.`);
  say('The files of the database may still hold it: stop the API and run npm run compact.');
}

async function forgetImports(folder: string, words: readonly string[]): Promise<void> {
  const reports = await removeReportsWith(reportsIn(folder), words);
  const files = await removeSentFiles(sentIn(folder));
  say(`Removed ${reports} reports on imports, and ${files} files that were sent for imports.`);
}

async function list(graph: Graph, out: string): Promise<void> {
  await writeWhole(redactionLines(graph), out, PRIVATE);
  note(`Wrote ${out}. Give it to npm run restore with each backup that is older.`);
}
