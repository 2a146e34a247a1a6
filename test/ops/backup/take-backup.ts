import type { ManagedTransaction } from 'neo4j-driver';
import { load } from '../../../src/exchange/seed/load-datasets.js';
import type { Graph } from '../../../src/graph/graph.js';
import { openBackup } from '../../../src/ops/backup/backup.js';
import { type Inspected, inspect } from '../../../src/ops/restore/inspect.js';
import { type RestoreOptions, restore } from '../../../src/ops/restore/restore.js';
import { change } from '../../../src/writing/change/change.js';
import { restore as bringBack, retract } from '../../../src/writing/change/write-records.js';
import { fictional, withoutMeasure } from '../../support/fictional.js';
import { graph } from '../../support/graph.js';
import { saved } from './sample-file.js';

/** Backups of the graph of this test file, and histories to take them of. */

/** The text of a backup; `between` runs after each page of so many nodes. */
export async function takeBackup(size?: number, between: () => Promise<unknown> = async () => {}): Promise<string> {
  const pages: string[] = [];
  for await (const { text } of (await openBackup(graph(), size)).pages) {
    pages.push(text);
    await between();
  }
  return pages.join('');
}

/** Restores a text into the graph of this test file. */
export async function restored(
  text: string,
  options: Partial<RestoreOptions> = {},
  into: Graph = graph(),
): Promise<void> {
  await restore(into, await inspected(text), { now: NOW, ...options });
}

export const inspected = async (text: string, name?: string): Promise<Inspected> => inspect(await saved(text, name));

export const NOW = '2026-06-01T00:00:00.000Z';
const [FIRST, SECOND, THIRD, FOURTH] = [1, 2, 3, 4].map((month) => `2026-0${month}-01T00:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];

/** One change by the way that all changes go. */
export const changeAt = (now: string, action: string, work: (tx: ManagedTransaction, at: string) => Promise<unknown>) =>
  change(graph(), { actor: 'tester', now }, async (tx, at) => {
    await work(tx, at);
    return { result: at, journalNote: { action, reason: 'A test.', subjects: [], content: {} } };
  });

/** The fictional world with a history: four entries, a claim that went and came back, claims that went. */
export async function live(): Promise<void> {
  await load(graph(), fictional, FIRST);
  await load(graph(), withoutMeasure(), SECOND);
  await changeAt(THIRD, 'TEST_RESTORE', async (tx, at) => bringBack(tx, await someIds(MISSING), at));
  await changeAt(FOURTH, 'TEST_RETRACT', async (tx, at) => retract(tx, await someIds(POSTINGS), at, 'EDITED'));
}

export const MISSING =
  "MATCH (n:Record {retraction: 'MISSING'}) WHERE n.retractedAt IS NOT NULL RETURN n.id AS id ORDER BY id";
export const POSTINGS = 'MATCH (n:Posting) WHERE n.retractedAt IS NULL RETURN n.id AS id ORDER BY id LIMIT 2';

export async function someIds(text: string): Promise<string[]> {
  return (await graph().read({ name: 'ids', text }, {})).map(({ id }) => String(id));
}

/** The kind of each property of each node and link, as Neo4j stores it. */
export async function kinds(): Promise<unknown[]> {
  return graph().read(
    {
      name: 'kinds',
      text: `CALL () {
        MATCH (n) WHERE NOT n:Migration UNWIND keys(n) AS name RETURN labels(n)[0] AS of, name, valueType(n[name]) AS kind
        UNION ALL
        MATCH ()-[n]->() UNWIND keys(n) AS name RETURN type(n) AS of, name, valueType(n[name]) AS kind
      }
      RETURN of, name, kind, count(*) AS values ORDER BY of, name, kind`,
    },
    {},
  );
}
