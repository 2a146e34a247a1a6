import type { Graph } from '../../graph/graph.js';
import { digestOf } from '../../writing/change/change-digest.js';
import { type JournalRecord, Verification } from '../../writing/change/journal.js';
import { checkRecords } from './check-records.js';
import { BEYOND } from './journal.cypher.js';
import { clockOf, entriesOf } from './journal-entries.js';

/** Holds the journal against itself, against the clock, and, where asked, against the records that it tells of. */

export interface VerificationOptions {
  /** A hash that somebody kept outside the graph: the journal must hold it still. */
  readonly head?: string | undefined;
  readonly records?: boolean | undefined;
}

export interface Verdict {
  readonly entries: number;
  readonly head: string;
  readonly faults: number;
  /** The entry that has the hash that was asked for. */
  readonly headSequence: number | undefined;
  /** Records that are older than the journal, which says nothing of them; where records were looked at. */
  readonly uncovered: number;
}

/** Reads the journal from its first entry, and tells each fault as it is found. */
export async function verify(
  graph: Graph,
  { head, records = false }: VerificationOptions,
  tell: (fault: string) => void,
): Promise<Verdict> {
  const clock = await clockOf(graph);
  const verification = new Verification();
  const instants = new Map<string, number>();
  let listedFaults = 0;
  let faults = 0;
  let headSequence: number | undefined;
  const say = (fault: string) => {
    faults += 1;
    tell(fault);
  };
  const sayNew = () => {
    for (const fault of verification.faults.slice(listedFaults)) say(fault);
    listedFaults = verification.faults.length;
  };
  for await (const entry of entriesOf(graph, clock.sequence)) {
    verification.check(entry);
    sayNew();
    instants.set(entry.at, entry.sequence);
    if (entry.hash === head) headSequence = entry.sequence;
    if (records && !(await isWhole(graph, entry))) say(changedSince(entry));
  }
  verification.close(clock.sequence, clock.head);
  sayNew();
  const beyond = await beyondTheClock(graph);
  if (beyond) say(beyond);
  if (head !== undefined && headSequence === undefined)
    say(`Expected the hash ${head} in the journal; no entry has it.`);
  const uncovered = records ? await checkRecords(graph, clock.at, instants, say) : 0;
  return { entries: instants.size, head: clock.head, faults, headSequence, uncovered };
}

/** Whether an entry's records are those that it was sealed with. */
async function isWhole(graph: Graph, { at, digest }: JournalRecord): Promise<boolean> {
  const { hash } = await graph.write('journal: digest', (tx) => digestOf(tx, at));
  return hash === digest;
}

const changedSince = ({ sequence, action, at }: JournalRecord) =>
  `Entry ${sequence} (${action} of ${at}) was sealed over other records than those that are there: some were changed, dropped or added.`;

async function beyondTheClock(graph: Graph): Promise<string | undefined> {
  const [row] = await graph.read(BEYOND, {});
  const { last, sequence } = row as { last: number; sequence: number };
  return last > sequence ? `The journal goes on to entry ${last}; the clock knows of ${sequence}.` : undefined;
}
