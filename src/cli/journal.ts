import { parseArgs } from 'node:util';
import type { Graph } from '../graph/graph.js';
import { CommandError } from '../model/errors.js';
import { clockOf, entriesOf } from '../ops/journal/journal-entries.js';
import { verify } from '../ops/journal/verify.js';
import type { JournalRecord } from '../writing/change/journal.js';
import { refuseHalfRestored } from '../writing/change/restore-guard.js';
import { note, readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = `npm run journal -- verify [--head HASH] [--records]
npm run journal -- list [--last N]`;

/** A page of a large graph takes longer than a question of a client may. */
const TIMEOUT_MS = 300_000;

type Job = (graph: Graph) => Promise<void>;

function requested(): Job {
  const { values, positionals } = parseArgs({
    options: { head: { type: 'string' }, records: { type: 'boolean' }, last: { type: 'string' } },
    allowPositionals: true,
  });
  const { head, records, last } = values;
  const command = positionals.join(' ');
  const count = countOf(last);
  if (command === 'verify' && last === undefined) return (graph) => printVerdict(graph, head, records);
  if (command === 'list' && head === undefined && !records) return (graph) => list(graph, count);
  throw new CommandError(`Expected verify or list, each with its own options; got ${JSON.stringify(command)}.`);
}

function countOf(last: string | undefined): number {
  if (last === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(last)) return Number(last);
  throw new CommandError(`Expected --last as a number of entries; got ${last}.`);
}

/** `npm run journal`: shows what was changed in the graph, and whether the journal of it is whole. */
runTool(async () => {
  const job = readArguments(USAGE, requested);
  await withGraph(
    async ({ graph }) => {
      await refuseHalfRestored(graph);
      await job(graph);
    },
    { announce: note, timeoutMs: TIMEOUT_MS },
  );
});

async function printVerdict(graph: Graph, head: string | undefined, records = false): Promise<void> {
  const {
    entries,
    head: last,
    faults,
    headSequence,
    uncovered,
    redacted,
  } = await verify(graph, { head, records }, say);
  if (uncovered > 0) say(`${uncovered} records are older than the journal, which does not cover them.`);
  if (redacted > 0) say(`${redacted} entries are redacted; later entries confirm what is left of them.`);
  if (faults > 0) throw new CommandError(`Faults: ${faults}, in a journal of ${entries} entries.`);
  if (headSequence !== undefined && headSequence !== entries)
    say(`The given head is the hash of entry ${headSequence}.`);
  say(`${entries} entries, unbroken; head ${last || 'none'}`);
}

async function list(graph: Graph, count: number): Promise<void> {
  const { sequence } = await clockOf(graph);
  for await (const entry of entriesOf(graph, sequence, Math.max(0, sequence - count))) say(lineOf(entry));
}

/** One line for an entry, whatever is in its texts. */
function lineOf({ sequence, at, actor, action, reason, subjects, hash }: JournalRecord): string {
  const about = subjects.length > 0 ? ` [${subjects.join(', ')}]` : '';
  return `${sequence}  ${at}  ${hash.slice(0, 12)}  ${actor}  ${action}${about}  ${reason}`.replace(/\p{Cc}/gu, ' ');
}
