import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { CypherStatement } from '../../src/graph/graph.js';
import { graph, useGraphToRead } from '../support/graph.js';
import { INTERNAL } from '../support/internal-words.js';
import { post, type Reply, send, useServer } from '../support/server.js';

/**
 * What a hostile client sends, one line for each attack of a list that any public API meets: refused with a clear 4xx
 * before the graph is asked, or answered as any other text. Tokens, webhooks, imports and slow clients have tests of their own.
 */

useGraphToRead('fictional');
const address = useServer();
const closed = useServer({ introspection: false });

const ask = (query: string, variables?: unknown, url = address()) => post(url, JSON.stringify({ query, variables }));
const raw = (body: string | Buffer, headers: Record<string, string> = {}) =>
  send(`${address()}/graphql`, {
    method: 'POST',
    body: body as never,
    headers: { 'content-type': 'application/json', ...headers },
  });
const get = (path: string, headers: Record<string, string> = {}) => send(`${address()}${path}`, { headers });
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const DEEP = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
/** Keys of one hash in a table that adds up 31 times the last value: `Aa` and `BB`. */
const COLLIDING = Object.fromEntries(
  Array.from({ length: 4_096 }, (_, index) => [
    index.toString(2).padStart(12, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
    1,
  ]),
);

const REFUSED: [attack: string, send: () => Promise<Reply>, statuses: number[]][] = [
  ['deep nesting', () => ask(`{ location(id: "x") { ${'within { '.repeat(40)}id${' }'.repeat(40)} } }`), [400]],
  [
    'a cycle of types',
    () => ask(`{ units { nodes { ${'postings { nodes { person { '.repeat(5)}id${' } } }'.repeat(5)} } } }`),
    [400],
  ],
  ['overloading by aliases', () => ask(`{ ${times(100, (index) => `a${index}: datasets { id }`)} }`), [400]],
  ['overloading by one field many times', () => ask(`{ datasets { ${'id '.repeat(2_000)} } }`), [400]],
  ['overloading by directives', () => ask(`{ datasets { id ${'@include(if: true) '.repeat(100)} } }`), [400]],
  ['overloading by directives that there are not', () => ask(`{ datasets { id ${'@aa'.repeat(100)} } }`), [400]],
  [
    'overloading by fragments',
    () => ask(`{ datasets { ${times(600, () => '...F')} } } fragment F on Dataset { ${'id '.repeat(600)} }`),
    [400],
  ],
  [
    'fragments in a circle',
    () => ask('{ datasets { ...A } } fragment A on Dataset { ...B } fragment B on Dataset { ...A }'),
    [400],
  ],
  [
    'a batch of operations',
    () => raw(JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ datasets { id } }' })))),
    [400],
  ],
  ['many operations in one document', () => ask(times(300, (index) => `query Q${index} { datasets { id } }`)), [400]],
  ['a huge page', () => ask('{ people(first: 2147483647) { nodes { id } } }'), [400]],
  [
    'a huge page by a variable',
    () => ask('query ($n: Int) { people(first: $n) { nodes { id } } }', { n: 1_000_000 }),
    [400],
  ],
  ['introspection where it is off', () => ask('{ __schema { types { name } } }', {}, closed()), [400]],
  ['a scan for names where introspection is off', () => ask('{ peopl { i } unit { i } }', {}, closed()), [400]],
  [
    'a mutation by GET',
    () => get(`/graphql?query=${encodeURIComponent('mutation { claimRetract(id: "a", reason: "b") { retracted } }')}`),
    [400, 405],
  ],
  [
    'a form of another page',
    () => raw('query=%7Bdatasets%7Bid%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    [415],
  ],
  ['a text that any page may send', () => raw('{"query":"{datasets{id}}"}', { 'content-type': 'text/plain' }), [415]],
  ['a form of several parts', () => raw('--x--', { 'content-type': 'multipart/form-data; boundary=x' }), [415]],
  [
    'a packed body of fifty megabytes',
    () => raw(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }),
    [413],
  ],
  ['JSON that nests deep', () => raw(`{"query":"{datasets{id}}","variables":${DEEP.slice(0, 120_000)}`), [400, 413]],
  ['bytes that are not UTF-8', () => raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), [400]],
  [
    'a list of thirty thousand ids',
    () => ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 30_000 }, () => 'x') }),
    [400],
  ],
  [
    'a hash of a persisted query that was never sent, in a flood of such',
    () =>
      raw(
        JSON.stringify({
          query: '{ datasets { id } }',
          extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
        }),
      ),
    [400],
  ],
  ['a path out of the exports', () => get('/export/..%2f..%2fpackage.json'), [400, 404]],
  ['a path out of the templates', () => get('/import/templates/..%2f..%2f..%2fpackage.json'), [400, 404]],
  ['a path out of the files of the editor', () => get('/editor/..%2f..%2f..%2fpackage.json'), [400, 404]],
  [
    'a token of no signature',
    () => raw('{"query":"{datasets{id}}"}', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiQURNSU4ifQ.' }),
    [401],
  ],
  ['a file from nobody', () => send(`${address()}/import/files`, { method: 'POST', body: 'a,b' }), [403]],
];

/** What the graph is asked while a piece of work runs. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const one = graph();
  const read = one.read.bind(one);
  one.read = (statement: CypherStatement, ...rest) => {
    statements.push(statement.name);
    return read(statement, ...rest);
  };
  try {
    return { result: await work(), statements };
  } finally {
    one.read = read;
  }
}

/** Each request reads the clock, at most. */
const CLOCK = /clock|published/i;

test.each(REFUSED)(
  'the server refuses %s with a 4xx, and asks the graph for nothing',
  async (_attack, attack, statuses) => {
    const { result, statements } = await statementsOf(attack);
    expect(statuses).toContain(result.status);
    expect(result.text).not.toMatch(INTERNAL);
    expect(result.text.length).toBeLessThan(8_000);
    expect(result.json.errors.length).toBeGreaterThan(0);
    expect(result.json.data ?? null).toBeNull();
    expect(statements.filter((name) => !CLOCK.test(name))).toEqual([]);
  },
);

test.each(['{"query":"{ datasets { ', '{"query":"{ datasets { id } }","variables":{"a":"'])(
  'the server refuses ten megabytes that begin with %s, and does not read them',
  async (begin) => {
    const { result, statements } = await statementsOf(() =>
      raw(`${begin}${'x'.repeat(10_000_000)}`).catch(({ cause }) => String(cause?.code)),
    );
    // A client that writes on may find its connection closed before it reads the refusal.
    expect(typeof result === 'string' ? result : result.status).toEqual(
      typeof result === 'string' ? expect.stringMatching(/EPIPE|ECONNRESET|UND_ERR_SOCKET/) : 413,
    );
    expect(statements).toEqual([]);
  },
);

const TEXTS = [
  'name:* OR *:*',
  '/.*(a+)+$/',
  '"a"~1000000 AND (b* OR -c^9999999999)',
  '\u0000\u001b[2J\u202e\ufeff',
  "') DETACH DELETE n //",
  '`}) RETURN 1 UNION RETURN 2 //',
  '{{7*7}} %{(#a=1)} \u0024{jndi:ldap://x}',
  '<script>alert(1)</script>',
  '*'.repeat(300),
];

test.each(TEXTS)('the text %j is a text like any other in a search, a filter and an id', async (text) => {
  const { result, statements } = await statementsOf(() =>
    ask(
      'query ($t: String!, $id: ID!) { search(text: $t) { score } people(filter: { name: $t }) { nodes { id } } node(id: $id) { id } }',
      { t: text, id: text },
    ),
  );
  expect([200, 400]).toContain(result.status);
  expect(result.codes.every((code) => code === 'BAD_INPUT')).toBe(true);
  expect(result.text).not.toMatch(INTERNAL);
  expect(statements.length).toBeLessThanOrEqual(8);
});

test('four thousand variables of one hash change nothing', async () => {
  const { status, json } = await ask('query ($n: Int = 2) { people(first: $n) { nodes { id } } }', COLLIDING);
  expect([status, json.data.people.nodes.length]).toEqual([200, 2]);
});

test.each(['{"__proto__":{"n":1}}', '{"constructor":{"prototype":{"n":1}}}'])(
  'variables that reach for the prototypes of JavaScript are refused: %s',
  async (variables) => {
    const { status, codes } = await raw(`{"query":"{ datasets { id } }","variables":${variables}}`);
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    expect(({} as { n?: number }).n).toBeUndefined();
  },
);

test('of two keys in JSON the last one counts, for the limits and for the answer alike', async () => {
  const dear =
    '{ people(first: 100) { nodes { postings(first: 100) { nodes { unit { postings(first: 100) { nodes { id } } } } } } } }';
  const body = (one: string, two: string) => `{"query":${JSON.stringify(one)},"query":${JSON.stringify(two)}}`;
  expect((await raw(body(dear, '{ __typename }'))).json.data).toEqual({ __typename: 'Query' });
  expect((await raw(body('{ __typename }', dear))).codes).toEqual(['QUERY_TOO_EXPENSIVE']);
});

test('hidden and missing ids are answered by the same statements and the same bytes', async () => {
  const source = (id: string) => `{ incident(id: "${id}") { title } node(id: "${id}") { id } }`;
  const [hidden, missing] = [
    await statementsOf(() => ask(source('incident-fx-i7'))),
    await statementsOf(() => ask(source('incident-fx-xx'))),
  ];
  expect(hidden.result.text).toBe(missing.result.text);
  const withoutClock = (names: readonly string[]) => names.filter((name) => !CLOCK.test(name));
  expect(withoutClock(hidden.statements)).toEqual(withoutClock(missing.statements));
  expect(hidden.statements.length).toBeGreaterThan(0);
});
