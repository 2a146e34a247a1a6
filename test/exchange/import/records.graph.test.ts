import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import { Reader } from '../../../src/graph/graph.js';
import { ACCESS, words } from '../../../src/model/vocabulary.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { emptyGraph, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto } from './batch-requests.js';

/** A dataset of our own dump, brought into another graph. */

useGraph('fictional');

/** The dump as an editor takes it: of every access level. */
async function dumped(): Promise<string> {
  const context = new Context(new Reader(graph()), words(ACCESS), await publishedThrough(graph()));
  const opened = await openExport(context, 'records.jsonl', {});
  let text = '';
  for await (const piece of opened?.text ?? []) text += piece;
  return text;
}

const recordsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/"recordedAt":"[^"]+"/, ''));

let folder = '';
let before = '';
beforeAll(async () => {
  folder = temporaryFolder();
  before = await dumped();
});

async function importText(text: string, dataset = 'fictional') {
  const path = join(folder, 'records.jsonl');
  await writeFile(path, text);
  const about = { title: 'Invented', description: 'Invented.', licence: 'CC0-1.0', attribution: 'nobody' };
  return importRequest(graph(), {
    format: 'records',
    files: { records: path },
    dataset: { id: dataset, ...about, redistribute: true },
    about: {},
    whole: false,
    skipFaulty: false,
    dryRun: false,
    reason: 'A test.',
    actor: 'tester',
    folder,
  });
}

test('a dump imported into the graph that it came from changes nothing', async () => {
  const { state, effect, report } = await importInto(await importText(before));
  expect([state, report.problems]).toEqual(['UNCHANGED', []]);
  expect(effect.unchanged).toBe(recordsOf(before).length);
});

test('a dump imported into an empty graph gives the same records with the same ids, byte for byte but for the time', async () => {
  await emptyGraph();
  await load(graph(), checkFiles([], await readLegalCodes()), RECORDED_AT);
  const { state, report } = await importInto(await importText(before));
  expect([state, report.problems]).toEqual(['WRITTEN', []]);
  expect(recordsOf(await dumped())).toEqual(recordsOf(before));
  expect(recordsOf(before).length).toBeGreaterThan(200);
});

test.each([
  ['with a changed byte', (text: string) => text.replace('Tomas Anders', 'Tomas Andert'), /cut or changed/],
  ['without its last line', (text: string) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`, /was cut/],
  ['with a line too many', (text: string) => `${text}{}\n`, /cut or changed/],
  ['of something else', () => '{"hello": 1}\n', /^This is not one of our dumps\.$/],
] as const)('a dump %s is refused before anything is written', async (_what, broken, message) => {
  await emptyGraph();
  const { state, report } = await importInto(await importText(broken(before)));
  expect(state).toBe('REFUSED');
  expect(report.problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  const [row] = await graph().read({ name: 'count', text: 'RETURN COUNT { (n:Record) } AS records' }, {});
  expect(row).toEqual({ records: 0 });
});

test('a dump without the dataset that is imported is refused with a list of its datasets', async () => {
  const { state, report } = await importInto(await importText(before, 'another'));
  expect([state, report.problems[0]?.expected]).toEqual(['REFUSED', 'one of the datasets of the dump: fictional']);
});
