import type { ManagedTransaction } from 'neo4j-driver';
import { draftOf } from '../../../src/model/record/draft.js';
import { DATASET } from '../../../src/model/record/record-shapes.js';
import { change } from '../../../src/writing/change/change.js';
import {
  hashed,
  restore,
  retract,
  writeDataset,
  writeEdges,
  writeNodes,
} from '../../../src/writing/change/write-records.js';
import { graph } from '../../support/graph.js';
import { filesOf, type Written } from '../../support/small-dataset.js';

/** Changes of the graph as the product makes them, each at an instant of a test. */

/** Gives one instant after the other. */
export function instants(): () => string {
  let minute = 0;
  return () => {
    minute += 1;
    return new Date(Date.parse('2026-03-01T00:00:00.000Z') + minute * 60_000).toISOString();
  };
}

/** One change: what it writes bears the instant, or the next where that has passed. */
export async function changed(
  now: string,
  work: (tx: ManagedTransaction, at: string) => Promise<unknown>,
): Promise<void> {
  await change(graph(), { actor: 'test', now }, async (tx, at) => {
    await work(tx, at);
    return { result: undefined, journalNote: { action: 'TEST', reason: 'A test.', subjects: [], content: at } };
  });
}

/** Writes records of a dataset; gives their ids. */
export async function write(tx: ManagedTransaction, at: string, dataset: string, written: Written): Promise<string[]> {
  const draft = draftOf(filesOf(written, dataset));
  await writeNodes(tx, hashed(draft), at);
  await writeEdges(tx, draft.edges);
  return draft.nodes.map(({ id }) => id);
}

export async function record(now: string, written: Written, dataset = 'fictional'): Promise<string[]> {
  let ids: string[] = [];
  await changed(now, async (tx, at) => {
    ids = await write(tx, at, dataset, written);
  });
  return ids;
}

export const takeBack = (now: string, ...ids: string[]) => changed(now, (tx, at) => retract(tx, ids, at, 'EDITED'));

export const bringBack = (now: string, ...ids: string[]) => changed(now, (tx, at) => restore(tx, ids, at));

export const aboutDataset = (id: string, redistribute: boolean, title = id) =>
  DATASET.parse({ id, title, description: 'A test.', licence: 'A test.', attribution: 'nobody', redistribute });

/** Says anew what is known of a dataset. */
export const say = (now: string, id: string, redistribute: boolean, title = id) =>
  changed(now, (tx, at) => writeDataset(tx, aboutDataset(id, redistribute, title), at));

/** Changes of a small measure, each at an instant of its own: one that everybody may see, and one that only editors may. */
export function measuresInTurn() {
  const now = instants();
  const measure = (report: string) => {
    const [at, cites] = [now(), [{ report }]];
    return record(at, {
      measures: [{ kind: 'NONE_REPORTED', on: '2022-04', note: at, concerns: ['unit-fx-u3'], cites }],
    });
  };
  return {
    publicly: () => measure('report-fx-un-2022'),
    secretly: () => measure('report-fx-confidential-dossier'),
  };
}
