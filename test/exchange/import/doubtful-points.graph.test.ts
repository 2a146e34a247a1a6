import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { mutate } from '../../writing/edit/edit-requests.js';
import { importInto } from './batch-requests.js';
import { collection } from './geojson/features.js';

/** Points that are hardly where their place is. */

useGraph('amnesty-ukraine', 'public-record');

const place = (id: string, coordinates: number[], more: object) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: {
    name: 'Testove',
    kind: 'PLACE',
    precision: 'ADMIN2',
    coordinatesFrom: 'report-geonames',
    sources: ['report-geonames'],
    ...more,
  },
});

const FEATURES = [
  place('location-swapped', [47.094, 37.543], { within: 'location-ukraine' }),
  place('location-swapped-too', [49.84, 24.03], { country: 'UA' }),
  place('location-null', [0, 0], { country: 'UA' }),
  place('location-right', [24.03, 49.84], { country: 'UA', within: 'location-ukraine' }),
  place('location-west', [-37.543, 47.094], { country: 'UA' }),
  place('location-south', [37.543, -48.1], { within: 'location-ukraine' }),
  place('location-near-null', [0.0001, 0.0001], { country: 'UA' }),
  place('location-whole', [30, 50], { country: 'UA', precision: 'EXACT_POINT' }),
];

async function importPlaces() {
  const folder = temporaryFolder();
  const path = join(folder, 'locations.geojson');
  await writeFile(path, collection(...FEATURES));
  const about = { title: 'Places', description: 'Places.', licence: 'CC0-1.0', attribution: 'nobody' };
  return importInto(
    await importRequest(graph(), {
      format: 'geojson',
      files: { locations: path },
      dataset: { id: 'places', ...about, redistribute: true },
      about: {},
      whole: false,
      skipFaulty: false,
      dryRun: false,
      reason: 'A test.',
      actor: 'tester',
      folder,
    }),
  );
}

test('a swapped point, one with a wrong sign and degrees 0, 0 go in as facts with a doubt, and the place has no coordinates', async () => {
  const { state, report } = await importPlaces();
  expect(state).toBe('WRITTEN');
  expect(report.problems.map(({ severity, row, got }) => [severity, row, got])).toEqual([
    ['WARNING', 1, 'latitude 37.543, longitude 47.094'],
    ['WARNING', 2, 'latitude 24.03, longitude 49.84'],
    ['WARNING', 3, 'latitude 0, longitude 0'],
    ['WARNING', 5, 'latitude 47.094, longitude -37.543'],
    ['WARNING', 6, 'latitude -48.1, longitude 37.543'],
    ['WARNING', 7, 'latitude 0.0001, longitude 0.0001'],
    ['WARNING', 8, 'latitude 50, longitude 30'],
  ]);
  const rows = await graph().read(
    {
      name: 'places',
      text: `MATCH (n:Location) WHERE n.id IN $ids
RETURN n.id AS id, n.latitude AS latitude, [(fact:Fact {property: 'COORDINATES'})-[:OF]->(n) | [fact.value, fact.doubts[0]]] AS facts ORDER BY id`,
    },
    { ids: FEATURES.map(({ id }) => id) },
  );
  expect(rows).toEqual([
    { id: 'location-near-null', latitude: null, facts: [['0.0001, 0.0001', 'POINT_DOUBTFUL']] },
    { id: 'location-null', latitude: null, facts: [['0, 0', 'POINT_DOUBTFUL']] },
    { id: 'location-right', latitude: 49.84, facts: [] },
    { id: 'location-south', latitude: null, facts: [['-48.1, 37.543', 'POINT_DOUBTFUL']] },
    { id: 'location-swapped', latitude: null, facts: [['37.543, 47.094', 'POINT_DOUBTFUL']] },
    { id: 'location-swapped-too', latitude: null, facts: [['24.03, 49.84', 'POINT_DOUBTFUL']] },
    { id: 'location-west', latitude: null, facts: [['47.094, -37.543', 'POINT_DOUBTFUL']] },
    { id: 'location-whole', latitude: 50, facts: [] },
  ]);
});

test('doubtful points that are imported again change nothing', async () => {
  const { state, effect } = await importPlaces();
  expect([state, effect.created]).toEqual(['UNCHANGED', 0]);
});

test('a dataset is listed whose statements all cite reports of other datasets', async () => {
  const { datasets } = await answer('{ datasets { id licence attribution } }');
  expect(datasets).toContainEqual({ id: 'places', licence: 'CC0-1.0', attribution: 'nobody' });
});

test('a point that an editor records is told and doubted in the same way', async () => {
  const location = (id: string, latitude: number, longitude: number, more: object = {}) => ({
    location: {
      ...{ id, kind: 'PLACE', latitude, longitude, precision: 'EXACT_POINT', coordinatesFrom: 'report-geonames' },
      ...{ within: 'location-ukraine', names: [{ value: 'Testove' }], cites: [{ report: 'report-geonames' }], ...more },
    },
  });
  const record = async (input: object) =>
    mutate(
      'mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { record { id } warnings userErrors { message } } }',
      { dataset: 'places', reason: 'For a test.', record: input },
    );
  const swapped = await record(location('location-edited', 37.543, 47.094));
  expect(swapped).toMatchObject({ record: { id: 'location-edited' }, userErrors: [] });
  expect(swapped.warnings).toEqual([
    expect.stringMatching(
      /^input\.record\.location\.latitude: latitude 37\.543, longitude 47\.094: The point is hardly where the place is\. /,
    ),
  ]);
  const nowhere = await record(location('location-nowhere', 0, 0));
  expect(nowhere.warnings).toEqual([
    'input.record.location.latitude: latitude 0, longitude 0: Whole degrees are 100 km apart, yet the precision is that of a point.',
    expect.stringContaining('The point is hardly where the place is.'),
  ]);
  expect((await record(location('location-exact', 47.094, 37.543))).warnings).toEqual([]);
  const { edited, exact } = await answer(`{
    edited: location(id: "location-edited") { latitude longitude facts { property value doubts citations { report { id } } } }
    exact: location(id: "location-exact") { latitude longitude facts { value } } }`);
  expect(edited).toEqual({
    ...{ latitude: null, longitude: null },
    facts: [
      {
        ...{ property: 'COORDINATES', value: '37.543, 47.094', doubts: ['POINT_DOUBTFUL'] },
        citations: [{ report: { id: 'report-geonames' } }],
      },
    ],
  });
  expect(exact).toEqual({ latitude: 47.094, longitude: 37.543, facts: [] });
});
