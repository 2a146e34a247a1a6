import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { openDriver } from '../../../src/graph/driver.js';
import { Graph } from '../../../src/graph/graph.js';
import { createServer } from '../../../src/server/server.js';
import { neo4jAddress, useGraphToRead } from '../../support/graph.js';
import { SETTINGS, send, useServer } from '../../support/server.js';
import { form, get } from './client.js';

useGraphToRead('fictional', 'amnesty-ukraine');
const address = useServer();

/** A GET with a header that fetch does not let one set. */
const withHeaders = (headers: Record<string, string>) =>
  new Promise<{ status: number; text: string }>((done, fail) => {
    request(`${address()}/reconcile`, { headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    })
      .on('error', fail)
      .end();
  });

test('the manifest lists the routes, types and properties of the service', async () => {
  const { status, headers, json } = await get(address(), '');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
  const service_url = `${address()}/reconcile`;
  const page = `${service_url}/preview?id={{id}}`;
  expect(json).toMatchObject({
    versions: ['0.2'],
    identifierSpace: 'urn:accountability-graph:id:',
    schemaSpace: 'urn:accountability-graph:term:',
    batchSize: 50,
    view: { url: page },
    preview: { url: page, width: 430, height: 300 },
    suggest: {
      entity: { service_url, service_path: '/suggest/entity' },
      type: { service_url, service_path: '/suggest/type' },
      property: { service_url, service_path: '/suggest/property' },
    },
    extend: { propose_properties: { service_url, service_path: '/properties' } },
  });
  expect(json.defaultTypes.map(({ id }: { id: string }) => id)).toEqual([
    'Person',
    'Unit',
    'Body',
    'Location',
    'Incident',
  ]);
});

test('every address in the manifest answers', async () => {
  const { suggest, extend, preview } = (await get(address(), '')).json;
  for (const { service_url, service_path } of [...Object.values(suggest), extend.propose_properties] as Record<
    string,
    string
  >[])
    expect((await send(`${service_url}${service_path}?prefix=a&type=Person`)).status).toBe(200);
  expect((await send(preview.url.replace('{{id}}', 'person-fx-anders'))).status).toBe(200);
});

test('the manifest passes a lens in its address on to every route, and a misspelt lens is refused', async () => {
  const { json } = await get(address(), '?publishedBy=2022-10-04&excludeReports=a,b&excludeReports=c');
  const lens = 'publishedBy=2022-10-04&excludeReports=a%2Cb&excludeReports=c';
  expect(json.preview.url).toBe(`${address()}/reconcile/preview?id={{id}}&${lens}`);
  expect(json.suggest.entity.service_path).toBe(`/suggest/entity?${lens}`);
  const at = (id: string) => send(json.preview.url.replace('{{id}}', id));
  expect((await at('person-fx-anders')).status).toBe(200);
  const { service_url, service_path } = json.suggest.entity;
  expect((await send(`${service_url}${service_path}&prefix=Eklund`)).json).toEqual({ result: [] });
  for (const path of ['?publishedby=2022-10-04', '?publishedBy=soon', '?callback=alert'])
    expect([(await get(address(), path)).status, (await get(address(), path)).codes]).toEqual([400, ['BAD_INPUT']]);
});

test('the manifest behind a TLS proxy has the addresses of the proxy, and an invalid host is refused', async () => {
  const proxied = await withHeaders({ host: 'graph.example:8443', 'x-forwarded-proto': 'https' });
  expect(JSON.parse(proxied.text).view.url).toBe('https://graph.example:8443/reconcile/preview?id={{id}}');
  expect(JSON.parse((await withHeaders({ host: '[::1]:4000' })).text).view.url).toMatch(/^http:\/\/\[::1\]:4000\//);
  for (const host of ['a"><script>', 'a/b', 'user@host', 'a b']) expect((await withHeaders({ host })).status).toBe(400);
  const odd = await withHeaders({ 'x-forwarded-proto': 'javascript' });
  expect(JSON.parse(odd.text).view.url).toMatch(/^http:/);
});

test('pages of other origins may read the answers of the service, without credentials, and nothing else of the server', async () => {
  const origin = { origin: 'https://refine.example' };
  const answers = [
    await get(address(), '', { headers: origin }),
    await get(address(), '/suggest/entity?prefix=a', { headers: origin }),
    await get(address(), '/suggest/type?prefix=', { headers: origin }),
    await get(address(), '/suggest/property?prefix=', { headers: origin }),
    await get(address(), '/properties?type=Person', { headers: origin }),
    await get(address(), '/preview?id=person-fx-anders', { headers: origin }),
    await get(address(), '?queries=nothing', { headers: origin }),
    await form(address(), { queries: { q0: { query: 'Anders' } } }),
  ];
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  for (const path of ['/healthz', '/graphql', '/export/columns.json'])
    expect(
      (await send(`${address()}${path}`, { headers: origin })).headers.get('access-control-allow-origin'),
    ).toBeNull();
});

test('an unknown token is refused, and pages of other origins may not send one', async () => {
  const refusal = await get(address(), '', { headers: { authorization: 'Bearer guessed' } });
  expect([refusal.status, refusal.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  const preflight = await get(address(), '', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://refine.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
});

test('the preview may be framed by any page, and can run nothing there', async () => {
  const { status, headers, text } = await get(address(), '/preview?id=person-fx-anders');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';frame-ancestors *",
  );
  expect(headers.get('x-frame-options')).toBeNull();
  for (const words of [
    'Tomas Anders',
    'T. Anders',
    'Commander of the 2nd Brigade',
    'presumed innocent',
    'to 2022-04-14',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/<script|\son\w+=|javascript:|http/i);
});

test('every page but the preview forbids framing', async () => {
  for (const path of ['/', '/reconcile', '/reconcile/suggest/type'])
    expect((await send(`${address()}${path}`)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
});

test.each([
  [
    'unit-fx-u2',
    ['2nd Brigade of Velmora', 'Osk Brigade', 'Armed forces', '1st Army of Velmora', 'Ulrik Berg', 'and 1 more'],
  ],
  ['location-kyiv', ['Kyiv', 'GEONAMES: 703448', 'UA']],
  ['body-fx-trial-chamber', ['Trial Chamber', 'Court', 'Tribunal for Velmora']],
  ['unit-fx-unknown-brigade', ['stand-in']],
])('the preview of %s has what distinguishes it', async (id, words) => {
  const { text } = await get(address(), `/preview?id=${id}`);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/undefined|null|\[object/);
});

test('the service without its graph answers with an error, and still gives the manifest', async () => {
  const closed = new Graph(await openDriver(neo4jAddress(), 'neo4j'), 'neo4j', 1_000);
  await closed.close();
  const app = await createServer(closed, SETTINGS);
  const here = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    expect((await get(here, '')).status).toBe(200);
    for (const call of [
      await form(here, { queries: { q0: { query: 'Anders' } } }),
      await get(here, '/suggest/entity?prefix=Anders'),
      await get(here, '/preview?id=person-fx-anders'),
    ]) {
      expect(call.status).toBeGreaterThanOrEqual(500);
      expect(call.text).not.toMatch(/bolt|neo4j|127\.0\.0\.1|driver|stack|node_modules/i);
    }
  } finally {
    await app.close();
  }
});

test('the preview of an unknown id is not found, and does not echo a script in the id', async () => {
  for (const id of [
    'person-fx-missing',
    '<script>alert(1)</script>',
    '%00',
    'finding-fx-b',
    'report-fx-archive-2023',
  ]) {
    const { status, text } = await get(address(), `/preview?id=${encodeURIComponent(id)}`);
    expect(status).toBe(404);
    expect(text).toContain('There is nothing under that id');
    expect(text).not.toContain(id);
  }
  expect((await get(address(), '/preview')).status).toBe(400);
});
