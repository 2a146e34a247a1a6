import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { query, send, useServer } from '../../support/server.js';

/** What a client may ask for in a minute, counted by cost. */

const LIMIT = 10_000;

useGraphToRead('fictional');
const address = useServer({ rateLimit: LIMIT, trustedProxies: ['127.0.0.1'] });
const without = useServer();

/** A client of its own, as a proxy names it. */
const from = (ip: string) => ({ 'x-forwarded-for': ip });

const leftIn = (headers: Headers): number => Number(/^"cost";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);

/** What a request costs, by what is left afterwards to a client that asks nothing else. */
let clients = 0;
async function costOf(path: string, init: RequestInit = {}): Promise<number> {
  clients += 1;
  const response = await fetch(`${address()}${path}`, {
    ...init,
    headers: { ...init.headers, ...from(`192.0.2.${clients}`) },
  });
  await response.arrayBuffer();
  return LIMIT - leftIn(response.headers);
}

const graphql = (source: string, headers: Record<string, string>) =>
  send(`${address()}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query: source }),
    headers: { 'content-type': 'application/json', ...headers },
  });

test('every answer of GraphQL gives what the operation costs and what one may, and a header gives what is left', async () => {
  const { json, headers } = await graphql('{ people(first: 10) { nodes { id } } }', from('198.51.100.1'));
  const { requested, limit } = json.extensions.cost;
  expect(limit).toBe(20_000);
  expect(requested).toBeGreaterThan(10);
  expect(headers.get('ratelimit-policy')).toBe(`"cost";q=${LIMIT};w=60`);
  // The request itself is one point.
  expect(leftIn(headers)).toBe(LIMIT - requested - 1);
});

test('the same operation has the same cost and the same bytes, by POST and by GET', async () => {
  const source = '{ units(first: 3) { nodes { id } } }';
  const [one, two] = [await query(without(), source), await query(without(), source)];
  expect(two.text).toBe(one.text);
  const url = `${without()}/graphql?query=${encodeURIComponent(source)}`;
  const byGet = await send(url);
  expect(byGet.text).toBe(one.text);
  const again = await fetch(url, { headers: { 'if-none-match': byGet.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('exports, documents, feeds and each query of a reconciliation cost what they read', async () => {
  const queries = (count: number) =>
    `/reconcile?queries=${encodeURIComponent(
      JSON.stringify(
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index}`, { query: 'Anders' }])),
      ),
    )}`;
  expect([
    await costOf('/'),
    await costOf('/nowhere'),
    await costOf('/export/people.csv'),
    await costOf('/case/incident-fx-none'),
    await costOf('/changes'),
    await costOf(queries(1)),
    await costOf(queries(10)),
  ]).toEqual([1, 1, 2_000, 3_000, 1_000, 21, 201]);
});

test('a client that has asked for too much is refused everywhere with 429 and when to try again, and others are not', async () => {
  const greedy = from('203.0.113.9');
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1)
    statuses.push((await send(`${address()}/case/incident-fx-none`, { headers: greedy })).status);
  expect(statuses).toEqual([404, 404, 404, 429]);
  const refusals = [
    await send(`${address()}/export/people.csv`, { headers: greedy }),
    await send(`${address()}/reconcile`, { headers: greedy }),
    await graphql('{ __typename }', greedy),
  ];
  for (const { status, codes, headers, json } of refusals) {
    expect([status, codes]).toEqual([429, ['RATE_LIMITED']]);
    expect(json.errors[0].message).toMatch(/^Expected requests of at most 10000 points a minute from one client; /);
    expect(leftIn(headers)).toBe(0);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }
  expect((await send(`${address()}/healthz`, { headers: greedy })).status).toBe(200);
  expect((await send(`${address()}/reconcile`, { headers: from('203.0.113.10') })).status).toBe(200);
});

test('an operation that costs more than what is left is refused before it runs, with 429', async () => {
  const client = from('203.0.113.20');
  const source = '{ people(first: 100) { nodes { postings(first: 50) { nodes { id } } } } }';
  const replies = [await graphql(source, client), await graphql(source, client), await graphql(source, client)];
  const refused = replies.at(-1);
  expect([refused?.status, refused?.codes]).toEqual([429, ['RATE_LIMITED']]);
  expect(refused?.json.data).toBeUndefined();
});

test('a server without a limit says nothing of one', async () => {
  const { headers } = await query(without(), '{ __typename }');
  expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([null, null]);
});
