import type { Graph } from '../../graph/graph.js';
import { digestOf } from '../../writing/change/change-digest.js';
import { type JournalRecord, Verification } from '../../writing/change/journal.js';
import { Redactions } from '../../writing/change/redaction.js';
import { checkRecords } from './check-records.js';
import { BEYOND, REDACTION_ENTRIES } from './journal.cypher.js';
import { clockOf, entriesOf } from './journal-entries.js';

/** Checks the journal against itself, against the clock and, if requested, against the records that it lists. */

export interface VerificationOptions {
  /** A hash that somebody stored outside the graph: the journal must still contain it. */
  readonly head?: string | undefined;
  readonly records?: boolean | undefined;
}

export interface Verdict {
  readonly entries: number;
  readonly head: string;
  readonly faults: number;
  /** The sequence number of the entry with the requested hash. */
  readonly headSequence: number | undefined;
  /** Records that are older than the journal, which says nothing about them; only if records were checked. */
  readonly uncovered: number;
  /** Entries whose content was redacted. */
  readonly redacted: number;
}

/** Reads the journal from its first entry and reports each fault when it is found. */
export async function verify(
  graph: Graph,
  { head, records = false }: VerificationOptions,
  onFault: (fault: string) => void,
): Promise<Verdict> {
  const clock = await clockOf(graph);
  const redactions = await redactionsIn(graph, clock.sequence);
  const verification = new Verification((sequence) => redactions.entry(sequence));
  const instants = new Map<string, number>();
  let listedFaults = 0;
  let faults = 0;
  let headSequence: number | undefined;
  const say = (fault: string) => {
    faults += 1;
    onFault(fault);
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
    if (records && !(await isWhole(graph, entry, redactions))) say(changedSince(entry));
  }
  verification.close(clock.sequence, clock.head);
  sayNew();
  const beyond = await beyondTheClock(graph);
  if (beyond) say(beyond);
  if (head !== undefined && headSequence === undefined)
    say(`Expected the hash ${head} in the journal; no entry has it.`);
  const uncovered = records ? await checkRecords(graph, { through: clock.at, instants, redactions }, say) : 0;
  const redacted = redactions.entryCount;
  return { entries: instants.size, head: clock.head, faults, headSequence, uncovered, redacted };
}

/** Whether the records of an entry are those that its hash covers. */
async function isWhole(graph: Graph, entry: JournalRecord, redactions: Redactions): Promise<boolean> {
  const { hash } = await graph.write('journal: digest', (tx) => digestOf(tx, entry.at));
  return hash === (redactions.digest(entry.sequence) ?? entry.digest);
}

/** What the redactions of the journal confirm; they are entries themselves, and are checked as all others. */
async function redactionsIn(graph: Graph, last: number): Promise<Redactions> {
  const redactions = new Redactions();
  for (const { entry } of await graph.read(REDACTION_ENTRIES, { last })) redactions.learn(entry as JournalRecord);
  return redactions;
}

const changedSince = ({ sequence, action, at }: JournalRecord) =>
  `Entry ${sequence} (${action} of ${at}) covers other records than those in the graph: some were changed, deleted or added.`;

async function beyondTheClock(graph: Graph): Promise<string | undefined> {
  const [row] = await graph.read(BEYOND, {});
  const { last, sequence } = row as { last: number; sequence: number };
  return last > sequence ? `The journal continues to entry ${last}; the clock is at ${sequence}.` : undefined;
}
