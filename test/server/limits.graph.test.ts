import { describe, expect, test } from '@jest/globals';
import { useGraphToRead } from '../support/graph.js';
import { post, query, type Reply, useServer } from '../support/server.js';

useGraphToRead('fictional');
const address = useServer();
const closed = useServer({ introspection: false });

/** That a request was refused as a whole: 400, no data, one code, nothing of our inside. */
function refused({ status, json, codes, text }: Reply, code: string): void {
  expect([status, [...new Set(codes)]]).toEqual([400, [code]]);
  expect(json.data).toBeUndefined();
  expect(text).not.toMatch(/node_modules|stack|MATCH|127\.0\.0\.1/);
}

describe('the server refuses before it runs', () => {
  test('a cycle through the schema, thirty levels deep in 470 bytes', async () => {
    const source = `{units{nodes{${'postings{nodes{person{'.repeat(10)}id${'}}}'.repeat(10)}}}}`;
    expect(source.length).toBeLessThan(480);
    refused(await query(address(), source), 'QUERY_TOO_DEEP');
  });

  test('a question of seventeen levels, and answers one of sixteen', async () => {
    const nested = (levels: number) =>
      `{ location(id: "location-fx-l1") { ${'within { '.repeat(levels - 2)}id${' }'.repeat(levels - 2)} } }`;
    expect((await query(address(), nested(15))).status).toBe(200);
    refused(await query(address(), nested(18)), 'QUERY_TOO_DEEP');
  });

  test('depth that is hidden in fragments', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, index) => `fragment F${index} on Location { within { ...F${index + 1} } }`,
    ).join(' ');
    refused(
      await query(address(), `{ location(id: "x") { ...F0 } } ${fragments} fragment F20 on Location { id }`),
      'QUERY_TOO_DEEP',
    );
  });

  const THREE_LEVELS =
    'query ($n: Int) { people(first: $n) { nodes { postings(first: $n) { nodes { unit { postings(first: $n) { nodes { id } } } } } } } }';

  test('three levels of pages of a hundred, with the size in a variable', async () => {
    const reply = await query(address(), THREE_LEVELS, { n: 100 });
    refused(reply, 'QUERY_TOO_EXPENSIVE');
    expect(reply.json.errors[0].message).toMatch(
      /^Expected an operation that costs at most 20000 points; this one costs \d+\. Ask for smaller pages or fewer levels; a list without a page size counts as a page of 20, also inside another list\.$/,
    );
    expect((await query(address(), THREE_LEVELS, { n: 5 })).status).toBe(200);
  });

  test('fifty incidents with citations and attributions in pages of the default size, and answers them in pages of five', async () => {
    const CITED = 'citations { pinpoint report { title publisher { name } } }';
    const incidents = (page: string) =>
      `{ incidents(first: 50) { nodes { id title ${CITED} attributions${page} { nodes { mode by { name } to { __typename } ${CITED} } } findings${page} { nodes { title ${CITED} } } } } }`;
    refused(await query(address(), incidents('')), 'QUERY_TOO_EXPENSIVE');
    expect((await query(address(), incidents('(first: 5)'))).status).toBe(200);
  });

  test('an expensive run of a document after a cheap run of it', async () => {
    expect((await query(address(), THREE_LEVELS, { n: 2 })).status).toBe(200);
    refused(await query(address(), THREE_LEVELS, { n: 100 }), 'QUERY_TOO_EXPENSIVE');
  });

  test.each(['first: -1000000', 'first: -2147483648', 'last: -1000000'])(
    'an expensive question with a page of negative size (%s) that would lower its cost',
    async (page) => {
      const source = `query ($n: Int) { bait: people(${page}) { nodes { id } } ${THREE_LEVELS.slice(THREE_LEVELS.indexOf('people'))}`;
      const reply = await query(address(), source, { n: 100 });
      expect(reply.text).not.toContain('unit');
      refused(reply, 'QUERY_TOO_EXPENSIVE');
    },
  );

  test('thirty-one aliases, and answers thirty', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: person(id: "person-fx-anders") { id }`).join(' ')} }`;
    expect((await query(address(), aliases(30))).status).toBe(200);
    refused(await query(address(), aliases(31)), 'QUERY_TOO_EXPENSIVE');
  });

  test('aliases hidden in a fragment that is spread many times', async () => {
    const fragment = `fragment F on Person { ${Array.from({ length: 20 }, (_, index) => `a${index}: name`).join(' ')} }`;
    refused(
      await query(address(), `{ one: person(id: "a") { ...F } two: person(id: "b") { ...F } } ${fragment}`),
      'QUERY_TOO_EXPENSIVE',
    );
  });

  test('twenty-one directives, and two hundred on one field, and answers twenty', async () => {
    const directives = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename @include(if: true)`).join(' ')} }`;
    expect((await query(address(), directives(20))).status).toBe(200);
    refused(await query(address(), directives(21)), 'QUERY_TOO_EXPENSIVE');
    expect((await query(address(), `{ __typename ${'@include(if: true) '.repeat(200)} }`)).status).toBe(400);
  });

  test('fragments that spread each other in a cycle', async () => {
    const { status, codes } = await query(
      address(),
      '{ people { nodes { ...A } } } fragment A on Person { ...B } fragment B on Person { ...A }',
    );
    expect(status).toBe(400);
    expect([...new Set(codes)]).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('fragments that double each other thirty times into a billion fields', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`,
    ).join(' ');
    const started = Date.now();
    const { status } = await query(
      address(),
      `{ person(id: "a") { ...F0 } } ${fragments} fragment F30 on Person { id }`,
    );
    expect(status).toBe(400);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  test('a document of more than two thousand tokens', async () => {
    const { status, json } = await query(address(), `{ ${'__typename '.repeat(2_100)} }`);
    expect(status).toBe(400);
    expect(json.errors[0].message).toMatch(/2000 tokens/);
  });

  test('two operations without a name for the one that is meant', async () => {
    expect((await query(address(), 'query A { __typename } query B { __typename }')).status).toBe(400);
    const named = await post(
      address(),
      JSON.stringify({ query: 'query A { __typename } query B { people { totalCount } }', operationName: 'A' }),
    );
    expect(named.json.data).toEqual({ __typename: 'Query' });
  });

  test('a lens with ten thousand reports', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `r${index}`);
    const { json, codes } = await query(
      address(),
      'query ($ids: [ID!]) { people(lens: { excludeReports: $ids }) { totalCount } }',
      { ids },
    );
    expect(json.data ?? null).toBeNull();
    expect(codes).toEqual(['BAD_INPUT']);
  });
});

describe('the server with introspection off', () => {
  test('does not give the schema', async () => {
    expect((await query(address(), '{ __schema { types { name } } }')).status).toBe(200);
    const { status, json } = await query(closed(), '{ __schema { types { name } } }');
    expect(status).toBe(400);
    expect(json.data).toBeUndefined();
  });

  test.each([
    '{ peple { totalCount } }',
    '{ people { nodes { nam } } }',
    '{ people(filtr: {}) { totalCount } }',
    '{ people(filter: { nam: "x" }) { totalCount } }',
    '{ people(orderBy: NAM) { totalCount } }',
    '{ node(id: "x") { ... on Persn { id } } }',
  ])('gives no suggestion for a misspelling in %s', async (source) => {
    expect((await query(address(), source)).text).toContain('Did you mean');
    const { status, text } = await query(closed(), source);
    expect(status).toBe(400);
    expect(text).not.toMatch(/Did you mean/);
  });

  test('answers questions as before', async () => {
    expect((await query(closed(), '{ person(id: "person-fx-anders") { __typename name } }')).json.data).toEqual({
      person: { __typename: 'Person', name: 'Tomas Anders' },
    });
  });
});
