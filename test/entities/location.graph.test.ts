import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';
import { listed, shorts } from '../support/list.js';

useGraphToRead('fictional');

const ALL = ['l6', 'l2', 'l7', 'kesteria', 'l8', 'l5', 'l3', 'l9', 'tarn-region', 'l1', 'l4', 'velmora'];

test('location(id) returns the location, and null for an unknown id', async () => {
  const { location, no } =
    await answer(`{ location(id: "location-fx-l2") { __typename id name kind countries latitude longitude precision
    coordinatesFrom { id } within { id } } no: location(id: "location-none") { id } }`);
  expect(no).toBeNull();
  expect(location).toEqual({
    __typename: 'Location',
    id: 'location-fx-l2',
    name: 'Camp Osk',
    kind: 'FACILITY',
    countries: ['XV'],
    latitude: 10.09,
    longitude: 10,
    precision: 'NEAR_POINT',
    coordinatesFrom: { id: 'report-fx-gazetteer' },
    within: { id: 'location-fx-tarn-region' },
  });
});

test('a country has no coordinates and lies in no larger place', async () => {
  const { location } = await answer(
    '{ location(id: "location-fx-velmora") { latitude longitude within { id } coordinatesFrom { id } } }',
  );
  expect(location).toEqual({ latitude: null, longitude: null, within: null, coordinatesFrom: null });
});

test('locations lists locations by name, ascending or descending', async () => {
  expect(await listed('locations')).toEqual(ALL);
  expect(await listed('locations', 'orderBy: NAME_DESC')).toEqual([...ALL].reverse());
});

test.each([
  ['name: "TARN"', ['tarn-region', 'l1']],
  ['kinds: [FACILITY]', ['l2', 'l5', 'l9']],
  ['kinds: [AREA]', []],
  ['countries: ["XY"]', ['kesteria', 'l9']],
  ['within: "location-fx-tarn-region"', ['l6', 'l2', 'l7', 'l3', 'l1']],
  ['within: "location-fx-velmora"', ['l6', 'l2', 'l7', 'l8', 'l5', 'l3', 'tarn-region', 'l1', 'l4']],
  ['within: "location-fx-l1"', []],
  ['near: { latitude: 10, longitude: 10, kilometres: 12 }', ['l6', 'l2', 'l1']],
  ['near: { latitude: 10, longitude: 10, kilometres: 1 }', ['l1']],
  ['near: { latitude: -60, longitude: -120, kilometres: 1000 }', []],
  ['near: { latitude: 10, longitude: 10, kilometres: 12 }, kinds: [PLACE]', ['l6', 'l1']],
])('locations filters by %s', async (filter, expected) => {
  expect(await listed('locations', `filter: { ${filter} }`)).toEqual(expected);
});

test.each([
  ['latitude: 91, longitude: 0, kilometres: 1', 'Expected `near.latitude` from -90 to 90; got 91.'],
  ['latitude: 0, longitude: -181, kilometres: 1', 'Expected `near.longitude` from -180 to 180; got -181.'],
  ['latitude: 0, longitude: 0, kilometres: 0', 'Expected `near.kilometres` above 0 and up to 1000; got 0.'],
  ['latitude: 0, longitude: 0, kilometres: 1001', 'Expected `near.kilometres` above 0 and up to 1000; got 1001.'],
])('the filter near with %s is refused', async (near, message) => {
  const { errors } = await ask(`{ locations(filter: { near: { ${near} } }) { nodes { id } } }`);
  expect(errors.map((error) => error.message)).toEqual([message]);
});

test('a location lists the places directly in it, and each of those names the location', async () => {
  const { location } = await answer(
    '{ location(id: "location-fx-velmora") { contains { totalCount nodes { id within { id } } } } }',
  );
  expect(shorts(location.contains.nodes)).toEqual(['l8', 'l5', 'tarn-region', 'l4']);
  expect(location.contains.totalCount).toBe(4);
  for (const { within } of location.contains.nodes) expect(within).toEqual({ id: 'location-fx-velmora' });
});

test('a location lists the incidents at it and at the places inside it, at any depth', async () => {
  const at = async (id: string, args = '') =>
    shorts(
      (await answer(`{ location(id: "location-fx-${id}") { incidents${args} { nodes { id location { id } } } } }`))
        .location.incidents.nodes,
    );
  expect(await at('l6')).toEqual(['i1']);
  expect(await at('tarn-region')).toEqual(['i1', 'i2', 'i4', 'i5']);
  expect(await at('velmora')).toEqual(['i1', 'i2', 'i4', 'i5', 'i3']);
  expect(await at('kesteria')).toEqual(['i6']);
  expect(await at('l4')).toEqual([]);
  expect(await at('velmora', '(orderBy: FIRST_DESC, first: 1)')).toEqual(['i3']);
  expect(await at('velmora', '(filter: { kinds: [DISPLACEMENT] })')).toEqual(['i5']);
  expect(await at('velmora', '(filter: { within: "location-fx-tarn-region" })')).toEqual(['i1', 'i2', 'i4', 'i5']);
  expect(await at('velmora', '(filter: { within: "location-fx-kesteria" })')).toEqual([]);
});

test('a location lists the claims that position units there, filtered by day and kind', async () => {
  const { location } = await answer(`{ location(id: "location-fx-l5") { positionings { nodes { unit { id } } }
    march: positionings(on: "2022-03-20") { nodes { cover(on: "2022-03-20") unit { id } } } areas: positionings(kinds: [AREA_OF_OPERATIONS]) { nodes { id } } } }`);
  expect(location.positionings.nodes).toEqual([{ unit: { id: 'unit-fx-u4' } }, { unit: { id: 'unit-fx-u3' } }]);
  expect(location.march.nodes).toEqual([{ cover: 'CITED', unit: { id: 'unit-fx-u4' } }]);
  expect(location.areas.nodes).toEqual([]);
});
