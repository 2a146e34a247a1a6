import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { Context } from '../../../src/context.js';
import { Watch } from '../../../src/exchange/sync/watch.js';
import { Reader } from '../../../src/graph/graph.js';
import { MOST_STREAMS, serveChanges } from '../../../src/server/changes.js';
import { createServer } from '../../../src/server/server.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { SETTINGS, send } from '../../support/server.js';
import { here } from './public-changes.js';
import { manifestIn, snapshot } from './read-feed.js';
import { measuresInTurn } from './write-changes.js';

useGraph('fictional');

const { publicly, secretly } = measuresInTurn();
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A client of a stream: what it was sent, and its end. */
class Client {
  text = '';
  readonly headers: Promise<Headers>;
  readonly ended: Promise<void>;
  private readonly away = new AbortController();

  constructor(address: string, headers: Record<string, string> = {}) {
    const opened = fetch(`${address}/changes/stream`, { headers, signal: this.away.signal });
    this.headers = opened.then((response) => response.headers);
    this.ended = opened.then(async (response) => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) this.text += decoder.decode(chunk, { stream: true });
    });
    this.ended.catch(() => undefined);
  }

  /** The cursors of its events, in order. */
  get cursors(): string[] {
    const events = this.text.split('\n\n').filter((part) => part.includes('event: changed'));
    return events.map((event) => {
      const [, id] = /^id: (.+)$/m.exec(event) ?? [];
      const { cursor } = JSON.parse(/^data: (.+)$/m.exec(event)?.[1] ?? '{}');
      expect(id).toBe(cursor);
      return cursor;
    });
  }

  async until(what: () => boolean | Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + 20_000; !(await what()); await pause(20))
      if (Date.now() > deadline) throw new Error(`This did not come: ${what}. There is ${this.text}`);
  }

  leave(): void {
    this.away.abort();
  }
}

let app: FastifyInstance;
let address = '';
let statements: string[] = [];
let isSilent = false;

beforeEach(async () => {
  app = fastify({ trustProxy: '127.0.0.1' });
  statements = [];
  const counted = Object.create(graph(), {
    readLatest: {
      value: (statement: { name: string; text: string }, parameters: Record<string, unknown>) => {
        statements.push(statement.name);
        if (isSilent) throw new Error('The graph does not answer.');
        return graph().readLatest(statement, parameters);
      },
    },
  });
  const contextOf = async (reply: { request: { headers: Record<string, unknown> } }) =>
    new Context(
      new Reader(graph()),
      reply.request.headers['x-all'] ? CONFIDENTIAL : PUBLIC,
      await publishedThrough(graph()),
    );
  const refuse = (reply: { status(code: number): { send(body: unknown): unknown } }, status: number, code: string) =>
    reply.status(status).send({ errors: [{ extensions: { code } }] });
  await serveChanges(app, new Watch(counted, 50), { contextOf, refuse } as never, 100);
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const looks = () => statements.filter((name) => name === 'clock').length;

describe('a stream of changes', () => {
  test('sends the cursor at its start and whenever it moves, and not for hidden changes', async () => {
    const client = new Client(address);
    const first = await here();
    await client.until(() => client.cursors.length === 1);
    expect(client.cursors).toEqual([first]);
    const headers = await client.headers;
    expect(headers.get('content-type')).toBe('text/event-stream');
    await secretly();
    await publicly();
    const second = await here();
    await client.until(() => client.cursors.length === 2);
    await secretly();
    const before = looks();
    await client.until(() => looks() > before + 3);
    expect(client.cursors).toEqual([first, second]);
    client.leave();
  });

  test('sends an editor the cursor for hidden changes too', async () => {
    const [all, open] = [new Client(address, { 'x-all': 'yes' }), new Client(address)];
    await all.until(() => all.cursors.length === 1 && open.cursors.length === 1);
    await secretly();
    await all.until(() => all.cursors.length === 2);
    expect(all.cursors[1]).toBe(manifestIn(await snapshot(CONFIDENTIAL)).cursor);
    expect(open.cursors).toHaveLength(1);
    for (const client of [all, open]) client.leave();
  });

  test('sends nothing to a client that returns with its last event until something changes', async () => {
    const client = new Client(address, { 'last-event-id': await here() });
    await client.until(() => looks() > 3);
    expect(client.cursors).toEqual([]);
    await publicly();
    await client.until(() => client.cursors.length === 1);
    expect(client.cursors).toEqual([await here()]);
    const old = new Client(address, { 'last-event-id': 'something old' });
    await old.until(() => old.cursors.length === 1);
    for (const one of [client, old]) one.leave();
  });

  test('sends heartbeats while nothing changes', async () => {
    const client = new Client(address);
    await client.until(() => (client.text.match(/^: heartbeat$/gm) ?? []).length >= 3);
    client.leave();
  });

  test('shares one reading of the clock with all others, and none reads it when all have left', async () => {
    const clients = Array.from({ length: 10 }, () => new Client(address));
    for (const client of clients) await client.until(() => client.cursors.length === 1);
    const before = looks();
    await pause(500);
    expect(looks() - before).toBeGreaterThan(1);
    expect(looks() - before).toBeLessThanOrEqual(11);
    for (const client of clients) client.leave();
    await pause(200);
    const after = looks();
    await pause(300);
    expect(looks()).toBe(after);
  });

  test('is refused while a hundred others are open, and opened once one of them has closed', async () => {
    const clients = Array.from(
      { length: MOST_STREAMS.ofAll },
      (_, index) => new Client(address, { 'x-forwarded-for': `192.0.2.${index % 10}` }),
    );
    for (const client of clients) await client.until(() => client.cursors.length === 1);
    const own = await send(`${address}/changes/stream`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect([own.status, own.codes]).toEqual([429, ['TOO_MANY_STREAMS']]);
    const refused = await send(`${address}/changes/stream`);
    expect([refused.status, refused.codes, refused.headers.get('retry-after')]).toEqual([
      503,
      ['TOO_MANY_STREAMS'],
      '10',
    ]);
    clients.pop()?.leave();
    await pause(100);
    const next = new Client(address);
    await next.until(() => next.cursors.length === 1);
    for (const client of [...clients, next]) client.leave();
  }, 60_000);

  test('goes on when the graph did not answer for a while', async () => {
    const client = new Client(address);
    await client.until(() => client.cursors.length === 1);
    isSilent = true;
    const before = looks();
    await client.until(() => looks() > before + 2);
    isSilent = false;
    await publicly();
    const cursor = await here();
    await client.until(() => client.cursors.at(-1) === cursor);
    client.leave();
  });
});

test('the server ends its streams when it stops, at once', async () => {
  const server = await createServer(graph(), SETTINGS);
  const client = new Client(await server.listen({ host: '127.0.0.1', port: 0 }));
  await client.until(() => client.cursors.length === 1);
  expect((await client.headers).get('x-content-type-options')).toBe('nosniff');
  const begin = performance.now();
  await server.close();
  await client.ended;
  expect(performance.now() - begin).toBeLessThan(3_000);
});
