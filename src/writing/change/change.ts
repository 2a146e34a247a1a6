import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { ACCESS_LEVELS } from '../../model/access.rules.js';
import { ApiError, Refusal, userError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import { type Digest, digestOf } from './change-digest.js';
import { type Clock, lockClock, nextInstant } from './clock.js';
import { type JournalNote, type JournalRecord, withHash } from './journal.js';
import { storeStanding } from './store-standing.js';

/** The one way in which the graph changes: writers take turns, each change has an instant of its own and one entry in the journal. */

export interface Author {
  /** Who does it, as the journal names them. */
  readonly actor: string;
  /** The time of the writer, an instant in UTC. */
  readonly now: string;
  /** The datasets in which they may write; null or nothing for all. */
  readonly datasets?: readonly string[] | null;
}

/** The result of the work of a change, and its journal note; no note if it changed nothing. */
export interface WorkOutcome<T> {
  readonly result: T;
  readonly journalNote: JournalNote | undefined;
}

/** The work of a change: what it writes bears the instant `at`; `sequence` is the number that its entry will have. */
export type ChangeWork<T> = (tx: ManagedTransaction, at: string, sequence: number) => Promise<WorkOutcome<T>>;

/** The result of a change, and its journal entry; none if it changed nothing. */
export interface ChangeOutcome<T> {
  readonly result: T;
  readonly entry: JournalRecord | undefined;
  /** The instant through which the graph is published after it. */
  readonly through: string;
}

/** One change in one transaction: readers see all of it when it ends, or nothing. */
export async function change<T>(graph: Graph, author: Author, work: ChangeWork<T>): Promise<T> {
  return (await changeWithEntry(graph, author, work)).result;
}

/** The same, with the journal entry. */
export function changeWithEntry<T>(graph: Graph, author: Author, work: ChangeWork<T>): Promise<ChangeOutcome<T>> {
  return graph.write('change', async (tx) => {
    const clock = await lockClock(tx);
    if (clock.writing !== null) throw busy(clock);
    const at = nextInstant(clock, author.now);
    const { result, journalNote } = await work(tx, at, clock.sequence + 1).catch((error: unknown) => {
      throw author.datasets && error instanceof Refusal ? withoutOthers(error) : error;
    });
    if (journalNote && author.datasets) await refuseOtherDatasets(tx, at, author.datasets);
    if (journalNote) await storeStanding(tx, at);
    const entry = journalNote && (await commitChange(tx, clock, at, author.actor, journalNote));
    return { result, entry, through: entry?.at ?? clock.at };
  });
}

/** The refusal for an author who may not read all datasets: what else leads to a record may be hidden in another. */
const withoutOthers = ({ userErrors }: Refusal) =>
  new Refusal(
    userErrors.map((error) =>
      error.code === 'IN_USE'
        ? userError(error.code, error.field, 'Other records need it, here or in other datasets.')
        : error,
    ),
  );

/** Throws a `FORBIDDEN` error where a change has touched a dataset in which its author may not write; that undoes it. */
async function refuseOtherDatasets(tx: ManagedTransaction, at: string, datasets: readonly string[]): Promise<void> {
  const { records } = await tx.run('MATCH (d:Dataset {changedAt: $at}) RETURN d.id AS id', { at });
  const changed = [...(await digestOf(tx, at)).datasets, ...records.map((record) => String(record.get('id')))];
  if (changed.every((id) => datasets.includes(id))) return;
  throw new ApiError(
    'FORBIDDEN',
    `Expected a change within ${datasets.join(', ')}, the datasets in which the sender may write; got one that reaches others.`,
  );
}

export function busy({ writing, signAt }: Clock): ApiError {
  return new ApiError(
    'BUSY',
    `The graph takes no change while ${writing} is being written (last sign at ${signAt}). Try again when it has ended; if it was interrupted, start it again to finish it.`,
  );
}

/** Commits a change whose records have what stands ready on them: versions of the datasets, the journal entry, and the clock, which makes the change visible. */
export async function commitChange(
  tx: ManagedTransaction,
  clock: Clock,
  at: string,
  actor: string,
  journalNote: JournalNote,
): Promise<JournalRecord> {
  const digest = await digestOf(tx, at);
  await writeVersions(tx, digest, at);
  const entry = withHash({
    sequence: clock.sequence + 1,
    at,
    actor,
    action: journalNote.action,
    reason: journalNote.reason,
    subjects: journalNote.subjects,
    content: JSON.stringify(journalNote.content),
    digest: digest.hash,
    previous: clock.head,
  });
  await tx.run(
    `CREATE (e:JournalEntry) SET e = $entry
     WITH e MATCH (c:Clock {id: 'graph'}) SET c.at = $at, c.sequence = e.sequence, c.head = e.hash REMOVE c.writing, c.signAt`,
    { entry: { ...entry, sequence: neo4j.int(entry.sequence) }, at },
  );
  return entry;
}

/**
 * Each dataset has a version for each clearance, chained from the one before by what that clearance sees of the change:
 * one version for all would tell a public reader that something hidden has changed.
 */
async function writeVersions(tx: ManagedTransaction, { digests }: Digest, at: string): Promise<void> {
  const { records } = await tx.run(
    `MATCH (d:Dataset) WHERE d.id IN $ids OR d.changedAt = $at
     UNWIND $clearances AS clearance
     RETURN d.id AS id, d {.title, .description, .licence, .attribution, .redistribute, .requires} AS about, d.changedAt = $at AS changed, clearance,
       COLLECT { MATCH (d)-[:HAD]->(v:DatasetVersion {clearance: clearance}) RETURN v.version ORDER BY v.at DESC LIMIT 1 }[0] AS before`,
    { ids: [...digests.keys()], clearances: ACCESS_LEVELS, at },
  );
  const versions = records.flatMap((record) => {
    const { id, about, changed, clearance, before } = record.toObject();
    const digest = digests.get(id)?.get(clearance);
    if (digest === undefined && !changed) return [];
    return [{ id, clearance, version: contentHash([before ?? '', about, digest ?? '']).slice(0, 16) }];
  });
  await tx.run(
    `UNWIND $versions AS row MATCH (d:Dataset {id: row.id})
     CREATE (d)-[:HAD]->(:DatasetVersion {clearance: row.clearance, version: row.version, at: $at})`,
    { versions, at },
  );
}
