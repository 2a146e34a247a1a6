import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../../graph/graph.js';
import { recordsById } from '../../../graph/query/by-id.cypher.js';
import type { Progress } from '../../../model/progress.js';
import type { DatasetRecord } from '../../../model/record/record-shapes.js';
import { busy, commitChange } from '../../../writing/change/change.js';
import { type Clock, lockClock, nextInstant } from '../../../writing/change/clock.js';
import type { JournalNote } from '../../../writing/change/journal.js';
import { storeStandingInParts } from '../../../writing/change/store-standing.js';
import {
  batches,
  hashed,
  restore,
  retract,
  stored,
  writeDataset,
  writeEdges,
  writeNodes,
} from '../../../writing/change/write-records.js';
import { type BroughtRedirect, writeRedirects } from './brought-redirects.js';
import { fateOf } from './check-pieces.js';
import type { Spool } from './spool.js';

/**
 * Writes an import in many transactions, all of one instant later than the clock: nobody sees any of it until the last
 * one moves the clock. What is interrupted goes on where it stopped when the same import is started again.
 */

/** One import, as the graph keeps it. */
export interface ImportedBatch {
  readonly id: string;
  /** Of format, options and files: the same again is the same import. */
  readonly fingerprint: string;
  readonly format: string;
  readonly dataset: string;
  readonly actor: string;
  readonly reason: string;
  /** Names and SHA-256 of the files, as JSON. */
  readonly files: string;
}

export interface BatchNode extends ImportedBatch {
  /** The instant of all its records. */
  readonly at: string;
  readonly state: 'WRITING' | 'DONE' | 'UNDOING' | 'UNDONE';
  /** How many parts have their nodes, and their links. */
  readonly nodesDone: number;
  readonly edgesDone: number;
  /** The process that writes it: on which machine, and the only one that may go on. */
  readonly host: string;
  readonly pid: number;
  readonly writer: string;
}

/** This process: the number of another may be the same, in another container or after a restart. */
const WRITER = randomUUID();

/** How a batch names the process that writes it. */
export const thisProcess = () => ({ host: hostname(), pid: neo4j.int(process.pid), writer: WRITER });

/** Thrown where the graph has changed since an import was held against it. */
export class GraphMoved extends Error {}

/** How long a writer on another machine may be silent before it counts as dead; milliseconds. */
const SILENCE_MS = 60_000;

/**
 * Takes the turn for an import, or goes on with one that was interrupted. `checkedAt` is the instant of the graph that it
 * was held against; throws `GraphMoved` where somebody has changed the graph since.
 */
export async function begin(
  graph: Graph,
  batch: Omit<ImportedBatch, 'id'>,
  now: string,
  checkedAt: string,
): Promise<BatchNode> {
  return graph.write('import: begin', async (tx) => {
    const clock = await lockClock(tx);
    const mine = thisProcess();
    if (clock.writing !== null) {
      const left = await batchIn(tx, clock.writing);
      if (left?.state !== 'WRITING' || left.fingerprint !== batch.fingerprint || isAlive(left, clock, now))
        throw busy(clock);
      return sign(tx, left.id, mine, now);
    }
    if (clock.at !== checkedAt) throw new GraphMoved();
    const at = nextInstant(clock, now);
    const id = `import-${at.replace(/[^0-9]/g, '')}`;
    await tx.run(
      `CREATE (b:ImportBatch {state: 'WRITING', nodesDone: 0, edgesDone: 0, startedAt: $now}) SET b += $batch, b.at = $at
       WITH b MATCH (c:Clock {id: 'graph'}) SET c.writing = b.id`,
      { batch: { ...batch, id }, at, now },
    );
    return sign(tx, id, mine, now);
  });
}

async function sign(tx: ManagedTransaction, id: string, mine: object, now: string): Promise<BatchNode> {
  const { records } = await tx.run(
    `MATCH (b:ImportBatch {id: $id}), (c:Clock {id: 'graph'}) SET b += $mine, c.signAt = $now RETURN properties(b) AS batch`,
    { id, mine, now },
  );
  return records[0]?.get('batch') as BatchNode;
}

export async function batchIn(tx: ManagedTransaction, id: string): Promise<BatchNode | undefined> {
  const { records } = await tx.run('MATCH (b:ImportBatch {id: $id}) RETURN properties(b) AS batch', { id });
  return records[0]?.get('batch') as BatchNode | undefined;
}

/** Whether the process that writes a batch still runs: known on this machine, guessed by its silence on another. */
export function isAlive({ host, pid }: Pick<BatchNode, 'host' | 'pid'>, { signAt }: Clock, now: string): boolean {
  if (host !== hostname()) return Date.parse(now) - Date.parse(signAt ?? '') < SILENCE_MS;
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

/** Writes nodes, then links, part by part; each part is marked in its own transaction. */
export async function writeParts(graph: Graph, batch: BatchNode, spool: Spool, onProgress: Progress): Promise<void> {
  let [part, nodes] = [0, 0];
  for await (const draft of spool.parts()) {
    part += 1;
    nodes += draft.nodes.length;
    if (part <= batch.nodesDone) continue;
    const all = hashed(draft);
    await graph.write('import: nodes', async (tx) => {
      const found = await stored(
        tx,
        all.map(({ id }) => id),
      );
      const fates = all.map((node) => ({ node, fate: fateOf(node, found.get(node.id)) }));
      const of = (name: string) => fates.filter(({ fate }) => fate === name).map(({ node }) => node);
      await writeNodes(tx, of('created'), batch.at);
      const back = of('restored').map(({ id }) => id);
      await restore(tx, back, batch.at);
      await mark(tx, batch.id, 'nodesDone', part);
    });
    onProgress('records', nodes, spool.nodes);
  }
  let edges = 0;
  part = 0;
  for await (const draft of spool.parts()) {
    part += 1;
    edges += draft.edges.length;
    if (part <= batch.edgesDone) continue;
    await graph.write('import: links', async (tx) => {
      const fresh = await writtenAt(tx, [...new Set(draft.edges.map(({ from }) => from))], batch.at);
      await writeEdges(
        tx,
        draft.edges.filter(({ from }) => fresh.has(from)),
      );
      await mark(tx, batch.id, 'edgesDone', part);
    });
    onProgress('links', edges, spool.edges);
  }
}

async function writtenAt(tx: ManagedTransaction, ids: readonly string[], at: string): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const some of batches(ids)) {
    const { records } = await tx.run(`UNWIND $ids AS id ${recordsById('id')} WHERE n.recordedAt = $at RETURN id`, {
      ids: some,
      at,
    });
    for (const record of records) fresh.add(record.get('id'));
  }
  return fresh;
}

/** Notes how far a batch is, with a sign of life. Fails when somebody else took the batch over. */
async function mark(
  tx: ManagedTransaction,
  id: string,
  progress: 'nodesDone' | 'edgesDone',
  part: number,
): Promise<void> {
  const { records } = await tx.run(
    `MATCH (c:Clock {id: 'graph', writing: $id}), (b:ImportBatch {id: $id, writer: $writer})
     SET b[$progress] = $part, c.signAt = $now RETURN b.id AS id`,
    {
      id,
      writer: WRITER,
      progress,
      part: neo4j.int(part),
      now: new Date().toISOString(),
    },
  );
  if (records.length === 0) throw new Error(`Another process has taken over ${id}.`);
}

/** Takes back what the files do not state. */
export async function retractMissing(graph: Graph, batch: BatchNode, ids: readonly string[]): Promise<void> {
  await graph.write('import: missing', async (tx) => {
    await refuseTakenOver(tx, batch.id);
    await retract(tx, ids, batch.at, 'MISSING');
  });
}

/** Takes the lock of writers, and fails when another process writes the batch, or has written it. */
export async function refuseTakenOver(tx: ManagedTransaction, id: string): Promise<Clock> {
  const clock = await lockClock(tx);
  const found = await batchIn(tx, id);
  if (clock.writing !== id || found?.writer !== WRITER) throw new Error(`Another process has taken over ${id}.`);
  return clock;
}

/** Commits the import: from here on everybody sees it. */
export async function publish(
  graph: Graph,
  batch: BatchNode,
  { dataset, redirects }: { readonly dataset: DatasetRecord; readonly redirects: readonly BroughtRedirect[] },
  journalNote: JournalNote,
): Promise<void> {
  await storeStandingInParts(graph, batch.at);
  await graph.write('import: publish', async (tx) => {
    const clock = await refuseTakenOver(tx, batch.id);
    await writeDataset(tx, dataset, batch.at);
    if (redirects.length > 0) await writeRedirects(tx, batch, redirects);
    await commitChange(tx, clock, batch.at, batch.actor, journalNote);
    await tx.run("MATCH (b:ImportBatch {id: $id}) SET b.state = 'DONE', b.finishedAt = $now, b.counts = $counts", {
      id: batch.id,
      now: new Date().toISOString(),
      counts: JSON.stringify(journalNote.content),
    });
  });
}
