import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { get } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

const suggested = async (path: string) => (await get(address(), `/suggest/${path}`)).json.result;
const ids = async (path: string) => (await suggested(path)).map(({ id }: { id: string }) => id);

test.each(['Vyrh', 'Вирг', 'Выргал', 'Serhii V', 'serhii vy'])(
  'the prefix %s suggests the person first',
  async (prefix) => {
    const [first] = await suggested(`entity?prefix=${encodeURIComponent(prefix)}`);
    expect(first).toMatchObject({
      id: 'person-fx-vyrhalets',
      name: 'Serhii Vyrhalets',
      notable: [{ id: 'Person', name: 'Person' }],
    });
    expect(first.description).toContain('Task Force Heron');
  },
);

test('an id suggests its entity, once', async () => {
  expect((await ids('entity?prefix=unit-fx-u2')).filter((id: string) => id === 'unit-fx-u2')).toEqual(['unit-fx-u2']);
});

test('a cursor gives the next suggestions, each once', async () => {
  const pages = [];
  for (let cursor = 0; cursor < 60; cursor += 10) pages.push(await ids(`entity?prefix=Vel&cursor=${cursor}`));
  const all = pages.flat();
  expect(pages[0]).toHaveLength(10);
  expect(all.length).toBeGreaterThan(10);
  expect(new Set(all).size).toBe(all.length);
  expect(pages.at(-1)).toEqual([]);
  expect(await ids('entity?prefix=Vel&cursor=9999')).toEqual([]);
});

test('a type narrows the suggestions', async () => {
  expect(await ids('entity?prefix=Velmora&type=Location')).toEqual(['location-fx-velmora']);
  expect(await ids('entity?prefix=unit-fx-u2&type=Person')).not.toContain('unit-fx-u2');
  expect(await ids('entity?prefix=Velmora&type=Vessel')).toEqual([]);
});

test.each(['', '*', '%00', '"', '%22)%20OR%20(', '%F0%9F%90%A6'])(
  'the prefix %s has no letter, and suggests nobody',
  async (prefix) => {
    expect((await get(address(), `/suggest/entity?prefix=${prefix}`)).status).toBe(200);
    if (!/[a-z]/i.test(decodeURIComponent(prefix))) expect(await ids(`entity?prefix=${prefix}`)).toEqual([]);
  },
);

test('parameters of older clients are ignored', async () => {
  const path = 'entity?prefix=Vyrh&type_strict=any&spell=always&filter=(all)&lang=en&key=x&limit=20&_=1700000000';
  expect((await ids(path))[0]).toBe('person-fx-vyrhalets');
});

test('types and properties are suggested by the prefix of their names, and all of them for an empty prefix', async () => {
  expect(await ids('type?prefix=')).toEqual(['Person', 'Unit', 'Body', 'Location', 'Incident']);
  expect(await ids('type?prefix=lo')).toEqual(['Location']);
  expect(await ids('property?prefix=coun')).toEqual(['country']);
  expect(await ids('property?prefix=unit')).toEqual(expect.arrayContaining(['unit', 'superiors']));
  const pages = [await ids('property?prefix='), await ids('property?prefix=&cursor=10')];
  expect(new Set(pages.flat()).size).toBe(20);
  expect(await ids('property?prefix=zzz')).toEqual([]);
});

test.each([
  ['entity?prefix=a&prefix=b', '`prefix` as a text of at most 200 characters; got ["a","b"].'],
  [`entity?prefix=${'a'.repeat(201)}`, '`prefix` as a text of at most 200 characters'],
  ['entity?prefix=a&cursor=-1', '`cursor` as a whole number from 0 to 9999; got "-1".'],
  ['entity?prefix=a&cursor=1e9', '`cursor` as a whole number'],
  ['type?prefix=a&cursor=x', '`cursor` as a whole number'],
  ['entity?prefix=a&publishedBy=yesterday', '`publishedBy` as one day that exists'],
])('the suggestion %s is refused with what was expected', async (path, message) => {
  const { status, codes, json } = await get(address(), `/suggest/${path}`);
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  expect(json.errors[0].message).toContain(`Expected ${message}`);
});
