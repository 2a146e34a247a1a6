import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { PROPERTIES } from '../../../src/exchange/export/export.cypher.js';
import { EXPORTS } from '../../../src/exchange/export/export.js';
import { RecordPages } from '../../../src/exchange/export/export.loader.js';
import type { ExportRecord } from '../../../src/exchange/export/export.rules.js';
import { Reader } from '../../../src/graph/graph.js';
import { viewOf } from '../../../src/model/lens.js';
import { ACCESS, words } from '../../../src/model/vocabulary.js';
import { answer, graph, RECORDED_AT, useGraphToRead } from '../../support/graph.js';
import { OF_EDITORS, OF_PARTNERS } from '../../support/secrets.js';
import { useServer } from '../../support/server.js';
import { fetchExport } from './fetch-export.js';
import { elementsOf } from './xml.js';

useGraphToRead('fictional');
const address = useServer();

const at = (path: string) => fetchExport(address(), path);
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const NAMES = Object.keys(EXPORTS);
const pathOf = (name: string) => (name === 'chain.graphml' ? `${name}?unit=unit-fx-u3&on=2022-03-20` : name);
const TABLE_KINDS: Readonly<Record<string, string>> = {
  people: 'Person',
  units: 'Unit',
  locations: 'Location',
  incidents: 'Incident',
  findings: 'Finding',
  reports: 'Report',
  postings: 'Posting',
  'command-links': 'CommandLink',
  positionings: 'Positioning',
  attributions: 'Attribution',
};

test.each(NAMES)('the export %s is a file without hidden records, the same bytes each time', async (name) => {
  const { status, headers, text } = await at(pathOf(name));
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  expect(text.length).toBeGreaterThan(100);
  for (const secret of [...OF_PARTNERS, ...OF_EDITORS])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  for (const level of words(ACCESS).slice(1)) expect(text).not.toContain(`"${level}"`);
  expect((await at(pathOf(name))).text).toBe(text);
});

describe('the dump', () => {
  test('ends with a trailer whose hash covers it, and begins with a manifest that counts its lines', async () => {
    const { text } = await at('records.jsonl');
    const [manifest, ...records] = linesOf(text);
    const trailer = records.pop();
    const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    expect(trailer).toEqual({ lines: records.length + 1, sha256: createHash('sha256').update(before).digest('hex') });
    expect(manifest.records).toBe(records.length);
    for (const [label, count] of Object.entries<number>(manifest.counts))
      if (label !== 'Body')
        expect([label, records.filter(({ labels }) => labels.includes(label)).length]).toEqual([label, count]);
    expect(records.map(({ id }) => id)).toEqual([...records.map(({ id }) => id)].sort());
    expect(manifest.lens.recordedBy).toBe(RECORDED_AT);
    expect(manifest.datasets).toMatchObject([
      { id: 'fictional', licence: 'CC0-1.0', redistribute: true, included: true },
    ]);
    const datasets = manifest.datasets.map((dataset: object) => ({ ...dataset, requires: [] }));
    expect((await at('manifest.json')).json).toEqual({ ...manifest, datasets });
  });

  test('has as many people, units, incidents and reports as the API shows', async () => {
    const { json } = await at('manifest.json');
    const data = await answer(
      '{ people { totalCount } units { totalCount } incidents { totalCount } reports { totalCount } findings { totalCount } locations { totalCount } }',
    );
    const { Person, Unit, Incident, Report, Finding, Location } = json.counts;
    const totals = Object.values<{ totalCount: number }>(data).map(({ totalCount }) => totalCount);
    expect([Person, Unit, Incident, Report, Finding, Location]).toEqual(totals);
  });

  test('has no link to a record that is not in it, and no statement without a report', async () => {
    const records: ExportRecord[] = linesOf((await at('records.jsonl')).text).slice(1, -1);
    const ids = new Set(records.map(({ id }) => id));
    for (const { id, labels, links } of records) {
      const dangling = links.filter(({ type, to }) => type !== 'CLASSIFIES' && !ids.has(to));
      expect([id, dangling]).toEqual([id, []]);
      const isStatement = ['Claim', 'Incident', 'Finding'].some((label) => labels.includes(label));
      if (isStatement) expect([id, links.some(({ type }) => type === 'CITES')]).toEqual([id, true]);
    }
    expect(
      records
        .filter(({ labels }) => labels.includes('Posting'))
        .every(({ links }) => links.some(({ type }) => type === 'OF')),
    ).toBe(true);
  });

  test('can show every property in the graph, but the internal ones', async () => {
    const properties = await graph().command(
      'test',
      'MATCH (n:Record) UNWIND keys(n) AS key RETURN DISTINCT key ORDER BY key',
    );
    const exportable = ['id', 'latitude', 'longitude', ...PROPERTIES];
    const inner = properties.map(({ key }) => String(key)).filter((key) => !exportable.includes(key));
    expect(inner).toEqual(['foldedMeans', 'foldedText', 'hash', 'point', 'searchText', 'sortKey', 'standing']);
  });

  test('has the same bytes whatever the page size', async () => {
    const read = async (size: number) => {
      const records: ExportRecord[] = [];
      const view = viewOf(['PUBLIC'], {});
      for await (const page of new RecordPages(new Reader(graph()), view, size).of('Record', false))
        records.push(...page.records);
      return records;
    };
    const whole = await read(1_000);
    expect(whole.length).toBeGreaterThan(100);
    expect(await read(37)).toEqual(whole);
  });
});

test.each(Object.entries(TABLE_KINDS))('%s.csv has a row for each record of the kind %s', async (name, kind) => {
  const [{ text }, { json }] = await Promise.all([at(`${name}.csv`), at('manifest.json')]);
  const ids = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0]);
  expect(new Set(ids).size).toBe(json.counts[kind]);
  expect(ids).toHaveLength(json.counts[kind]);
});

test('the CSV row of a posting names the person, the post and the reports', async () => {
  const { text } = await at('postings.csv');
  const row = text.split('\r\n').find((line) => line.includes('person-fx-anders'));
  for (const part of [
    'Tomas Anders',
    'COMMANDER',
    '2021-06-01,START,2022-04-14,END',
    'report-fx-archive-2023 ; report-fx-observer-2023',
    'p. 14 ; section 2',
  ])
    expect(row).toContain(part);
});

test('the GeoJSON export contains every incident, as a point where its place has coordinates', async () => {
  const [{ json }, { json: manifest }] = await Promise.all([at('incidents.geojson'), at('manifest.json')]);
  expect(json.features).toHaveLength(manifest.counts.Incident);
  const [i1] = json.features;
  expect(i1).toMatchObject({ id: 'incident-fx-i1', properties: { attributedTo: [{ id: 'unit-fx-u3' }] } });
  for (const { geometry, properties } of json.features) {
    expect(properties.sources.length).toBeGreaterThan(0);
    if (geometry) expect(geometry).toEqual({ type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] });
  }
  expect(json.features.filter(({ geometry }: { geometry: unknown }) => geometry !== null).length).toBeGreaterThan(0);
});

test('the JSON-LD export has the records of the dump after an object for the export itself', async () => {
  const [{ json }, { json: manifest }] = await Promise.all([at('records.jsonld'), at('manifest.json')]);
  expect(json['@graph']).toHaveLength(manifest.records + 1);
});

test('no entity of the FollowTheMoney export refers to one that is missing, in either profile', async () => {
  const ENDS = [
    'holder',
    'post',
    'organization',
    'controller',
    'controlled',
    'subject',
    'object',
    'involved',
    'addressEntity',
    'party',
    'case',
    'proof',
    'document',
    'entity',
  ];
  for (const profile of ['full', 'compat']) {
    const entities = linesOf((await at(`records.ftm.json?profile=${profile}`)).text);
    const ids = entities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ends = entities.flatMap(({ properties }) => ENDS.flatMap((name) => properties[name] ?? []));
    expect(ends.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(entities.map(({ schema }) => schema)).has('Control')).toBe(profile === 'full');
  }
});

test('the GraphML of a chain has the links and posts that the API gives', async () => {
  const elements = elementsOf((await at('chain.graphml?unit=unit-fx-u3&on=2022-03-20')).text);
  const of = (name: string) => elements.filter((element) => element.name === name).map(({ attributes }) => attributes);
  expect(of('node').map(({ id }) => id)).toEqual(['unit-fx-u3', 'unit-fx-u2', 'unit-fx-u1', 'unit-fx-u0']);
  expect(of('edge').map(({ source, target }) => [source, target])).toEqual([
    ['unit-fx-u3', 'unit-fx-u2'],
    ['unit-fx-u2', 'unit-fx-u1'],
    ['unit-fx-u1', 'unit-fx-u0'],
  ]);
  const textsOf = (key: string) => elements.filter(({ attributes }) => attributes.key === key).map(({ text }) => text);
  expect(textsOf('node-posts')[1]).toBe('Tomas Anders (COMMANDER, CITED) ; Jens Holt (DEPUTY, CITED)');
  expect(textsOf('edge-cover')).toEqual(['CITED', 'CITED', 'CITED']);
  expect(textsOf('edge-sources')[0]).toContain('[report-fx-un-2022]');
});

test('a lens narrows an export, and the manifest states the lens', async () => {
  const { text } = await at('records.jsonl?excludeReports=report-fx-un-2022&publishedBy=2023-01-01');
  const [manifest, ...records] = linesOf(text);
  expect(manifest.lens).toMatchObject({ excludeReports: ['report-fx-un-2022'], publishedBy: '2023-01-01' });
  expect(JSON.stringify(records)).not.toContain('report-fx-un-2022');
  expect(JSON.stringify(records)).not.toContain('report-fx-archive-2023');
  expect(JSON.stringify(records)).toContain('report-fx-lantern-2022-03');
});

test('an export as of an instant before the first record is a dump without records', async () => {
  const { text } = await at('records.jsonl?recordedBy=2025-12-31T23:59:59Z');
  expect(linesOf(text)).toMatchObject([{ records: 0, counts: {}, datasets: [] }, { lines: 1 }]);
});

test.each([
  ['records.jsonl?publishedBy=2022-02-30', 'Expected `publishedBy` as one day that exists'],
  ['records.jsonl?dataset=nothing', 'Expected `dataset` as some of fictional; got "nothing".'],
  ['records.jsonl?profile=full', 'got "profile".'],
  ['records.ftm.json?profile=loose', 'Expected `profile` as one of full, compat; got "loose".'],
  ['chain.graphml', 'Expected `unit` as the id of a unit and `on` as a day'],
  ['chain.graphml?unit=person-fx-anders&on=2022-03-20', 'Expected `unit` as the id of a unit; got "person-fx-anders".'],
])('the request %s for an export is refused', async (path, message) => {
  const { status, codes, json } = await at(path);
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  expect(json.errors[0].message).toContain(message);
});

test('an export of the chain of a hidden unit is refused as one of a unit that does not exist', async () => {
  const [hidden, missing] = await Promise.all(
    ['unit-fx-night-cell', 'unit-fx-no-such-unit'].map((unit) => at(`chain.graphml?unit=${unit}&on=2022-03-20`)),
  );
  expect(hidden?.status).toBe(400);
  expect(hidden?.text.replace('unit-fx-night-cell', 'X')).toBe(missing?.text.replace('unit-fx-no-such-unit', 'X'));
});

test.each(['nothing.csv', 'toString', 'records'])('%s is no export, and the error lists the exports', async (name) => {
  const { status, codes, json } = await at(name);
  expect([status, codes]).toEqual([404, ['NOT_FOUND']]);
  for (const exportName of NAMES) expect(json.errors[0].message).toContain(exportName);
});

test('an export stops reading the graph when its client disconnects', async () => {
  const away = new AbortController();
  const reader = new Reader(graph(), away.signal);
  const pages = new RecordPages(reader, viewOf(['PUBLIC'], {}), 10).of('Record', false);
  expect((await pages.next()).done).toBe(false);
  away.abort();
  await expect(pages.next()).rejects.toThrow();
  expect(reader.statements).toEqual(['later corrections', 'export: Record', 'later corrections']);
});
