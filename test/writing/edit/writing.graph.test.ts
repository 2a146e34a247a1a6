import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createSchema } from '../../../src/schema.js';
import { createServer } from '../../../src/server/server.js';
import { dump } from '../../support/fictional.js';
import { ask, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL } from '../../support/secrets.js';
import { post, query, SETTINGS, send, useServer } from '../../support/server.js';
import { CREATE, posting } from './edit-requests.js';

useGraph('fictional');

const TOKEN = 'token-of-the-test-0123456789';
const address = useServer({ writeToken: TOKEN });
const closed = useServer();
const AS_EDITOR = { authorization: `Bearer ${TOKEN}` };
const input = (rank: string) => ({ dataset: 'fictional', reason: 'For a test.', record: posting({ rank }) });
const creation = (rank: string) => JSON.stringify({ query: CREATE, variables: { input: input(rank) } });
/** An address of this machine that is not its loopback. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && !one.internal && one.family === 'IPv4')?.address;

describe('a client with the token on this machine', () => {
  test.each([
    ['under their name', { 'x-actor': 'Ada Lovelace' }, 'Ada Lovelace'],
    ['as the local editor', {}, 'local editor'],
  ])('can write %s', async (_what, headers, actor) => {
    const { status, json } = await post(address(), creation(actor), { ...AS_EDITOR, ...headers });
    expect(status).toBe(200);
    expect(json.data.recordCreate).toMatchObject({ created: true, userErrors: [], entry: { actor } });
  });

  test('can read confidential records', async () => {
    const body = JSON.stringify({ query: '{ person(id: "person-fx-kesh") { name } }' });
    expect((await post(address(), body)).json.data).toEqual({ person: null });
    expect((await post(address(), body, AS_EDITOR)).json.data).toEqual({ person: { name: 'Orlo Kesh' } });
  });

  test.each([['x'.repeat(81)], ['Zoë'], [' ']])('is refused under the name %j', async (name) => {
    const { status, codes } = await post(address(), creation('none'), { ...AS_EDITOR, 'x-actor': name });
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('is subject to the limits of cost and depth', async () => {
    const deep = `mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { record ${'{ ... on Person { postings(first: 100) { nodes { person '.repeat(6)}{ id }${' } } } }'.repeat(6)} } }`;
    const { codes } = await post(
      address(),
      JSON.stringify({ query: deep, variables: { input: input('deep') } }),
      AS_EDITOR,
    );
    expect(codes).toEqual(['QUERY_TOO_DEEP']);
    const wide = `mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { record { ... on Person { postings(first: 100) { nodes { unit { postings(first: 100) { nodes { unit { postings(first: 100) { nodes { id } } } } } } } } } } } }`;
    const dear = await post(address(), JSON.stringify({ query: wide, variables: { input: input('wide') } }), AS_EDITOR);
    expect(dear.codes).toEqual(['QUERY_TOO_EXPENSIVE']);
  });
});

describe('a client without the right token', () => {
  let before: string[];
  beforeAll(async () => {
    before = await dump();
  });
  afterAll(async () => {
    expect(await dump()).toEqual(before);
  });

  test.each([
    ['another token', { authorization: 'Bearer another' }],
    ['a token of the same length', { authorization: `Bearer ${TOKEN.replace('t', 'T')}` }],
    ['a longer token', { authorization: `Bearer ${TOKEN}0` }],
    ['the token alone', { authorization: TOKEN }],
    ['the token for another scheme', { authorization: `Basic ${TOKEN}` }],
    ['nothing for a token', { authorization: 'Bearer ' }],
  ])('is refused, and not treated as a public reader: %s', async (_what, headers) => {
    const { status, codes, json } = await post(address(), creation('wrong'), headers);
    expect([status, codes, json.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
    expect(json.errors[0].message).toMatch(/^Expected `authorization: Bearer(?:` with the token| TOKEN`; got )/);
    for (const path of ['/graphql?query={__typename}', '/export/people.csv', '/dossier/a/b', '/'])
      expect((await send(`${address()}${path}`, { headers })).status).toBe(401);
  });

  test('cannot write where no token is configured', async () => {
    const { status, codes } = await post(closed(), creation('closed'), AS_EDITOR);
    expect([status, codes]).toEqual([401, ['UNAUTHENTICATED']]);
    expect((await post(closed(), creation('closed'))).codes).toEqual(['FORBIDDEN']);
  });

  test('learns nothing from an attempt to write', async () => {
    const there = await query(address(), CREATE, { input: input('public') });
    expect([there.status, there.codes, there.json.data]).toEqual([200, ['FORBIDDEN'], null]);
    const source = 'mutation ($input: ClaimRetractInput!) { claimRetract(input: $input) { retracted } }';
    const answers = await Promise.all(
      ['incident-fx-i1', 'incident-fx-i7', 'incident-none'].map((id) =>
        query(address(), source, { input: { id, version: 'x', reason: 'y' } }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('cannot use any mutation, whatever the clearance', async () => {
    const fields = Object.values(createSchema().getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      const context = {
        demand: async () => {
          throw new Error('not an editor');
        },
      };
      await expect(field.resolve?.({}, { input: { dataset: {} } }, context, {} as never)).rejects.toThrow(
        'not an editor',
      );
    }
    const { errors } = await ask(CREATE, { input: input('clearance') }, CONFIDENTIAL);
    expect(errors.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code)).toEqual([
      'FORBIDDEN',
    ]);
  });

  test('cannot make a browser write', async () => {
    const get = `${address()}/graphql?query=${encodeURIComponent(CREATE)}&variables=${encodeURIComponent(JSON.stringify({ input: input('get') }))}`;
    const json = { 'content-type': 'application/json' };
    expect((await send(get, { headers: { ...AS_EDITOR, ...json } })).status).toBe(405);
    expect((await send(get, { headers: AS_EDITOR })).status).toBe(405);
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
    ]) {
      const { status } = await post(
        address(),
        type.includes('urlencoded') ? `query=${encodeURIComponent(CREATE)}` : creation('form'),
        { ...AS_EDITOR, 'content-type': type },
      );
      expect([type, status]).toEqual([type, 415]);
    }
    expect(
      (
        await send(`${address()}/graphql`, {
          method: 'OPTIONS',
          headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
        })
      ).headers.get('access-control-allow-origin'),
    ).toBe(null);
  });
});

describe('this machine', () => {
  (outside === undefined ? test.skip : test)('is not what comes by another address of it', async () => {
    const app: FastifyInstance = await createServer(graph(), { ...SETTINGS, writeToken: TOKEN });
    await app.listen({ host: '0.0.0.0', port: 0 });
    const { port } = app.server.address() as { port: number };
    const status = await new Promise<number | undefined>((done, failed) => {
      const headers = { ...AS_EDITOR, 'content-type': 'application/json', 'x-forwarded-for': '127.0.0.1' };
      const sent = request({ host: outside, port, path: '/graphql', method: 'POST', headers }, (reply) => {
        reply.resume();
        done(reply.statusCode);
      });
      sent.on('error', failed);
      sent.end(creation('outside'));
    });
    app.server.closeAllConnections();
    await app.close();
    expect(status).toBe(403);
  });
});
