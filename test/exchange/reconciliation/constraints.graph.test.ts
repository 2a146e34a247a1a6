import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { candidates } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

const best = async (query: string | undefined, type: string, ...properties: { pid: string; v: unknown }[]) =>
  (await candidates(address(), { query, type, properties }))[0];
const agreement = (candidate: Awaited<ReturnType<typeof best>>) =>
  candidate?.features.find(({ id }) => id === 'properties')?.value;

test.each([
  ['unit', 'unit-fx-u2'],
  ['unit', { id: 'unit-fx-u2', name: 'whatever it is called there' }],
  ['unit', '2nd Brigade of Velmora'],
  ['unit', 'osk brigade'],
  ['unit', ['unit-fx-u9', 'Osk Brigade']],
  ['post_role', 'commander'],
  ['post_title', 'Commander of the 2nd Brigade'],
  ['post_first', '2021-06-01'],
])('the property %s %j agrees with a person, who stays a match', async (pid, v) => {
  const found = await best('Tomas Anders', 'Person', { pid, v });
  expect(found).toMatchObject({ id: 'person-fx-anders', score: 100, match: true });
  expect(agreement(found)).toBe(100);
});

test.each([
  ['unit', 'unit-fx-u3'],
  ['unit', { id: 'unit-fx-u1' }],
  ['unit', '3rd Battalion of Velmora'],
  ['post_role', 'SPOKESPERSON'],
])(
  'the property %s %j differs from a person, who stays a candidate with a lower score and is no match',
  async (pid, v) => {
    const found = await best('Tomas Anders', 'Person', { pid, v });
    expect(found).toMatchObject({ id: 'person-fx-anders', score: 70, match: false });
    expect(agreement(found)).toBe(0);
  },
);

test('a property that no source states lowers the score less than one that a source contradicts', async () => {
  const found = await best('Tomas Anders', 'Person', { pid: 'identifiers', v: 'REGISTER:1' });
  expect(found).toMatchObject({ score: 85, match: false });
  expect(agreement(found)).toBe(50);
});

test.each([
  ['Osk Brigade', 'Unit', 'XV', 100],
  ['Osk Brigade', 'Unit', 'xv', 100],
  ['Osk Brigade', 'Unit', 'XY', 70],
  ['Mariupol', 'Location', 'UA', 100],
  ['Mariupol', 'Location', 'Ukraine', 100],
  ['Mariupol', 'Location', 'Україна', 100],
  ['Mariupol', 'Location', 'Russia', 70],
])('the country of %s (%s) compared with %s scores %d', async (name, type, v, score) => {
  expect((await best(name, type, { pid: 'country', v }))?.score).toBe(score);
});

test('a property that the type cannot have, or an unknown one, does not change the score', async () => {
  for (const pid of ['country', 'professionOrOccupation', '__proto__', 'constructor'])
    expect(await best('Tomas Anders', 'Person', { pid, v: 'UA' })).toMatchObject({ score: 100, match: true });
});

test.each(['703448', 'GEONAMES:703448', 'GEONAMES 703448'])(
  'the identifier %s finds its bearer with any name or none',
  async (v) => {
    expect(await best(undefined, 'Location', { pid: 'identifiers', v })).toMatchObject({ score: 100, match: false });
    const misnamed = await best('Zzyzx', 'Location', { pid: 'identifiers', v });
    expect(misnamed).toMatchObject({ name: 'Kyiv', score: 90, match: false });
  },
);

test('a post alone finds the person who held it', async () => {
  const found = await candidates(address(), { properties: [{ pid: 'unit', v: { id: 'unit-fx-u2' } }], type: 'Person' });
  expect(found.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['person-fx-anders', 'person-fx-berg', 'person-fx-holt']),
  );
  for (const { match, score } of found) expect([match, score]).toEqual([false, 100]);
});

test('numbers and booleans in properties are compared as texts', async () => {
  expect(await best('Tarnmoor', 'Location', { pid: 'latitude', v: 10 })).toMatchObject({ score: 100, match: true });
  expect(await best('Tarnmoor', 'Location', { pid: 'latitude', v: true })).toMatchObject({ score: 70 });
});
