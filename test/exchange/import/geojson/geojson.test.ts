import { expect, test } from '@jest/globals';
import { featureCollection, incidentFeature, locationFeature } from '../../../../src/exchange/export/geojson.js';
import {
  ABOUT,
  AROUND,
  INCIDENT as EXPORTED,
  PLACE as EXPORTED_PLACE,
  pagesOf,
  whole,
} from '../../export/sample-pages.js';
import { faultsOf } from '../sheets.js';
import { INCIDENT, imported, importedText, PLACE } from './features.js';

/** Places and incidents of a map become records, also those of our own export. */

test('a GeoJSON place is a location with its name, its point and the report of its coordinates', async () => {
  const { records, problems, report } = await imported('locations', PLACE);
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      recordType: 'locations',
      origin: { file: 'locations.geojson', row: 1 },
      record: {
        id: 'location-ostra',
        names: [{ value: 'Ostra', kind: 'PREFERRED', lang: 'und', script: 'Latn' }],
        kind: 'PLACE',
        country: ['XV'],
        precision: 'ADMIN2',
        coordinatesFrom: 'report-gazetteer',
        latitude: 10.25,
        longitude: -20.5,
        cites: [{ report: 'report-gazetteer' }],
      },
    },
  ]);
  expect(report.citations.balance).toEqual({ in: 1, out: 1, repeated: 0, refused: 0 });
});

test('a GeoJSON incident is an incident at its location, with the weaker hardness for an end without one', async () => {
  const { records, problems } = await imported('incidents', INCIDENT);
  expect(problems).toEqual([]);
  expect(records[0]?.record).toEqual({
    id: 'incident-ford',
    title: 'Killings at Brack Ford',
    kinds: ['KILLING'],
    means: [],
    first: '2022-03-05 START',
    last: '2022-03-05 LAST_CITED',
    location: 'location-ostra',
    cites: [{ report: 'report-a', pinpoint: 'p. 1' }],
  });
  expect(faultsOf(records).filter((fault) => !fault.includes('not declared'))).toEqual([]);
});

test('a location is unchanged by a round trip through GeoJSON', async () => {
  const text = await whole(featureCollection(ABOUT, pagesOf([EXPORTED_PLACE]), locationFeature));
  const { records, problems } = await importedText('locations', text);
  expect(problems).toEqual([]);
  const place = AROUND.entities.get(EXPORTED_PLACE.id);
  expect(records[0]?.record).toMatchObject({
    id: EXPORTED_PLACE.id,
    kind: EXPORTED_PLACE.properties.kind,
    precision: EXPORTED_PLACE.properties.precision,
    coordinatesFrom: 'report-b',
    latitude: place?.latitude,
    longitude: place?.longitude,
    names: [expect.objectContaining({ value: place?.name })],
    cites: [{ report: 'report-a', pinpoint: 'p. 3' }],
  });
});

test('an incident is unchanged by a round trip through GeoJSON, but for its attributions, with a warning', async () => {
  const text = await whole(featureCollection(ABOUT, pagesOf([EXPORTED]), incidentFeature));
  const { records, problems } = await importedText('incidents', text);
  expect(problems.map(({ severity, column, got }) => [severity, column, got])).toEqual([
    ['WARNING', 'properties.attributedTo', 'unit-one'],
  ]);
  const { title, kinds, first, last, precision } = EXPORTED.properties;
  expect(records[0]?.record).toEqual({
    id: EXPORTED.id,
    title,
    kinds,
    means: [],
    precision,
    first: `${first} START`,
    last: `${last} END`,
    location: 'location-one',
    cites: [{ report: 'report-a', pinpoint: 'p. 1', paraphrase: 'He commands.' }, { report: 'report-b' }],
  });
});
