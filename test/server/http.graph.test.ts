import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { openDriver } from '../../src/graph/driver.js';
import { Graph } from '../../src/graph/graph.js';
import { createServer } from '../../src/server/server.js';
import { neo4jAddress, useGraphToRead } from '../support/graph.js';
import { post, query, SETTINGS, send, useServer } from '../support/server.js';

useGraphToRead('fictional');
const address = useServer();

test('the server is up, and is ready while the graph answers', async () => {
  expect((await send(`${address()}/healthz`)).json).toEqual({ status: 'up' });
  const ready = await send(`${address()}/readyz`);
  expect([ready.status, ready.json]).toEqual([200, { status: 'ready' }]);
});

test('the server without its graph is up but not ready, and a question fails without naming the graph', async () => {
  const closed = new Graph(await openDriver(neo4jAddress(), 'neo4j'), 'neo4j', 1_000);
  await closed.close();
  const app = await createServer(closed, SETTINGS);
  const here = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    expect((await send(`${here}/healthz`)).status).toBe(200);
    const ready = await send(`${here}/readyz`);
    expect([ready.status, ready.json]).toEqual([
      503,
      { errors: [{ message: 'The graph does not answer.', extensions: { code: 'GRAPH_UNAVAILABLE' } }] },
    ]);
    const response = await query(here, '{ people { nodes { id } } }');
    expect(response.json.data).toBeNull();
    expect(response.text).not.toMatch(/bolt|neo4j|127\.0\.0\.1|driver|stack|node_modules/i);
  } finally {
    await app.close();
  }
});

test.each(['GET', 'POST', 'PUT', 'DELETE'])('a %s request to an unknown path is a 404 in JSON', async (method) => {
  const { status, headers, json } = await send(`${address()}/nothing/here?token=secret`, { method });
  expect([status, headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  expect(json).toEqual({
    errors: [
      {
        message: 'There is nothing at /nothing/here; the API is at /graphql.',
        extensions: { code: 'NOT_FOUND' },
      },
    ],
  });
});

test.each([
  ['PUT', '/graphql', 'GET, HEAD, POST'],
  ['DELETE', '/changes', 'GET, HEAD'],
  ['POST', '/export/columns.json', 'GET, HEAD'],
  ['GET', '/import/files', 'POST'],
  ['HEAD', '/import/files', 'POST'],
  ['PATCH', '/reconcile', 'GET, HEAD, OPTIONS, POST'],
  ['POST', '/editor/main.js', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
  ['OPTIONS', '/healthz', 'GET, HEAD'],
])('a %s request to %s is refused with 405, and told which methods there are', async (method, path, allowed) => {
  const { status, headers, text, codes } = await send(`${address()}${path}`, { method });
  expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([
    405,
    allowed,
    'application/json; charset=utf-8',
  ]);
  if (method !== 'HEAD') {
    expect(codes).toEqual(['BAD_REQUEST']);
    expect(text).toContain(`Expected ${allowed} at ${path}; got ${method}.`);
  }
});

test.each([
  '/healthz/',
  '//healthz',
  '/export/columns.json/',
  '//export//columns.json',
  '/reconcile/',
  '/import/templates/units.csv/',
  '/graphql/?query=%7B__typename%7D',
  '//graphql?query=%7B__typename%7D',
])('the address %s with a slash too many is that without it', async (path) => {
  const reply = await raw(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
  expect(reply).toMatch(/^HTTP\/1\.1 200 /);
});

/** What comes back for these bytes. */
const raw = (text: string): Promise<string> =>
  new Promise((done, failed) => {
    let reply = '';
    connect(Number(new URL(address()).port), '127.0.0.1')
      .on('data', (piece) => {
        reply += piece.toString();
      })
      .on('end', () => done(reply))
      .on('error', failed)
      .write(text);
  });

test.each([
  ['no request', 'hello\r\n\r\n', 400, 'Expected a request of HTTP/1.1; got something else.'],
  [
    'headers of 20 kB',
    `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'Expected an address and headers of at most 16 KiB together; got more.',
  ],
  [
    'a path with a % alone',
    'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    400,
    'Expected a path in which % stands before two hexadecimal digits of UTF-8; got "/%zz".',
  ],
  [
    'a name of 400 characters',
    `GET /export/${'x'.repeat(400)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    414,
    'Expected parts of the path that are shorter; got one that begins with',
  ],
])('bytes that reach no address (%s) are refused in the shape of all errors', async (_what, bytes, status, message) => {
  const [head = '', content = ''] = (await raw(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/content-type: application\/json; charset=utf-8/i);
  expect(JSON.parse(content)).toEqual({
    errors: [{ message: expect.stringContaining(message), extensions: { code: 'BAD_REQUEST' } }],
  });
});

test.each([
  ['text/plain', 'Expected a body of the type application/json; got "text/plain".', {}],
  [
    'application/json',
    'Expected a `content-encoding` of gzip, deflate, br, identity, or none; got "compress".',
    { 'content-encoding': 'compress' },
  ],
  [
    'application/json',
    'Expected a body that is packed as its `content-encoding` says; got one that "gzip" does not unpack',
    { 'content-encoding': 'gzip' },
  ],
])('a body of the type %s is refused in words that say what was expected: %s', async (type, message, headers) => {
  const { status, json } = await post(address(), '{"query": "{ __typename }"}', { 'content-type': type, ...headers });
  expect([400, 415]).toContain(status);
  expect(json.errors).toEqual([{ message: expect.stringContaining(message), extensions: { code: 'BAD_REQUEST' } }]);
});

test('a packed body that unpacks to ten megabytes is refused as too large', async () => {
  const body = gzipSync(`{"query": "{ __typename }"${' '.repeat(10_000_000)}}`);
  expect(body.length).toBeLessThan(11_000);
  const { status, json } = await send(`${address()}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
  expect([status, json.errors[0].message]).toEqual([
    413,
    'Expected a body of at most 262144 bytes, unpacked; got more.',
  ]);
});

test('a packed body of the usual size is read', async () => {
  const { json } = await send(`${address()}/graphql`, {
    method: 'POST',
    body: gzipSync('{"query": "{ __typename }"}'),
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
  expect(json.data).toEqual({ __typename: 'Query' });
});

test.each([
  '/../package.json',
  '/editor/../../package.json',
  '/editor/..%2f..%2fpackage.json',
  '/editor/%2e%2e/%2e%2e/package.json',
  '/.git/config',
  '/editor/',
])('the path %s cannot leave the public files', async (path) => {
  const { status, text } = await send(`${address()}${path}`);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toMatch(/devDependencies|\[core\]/);
});

test('a POST question is answered as JSON', async () => {
  const { status, headers, json } = await query(address(), 'query ($id: ID!) { person(id: $id) { name } }', {
    id: 'person-fx-anders',
  });
  expect([status, json.data]).toEqual([200, { person: { name: 'Tomas Anders' } }]);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

/** What a client sends whose query stands in the address. */
const inAddress = (source: string, more: Record<string, string> = {}) =>
  `${address()}/graphql?${new URLSearchParams({ query: source, ...more })}`;

test.each([
  [
    'urql',
    {
      accept:
        'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    },
  ],
  [
    'Apollo Client',
    { accept: 'application/graphql-response+json,application/json;q=0.9', 'apollo-require-preflight': 'yes' },
  ],
  [
    'graphql-request, which names a content type without a body',
    { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json' },
  ],
  ['an address bar', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }],
  ['curl', { accept: '*/*' }],
  [
    'a page of another site',
    { origin: 'https://other.example', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
  ],
])('a GET question of %s is answered', async (_client, headers) => {
  const url = inAddress('query Q($id: ID!) { person(id: $id) { name } }', {
    operationName: 'Q',
    variables: '{"id":"person-fx-anders"}',
    extensions: '{}',
  });
  const reply = await send(url, { headers });
  expect([reply.status, reply.json.data]).toEqual([200, { person: { name: 'Tomas Anders' } }]);
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
});

test('a GET question by its hash alone is refused with the code at which clients send the whole question', async () => {
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } });
  const { codes } = await send(`${address()}/graphql?${new URLSearchParams({ extensions })}`);
  expect(codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
});

test.each([
  ['alone', 'mutation { __typename }', {}],
  ['beside a query', 'query Q { __typename } mutation M { __typename }', { operationName: 'M' }],
])('a mutation that comes by GET %s is refused with 405, and is not run', async (_how, source, more) => {
  const { status, headers, json, codes } = await send(inAddress(source, more));
  expect([status, headers.get('allow'), codes]).toEqual([405, 'POST', ['BAD_REQUEST']]);
  expect(json.data).toBeUndefined();
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/html',
  'application/xml',
])('a body of the type %s is refused before it is read', async (type) => {
  const { status, json, codes } = await post(address(), JSON.stringify({ query: '{ __typename }' }), {
    'content-type': type,
  });
  expect(status).toBe(415);
  expect(codes).toEqual(['BAD_REQUEST']);
  expect(json.data).toBeUndefined();
});

test('a body of one megabyte is refused as too large, in JSON', async () => {
  const { status, codes, headers } = await post(
    address(),
    JSON.stringify({ query: `# ${'x'.repeat(1_000_000)}\n{ __typename }` }),
  );
  expect([status, codes]).toEqual([413, ['BAD_REQUEST']]);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

test.each([
  ['half an object', '{"query": "{ __typename }"'],
  ['no JSON', 'query { __typename }'],
  ['an empty body', ''],
  ['a prototype in the body', '{"query": "{ __typename }", "__proto__": {"polluted": true}}'],
  ['a prototype in the variables', '{"query": "{ __typename }", "variables": {"__proto__": {"polluted": true}}}'],
  [
    'a constructor in the variables',
    '{"query": "{ __typename }", "variables": {"constructor": {"prototype": {"polluted": true}}}}',
  ],
  ['a number', '7'],
  ['null', 'null'],
  ['a text', '"{ __typename }"'],
  ['a list of requests', '[{"query": "{ __typename }"}, {"query": "{ __typename }"}]'],
  ['an empty list', '[]'],
  ['no question', '{}'],
  ['a question that is no text', '{"query": {"a": 1}}'],
  ['variables that are a list', '{"query": "{ __typename }", "variables": [1]}'],
])('%s is refused with 400, in JSON, without a stack', async (_what, body) => {
  const { status, json, text } = await post(address(), body);
  expect(status).toBe(400);
  expect(json.errors).toHaveLength(1);
  expect(json.data).toBeUndefined();
  expect(text).not.toMatch(/node_modules|\.ts|\.js:|at \w+ \(/);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a body of JSON nested two hundred thousand levels deep is refused, and does not stop the server', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const { status } = await post(address(), `{"query": "{ __typename }", "variables": {"a": ${deep}}}`);
  expect([200, 400, 413]).toContain(status);
  expect((await send(`${address()}/healthz`)).status).toBe(200);
});

test.each([
  ['windows-1251', [0xd1, 0xf3, 0xf0]],
  ['UTF-16', [0xff, 0xfe, 0x41, 0x00]],
  ['an overlong form', [0xc0, 0xaf]],
  ['half a surrogate', [0xed, 0xa0, 0x80]],
  ['a letter that is cut off', [0xd0]],
])('a body with %s in it, which is not UTF-8, is refused in words', async (_, bytes) => {
  const body = Buffer.concat([
    Buffer.from('{"query": "{ search(text: \\"'),
    Buffer.from(bytes),
    Buffer.from('\\") { matched } }"}'),
  ]);
  const { status, json } = await send(`${address()}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
  expect([status, json.errors]).toEqual([
    400,
    [{ message: 'Expected a body in UTF-8; got bytes that are none.', extensions: { code: 'BAD_REQUEST' } }],
  ]);
});

test.each(['"Суровікін"', '"\\u0421\\ud83d\\ude00"', '"Суровікін 😀"'])(
  'a body with the text %s is read',
  async (text) => {
    const body = `{"query": "query ($text: String!) { search(text: $text) { matched } }", "variables": {"text": ${text}}}`;
    const { status, json } = await post(address(), body);
    expect([status, Array.isArray(json.data.search)]).toEqual([200, true]);
  },
);

test('long answers are compressed for clients that accept it, and short ones are not', async () => {
  const body = JSON.stringify({ query: '{ legalCodes { code title within } }' });
  const plain = await post(address(), body, { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  for (const encoding of ['gzip', 'br']) {
    const packed = await post(address(), body, { 'accept-encoding': encoding });
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(packed.text).toBe(plain.text);
  }
});

test.each(['/healthz', '/', '/graphql', '/nothing', '/reconcile/preview?id=x', '/export/columns.json'])(
  'the answer at %s, which came without TLS, promises none',
  async (path) => {
    expect((await send(`${address()}${path}`)).headers.get('strict-transport-security')).toBeNull();
  },
);

test('every answer hides the software of the server, and forbids what a page must not do', async () => {
  for (const path of ['/healthz', '/', '/graphql', '/nothing']) {
    const { headers } = await send(`${address()}${path}`);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
