import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { brief, candidates, form, get } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

const candidatesFor = async (query: unknown, parameters = '') =>
  (await candidates(address(), query, parameters)).map(brief);
const ids = async (query: unknown) => (await candidates(address(), query)).map(({ id }) => id);

test.each(['Serhii Vyrhalets', 'Сергій Виргалець', 'Сергей Выргалец', 'Sergey Vyrgalets'])(
  'a query by a form for %s finds the person as a match',
  async (query) => {
    const [first] = await candidates(address(), { query, type: 'Person', type_strict: 'should' });
    expect(first).toMatchObject({
      id: 'person-fx-vyrhalets',
      name: 'Serhii Vyrhalets',
      score: 100,
      match: true,
      type: [{ id: 'Person', name: 'Person' }],
      features: [
        { id: 'name', value: 100 },
        { id: 'exact_name', value: true },
      ],
    });
  },
);

test.each([
  ['Сергій Вирхалець', 95, 95],
  ['Sergei Vyrgalets', 95, 95],
  ['Vyrhalets, Serhii', 90, 90],
  ['General Serhii Vyrhalets', 85, 89],
  ['Serhii Vyrhaletz', 70, 95],
])('a query for %s finds the person with a score from %d to %d and no match', async (query, least, most) => {
  const [first] = await candidates(address(), { query, type: 'Person' });
  expect(first?.id).toBe('person-fx-vyrhalets');
  expect(first?.score).toBeGreaterThanOrEqual(least);
  expect(first?.score).toBeLessThanOrEqual(most);
  expect(first?.match).toBe(false);
});

test('a batch is answered by its keys, best candidates first, and a query for an unknown name gets no candidate', async () => {
  const { status, headers, json } = await form(address(), {
    queries: {
      q0: { query: 'Tomas Anders' },
      'second row': { query: 'Tarnmoor', type: 'Location', limit: 3 },
      q2: { query: 'Xqzwv' },
      q3: { query: '' },
      q4: { query: '*:*' },
    },
  });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(Object.keys(json)).toEqual(['q0', 'second row', 'q2', 'q3', 'q4']);
  expect(json.q0.result.slice(0, 1).map(brief)).toEqual([['person-fx-anders', 100, true]]);
  expect(json['second row'].result.slice(0, 1).map(brief)).toEqual([['location-fx-l1', 100, true]]);
  for (const key of ['q2', 'q3', 'q4']) expect(json[key]).toEqual({ result: [] });
  for (const { result } of Object.values(json) as { result: { score: number }[] }[]) {
    const scores = result.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  }
});

test('a batch in the address gets the same answer as one in a form', async () => {
  const queries = { q0: { query: 'Osk Brigade', type: 'Unit' } };
  const got = await get(address(), `?queries=${encodeURIComponent(JSON.stringify(queries))}`);
  expect(got.json).toEqual((await form(address(), { queries })).json);
  expect(got.json.q0.result[0]).toMatchObject({
    id: 'unit-fx-u2',
    name: '2nd Brigade of Velmora',
    description: 'named Osk Brigade · Armed forces · XV',
  });
});

test('the description distinguishes namesakes by the last post of a person, and by kind and place of others', async () => {
  const [anders] = await candidates(address(), { query: 'Tomas Anders' });
  expect(anders?.description).toBe(
    'Commander of the 2nd Brigade · 2nd Brigade of Velmora · from 2021-06-01, to 2022-04-14',
  );
  const [town] = await candidates(address(), { query: 'Tarnmoor' });
  expect(town?.description).toBe('Place · XV · Tarn Region');
});

test('a query with a type finds entities of that type alone, at every strictness', async () => {
  for (const type_strict of ['any', 'should', 'all', undefined]) {
    const found = await candidates(address(), { query: 'Velmora', type: ['Location'], limit: 25, type_strict });
    expect(found.map(brief)).toEqual([['location-fx-velmora', 100, true]]);
  }
  expect(await ids({ query: 'Tomas Anders', type: 'Unit' })).not.toContain('person-fx-anders');
  expect(await ids({ query: 'Tomas Anders', type: ['Unit', 'Person'] })).toContain('person-fx-anders');
  expect(await ids({ query: 'Tomas Anders', type: 'Vessel' })).toEqual([]);
});

test('an organization that is a unit and a body has both types, and fits a query for both', async () => {
  const query = { query: 'Ministry of Defence of Velmora', type: ['Unit', 'Body'], type_strict: 'all' };
  const [first, ...others] = await candidates(address(), query);
  expect(first).toMatchObject({ id: 'org-fx-ministry', match: true });
  expect(first?.type.map(({ id }) => id)).toEqual(['Unit', 'Body']);
  for (const { type } of others) expect(type).toHaveLength(2);
});

test('a query for an id finds its entity', async () => {
  expect((await candidatesFor({ query: 'unit-fx-u2' }))[0]).toEqual(['unit-fx-u2', 100, true]);
  expect(await candidatesFor({ query: 'unit-fx-u2', type: 'Person' })).not.toContainEqual(['unit-fx-u2', 100, true]);
});

test('a query gets at most the limit of candidates, and never more than 25', async () => {
  expect(await candidatesFor({ query: 'Velmora', limit: 2 })).toHaveLength(2);
  const many = await candidatesFor({ query: 'of Velmora Brigade Battalion Army Tribunal', limit: 1_000_000 });
  expect(many.length).toBeGreaterThan(3);
  expect(many.length).toBeLessThanOrEqual(25);
});

test('a brigade with another number in its name is a candidate with a low score', async () => {
  const [first, ...others] = await candidates(address(), { query: '3rd Battalion of Velmora', type: 'Unit' });
  expect(first).toMatchObject({ id: 'unit-fx-u3', score: 100, match: true });
  for (const { score } of others) expect(score).toBeLessThan(75);
});

test('a placeholder for an unnamed unit is shown as such, and never a match', async () => {
  const [first] = await candidates(address(), { query: 'Unknown brigade' });
  expect(first).toMatchObject({
    id: 'unit-fx-unknown-brigade',
    score: 100,
    match: false,
    description: 'Stand-in for a unit that sources leave unnamed',
  });
});

test('a lens in the address of a query excludes names whose reports it excludes', async () => {
  expect(await candidatesFor({ query: 'Signe Eklund' }, '?publishedBy=2022-10-05')).toContainEqual([
    'person-fx-eklund',
    100,
    true,
  ]);
  expect(await candidatesFor({ query: 'Signe Eklund' }, '?publishedBy=2022-10-04')).toEqual([]);
});
