import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonTable } from '../../../../src/exchange/import/map/json-rows.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { recordsOfType } from '../sheets.js';
import { mapped } from './tables.js';

/** Nested JSON as a table: what its columns are called, and what stands in them. */

/** The columns of each row with their values. */
async function rowsIn(content: unknown): Promise<Record<string, readonly string[]>[]> {
  const path = join(temporaryFolder(), 'list.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const table = await jsonTable(path);
  const rows: Record<string, readonly string[]>[] = [];
  for await (const row of table?.rows() ?? [])
    rows.push(Object.fromEntries([...row.columns].map((name) => [name, row.values(name)])));
  return rows;
}

describe('a row of nested JSON', () => {
  test.each<[what: string, value: object, cells: Readonly<Record<string, readonly string[]>>]>([
    ['has a path for a value inside of objects', { a: { b: { c: 1 } } }, { 'a.b.c': ['1'] }],
    ['leaves out what is null', { a: null, b: { c: null }, d: false }, { d: ['false'] }],
    ['has places for numbers in a list', { at: [20.5, 10.25] }, { 'at.0': ['20.5'], 'at.1': ['10.25'] }],
    ['has several values for texts in a list', { tags: ['a', 'b'] }, { 'tags[]': ['a', 'b'] }],
    [
      'keeps the places of objects in a list, also of those without a value',
      { of: [{ url: 'u' }, { title: 't' }, { url: 'w', title: 'x' }] },
      { 'of[].url': ['u', '', 'w'], 'of[].title': ['', 't', 'x'] },
    ],
    [
      'joins the values of a list in a list',
      { of: [{ tags: ['a', 'b'] }, { tags: ['c'] }] },
      { 'of[].tags[]': ['a; b', 'c'] },
    ],
    [
      'tells objects with a key apart by it, and keeps all that have the same',
      {
        filters: [
          { key: 'Area', value: 'Home' },
          { key: 'Weapon', value: 'A' },
          { key: 'Weapon', value: 'B' },
        ],
      },
      { 'filters[key=Area].value': ['Home'], 'filters[key=Weapon].value': ['A', 'B'] },
    ],
    ['has no column for an empty list', { filters: [], id: 1 }, { id: ['1'] }],
  ])('%s', async (_what, value, cells) => {
    expect(await rowsIn([value])).toEqual([cells]);
  });

  test('stands in the only list of objects of a file', async () => {
    expect(await rowsIn({ version: 2, notes: [], data: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: ['1'] }, { a: ['2'] }]);
  });

  test('cannot be found where a file has two lists of objects, or none', async () => {
    const expected = { problem: { expected: 'one list of objects', got: '2 such lists' } };
    await expect(rowsIn({ one: [{ a: 1 }], two: [{ b: 1 }] })).rejects.toMatchObject(expected);
    await expect(rowsIn({ a: 1 })).rejects.toMatchObject({ problem: { got: '0 such lists' } });
  });
});

const PLACES = `
tables:
  list:
    records:
      - template: locations
        columns:
          id: { id: location-vm, from: properties.name }
          name: properties.name
          kind: { value: PLACE }
          longitude: geometry.coordinates.0
          latitude: geometry.coordinates.1
    ignore: [type, geometry.type]
`;

const feature = (coordinates: unknown, name = 'Osk', type = 'Point') => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties: { name },
});
const geoJson = (features: unknown[], more = {}) =>
  mapped(JSON.stringify({ type: 'FeatureCollection', ...more, features }), PLACES, { name: 'places.geojson' });

const system = (name: string) => ({ crs: { type: 'name', properties: { name } } });

describe('a mapped GeoJSON', () => {
  test('has the longitude first', async () => {
    const { records, problems } = await geoJson([feature([20.5, 10.25])], system('urn:ogc:def:crs:OGC:1.3:CRS84'));
    expect(problems).toEqual([]);
    expect(recordsOfType(records, 'locations')).toMatchObject([{ longitude: 20.5, latitude: 10.25 }]);
  });

  test('in another system of coordinates than WGS 84 is refused as a whole', async () => {
    const { records, errors } = await geoJson([feature([2283000, 1134000])], system('EPSG:3857'));
    expect(records).toEqual([]);
    expect(errors).toMatchObject([{ file: 'places.geojson', expected: 'WGS 84, longitude first', got: 'EPSG:3857' }]);
  });

  test('with a point that is not on Earth has a place without coordinates, which keeps what is stated', async () => {
    const { records, errors } = await geoJson([feature([2283000, 1134000])]);
    expect(errors).toEqual([]);
    const [place] = recordsOfType(records, 'locations');
    expect(place).not.toHaveProperty('latitude');
    expect(place?.facts).toEqual([
      { property: 'LATITUDE_AS_STATED', value: '1134000' },
      { property: 'LONGITUDE_AS_STATED', value: '2283000' },
    ]);
  });

  test('with a height or a line reports the columns that are not imported', async () => {
    const line = [
      [20, 10],
      [21, 11],
    ];
    const { records, problems } = await geoJson([
      feature([20.5, 10.25, 300]),
      feature(line, 'Lake Road', 'LineString'),
    ]);
    expect(problems.map(({ severity, got, message }) => [severity, got, message])).toEqual([
      ['WARNING', 'geometry.coordinates.2', 'This column is not imported.'],
      ['WARNING', 'geometry.coordinates[].0', 'This column is not imported.'],
      ['WARNING', 'geometry.coordinates[].1', 'This column is not imported.'],
    ]);
    expect(recordsOfType(records, 'locations')[1]).not.toHaveProperty('latitude');
  });
});
