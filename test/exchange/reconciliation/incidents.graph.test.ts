import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { brief, candidates, form, get } from './client.js';

/** Incidents that a client matches by their titles. */

useGraphToRead('fictional', 'amnesty-ukraine', 'public-record');
const address = useServer();

const ofType = (query: string, parameters = '') => candidates(address(), { query, type: 'Incident' }, parameters);

test.each([
  ['Killings at Brack Ford', 'incident-fx-i1', 100, true],
  ['KILLINGS AT BRACK FORD', 'incident-fx-i1', 100, true],
  ['incident-fx-i1', 'incident-fx-i1', 100, true],
  ['Brack Ford, killings at', 'incident-fx-i1', 90, false],
])('an incident is found by %j', async (query, id, score, match) => {
  expect((await ofType(query)).map(brief)[0]).toEqual([id, score, match]);
});

test('an incident is described by its kinds, its place and its dates, with what sources leave open', async () => {
  const [incident] = await ofType('Burning of homes at Sedra');
  expect(incident).toMatchObject({
    id: 'incident-fx-i5',
    name: 'Burning of homes at Sedra',
    type: [{ id: 'Incident', name: 'Incident' }],
  });
  expect(incident?.description).toMatch(
    /^Attack on civilian object · Displacement · Sedra · from 2022-03-25, to 2022-03-25$/,
  );
});

test('a query without a type finds no incident, whatever is in its title', async () => {
  const found = await candidates(address(), { query: 'Killings at Brack Ford' });
  expect(found.filter(({ id }) => id.startsWith('incident-'))).toEqual([]);
});

test('a place and a day that agree with the incident raise its score, and others lower it', async () => {
  const scoreOf = async (pid: string, v: unknown) =>
    (await candidates(address(), { query: 'Burning of homes at Sedra', type: 'Incident', properties: [{ pid, v }] }))[0]
      ?.score;
  expect(await scoreOf('place', 'Sedra')).toBe(100);
  expect(await scoreOf('place', 'Tarnmoor')).toBe(70);
  expect(await scoreOf('first', '1999-01-01')).toBe(70);
  expect(await scoreOf('kind', 'DISPLACEMENT')).toBe(100);
});

test('columns are filled from an incident: title, kind, place and sources', async () => {
  const { json } = await form(address(), {
    extend: { ids: ['incident-fx-i5'], properties: ['names', 'kind', 'place', 'sources'].map((id) => ({ id })) },
  });
  const row = json.rows['incident-fx-i5'];
  expect(row.names).toEqual([{ str: 'Burning of homes at Sedra' }]);
  expect(row.place).toEqual([{ id: expect.stringMatching(/^location-fx-/), name: 'Sedra' }]);
  expect(row.kind).toContainEqual({ str: 'DISPLACEMENT' });
  expect(row.sources.length).toBeGreaterThan(0);
});

test('the preview of an incident says what, where and when, and who says so', async () => {
  const { status, text } = await get(address(), '/preview?id=incident-fx-i5');
  expect(status).toBe(200);
  for (const part of ['Burning of homes at Sedra', 'Displacement', 'Sedra', 'Sources']) expect(text).toContain(part);
});

test('an incident is proposed where its type is asked for, and not else', async () => {
  const ids = async (path: string) =>
    (await get(address(), `/suggest/${path}`)).json.result.map(({ id }: { id: string }) => id);
  expect(await ids('entity?prefix=Burning%20of%20ho&type=Incident')).toContain('incident-fx-i5');
  expect(await ids('entity?prefix=Burning%20of%20ho')).not.toContain('incident-fx-i5');
});

test('a hidden incident is as one that does not exist: by title, id, preview and columns', async () => {
  for (const query of ['Disappearance at Quell', 'incident-fx-i7'])
    expect((await ofType(query)).map(({ id }) => id)).not.toContain('incident-fx-i7');
  const hidden = await get(address(), '/preview?id=incident-fx-i7');
  const missing = await get(address(), '/preview?id=incident-fx-none');
  expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
  const { json } = await form(address(), { extend: { ids: ['incident-fx-i7'], properties: [{ id: 'names' }] } });
  expect(json.rows).toEqual({ 'incident-fx-i7': { names: [] } });
});

test('under a lens that leaves out a source of its words, an incident has the titles that facts give it', async () => {
  const id = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
  const before = '?publishedBy=2023-03-16';
  const fact = 'Waves of attacks on energy infrastructure in Ukraine from 10 October 2022';
  const own = 'Missile strikes against Ukrainian electric infrastructure, October 2022 to March 2023';
  expect((await ofType(fact, before))[0]).toMatchObject({ id, name: fact, score: 100, match: true });
  expect((await ofType(own, before)).map((found) => found.name)).not.toContain(own);
  expect((await ofType(own))[0]).toMatchObject({ id, name: own, score: 100, match: true });
});
