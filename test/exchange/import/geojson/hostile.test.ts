import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { convertGeoJson } from '../../../../src/exchange/import/geojson/geojson.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS } from '../sheets.js';
import { collection, importedText, PLACE } from './features.js';

/** Files that are no GeoJSON of ours, or that somebody made to do harm. */

test.each([
  ['no JSON', '{"type":', 'JSON'],
  ['a feature alone', JSON.stringify(PLACE), 'a FeatureCollection'],
  ['a list', '[]', 'a FeatureCollection'],
  ['features that are no list', '{"type":"FeatureCollection","features":{}}', 'a list of features'],
  [
    'another system of coordinates',
    '{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}',
    'WGS 84, longitude first',
  ],
  ['UTF-16 without its mark', Buffer.from('{}', 'utf16le'), 'UTF-8'],
])('a GeoJSON file with %s is refused as a whole', async (_what, text, expected) => {
  const { errors, records } = await importedText('locations', text);
  expect(errors).toEqual([expect.objectContaining({ file: 'locations.geojson', row: 1, expected })]);
  expect(records).toEqual([]);
});

test('a GeoJSON file in UTF-16 with its mark is read', async () => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: [PLACE] });
  const { records } = await importedText('locations', Buffer.from(`\uFEFF${text}`, 'utf16le'));
  expect(records).toHaveLength(1);
});

test('a GeoJSON file that names WGS 84 as its coordinate system is read', async () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
  const { records } = await importedText(
    'locations',
    JSON.stringify({ type: 'FeatureCollection', crs, features: [PLACE] }),
  );
  expect(records).toHaveLength(1);
});

test('a GeoJSON file of more than fifty megabytes is refused before it is read', async () => {
  const path = join(temporaryFolder(), 'locations.geojson');
  const file = await open(path, 'w');
  await file.truncate(50_000_001);
  await file.close();
  const { errors } = await allOf(convertGeoJson({ locations: path }, OPTIONS));
  expect(errors).toEqual([expect.objectContaining({ expected: 'at most 50000000 bytes', got: '50000001 bytes' })]);
});

test('a GeoJSON file that does not exist, or in an unknown role, is an ordinary error', async () => {
  const { errors } = await allOf(
    convertGeoJson({ locations: '/nowhere/a.geojson', units: 'b.geojson' } as never, OPTIONS),
  );
  expect(errors.map(({ file, got }) => [file, got])).toEqual([
    ['b.geojson', 'units'],
    ['a.geojson', 'ENOENT'],
  ]);
});

test('GeoJSON with names of JavaScript properties at any depth is read without harm', async () => {
  const properties = `{"__proto__":{"name":"x"},"constructor":{"prototype":{"a":1}},"sources":{"__proto__":{"reportId":"report-a"}}}`;
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const feature = `{"type":"Feature","id":"location-a","geometry":{"type":"Point","coordinates":${deep}},"properties":${properties}}`;
  const { errors, records } = await importedText('locations', collection('x').replace('"x"', feature));
  expect(errors.map(({ column }) => column)).toEqual(['properties.name', 'properties.sources', 'geometry']);
  expect(records).toEqual([]);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
});
