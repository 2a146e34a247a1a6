import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph, ResultRow } from '../../graph/graph.js';
import { knownMigrations } from '../../graph/migrations.js';
import { ApiError } from '../../model/errors.js';
import { FOLDING } from '../../model/names/search-text.js';
import { STANDING_VERSION } from '../../model/record/record-standing.rules.js';

/**
 * The clock of the graph: the instant through which it is published. No reader sees what is recorded or retracted
 * later, however many transactions it takes to write it; one small transaction then moves the clock. Writers take
 * turns, and instants only grow, so a reader at an instant sees everything that was written by then and nothing else.
 */

const BEING_RESTORED =
  'The graph takes no change while a backup is being restored into it. If the restore was interrupted, finish it with `npm run restore -- FILE` and the same file.';

const UPGRADED =
  'A newer version of the API has upgraded the graph while this one was running, and this one would write what that one does not expect. Nothing was changed. Ask an instance of the newer version; the operator has to stop this one.';

/** Nothing was recorded before this. */
export const BEFORE_ALL = '';

/** What readers ask of the clock. */
export interface Published {
  /** The instant through which the graph is published. */
  readonly through: string;
  /** The hash of the last entry of the journal. */
  readonly head: string;
  /** By which version of our rules letters are folded: names are folded anew without a change. */
  readonly folding: number;
}

/** The readings of the clock of one graph: one under way, and the next, which those share who ask meanwhile. */
interface Readings {
  current?: Promise<Published> | undefined;
  next?: Promise<Published> | undefined;
}
const readings = new WeakMap<Graph, Readings>();
/** How long the next reading waits for the one under way; milliseconds. */
const PATIENCE_MS = 1_000;

/** The instant through which the graph is published, as of the question or later. */
export const publishedThrough = (graph: Graph): Promise<string> => publishedState(graph).then(({ through }) => through);

/**
 * The state that the graph is published in, as of the question or later: whatever was written before it is seen, whichever
 * process wrote it. Those who ask while the clock is being read share the next reading, since the one under way may have
 * been made before.
 */
export function publishedState(graph: Graph): Promise<Published> {
  const shared = readings.get(graph) ?? {};
  readings.set(graph, shared);
  if (!shared.current) return beginReading(graph, shared);
  const { current } = shared;
  shared.next ??= Promise.race([current.catch(() => undefined), pause(PATIENCE_MS, undefined, { ref: false })]).then(
    () => beginReading(graph, shared),
  );
  return shared.next;
}

const STATE = 'RETURN c.at AS at, c.head AS head, c.folding AS folding';
const CLOCK = { name: 'clock', text: `MATCH (c:Clock {id: 'graph'}) ${STATE}` };
const SETTLED = `MATCH (c:Clock {id: 'graph'}) SET c.turn = true REMOVE c.turn ${STATE}`;

const published = (row?: ResultRow): Published => ({
  through: String(row?.at ?? BEFORE_ALL),
  head: String(row?.head ?? ''),
  folding: Number(row?.folding ?? 0),
});

/**
 * The state that the graph is published in once no writer has its turn. Neo4j shows a transaction piece by piece while it
 * commits: who reads the clock alone may see that a change is there before all of it is. What is read after this is whole.
 */
export function settledState(graph: Graph): Promise<Published> {
  return graph.write('settled state', async (tx) => {
    const { records } = await tx.run(SETTLED);
    return published(records[0]?.toObject());
  });
}

function beginReading(graph: Graph, shared: Readings): Promise<Published> {
  shared.next = undefined;
  const reading = graph
    .readLatest(CLOCK, {})
    .then(([row]) => published(row))
    .finally(() => {
      if (shared.current === reading) shared.current = undefined;
    });
  shared.current = reading;
  return reading;
}

export interface Clock {
  readonly at: string;
  /** The number of the last entry of the journal, and its hash. */
  readonly sequence: number;
  readonly head: string;
  /** The work of many transactions that is under way, and when it last gave a sign. */
  readonly writing: string | null;
  readonly signAt: string | null;
}

/**
 * Takes the lock that writers take turns by, held until the transaction ends, and reads the clock. Throws a `BUSY` error
 * while a backup is being restored, because whoever moved the clock then would publish the half of it; and once a newer
 * version has migrated the graph.
 */
export async function lockClock(tx: ManagedTransaction): Promise<Clock> {
  const { records } = await tx.run(
    `MERGE (c:Clock {id: 'graph'}) ON CREATE SET c.at = '', c.sequence = 0, c.head = '', c.folding = ${FOLDING}, c.standing = ${STANDING_VERSION}
     SET c.turn = true REMOVE c.turn
     RETURN c {.at, .sequence, .head, .writing, .signAt} AS clock, EXISTS { (:Restore) } AS restoring,
       EXISTS { MATCH (m:Migration) WHERE NOT m.name IN $known } AS upgraded`,
    { known: await knownMigrations() },
  );
  if (records[0]?.get('restoring')) throw new ApiError('BUSY', BEING_RESTORED);
  if (records[0]?.get('upgraded')) throw new ApiError('BUSY', UPGRADED);
  return records[0]?.get('clock') as Clock;
}

/** The instant of the next change: now, or one millisecond after the last where clocks go back. */
export function nextInstant({ at }: Pick<Clock, 'at'>, now: string): string {
  if (now > at) return now;
  return new Date(Date.parse(at) + 1).toISOString();
}
