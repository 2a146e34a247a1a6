import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import neo4j from 'neo4j-driver';
import { Graph } from '../../src/graph/graph.js';
import { requireNeeds } from '../../src/server/admission.js';
import { createServer } from '../../src/server/server.js';

/** Which permission each address needs. The server is whole and its database does not answer. */

const driver = neo4j.driver('bolt://127.0.0.1:1');
const SETTINGS = { logLevel: 'silent', maxQueryCost: 1, maxQueryDepth: 1, introspection: true, importFolder: '/none' };
let app: FastifyInstance;
let closed: FastifyInstance;
let withIssuer: FastifyInstance;
beforeAll(async () => {
  const graph = new Graph(driver, 'neo4j', 1_000);
  const origins = { corsOrigins: ['https://example.org'] };
  app = await createServer(graph, { ...SETTINGS, ...origins });
  const openId = { issuer: 'http://127.0.0.1:1', audience: 'a', roleClaim: 'role', datasetsClaim: undefined };
  withIssuer = await createServer(graph, { ...SETTINGS, ...origins, openId });
  closed = await createServer(graph, { ...SETTINGS, ...origins, publicReading: false });
});
afterAll(async () => {
  await app.close();
  await closed.close();
  await withIssuer.close();
  await driver.close();
});

test('a server with an address that does not say which permission it needs does not start', async () => {
  const other = fastify();
  requireNeeds(other);
  other.get('/known', { config: { needs: 'READ' } }, async () => '');
  other.get('/metrics', async () => '');
  await expect(other.ready()).rejects.toThrow(
    'Expected the address GET /metrics to say which permission it needs; got none.',
  );
});

const FOR_ANYBODY = [
  '/',
  '/editor/initial-options.js',
  '/import/templates/units.csv',
  '/reconcile/suggest/type?prefix=a',
];
const OF_THE_GRAPH = ['/export/manifest.json', '/changes', '/dossier/a/b', '/case/b', '/graphql?query={datasets{id}}'];

test('a server that is open for all answers anybody, but for addresses of editors', async () => {
  for (const url of FOR_ANYBODY) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
  for (const url of ['/import/reports/a/report.json', '/import/reports/a/b'])
    expect((await app.inject(url)).json().errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await app.inject({ method: 'POST', url: '/import/files', payload: 'x' })).statusCode).toBe(403);
});

test('a server without public reading answers nobody that it does not know, but says whether it is up', async () => {
  const paths = [...FOR_ANYBODY, ...OF_THE_GRAPH, '/nothing', '/import/files', '/reconcile', '/changes/stream'];
  for (const url of paths)
    for (const method of ['GET', 'POST', 'HEAD', 'DELETE'] as const) {
      const { statusCode, headers } = await closed.inject({ method, url });
      expect([method, url, statusCode, headers['www-authenticate']]).toEqual([method, url, 401, 'Bearer']);
    }
  expect((await closed.inject('/healthz')).statusCode).toBe(200);
  expect((await closed.inject('/readyz')).statusCode).toBe(503);
});

test('a preflight of a page is answered without a token, which browsers do not send with it', async () => {
  const headers = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
  const { statusCode } = await closed.inject({ method: 'OPTIONS', url: '/graphql', headers });
  expect(statusCode).toBe(204);
});

test('an API key is no fault of its sender where the database does not answer, and what cannot be one is', async () => {
  const shows = (token: string) =>
    app.inject({ url: '/export/people.csv', headers: { authorization: `Bearer ${token}` } });
  const unknown = await shows(`agk_${'0'.repeat(16)}_${'0'.repeat(64)}`);
  expect([503, 504]).toContain(unknown.statusCode);
  expect((await shows('agk_guess')).json().errors[0].message).toMatch(/got one that is not whole\.$/);
  expect((await shows('guess')).statusCode).toBe(401);
});

test('a token of an issuer that does not answer gets 503, and everybody else an answer', async () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded({ sub: 'a' })}.AAAA`;
  const url = FOR_ANYBODY[0] ?? '';
  const withToken = { url, headers: { authorization: `Bearer ${token}` } };
  const { statusCode, headers, body } = await withIssuer.inject(withToken);
  expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  expect(body).toContain('"code":"ISSUER_UNAVAILABLE"');
  expect((await withIssuer.inject(url)).statusCode).toBe(200);
  expect((await app.inject(withToken)).json().errors[0].message).toContain('this server knows no issuer of those');
});

test('an API key in the address is refused, since it is no secret any more', async () => {
  const key = `agk_${'0'.repeat(16)}_${'0'.repeat(64)}`;
  for (const url of [`/graphql?access_token=${key}`, `/export/people.csv?key=${key}`, `/${key}`]) {
    const { statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(400);
    expect(body).toContain('got one in the address');
    expect(body).not.toContain(key);
  }
});
