import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../src/server/server.js';
import { graph, useGraph } from '../support/graph.js';
import { query, SETTINGS, send, useServer } from '../support/server.js';

useGraph('fictional');
const address = useServer();

async function stopped(app: FastifyInstance): Promise<void> {
  const closing = app.close();
  app.server.closeAllConnections();
  await closing;
}

test('the server leaves no listener behind after many requests over one connection', async () => {
  const app = await createServer(graph(), SETTINGS);
  const sockets: Socket[] = [];
  app.server.on('connection', (socket: Socket) => sockets.push(socket));
  const here = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    const listeners = () => Math.max(...sockets.map((socket) => socket.listenerCount('close')));
    for (let index = 0; index < 3; index += 1) await query(here, '{ __typename }');
    const few = listeners();
    for (let index = 0; index < 30; index += 1) await query(here, '{ __typename }');
    expect(sockets.length).toBeLessThan(5);
    expect(listeners()).toBeLessThanOrEqual(few);
  } finally {
    await stopped(app);
  }
});

test('a client that disconnects early does not disturb the others', async () => {
  const aborter = new AbortController();
  const abortedCall = fetch(`${address()}/graphql`, {
    method: 'POST',
    body: JSON.stringify({
      query: '{ pathsBetween(a: "person-fx-carls", b: "person-fx-gran", maxLength: 8, first: 50) { length } }',
    }),
    headers: { 'content-type': 'application/json' },
    signal: aborter.signal,
  });
  setTimeout(() => aborter.abort(), 5);
  await expect(abortedCall).rejects.toThrow();
  expect((await query(address(), '{ person(id: "person-fx-anders") { name } }')).json.data).toEqual({
    person: { name: 'Tomas Anders' },
  });
  expect(await graph().isReady()).toBe(true);
});

test('the server stops without waiting for an idle connection', async () => {
  const app = await createServer(graph(), SETTINGS);
  const here = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const silent = connect(Number(here.port), here.hostname);
  try {
    await new Promise((done) => silent.once('connect', done));
    await send(`${here.origin}/healthz`);
    const closing = app.close().then(() => 'closed');
    const patience = new Promise((done) => setTimeout(() => done('still open'), 3_000));
    expect(await Promise.race([closing, patience])).toBe('closed');
  } finally {
    silent.destroy();
    await stopped(app);
  }
}, 10_000);

test('the server sends an answer that is under way before it stops', async () => {
  const app = await createServer(graph(), SETTINGS);
  const here = await app.listen({ host: '127.0.0.1', port: 0 });
  const arrival = once(app.server, 'request');
  const answer = query(
    here,
    '{ pathsBetween(a: "person-fx-carls", b: "person-fx-gran", maxLength: 8) { length } people { totalCount } }',
  );
  await arrival;
  const closing = app.close();
  expect((await answer).json.data.people).toEqual({ totalCount: 10 });
  app.server.closeAllConnections();
  await closing;
});
