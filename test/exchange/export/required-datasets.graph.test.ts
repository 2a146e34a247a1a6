import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { openExport, prepareExport } from '../../../src/exchange/export/export.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import type { Clearance } from '../../../src/model/lens.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PARTNER, PUBLIC } from '../../support/secrets.js';
import { useServer } from '../../support/server.js';
import type { Written } from '../../support/small-dataset.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto } from '../import/batch-requests.js';
import { copyOf, fold, snapshotOf } from '../sync/partner.js';
import { contextFor, feed, manifestIn, snapshot } from '../sync/read-feed.js';
import { instants, record, say, takeBack } from '../sync/write-changes.js';

/** Datasets that refer to records of others: an export of one brings those, and its manifest names them. */

useGraph('fictional');
const address = useServer();

const now = instants();
const cites = (report: string) => [{ report }];
const note = (text: string, report: string, more: object = {}) => ({
  kind: 'NONE_REPORTED',
  on: '2022-04',
  note: text,
  concerns: ['unit-fx-u3'],
  cites: cites(report),
  ...more,
});
const report = (id: string, more: object = {}) => ({
  id,
  title: id,
  publisher: 'body-own',
  publishedOn: '2024-06-01',
  ...more,
});

/** Each dataset with what it states, and with what it requires for public readers, for partners and for editors. */
const DATASETS: Readonly<Record<string, { readonly written: Written; readonly requires: readonly string[][] }>> = {
  own: {
    written: {
      reports: [report('report-own')],
      bodies: [{ id: 'body-own', kind: 'NGO', names: ['Own'], cites: cites('report-own') }],
      units: [{ id: 'unit-own', kind: 'ARMED_FORCES', names: ['Own unit'], cites: cites('report-own') }],
    },
    requires: [[], [], []],
  },
  guest: {
    written: { measures: [note('guest', 'report-fx-un-2022')] },
    requires: [['fictional'], ['fictional'], ['fictional']],
  },
  namer: {
    written: {
      units: [{ id: 'unit-fx-u3', extends: true, names: ['Third of the namer'], cites: cites('report-own') }],
      measures: [note('namer', 'report-own')],
    },
    requires: [['own'], ['own'], ['own']],
  },
  follower: {
    written: { measures: [note('follower', 'report-own', { concerns: ['unit-own'] })] },
    requires: [['own'], ['own'], ['own']],
  },
  dark: {
    written: { reports: [report('report-dark', { access: 'CONFIDENTIAL' })] },
    requires: [[], [], ['own']],
  },
  secretive: {
    written: {
      measures: [
        note('seen by all', 'report-own', { concerns: ['unit-own'] }),
        note('seen by partners', 'report-fx-partner-memo', { concerns: ['unit-own'], access: 'PARTNER' }),
        note('seen by editors', 'report-dark', { concerns: ['unit-own'], access: 'CONFIDENTIAL' }),
      ],
    },
    requires: [['own'], ['fictional', 'own'], ['dark', 'fictional', 'own']],
  },
};

beforeAll(async () => {
  for (const [id, { written }] of Object.entries(DATASETS)) {
    await say(now(), id, true);
    await record(now(), written, id);
  }
}, 60_000);

interface AboutOne {
  readonly id: string;
  readonly included: boolean;
  readonly requires: readonly string[];
}
const datasetsIn = (text: string): AboutOne[] => manifestIn(text).datasets;
const includedIn = (text: string) =>
  datasetsIn(text)
    .filter(({ included }) => included)
    .map(({ id }) => id);
const manifestOf = async (clearance: Clearance) => {
  const opened = await openExport(await contextFor(clearance), 'manifest.json', {});
  const parts: string[] = [];
  for await (const part of opened?.text ?? []) parts.push(part);
  return parts.join('');
};
const idsOf = (text: string) => [...copyOf(text).keys()];
const at = async (path: string) => (await fetch(`${address()}/${path}`)).text();

test.each<[string, Clearance, number]>([
  ['a public reader', PUBLIC, 0],
  ['a partner', PARTNER, 1],
  ['an editor', CONFIDENTIAL, 2],
])(
  'the manifest of %s names the datasets to whose records each dataset refers, as far as that reader may see them',
  async (_, clearance, level) => {
    const text = await manifestOf(clearance);
    const expected = Object.entries(DATASETS).filter(([id]) => id !== 'dark' || level === 2);
    expect(Object.fromEntries(datasetsIn(text).map(({ id, requires }) => [id, requires]))).toEqual({
      fictional: [],
      ...Object.fromEntries(expected.map(([id, { requires }]) => [id, requires[level]])),
    });
  },
);

test.each([
  ['guest', ['fictional', 'guest']],
  ['namer', ['namer', 'own']],
  ['follower', ['follower', 'own']],
  ['own', ['own']],
])(
  'an export of the dataset %s alone has all its records, and those of the datasets that it requires',
  async (id, included) => {
    const text = await at(`export/records.jsonl?dataset=${id}`);
    expect(includedIn(text)).toEqual(included);
    const ofDataset = (line: string) => line.includes(`"dataset":"${id}"`);
    const all = [...copyOf(await at('export/records.jsonl')).values()].filter(ofDataset);
    expect([...copyOf(text).values()].filter(ofDataset)).toEqual(all);
    expect(all.length).toBeGreaterThan(0);
    expect(JSON.parse(await at(`export/manifest.json?dataset=${id}`))).toEqual(manifestIn(text));
  },
);

test('no record of an export of one dataset refers to a record that is not in it', async () => {
  for (const id of Object.keys(DATASETS)) {
    const text = await snapshot(CONFIDENTIAL, { dataset: id });
    const ids = new Set(idsOf(text));
    const ends = [...copyOf(text).values()].flatMap((line) => JSON.parse(line).links);
    expect([id, ends.filter(({ type, to }) => type !== 'CLASSIFIES' && !ids.has(to))]).toEqual([id, []]);
  }
});

test('the dump and the feed of the whole graph do not go through all records for what datasets require', async () => {
  const ended = JSON.parse((await at('changes')).trimEnd().split('\n').at(-1) ?? '');
  for (const { datasets } of [manifestIn(await at('export/records.jsonl')), ended.manifest]) {
    expect(datasets.length).toBeGreaterThan(1);
    for (const dataset of datasets) expect(dataset).not.toHaveProperty('requires');
  }
});

test('every format writes what the datasets that it requires let it write', async () => {
  for (const name of ['manifest.json', 'reports.csv', 'locations.geojson', 'records.jsonld', 'records.ftm.json']) {
    const [guest, both] = [
      await at(`export/${name}?dataset=guest`),
      await at(`export/${name}?dataset=guest,fictional`),
    ];
    expect([name, guest === both]).toEqual([name, true]);
  }
});

test('the feed of one dataset brings the datasets that it requires, and begins and ceases to do so when its statements do', async () => {
  const parameters = { datasets: ['turning'] };
  await say(now(), 'turning', true);
  await record(now(), { measures: [note('first', 'report-own', { concerns: ['unit-own'] })] }, 'turning');
  let text = await snapshot(PUBLIC, { dataset: 'turning' });
  expect(includedIn(text)).toEqual(['own', 'turning']);
  const follow = async () => {
    const answer = await feed(PUBLIC, { ...parameters, since: manifestIn(text).cursor });
    const { copy, manifest } = fold(copyOf(text), answer);
    text = snapshotOf(copy, manifest);
    expect(text).toBe(await snapshot(PUBLIC, { dataset: 'turning' }));
  };
  const [second = ''] = await record(now(), { measures: [note('second', 'report-fx-un-2022')] }, 'turning');
  await follow();
  expect(includedIn(text)).toEqual(['fictional', 'own', 'turning']);
  await takeBack(now(), second);
  await follow();
  expect(includedIn(text)).toEqual(['own', 'turning']);
  expect(await at('changes?dataset=turning')).toContain('"op":"ADD"');
});

test('a dataset that may not be passed on is named as required, and stays out', async () => {
  await say(now(), 'closed', false);
  await record(now(), { reports: [report('report-closed')] }, 'closed');
  await say(now(), 'open', true);
  const measures = [
    note('with a source that is passed on', 'report-own', { concerns: ['unit-own'] }),
    note('with one that is not', 'report-closed', { concerns: ['unit-own'] }),
  ];
  await record(now(), { measures }, 'open');
  const text = await at('export/records.jsonl?dataset=open');
  expect(datasetsIn(text)).toContainEqual(
    expect.objectContaining({ id: 'open', included: true, requires: ['closed', 'own'] }),
  );
  expect(datasetsIn(text)).toContainEqual(expect.objectContaining({ id: 'closed', included: false }));
  expect(text).toContain('with a source that is passed on');
  expect(text).not.toContain('with one that is not');
});

test('an export reads which datasets are required once for each state of the graph', async () => {
  await record(now(), { measures: [note('one more', 'report-own', { concerns: ['unit-own'] })] }, 'own');
  const statements = async () => {
    const context = await contextFor(PUBLIC);
    await prepareExport(context, 'people.csv', { dataset: 'own' });
    return context.reader.statements;
  };
  expect(await statements()).toEqual([
    'export: datasets',
    'later corrections',
    'export: required datasets',
    'later corrections',
  ]);
  expect(await statements()).toEqual(['export: datasets']);
});

test('an export of one dataset goes into an empty graph once the datasets that its manifest names are there', async () => {
  const text = await snapshot(CONFIDENTIAL, { dataset: 'secretive' });
  const path = join(temporaryFolder(), 'records.jsonl');
  await writeFile(path, text);
  await emptyGraph();
  const bring = async (id: string) => {
    const about = { title: id, description: 'A test.', licence: 'A test.', attribution: 'nobody', redistribute: true };
    const request = { format: 'records', files: { records: path }, dataset: { id, ...about }, about: {}, whole: false };
    const how = { skipFaulty: false, dryRun: false, reason: 'A test.', actor: 'tester', folder: temporaryFolder() };
    const { state, report } = await importInto(await importRequest(graph(), { ...request, ...how }));
    return { state, problems: report.problems };
  };
  const early = await bring('secretive');
  expect(early.state).toBe('REFUSED');
  const required = early.problems.filter(({ expected }) => expected === 'a dataset that is in the graph');
  expect(required.map(({ severity, row, got }) => [severity, row, got])).toEqual(
    ['dark', 'fictional', 'own'].map((id) => ['WARNING', 1, id]),
  );
  await load(graph(), checkFiles([], await readLegalCodes()), now());
  for (const id of ['own', 'fictional', 'dark', 'secretive'])
    expect(await bring(id)).toMatchObject({ state: 'WRITTEN', problems: [] });
  const withoutInstants = (line: string) => line.replace(/"recordedAt":"[^"]+"/, '');
  const recordsIn = (dump: string) => [...copyOf(dump).values()].map(withoutInstants);
  expect(recordsIn(await snapshot(CONFIDENTIAL, { dataset: 'secretive' }))).toEqual(recordsIn(text));
});
