import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { MOST_EXPORTS } from '../../../src/server/export.js';
import { graph, useGraph } from '../../support/graph.js';
import { send, useServer } from '../../support/server.js';
import { fetchExport } from './fetch-export.js';

/** Exports that are larger than what a connection holds, read by clients that stop reading, or go away. */

useGraph('fictional');
const address = useServer({ trustedProxies: ['127.0.0.1'] });

/** So many reports with so long a note, on several pages. */
const MORE = 5_000;
const NOTE = 'x'.repeat(4_000);
const DUMP = 'records.jsonl';

beforeAll(async () => {
  await graph().command(
    'test',
    `MATCH (report:Report {id: 'report-fx-un-2022'}) UNWIND range(1, $more) AS number
     CREATE (copy:Record:Report) SET copy = report {.*, id: 'report-fx-copy-' + number, note: $note}`,
    { more: MORE, note: NOTE },
  );
}, 120_000);

const open = new Set<IncomingMessage>();
afterEach(async () => {
  for (const response of open) response.destroy();
  open.clear();
  await until(() => hasRoom('columns.json'));
});

/** A client that has the head of its answer and reads on when it is told to. */
async function client(ip = '192.0.2.1'): Promise<IncomingMessage> {
  const headers = { 'x-forwarded-for': ip };
  const response = await new Promise<IncomingMessage>((done, failed) =>
    get(`${address()}/export/${DUMP}`, { agent: false, headers }, done).on('error', failed),
  );
  response.on('error', () => undefined);
  open.add(response);
  return response;
}

const hasRoom = (name: string) =>
  fetchExport(address(), name).then(
    ({ status }) => status === 200,
    () => false,
  );

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await holds()); attempt += 1) {
    if (attempt > 200) throw new Error('It did not come about.');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Statements of exports that Neo4j is working on. */
const running = () =>
  graph().command(
    'test',
    "SHOW TRANSACTIONS YIELD metaData WHERE metaData.origin STARTS WITH 'export' RETURN metaData.origin AS origin",
  );

test('an export stops when its client disconnects, even in the middle of a statement', async () => {
  const request = get(`${address()}/export/${DUMP}`, { agent: false }).on('error', () => undefined);
  await until(async () => (await running()).length > 0);
  request.destroy();
  await until(async () => (await running()).length === 0);
  const stays = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      await new Promise((done) => setTimeout(done, index * 30));
      return (await running()).length;
    }),
  );
  expect(stays).toEqual(stays.map(() => 0));
});

test('an export beyond the limit of concurrent exports gets Retry-After, and runs once another has ended', async () => {
  const clients = await Promise.all(
    Array.from({ length: MOST_EXPORTS.ofAll }, (_, index) => client(`192.0.2.${index % 2}`)),
  );
  expect(clients.map(({ statusCode }) => statusCode)).toEqual(clients.map(() => 200));
  const { status, headers, codes, json } = await fetchExport(address(), 'people.csv');
  expect([status, codes, headers.get('retry-after')]).toEqual([503, ['TOO_MANY_EXPORTS'], '10']);
  expect(json.errors[0].message).toBe(
    `${MOST_EXPORTS.ofAll} exports are in progress, which is the limit. Try again in 10 seconds.`,
  );
  clients[0]?.destroy();
  await until(() => hasRoom('people.csv'));
});

test.each([
  ['an address', '192.0.2.1', '192.0.2.1', '192.0.2.2'],
  ['a network of IPv6', '2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::1'],
  ['an address of IPv4 in one of IPv6', '::ffff:192.0.2.1', '192.0.2.1', '::ffff:192.0.2.2'],
])(
  '%s takes half of the places for exports and is then refused with 429; another one still gets one',
  async (_, one, same, other) => {
    const clients = await Promise.all(Array.from({ length: MOST_EXPORTS.ofOne }, () => client(one)));
    expect(clients.map(({ statusCode }) => statusCode)).toEqual(clients.map(() => 200));
    const refused = await send(`${address()}/export/people.csv`, { headers: { 'x-forwarded-for': same } });
    expect([refused.status, refused.codes, refused.headers.get('retry-after')]).toEqual([
      429,
      ['TOO_MANY_EXPORTS'],
      '10',
    ]);
    expect(refused.json.errors[0].message).toBe(
      `${MOST_EXPORTS.ofOne} exports of yours are in progress, which is the limit. Try again in 10 seconds.`,
    );
    expect((await client(other)).statusCode).toBe(200);
  },
);

test('an export that was refused or has ended occupies no slot', async () => {
  const requests = [...Array(MOST_EXPORTS.ofAll * 2).keys()];
  for (const number of requests) {
    const { status } = await fetchExport(address(), number % 2 === 0 ? 'nothing.csv' : 'records.jsonl?dataset=nothing');
    expect([400, 404]).toContain(status);
  }
  for (const _ of requests) expect((await fetchExport(address(), 'columns.json')).status).toBe(200);
});

test('HEAD of an export reads one page of it, and frees its place', async () => {
  const read = graph().read;
  let statements = 0;
  graph().read = (...parameters) => {
    statements += 1;
    return read.apply(graph(), parameters);
  };
  const statementsOf = async (method: string): Promise<number> => {
    statements = 0;
    const response = await fetch(`${address()}/export/${DUMP}`, { method });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
    ]);
    await response.text();
    return statements;
  };
  const head = await statementsOf('HEAD');
  const whole = await statementsOf('GET');
  graph().read = read;
  expect(whole - head).toBeGreaterThanOrEqual(MORE / 1_000);
  for (let times = 0; times < 3 * MOST_EXPORTS.ofAll; times += 1)
    expect((await fetch(`${address()}/export/${DUMP}`, { method: 'HEAD' })).status).toBe(200);
});
