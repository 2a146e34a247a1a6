import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { form, get } from './client.js';
import { examplesOf, faultsBy, testWithSchemas } from './schemas.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

const QUERIES = {
  q0: {
    query: 'Сергей Выргалец',
    type: 'Person',
    limit: 5,
    type_strict: 'should',
    properties: [{ pid: 'unit', v: 'Task Force Heron' }],
  },
  q1: { query: 'Velmora', limit: 25 },
  q2: { query: 'Xqzwv' },
  q3: { properties: [{ pid: 'identifiers', v: ['703448', { id: 'x' }] }] },
};

testWithSchemas('every answer of the service fits the schema of its kind', async () => {
  const { properties } = (await get(address(), '/properties')).json;
  const extension = {
    ids: [
      'person-fx-berg',
      'unit-fx-u2',
      'body-fx-trial-chamber',
      'location-kyiv',
      'location-fx-l2',
      'person-fx-missing',
    ],
    properties: [...properties.map(({ id }: { id: string }) => ({ id })), { id: 'uid' }],
  };
  const answers: readonly (readonly [schema: string, answer: unknown])[] = [
    ['manifest', (await get(address(), '')).json],
    ['manifest', (await get(address(), '?publishedBy=2024-01-01')).json],
    ['reconciliation-result-batch', (await form(address(), { queries: QUERIES })).json],
    ['reconciliation-result-batch', (await form(address(), { queries: {} })).json],
    ['suggest-entities-response', (await get(address(), '/suggest/entity?prefix=Vel')).json],
    ['suggest-entities-response', (await get(address(), '/suggest/entity?prefix=')).json],
    ['suggest-types-response', (await get(address(), '/suggest/type?prefix=')).json],
    ['suggest-properties-response', (await get(address(), '/suggest/property?prefix=')).json],
    ['data-extension-response', (await form(address(), { extend: extension })).json],
    ['data-extension-property-proposal', (await get(address(), '/properties?type=Person&limit=5')).json],
  ];
  for (const [schema, answer] of answers) expect([schema, faultsBy(schema, answer)]).toEqual([schema, []]);
});

testWithSchemas('the queries of these reconciliation tests fit the schema of a query batch', () => {
  expect(faultsBy('reconciliation-query-batch', QUERIES)).toEqual([]);
});

testWithSchemas(
  'the valid batches of the publisher of the protocol are accepted and its invalid ones refused, by its schema and by the service',
  async () => {
    const examples = examplesOf('reconciliation-query-batch');
    expect(examples.map(({ valid }) => valid)).toEqual([true, true, true, true, false, false, false]);
    for (const { name, valid, content } of examples) {
      expect([name, faultsBy('reconciliation-query-batch', content).length === 0]).toEqual([name, valid]);
      const { status, json } = await form(address(), { queries: content });
      expect([name, status]).toEqual([name, valid ? 200 : 400]);
      if (valid) expect(Object.keys(json)).toEqual(Object.keys(content as object));
      else expect(json.errors[0].message).toMatch(/^Expected .*`queries\["q\d"\]`.*; got /);
    }
  },
);

testWithSchemas(
  'the data extension queries of the publisher of the protocol are accepted, and their answers fit its schema',
  async () => {
    const examples = examplesOf('data-extension-query');
    expect(examples.map(({ valid }) => valid)).toEqual([true, true]);
    for (const { content } of examples) {
      expect(faultsBy('data-extension-query', content)).toEqual([]);
      const { status, json } = await form(address(), { extend: content });
      expect(status).toBe(200);
      expect(faultsBy('data-extension-response', json)).toEqual([]);
      expect(Object.keys(json.rows).sort()).toEqual([...(content as { ids: string[] }).ids].sort());
    }
  },
);

test.each([
  'manifest',
  'reconciliation-result-batch',
  'data-extension-response',
  'data-extension-property-proposal',
  'suggest-entities-response',
  'suggest-properties-response',
  'suggest-types-response',
])(
  'the schema of %s, as these tests load it, accepts the publisher’s valid examples and refuses the invalid ones',
  (schema) => {
    for (const { name, valid, content } of examplesOf(schema))
      expect([name, faultsBy(schema, content).length === 0]).toEqual([name, valid]);
  },
);
