import { describe, expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { post, send, useServer } from '../../support/server.js';
import { candidates, form, get } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

const batch = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`q${index}`, { query: 'Anders' }]));

describe('an invalid batch is refused with what was expected and where:', () => {
  test.each([
    ['nothing', {}, 'either `queries` or `extend`'],
    ['both', { queries: batch(1), extend: { ids: [], properties: [] } }, 'either `queries` or `extend`'],
    ['no JSON', { queries: 'q0=Anders' }, 'a JSON object in `queries`; got "q0=Anders".'],
    ['half an object', { queries: '{"q0":' }, 'a JSON object in `queries`'],
    ['an empty text', { queries: '' }, 'a JSON object in `queries`; got "".'],
    ['a list', { queries: [{ query: 'Anders' }] }, 'a JSON object in `queries`'],
    ['null', { queries: 'null' }, 'a JSON object in `queries`; got "null".'],
    ['a text', { queries: '"Anders"' }, 'a JSON object in `queries`'],
    ['a thousand queries', { queries: batch(1_000) }, 'at most 50 queries in `queries`; got 1000.'],
    ['fifty-one queries', { queries: batch(51) }, 'at most 50 queries in `queries`; got 51.'],
    ['a query that is a text', { queries: { q0: 'Anders' } }, 'an object in `queries["q0"]`; got "Anders".'],
    ['a query that is a list', { queries: { q0: ['Anders'] } }, 'an object in `queries["q0"]`'],
    ['a query that is null', { queries: '{"q0":null}' }, 'an object in `queries["q0"]`; got null.'],
    ['a query for nothing', { queries: { q0: {} } }, '`query` or at least one of `properties` in `queries["q0"]`'],
    ['a name that is a number', { queries: { q0: { query: 5 } } }, '`queries["q0"].query` as a text; got 5.'],
    [
      'a limit that is a text',
      { queries: { q0: { query: 'a', limit: '5' } } },
      '`queries["q0"].limit` as a whole number from 1; got "5".',
    ],
    ['a limit of nothing', { queries: { q0: { query: 'a', limit: 0 } } }, '`queries["q0"].limit` as a whole number'],
    ['half a limit', { queries: { q0: { query: 'a', limit: 2.5 } } }, '`queries["q0"].limit` as a whole number'],
    [
      'a limit without end',
      { queries: '{"q0":{"query":"a","limit":1e999}}' },
      '`queries["q0"].limit` as a whole number',
    ],
    [
      'a type that is an object',
      { queries: { q0: { query: 'a', type: { id: 'Person' } } } },
      '`queries["q0"].type` as the id of a type',
    ],
    [
      'a strictness of none',
      { queries: { q0: { query: 'a', type_strict: 'maybe' } } },
      '`queries["q0"].type_strict` as one of any, should, all; got "maybe".',
    ],
    [
      'a property without a value',
      { queries: { q0: { query: 'a', properties: [{ pid: 'unit' }] } } },
      '`queries["q0"].properties` as a list',
    ],
    [
      'a property with a list of lists',
      { queries: { q0: { query: 'a', properties: [{ pid: 'unit', v: [['a']] }] } } },
      '`queries["q0"].properties` as a list',
    ],
    [
      'thirty-one properties',
      { queries: { q0: { query: 'a', properties: Array.from({ length: 31 }, () => ({ pid: 'unit', v: 'a' })) } } },
      '`queries["q0"].properties` as a list of at most 30',
    ],
    [
      'a word that is not known',
      { queries: { q0: { query: 'a', props: [] } } },
      '`queries["q0"]` with query, type, limit, properties, type_strict; got "props".',
    ],
    [
      'a prototype in a query',
      { queries: '{"q0":{"query":"a","__proto__":{"polluted":true}}}' },
      '`queries["q0"]` with query',
    ],
    [
      'extension without ids',
      { extend: { properties: [] } },
      '`extend.ids` as a list of at most 500 ids; got nothing.',
    ],
    ['extension without properties', { extend: { ids: [] } }, '`extend.properties` as a list of at most 30 objects'],
    [
      'ids that are numbers',
      { extend: { ids: [1], properties: [] } },
      '`extend.ids` as a list of at most 500 ids; got [1].',
    ],
    [
      'a thousand ids',
      { extend: { ids: Array.from({ length: 1_000 }, String), properties: [] } },
      '`extend.ids` as a list of at most 500',
    ],
    [
      'a setting of none',
      { extend: { ids: [], properties: [{ id: 'names', settings: { content: 'html' } }] } },
      '`extend.properties` as a list',
    ],
    [
      'a setting below nothing',
      { extend: { ids: [], properties: [{ id: 'names', settings: { limit: -1 } }] } },
      '`extend.properties` as a list',
    ],
    [
      'a setting that is a word',
      { extend: { ids: [], properties: [{ id: 'names', settings: { limit: 'many' } }] } },
      '`extend.properties` as a list',
    ],
    [
      'a thousand and fifty values',
      {
        queries: Object.fromEntries(
          Array.from({ length: 21 }, (_, at) => [
            `q${at}`,
            { query: 'a', properties: [{ pid: 'unit', v: Array.from({ length: 50 }, String) }] },
          ]),
        ),
      },
      'at most 1000 values of properties in `queries`; got 1050.',
    ],
  ])('%s', async (_what, fields, message) => {
    const { status, codes, json, text } = await form(address(), fields);
    expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
    expect(json.errors[0].message).toContain(`Expected ${message}`);
    expect(text.length).toBeLessThan(700);
    expect(text).not.toMatch(/node_modules|\.js:|zod/i);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('JavaScript property names are ordinary keys of a batch', async () => {
  const queries =
    '{"__proto__":{"query":"Tomas Anders"},"constructor":{"query":"Tomas Anders"},"":{"query":"Tomas Anders"}}';
  const { status, text } = await form(address(), { queries });
  expect(status).toBe(200);
  const keys = [...text.matchAll(/"([^"]*)":\{"result":\[\{"id":"person-fx-anders"/g)].map(([, key]) => key);
  expect(keys).toEqual(['__proto__', 'constructor', '']);
  expect(({} as { result?: unknown }).result).toBeUndefined();
});

test('an empty batch gets an empty answer', async () => {
  expect((await form(address(), { queries: {} })).json).toEqual({});
});

test.each([
  'searchText:Anders',
  'Anders OR Berg',
  '*nders',
  '/[a-z]+/',
  '"Tomas Anders"~3',
  '+Anders -Tomas && (Falk',
  "Anders') RETURN n //",
  'Anders\u0000\u0001\u001f',
  '\ud800',
  '=anders',
  `${'Anders '.repeat(42)}`,
])('%j is searched as a name and changes nothing else', async (query) => {
  for (const { id, match } of await candidates(address(), { query, limit: 25 })) {
    expect(id).toMatch(/^(person|unit|body|org|location)-/);
    expect(match).toBe(false);
  }
});

test('a text longer than any name finds nothing, and does not fail the other queries of its batch', async () => {
  const long = 'Tomas Anders '.repeat(1_000);
  const properties = [{ pid: 'unit', v: 'unit-fx-u2' }];
  const queries = { q0: { query: long }, q1: { query: long, properties }, q2: { query: 'Tomas Anders' } };
  const { json } = await form(address(), { queries });
  expect([json.q0, json.q1]).toEqual([{ result: [] }, { result: [] }]);
  expect(json.q2.result[0].id).toBe('person-fx-anders');
});

test('property values of a hundred thousand letters are compared within the time limit', async () => {
  const v = ['a'.repeat(60_000), 'ab '.repeat(20_000), '1'.repeat(60_000)];
  const [first] = await candidates(address(), {
    query: 'Tomas Anders',
    properties: [{ pid: 'unit', v }],
  });
  expect(first).toMatchObject({ id: 'person-fx-anders', score: 70 });
});

test('a thousand property values are compared with every candidate within the time limit', async () => {
  const v = Array.from({ length: 50 }, (_, at) => `Velmora Brigade ${at}`);
  const query = { query: 'Brigade of Velmora', properties: [{ pid: 'superiors', v }] };
  const started = performance.now();
  const queries = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`q${at}`, query]));
  expect((await form(address(), { queries })).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('JSON nested seventy thousand levels deep is refused, and does not stop the server', async () => {
  const deep = `{"q0":{"query":"a","properties":${'['.repeat(35_000)}${']'.repeat(35_000)}}}`;
  expect((await form(address(), { queries: deep })).status).toBe(400);
  expect((await send(`${address()}/healthz`)).status).toBe(200);
});

test('a repeated form field, and an invalid batch in the address, are refused', async () => {
  const twice = await send(`${address()}/reconcile`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'queries=%7B%7D&queries=%7B%7D',
  });
  expect([twice.status, twice.codes]).toEqual([400, ['BAD_INPUT']]);
  expect((await get(address(), '?queries=%7B')).status).toBe(400);
  expect((await get(address(), '?queries=%7B%7D&extend=%7B%7D')).status).toBe(400);
});

test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
  'a body of the type %s is refused',
  async (type) => {
    const { status, codes } = await send(`${address()}/reconcile`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"queries":"{}"}',
    });
    expect([status, codes]).toEqual([415, ['BAD_REQUEST']]);
  },
);

test('a form above the limit of size is refused', async () => {
  const { status, codes } = await form(address(), { queries: { q0: { query: 'a'.repeat(300_000) } } });
  expect([status, codes]).toEqual([413, ['BAD_REQUEST']]);
});

test('other routes do not read forms', async () => {
  const { status } = await post(address(), 'query={__typename}', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(status).toBe(415);
});

test.each(['PUT', 'DELETE', 'PATCH'])('the method %s is refused, since the service changes nothing', async (method) => {
  expect((await send(`${address()}/reconcile`, { method })).status).toBe(405);
});
