import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { importInto, requestFor } from '../../exchange/import/batch-requests.js';
import { OPTIONS, sheetsOf } from '../../exchange/import/sheets.js';
import { correct } from '../../support/corrections.js';
import { dump } from '../../support/fictional.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { loadDoubles } from '../../writing/merge/duplicates.js';
import { merged, undo } from '../../writing/merge/merge-requests.js';
import { changeAt, kinds, live, restored, takeBackup } from './take-backup.js';

/** Whatever has become of a graph, its backup brings it back, and its journal stays whole. */

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.
beforeEach(emptyGraph);

/** Each stage of a history: its backup, and what the journal and the records say of each other. */
const stages: string[] = [];
afterEach(() => {
  stages.splice(0);
});

async function stage(): Promise<void> {
  const faults: string[] = [];
  await verify(graph(), { records: true }, (fault) => faults.push(fault));
  expect(faults).toEqual([]);
  stages.push(await takeBackup());
}

async function comesBack(): Promise<void> {
  const whole = stages.at(-1) ?? '';
  expect(new Set(stages).size).toBe(stages.length);
  // Why a record that stands was once taken back is not kept.
  await graph().command('test', 'MATCH (n:Record) WHERE n.retractedAt IS NULL REMOVE n.retraction');
  const world = [await dump(), await kinds()];
  await emptyGraph();
  await restored(whole);
  expect([await dump(), await kinds()]).toEqual(world);
  await stage();
  expect(stages.at(-1)).toBe(whole);
}

test('a backup restores an import that was undone and repeated', async () => {
  const request = async () => requestFor('sfm-newer', await sheetsOf('sfm-newer', {}), OPTIONS);
  const { batch } = await importInto(await request());
  await stage();
  const signature = { actor: 'tester', reason: 'A test.', now: new Date().toISOString() };
  expect(await undoImport(graph(), String(batch), signature)).toBeGreaterThan(20);
  await stage();
  await importInto(await request());
  await stage();
  expect(stages.at(-1)).toContain('"ImportBatch"');
  await comesBack();
});

test('a backup restores two people who were merged, separated and merged again', async () => {
  await loadDoubles();
  await stage();
  const merge = await merged('person', 'person-fx-anders-again', 'person-fx-anders');
  await stage();
  await undo(merge);
  await stage();
  await merged('person', 'person-fx-anders-again', 'person-fx-anders');
  await stage();
  expect(stages.at(-1)).toContain('"Relinked"');
  await comesBack();
});

const CORRECTED = ['incident-fx-i3', 'finding-fx-a', 'report-fx-un-2022'];
const retitled = (title: string, ids = CORRECTED) =>
  changeAt(new Date().toISOString(), 'TEST_CORRECT', async (tx, at) => {
    for (const id of ids) await correct(tx, id, at, (properties) => ({ ...properties, title }));
  });

test('a backup restores what incidents, findings and reports said before they were corrected', async () => {
  await live();
  await retitled('First');
  await stage();
  await retitled('Second');
  await stage();
  expect(stages.at(-1)).toContain('"Superseded"');
  await comesBack();
});

test('a backup holds what stood when it began, whatever is corrected while it is taken', async () => {
  await live();
  await retitled('First');
  const before = await takeBackup();
  let number = 0;
  const meanwhile = await takeBackup(40, async () => {
    number += 1;
    if (number <= 4) await retitled(`Title ${number}`, [...CORRECTED, 'incident-fx-i1', 'report-fx-daily-2022-04']);
  });
  expect(number).toBeGreaterThan(4);
  expect(meanwhile).toBe(before);
  const [{ superseded } = {}] = await graph().read(
    { name: 'test', text: 'MATCH (n:Superseded) RETURN count(n) AS superseded' },
    {},
  );
  expect(Number(superseded)).toBe(3 + 4 * 5);
});
