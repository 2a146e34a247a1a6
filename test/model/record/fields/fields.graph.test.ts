import './made-up-fields.js';

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { Context } from '../../../../src/context.js';
import { openExport } from '../../../../src/exchange/export/export.js';
import { importRequest } from '../../../../src/exchange/import/import-request.js';
import { checkFiles, load } from '../../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../../src/exchange/seed/read-datasets.js';
import { Reader } from '../../../../src/graph/graph.js';
import { OWN_FIELDS } from '../../../../src/model/record/fields/kinds.js';
import { ACCESS, words } from '../../../../src/model/vocabulary.js';
import { publishedThrough } from '../../../../src/writing/change/clock.js';
import { importInto } from '../../../exchange/import/batch-requests.js';
import { ask, edit, emptyGraph, graph, RECORDED_AT, useGraph } from '../../../support/graph.js';
import { filesOf } from '../../../support/small-dataset.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { madeUpDataset } from './made-up-dataset.js';
import { MADE_UP } from './made-up-fields.js';

/** Made-up fields of each type on their way through a graph: nothing of a record is lost. */

useGraph();

async function dumped(): Promise<string> {
  const context = new Context(new Reader(graph()), words(ACCESS), await publishedThrough(graph()));
  const opened = await openExport(context, 'records.jsonl', {});
  let text = '';
  for await (const piece of opened?.text ?? []) text += piece;
  return text;
}

const linesOf = (text: string) => text.trimEnd().split('\n').slice(1, -1);
const recordsOf = (text: string) => linesOf(text).map((line) => line.replace(/"recordedAt":"[^"]+"/, ''));

async function importDump(text: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'records.jsonl');
  await writeFile(path, text);
  const { description, licence, attribution } = filesOf({}).dataset;
  const dataset = { id: 'small', title: 'small', description, licence, attribution, redistribute: true };
  const request = { format: 'records', files: { records: path }, dataset, about: {}, whole: false, skipFaulty: false };
  return importInto(
    await importRequest(graph(), { ...request, dryRun: false, reason: 'A test.', actor: 'tester', folder }),
  );
}

const VALUES_OF = Object.keys(MADE_UP).filter((name) => !/Reference/.test(name));

const codes = await readLegalCodes();
let before = '';
beforeAll(async () => {
  await load(graph(), checkFiles([filesOf(madeUpDataset())], codes), RECORDED_AT);
  before = await dumped();
}, 120_000);

test('a dump of every kind of record is unchanged by a round trip through an empty graph', async () => {
  const records = linesOf(before).map((line) => JSON.parse(line) as { labels: string[]; properties: object });
  for (const label of Object.keys(OWN_FIELDS)) {
    const of = records.filter(({ labels }) => labels.includes(label));
    expect([label, of.length > 0]).toEqual([label, true]);
    for (const { properties } of of)
      expect(properties).toMatchObject({ madeText: 'made', madeNumber: -7.25, madeOn: '2021-03~' });
  }
  await emptyGraph();
  await load(graph(), checkFiles([], codes), RECORDED_AT);
  const { state, report } = await importDump(before);
  expect([state, report.problems]).toEqual(['WRITTEN', []]);
  expect(recordsOf(await dumped())).toEqual(recordsOf(before));
}, 120_000);

test('a unit has the made-up values by its own id, and by an id that was merged into it', async () => {
  const query = `query Unit($id: ID!) { unit(id: $id) { id ${VALUES_OF.join(' ')} } }`;
  const before = await ask(query, { id: 'unit-high' });
  expect(before.data.unit).toMatchObject({
    id: 'unit-high',
    madeText: 'made',
    madeCount: 7,
    madeFlag: true,
    madeDate: '2021-03~',
  });
  await edit('mutation Merge($input: MergeInput!) { unitMerge(input: $input) { userErrors { message } } }', {
    input: { from: 'unit-double', into: 'unit-high', reason: 'A test.' },
  });
  const after = await ask(query, { id: 'unit-double' });
  expect(after.data.unit).toEqual(before.data.unit);
});
