import { expect, test } from '@jest/globals';
import { EXPORTS } from '../../../src/exchange/export/export.js';
import { RecordPages } from '../../../src/exchange/export/export.loader.js';
import { Reader } from '../../../src/graph/graph.js';
import { viewOf } from '../../../src/model/lens.js';
import { graph, RECORDED_AT, useGraph, writeAt } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { fetchExport } from './fetch-export.js';

useGraph('fictional');
const address = useServer();
const at = (path: string) => fetchExport(address(), path);

const LATER = '2026-02-01T00:00:00.000Z';

/** Names and a report of the fixture are made another dataset's, whose licence forbids to pass it on. */
const CLOSED = `
MATCH (d:Dataset {id: 'fictional'})-[:HAD]->(v:DatasetVersion)
WITH d, collect(v) AS versions
CREATE (closed:Dataset {id: 'closed', title: 'Closed', description: 'A test.', licence: 'Not to be passed on.', attribution: 'nobody', redistribute: false, requires: []})
FOREACH (v IN versions | CREATE (closed)-[:HAD]->(:DatasetVersion {clearance: v.clearance, version: 'closed', at: v.at}))
WITH closed
MATCH (name:Name)-[:OF]->(:Record {id: 'person-fx-anders'}) SET name.dataset = closed.id
WITH DISTINCT closed
MATCH (report:Report {id: 'report-fx-un-2022'}) SET report.dataset = closed.id`;

test('an export shows one state of the graph while others write', async () => {
  const view = viewOf(['PUBLIC'], { recordedBy: RECORDED_AT });
  const read = async (between: () => Promise<unknown>) => {
    const records: object[] = [];
    for await (const page of new RecordPages(new Reader(graph()), view, 50).of('Record', false)) {
      records.push(...page.records);
      if (records.length === page.records.length) await between();
    }
    return records;
  };
  const before = await read(async () => {});
  const during = await read(() =>
    graph().command('test', 'MATCH (n:Posting) SET n.retractedAt = $later', { later: LATER }),
  );
  expect(during).toEqual(before);
  await graph().command('test', 'MATCH (n:Posting) REMOVE n.retractedAt');
});

test('an export is pinned to the instant of the latest change', async () => {
  const pinned = async () => (await at('manifest.json')).json.lens.recordedBy;
  expect(await pinned()).toBe(RECORDED_AT);
  await writeAt(
    LATER,
    "MATCH (d:Dataset)-[:HAD]->(v:DatasetVersion {clearance: 'CONFIDENTIAL'}) CREATE (d)-[:HAD]->(:DatasetVersion {clearance: v.clearance, version: 'new', at: $later})",
    { later: LATER },
  );
  expect(await pinned()).toBe(RECORDED_AT);
  await writeAt(
    LATER,
    "MATCH (d:Dataset)-[:HAD]->(v:DatasetVersion {clearance: 'PUBLIC'}) CREATE (d)-[:HAD]->(:DatasetVersion {clearance: v.clearance, version: 'new', at: $later})",
    { later: LATER },
  );
  expect(await pinned()).toBe(LATER);
});

test('an export leaves out a dataset whose licence forbids redistribution, and the manifest says so', async () => {
  expect((await at('people.csv')).text).toContain('Tomas Anders');
  await graph().command('test', CLOSED);
  for (const name of Object.keys(EXPORTS)) {
    const { status, text } = await at(name === 'chain.graphml' ? `${name}?unit=unit-fx-u3&on=2022-03-20` : name);
    expect([name, status]).toEqual([name, 200]);
    expect([name, /Tomas Anders|person-fx-anders|report-fx-un-2022/.test(text)]).toEqual([name, false]);
  }
  const { json } = await at('manifest.json');
  expect(json.datasets).toMatchObject([
    { id: 'closed', redistribute: false, included: false, licence: 'Not to be passed on.' },
    { id: 'fictional', redistribute: true, included: true },
  ]);
});

test('an export of a dataset whose licence forbids redistribution is refused', async () => {
  const { status, codes, json } = await at('records.jsonl?dataset=closed');
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  expect(json.errors[0].message).toBe(
    'The licence of the dataset closed does not let it be passed on: Not to be passed on.',
  );
});
