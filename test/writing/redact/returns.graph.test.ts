import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { load } from '../../../src/exchange/seed/load-datasets.js';
import { redactionLines } from '../../../src/ops/journal/redaction-lines.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { inspect } from '../../../src/ops/restore/inspect.js';
import { RedactionsToApply } from '../../../src/ops/restore/redactions.js';
import { restore } from '../../../src/ops/restore/restore.js';
import { importInto } from '../../exchange/import/batch-requests.js';
import { snapshot } from '../../exchange/sync/read-feed.js';
import { saved } from '../../ops/backup/sample-file.js';
import { takeBackup } from '../../ops/backup/take-backup.js';
import { fictional } from '../../support/fictional.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { mutate } from '../edit/edit-requests.js';

/** What was redacted does not come back with older files. */

useGraph('fictional');

const NAME = 'Edda Carls';
const PERSON = 'person-fx-carls';
const ALL = ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'] as const;

const FILE = `${NAME}.csv`;
const BATCH = 'import-test-batch';

let dump = '';
let backup = '';
beforeAll(async () => {
  dump = await snapshot([...ALL]);
  await graph().command('test', "CREATE (b:ImportBatch {state: 'DONE'}) SET b += $batch", {
    batch: {
      id: BATCH,
      at: '2020-01-01T00:00:00.000Z',
      reason: 'A test.',
      files: JSON.stringify([{ name: FILE }]),
      counts: JSON.stringify({ format: 'csv', files: [{ name: FILE }], counts: {} }),
    },
  });
  backup = await takeBackup();
  const input = { ids: [PERSON], reason: 'She is somebody else.', withDependents: true, words: [NAME] };
  const { userErrors } = await mutate(
    'mutation ($input: RecordRedactInput!) { recordRedact(input: $input) { userErrors { message } } }',
    input,
  );
  expect(userErrors).toEqual([]);
}, 120_000);

const faultsNow = async () => {
  const faults: string[] = [];
  await verify(graph(), { records: true }, (fault) => faults.push(fault));
  return faults;
};

test('with a dump of our own: each record is left out, with a warning', async () => {
  expect(dump).toContain(NAME);
  const path = join(temporaryFolder(), 'records.jsonl');
  await writeFile(path, dump);
  const about = { title: 'Invented', description: 'Invented.', licence: 'CC0-1.0', attribution: 'nobody' };
  const outcome = await importInto(
    await importRequest(graph(), {
      format: 'records',
      files: { records: path },
      dataset: { id: 'fictional', ...about, redistribute: true },
      about: {},
      whole: false,
      skipFaulty: false,
      dryRun: false,
      reason: 'A test.',
      actor: 'tester',
      folder: temporaryFolder(),
    }),
  );
  const warned = outcome.report.problemKinds.find(({ message }) => message.startsWith('It was redacted'));
  expect(warned).toMatchObject({ severity: 'WARNING' });
  expect(outcome.report.errors).toBe(0);
  expect(outcome.effect.left).toBeGreaterThan(3);
  expect(await takeBackup()).not.toContain(NAME);
});

test('with the data files of the seed folder', async () => {
  const { redacted = 0, created, retracted } = await load(graph(), fictional, new Date().toISOString());
  expect(redacted).toBeGreaterThan(3);
  expect({ created, retracted }).toEqual({ created: 0, retracted: 0 });
  expect(await takeBackup()).not.toContain(NAME);
  expect(await faultsNow()).toEqual([]);
});

test('with an older backup that is restored with the list of redactions', async () => {
  const lines: string[] = [];
  for await (const line of redactionLines(graph())) lines.push(line);
  expect(lines.join('')).not.toContain(NAME);
  const redactions = await RedactionsToApply.read(await saved(lines.join(''), 'redactions.jsonl'));
  await emptyGraph();
  await restore(graph(), await inspect(await saved(backup), redactions), { now: '2027-01-01T00:00:00.000Z' });
  expect(backup).toContain(NAME);
  expect(backup).toContain(FILE);
  expect(await takeBackup()).not.toContain(NAME);
  expect(await faultsNow()).toEqual([]);
  const linesAgain: string[] = [];
  for await (const line of redactionLines(graph())) linesAgain.push(line);
  expect(linesAgain.map((line) => JSON.parse(line).reasons)).toEqual([
    ['counts', 'files'].map((property) => ({ kind: 'ImportBatch', id: BATCH, property })),
  ]);
  const { redacted = 0 } = await load(graph(), fictional, '2027-01-02T00:00:00.000Z');
  expect(redacted).toBeGreaterThan(3);
});
