import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { openDriver } from '../../src/graph/driver.js';
import { Graph } from '../../src/graph/graph.js';
import { createServer } from '../../src/server/server.js';
import { pause } from '../support/api.js';
import { OwnNeo4j } from '../support/own-neo4j.js';
import { query, SETTINGS, send } from '../support/server.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** A Neo4j that somebody else runs, and that goes, hangs and comes back. */

const MINUTE = 60_000;
/** Longer than the driver tries again. */
const LIMIT_MS = 5_000;
const QUESTION = '{ people { totalCount } }';
const UNAVAILABLE = { status: 503, codes: ['GRAPH_UNAVAILABLE'] };

let neo4j: OwnNeo4j;
let graph: Graph;
let app: FastifyInstance;
let url = '';

beforeAll(async () => {
  neo4j = await OwnNeo4j.at(join(temporaryFolder(), 'neo4j'));
  await neo4j.start();
  graph = new Graph(await openDriver(neo4j.address, 'neo4j'), 'neo4j', LIMIT_MS);
  app = await createServer(graph, SETTINGS);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
}, MINUTE);
afterAll(async () => {
  const closing = app.close();
  app.server.closeAllConnections();
  await closing;
  await graph.close();
  await neo4j.kill();
}, MINUTE);

beforeEach(() => whole(), MINUTE);
afterEach(() => neo4j.goOn());

/** Waits until a question is answered: each refusal on the way is one that is declared. `npm run faults` measures how long it takes. */
async function whole(): Promise<void> {
  for (;;) {
    const { json, codes } = await query(url, QUESTION);
    if (json?.data?.people?.totalCount === 0) return;
    expect(['GRAPH_UNAVAILABLE', 'TIMEOUT']).toContain(codes[0]);
    await pause(100);
  }
}

async function timed<T>(work: Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const began = Date.now();
  return { result: await work, ms: Date.now() - began };
}

describe('a Neo4j that is killed', () => {
  test(
    'is declared to clients at once, with when to try again, and answers are whole after its return',
    async () => {
      await neo4j.kill();
      const first = await timed(query(url, QUESTION));
      expect(first.result).toMatchObject(UNAVAILABLE);
      expect(first.ms).toBeLessThan(LIMIT_MS);

      const next = await timed(
        Promise.all([query(url, QUESTION), send(`${url}/export/people.csv`), send(`${url}/readyz`)]),
      );
      for (const reply of next.result) {
        expect(reply).toMatchObject(UNAVAILABLE);
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(next.ms).toBeLessThan(1_000);
      expect((await send(`${url}/healthz`)).status).toBe(200);

      await neo4j.start();
      await whole();
      expect((await send(`${url}/readyz`)).status).toBe(200);
    },
    2 * MINUTE,
  );
});

describe('a Neo4j that hangs', () => {
  test(
    'is waited for no longer than the time limit and a second, then answers are refused at once, and it is whole when it goes on',
    async () => {
      await neo4j.hang();
      const ready = await timed(send(`${url}/readyz`));
      expect(ready.result).toMatchObject(UNAVAILABLE);
      expect(ready.ms).toBeLessThan(3_000);

      const under = await timed(
        Promise.all([
          query(url, QUESTION),
          send(`${url}/export/people.csv`),
          graph.readWith('test', (tx) => tx.run('RETURN 1')).catch((error) => error.code),
        ]),
      );
      const codes = ['TIMEOUT', 'GRAPH_UNAVAILABLE'];
      expect(under.ms).toBeLessThan(LIMIT_MS + 7_000);
      for (const reply of under.result.slice(0, 2)) expect(codes).toContain(reply.codes[0]);
      expect(codes).toContain(under.result[2]);

      await pause(5_500);
      const next = await timed(query(url, QUESTION));
      expect(next.result).toMatchObject(UNAVAILABLE);
      expect(next.ms).toBeLessThan(1_000);

      neo4j.goOn();
      await whole();
    },
    2 * MINUTE,
  );

  test(
    'has all its connections back when it goes on, and runs no statement that nobody waits for',
    async () => {
      await neo4j.hang();
      const codes = (await Promise.all(questions())).flatMap((reply) => reply.codes);
      expect(codes).toHaveLength(MORE_THAN_CONNECTIONS);
      expect(codes.filter((code) => code !== 'TIMEOUT' && code !== 'GRAPH_UNAVAILABLE')).toEqual([]);
      neo4j.goOn();
      await whole();
      const running = async () =>
        (await graph.read({ name: 'running', text: 'SHOW TRANSACTIONS YIELD currentQuery' }, {})).length;
      for (let tries = 0; (await running()) > 1 && tries < 50; tries += 1) await pause(100);
      expect(await running()).toBe(1);
      expect((await Promise.all(questions())).flatMap((reply) => reply.codes)).toEqual([]);
    },
    2 * MINUTE,
  );
});

/** The driver holds a hundred connections. */
const MORE_THAN_CONNECTIONS = 120;
const questions = () => Array.from({ length: MORE_THAN_CONNECTIONS }, () => query(url, QUESTION));
