import { expect, test } from '@jest/globals';
import { PROPERTIES } from '../../../src/exchange/reconciliation/properties.rules.js';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { form, get } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

async function extended(ids: string[], ...properties: (string | Record<string, unknown>)[]) {
  const requestedProperties = properties.map((property) =>
    typeof property === 'string' ? { id: property } : property,
  );
  const { status, json, text } = await form(address(), { extend: { ids, properties: requestedProperties } });
  if (status !== 200) throw new Error(text);
  return json;
}

test('data extension by a form gives names and posts, with a column for each property and a row for each id', async () => {
  const { meta, rows } = await extended(['person-fx-vyrhalets', 'person-fx-anders'], 'names', 'aliases', 'posts');
  expect(meta).toEqual([
    { id: 'names', name: 'Names' },
    { id: 'aliases', name: 'Other names' },
    { id: 'posts', name: 'Posts' },
  ]);
  expect(Object.keys(rows)).toEqual(['person-fx-vyrhalets', 'person-fx-anders']);
  expect(rows['person-fx-vyrhalets'].aliases.map(({ str }: { str: string }) => str).sort()).toEqual(
    ['Sergey Vyrgalets', 'Сергей Выргалец', 'Сергій Виргалець'].sort(),
  );
  expect(rows['person-fx-vyrhalets'].names).toHaveLength(4);
  expect(rows['person-fx-anders'].posts).toEqual([
    { str: 'Commander of the 2nd Brigade · 2nd Brigade of Velmora · from 2021-06-01, to 2022-04-14' },
  ]);
});

test('the columns of posts have one value for each claim each, in the order of dates', async () => {
  const columns = ['posts', 'unit', 'post_title', 'post_role', 'post_first', 'post_last', 'post_sources'];
  const { rows } = await extended(['person-fx-berg'], ...columns);
  const row = rows['person-fx-berg'];
  const lengths = columns.map((column) => row[column].length);
  expect(lengths[0]).toBeGreaterThan(3);
  expect(new Set(lengths).size).toBe(1);
  const dates = row.post_first.map(({ str }: { str: string }) => str);
  expect(dates).toEqual([...dates].sort());
  expect(row.unit[0]).toEqual({ id: 'unit-fx-u2', name: '2nd Brigade of Velmora' });
  expect(row.posts.map(({ str }: { str: string }) => str)).toContain(
    'Commander of the 2nd Brigade · 2nd Brigade of Velmora · from 2022-04-10, assumed to go on after 2022-04-10',
  );
});

test('superiors and holders are matched entities, each once, with the dates of the claims', async () => {
  const { meta, rows } = await extended(['unit-fx-u2'], 'superiors', 'holders', 'country', 'kind', 'sites');
  expect(meta.slice(0, 2)).toEqual([
    { id: 'superiors', name: 'Superior units', type: { id: 'Unit', name: 'Unit' } },
    { id: 'holders', name: 'Holders of posts', type: { id: 'Person', name: 'Person' } },
  ]);
  const { superiors, holders, country, kind } = rows['unit-fx-u2'];
  expect(superiors.map(({ id }: { id: string }) => id)).toContain('unit-fx-u1');
  expect(superiors[0].description).toMatch(/Command.*(from|first cited) 20/);
  const ids = holders.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toEqual(expect.arrayContaining(['person-fx-anders', 'person-fx-berg']));
  expect([country, kind]).toEqual([[{ str: 'XV' }], [{ str: 'ARMED_FORCES' }]]);
});

test('data extension gives the coordinates of places as numbers, the larger place and identifiers', async () => {
  const { rows } = await extended(
    ['location-fx-l2', 'location-kyiv'],
    'latitude',
    'longitude',
    'within',
    'identifiers',
  );
  expect(rows['location-fx-l2']).toEqual({
    latitude: [{ float: 10.09 }],
    longitude: [{ float: 10 }],
    within: [{ id: 'location-fx-tarn-region', name: 'Tarn Region' }],
    identifiers: [],
  });
  expect(rows['location-kyiv'].identifiers).toEqual([{ str: 'GEONAMES:703448' }]);
});

test.each([
  ['literal', '2nd Brigade of Velmora'],
  ['id', 'unit-fx-u2'],
])('the setting content: %s gives %s in place of the entity, and a column without a type', async (content, str) => {
  const { meta, rows } = await extended(
    ['person-fx-anders', 'unit-fx-u2'],
    { id: 'unit', settings: { content } },
    {
      id: 'holders',
      settings: { content },
    },
  );
  expect(rows['person-fx-anders'].unit).toEqual([{ str }]);
  expect(meta).toEqual([
    { id: 'unit', name: 'Unit of the post' },
    { id: 'holders', name: 'Holders of posts' },
  ]);
});

test.each([
  [2, 2],
  ['2', 2],
  [0, 4],
  ['0', 4],
  ['', 4],
  [100, 4],
])('the setting limit: %j gives %d of four names', async (limit, length) => {
  const { rows } = await extended(['person-fx-vyrhalets'], { id: 'names', settings: { limit } });
  expect(rows['person-fx-vyrhalets'].names).toHaveLength(length);
});

test('data extension gives no values for an unknown id, a property of another type or an unknown property', async () => {
  const { meta, rows } = await extended(
    ['person-fx-missing', 'person-fx-anders', '__proto__'],
    'country',
    'uid',
    '__proto__',
  );
  expect(meta.map(({ id, name }: { id: string; name: string }) => [id, name])).toEqual([
    ['country', 'Country'],
    ['uid', 'uid'],
    ['__proto__', '__proto__'],
  ]);
  expect(JSON.stringify(rows['person-fx-missing'])).toBe('{"country":[],"uid":[],"__proto__":[]}');
  expect(JSON.stringify(rows['person-fx-anders'])).toBe('{"country":[],"uid":[],"__proto__":[]}');
  expect(({} as { country?: unknown }).country).toBeUndefined();
});

test('data extension proposes the properties of a type, up to the limit', async () => {
  const ofPerson = (await get(address(), '/properties?type=Person')).json;
  expect(ofPerson.type).toBe('Person');
  const ids = ofPerson.properties.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(['names', 'posts', 'unit', 'identifiers']));
  expect(ids).not.toContain('country');
  const two = (await get(address(), '/properties?type=Unit&limit=2')).json;
  expect([two.limit, two.properties.length]).toEqual([2, 2]);
  for (const path of ['/properties', '/properties?type=', '/properties?type=Vessel'])
    expect((await get(address(), path)).json.properties).toHaveLength(PROPERTIES.length);
});

test('every property that is proposed for a type can be fetched for one of its entities', async () => {
  const examples = {
    Person: 'person-fx-berg',
    Unit: 'unit-fx-u2',
    Body: 'body-fx-trial-chamber',
    Location: 'location-fx-l2',
  };
  for (const [type, id] of Object.entries(examples)) {
    const { json } = await get(address(), `/properties?type=${type}`);
    const properties = json.properties.map((property: { id: string }) => property.id);
    const { rows } = await extended([id], ...properties);
    const empty = properties.filter((property: string) => rows[id][property].length === 0);
    // A brigade of the fixture has no identifier, a person no second name, a chamber no holders.
    expect(['aliases', 'identifiers', 'holders']).toEqual(expect.arrayContaining(empty));
  }
});

test('a lens in the address of data extension excludes claims whose reports it excludes', async () => {
  const body = { extend: { ids: ['person-fx-anders'], properties: [{ id: 'posts' }] } };
  const { json } = await form(address(), body, '?excludeReports=report-fx-archive-2023,report-fx-observer-2023');
  expect(json.rows['person-fx-anders'].posts).toEqual([]);
});
