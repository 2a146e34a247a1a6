import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { PROPERTIES } from '../../../src/exchange/export/export.cypher.js';
import { featureCollection, incidentFeature, locationFeature } from '../../../src/exchange/export/geojson.js';
import { jsonLd, linkedData } from '../../../src/exchange/export/json-ld.js';
import { jsonLines, manifestOf } from '../../../src/exchange/export/json-lines.js';
import { viewOf } from '../../../src/model/lens.js';
import {
  ABOUT,
  AROUND,
  COMMAND,
  FINDING,
  INCIDENT,
  PERSON,
  PLACE,
  POSTING,
  pagesOf,
  REPORT,
  UNIT,
  UNPLACED,
  whole,
} from './sample-pages.js';

const SELECTION = { about: ABOUT, view: viewOf(['PUBLIC']), cursor: 'here' };
const COUNTS = { Person: 1, Posting: 1, Unit: 1 };
const dump = () => whole(jsonLines(manifestOf(SELECTION, COUNTS), pagesOf([POSTING, PERSON], [], [UNIT])));

test('a dump is a manifest, a line for each record, and a trailer over the bytes before it', async () => {
  const text = await dump();
  const lines = text.split('\n').slice(0, -1);
  const [manifest, ...rest] = lines.map((line) => JSON.parse(line));
  const trailer = rest.pop();
  expect(manifest).toMatchObject({ format: 'accountability-graph/records', version: 1, records: 3, counts: COUNTS });
  expect([manifest.clearance, manifest.cursor]).toEqual(['PUBLIC', 'here']);
  expect(manifest.datasets.map(({ id, included }: { id: string; included: boolean }) => [id, included])).toEqual([
    ['small', true],
    ['closed', false],
  ]);
  expect(rest.map(({ id }) => id)).toEqual(['claim-one', 'person-one', 'unit-one']);
  const before = text.slice(0, text.lastIndexOf('{"lines"'));
  expect(trailer).toEqual({ lines: 4, sha256: createHash('sha256').update(before).digest('hex') });
});

test('each line of a dump has sorted keys at every depth', async () => {
  const sorted = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.every(sorted);
    if (typeof value !== 'object' || value === null) return true;
    const keys = Object.keys(value);
    return keys.join() === [...keys].sort().join() && Object.values(value).every(sorted);
  };
  for (const line of (await dump()).trimEnd().split('\n')) expect(sorted(JSON.parse(line))).toBe(true);
});

test('a dump of the same records has the same bytes, whatever their pages', async () => {
  const manifest = manifestOf(SELECTION, COUNTS);
  expect(await whole(jsonLines(manifest, pagesOf([POSTING], [PERSON, UNIT])))).toBe(await dump());
});

test('a dump without records is a manifest and a trailer', async () => {
  const text = await whole(jsonLines(manifestOf(SELECTION, {}), pagesOf([])));
  const [manifest, trailer] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([manifest.records, trailer.lines]).toEqual([0, 1]);
});

test('an incident in GeoJSON is a feature at its place, longitude first, or without a geometry', async () => {
  const collection = JSON.parse(
    await whole(featureCollection(ABOUT, pagesOf([INCIDENT], [UNPLACED]), incidentFeature)),
  );
  expect(collection.type).toBe('FeatureCollection');
  expect(collection.about.datasets).toHaveLength(2);
  const [placed, unplaced] = collection.features;
  expect(placed).toMatchObject({
    type: 'Feature',
    id: 'incident-one',
    geometry: { type: 'Point', coordinates: [37.25, -10.5] },
    properties: {
      precision: 'ADMIN2',
      location: { id: 'location-one', name: 'Town' },
      attributedTo: [{ id: 'unit-one', name: 'Unit "One" <1> & co', modes: ['RESPONSIBLE_STATE'] }],
      sources: [
        {
          reportId: 'report-a',
          title: 'Report A',
          publisher: 'House',
          pinpoint: 'p. 1',
          url: 'https://example.org/a',
          copyUrl: null,
        },
        {
          reportId: 'report-b',
          title: 'Report B',
          publisher: null,
          pinpoint: null,
          url: null,
          copyUrl: 'https://copies.example.org/b',
        },
      ],
    },
  });
  expect(unplaced).toMatchObject({ id: 'incident-two', geometry: null, properties: { location: null } });
});

test('a place in GeoJSON is a feature with its name, the source of its coordinates and the sources of its names', async () => {
  const { features } = JSON.parse(await whole(featureCollection(ABOUT, pagesOf([PLACE]), locationFeature)));
  expect(features).toEqual([
    expect.objectContaining({
      geometry: { type: 'Point', coordinates: [37.25, -10.5] },
      properties: expect.objectContaining({ name: 'Town', coordinatesFrom: ['report-b'], precision: 'ADMIN2' }),
    }),
  ]);
  expect(features[0].properties.sources.map(({ reportId }: { reportId: string }) => reportId)).toEqual(['report-a']);
});

test('GeoJSON without records is an empty feature collection', async () => {
  expect(JSON.parse(await whole(featureCollection(ABOUT, pagesOf([]), locationFeature))).features).toEqual([]);
});

test('JSON-LD is one document with all records in its graph', async () => {
  const document = JSON.parse(await whole(jsonLd(ABOUT, pagesOf([PERSON, UNIT], [REPORT]))));
  expect(document['@context'].prov).toBe('http://www.w3.org/ns/prov#');
  expect(document['@graph'].map((each: Record<string, unknown>) => [each['@id'], each['@type']])).toEqual([
    ['id:export', 'schema:Dataset'],
    ['id:person-one', ['schema:Person']],
    ['id:unit-one', ['schema:Organization', 'ag:Unit']],
    ['id:report-a', ['schema:Report', 'prov:Entity']],
  ]);
});

test('a claim in JSON-LD is derived from the reports that it cites, each with its pinpoint', () => {
  const claim = linkedData(POSTING, AROUND);
  expect(claim).toMatchObject({
    '@type': ['schema:Claim', 'prov:Entity', 'ag:Posting'],
    'ag:of': [{ '@id': 'id:person-one' }],
    'ag:at': [{ '@id': 'id:unit-one' }],
    'ag:first': '2022-03~',
    'prov:wasDerivedFrom': [{ '@id': 'id:report-a' }, { '@id': 'id:report-b' }],
    'prov:qualifiedDerivation': [
      {
        '@type': 'prov:Derivation',
        'prov:entity': { '@id': 'id:report-a' },
        'ag:pinpoint': 'p. 1',
        'ag:paraphrase': 'He commands.',
      },
    ],
  });
  expect(claim).not.toHaveProperty('ag:cites');
});

test('a finding in JSON-LD has each code with its certainty, the words of the body and the modes', () => {
  expect(linkedData(FINDING, AROUND)['ag:classifies']).toEqual([
    {
      '@type': 'ag:Classification',
      'ag:code': '8(2)(a)(i)',
      'ag:certainty': 'STATED',
      'ag:modes': ['25(3)(a)', '28(b)'],
    },
    { '@type': 'ag:Classification', 'ag:code': 'CRIMES_AGAINST_HUMANITY', 'ag:certainty': 'STATED', 'ag:modes': [] },
    {
      '@type': 'ag:Classification',
      'ag:code': 'WAR_CRIMES',
      'ag:certainty': 'POSSIBLE',
      'ag:asStated': 'may constitute war crimes',
      'ag:modes': [],
    },
  ]);
});

test('an incident in GeoJSON says of each subject every part that sources give it, each once', () => {
  const responsible = AROUND.attributed.get('incident-one')?.[0];
  if (!responsible) throw new Error('The sample attributes the incident.');
  const attributed = new Map([['incident-one', [responsible, { ...responsible, mode: 'PERPETRATOR' }, responsible]]]);
  expect(incidentFeature(INCIDENT, { ...AROUND, attributed })).toMatchObject({
    properties: { attributedTo: [{ id: 'unit-one', modes: ['RESPONSIBLE_STATE', 'PERPETRATOR'] }] },
  });
});

test('JSON-LD gives a schema.org start date only for a stated start, and no date with a mark of doubt', () => {
  expect(linkedData(INCIDENT, AROUND)).toMatchObject({
    'schema:startDate': '2022-03-05',
    'schema:endDate': '2022-03-05',
  });
  const cited = { ...INCIDENT, properties: { ...INCIDENT.properties, firstHardness: 'FIRST_CITED', last: '2022~' } };
  const linkedText = linkedData(cited, AROUND);
  expect(linkedText).not.toHaveProperty('schema:startDate');
  expect(linkedText).not.toHaveProperty('schema:endDate');
  expect(linkedText).toMatchObject({ 'ag:first': '2022-03-05', 'ag:last': '2022~' });
});

test('an export does not show properties that search and loading derive', () => {
  for (const inner of ['hash', 'searchText', 'sortKey', 'point', 'retractedAt', 'standing'])
    expect(PROPERTIES).not.toContain(inner);
  expect(linkedData(COMMAND, AROUND)).toMatchObject({ 'ag:superior': [{ '@id': 'id:unit-two' }] });
});
