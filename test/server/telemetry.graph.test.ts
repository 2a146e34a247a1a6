import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../src/server/server.js';
import { startTelemetry } from '../../src/server/telemetry/start-telemetry.js';
import { graph, useGraphToRead } from '../support/graph.js';
import { post, SETTINGS, send } from '../support/server.js';

/** What a server tells a receiver of OTLP and the metrics page, both of them real. */

useGraphToRead('fictional');

/** What a reader answer for and what the answer said: nothing of it belongs into a trace or a metric. */
const VALUES = ['Mira', 'Juna', 'person-fx', 'unit-fx', 'wordOfTheReader', '203.0.113.9', 'Bearer', 'canary-agent'];

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}
const spans: Span[] = [];
let bodies = '';
const logLines: string[] = [];
let page = '';
let url = '';
let app: FastifyInstance;

/** A server on a free port of this machine; gives its port. */
async function listening(server: ReturnType<typeof createHttpServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createHttpServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  const receiver = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies += body;
      const { resourceSpans = [] } = JSON.parse(body);
      for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const otlpEndpoint = `http://127.0.0.1:${await listening(receiver)}`;
  const metricsPort = await freePort();
  const telemetry = await startTelemetry({ otlpEndpoint, metricsPort, metricsHost: '127.0.0.1' });
  const cease = telemetry.observe(graph());
  app = await createServer(graph(), {
    ...SETTINGS,
    logLevel: 'error',
    logTo: { write: (line) => logLines.push(line) },
  });
  app.get('/fails', { config: { needs: 'READ' } }, async () => {
    throw new Error('wordOfTheReader');
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  const headers = { 'user-agent': 'canary-agent', 'x-forwarded-for': '203.0.113.9' };
  const source = 'query OfTheReader($text: String!) { search(text: $text) { matched record { id } } }';
  const answer = await post(
    url,
    JSON.stringify({ query: source, variables: { text: 'Mira Juna wordOfTheReader' } }),
    headers,
  );
  expect(answer.json.errors).toBeUndefined();
  await post(url, JSON.stringify({ query: '{ unit(id: "unit-fx-lake") { id name } }' }), headers);
  await post(url, JSON.stringify({ query: '{ nothing }' }), headers);
  await send(`${url}/export/people.csv`, { headers });
  await send(`${url}/unit-fx-nowhere?text=Mira`, { headers });
  await send(`${url}/fails`);
  await fetch(url, { method: 'PROPFIND' });
  page = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const elsewhere = await fetch(`http://127.0.0.1:${metricsPort}/`);
  expect(elsewhere.status).toBe(404);
  await app.close();
  cease();
  await telemetry.stop();
  receiver.close();
}, 60_000);
afterAll(() => app.close());

const named = (name: string) => spans.filter((span) => span.name === name);
const parentOf = ({ parentSpanId }: Span) => spans.find(({ spanId }) => spanId === parentSpanId);

describe('a trace', () => {
  test('leads from the request over the operation to each of its statements', () => {
    const [operation] = named('query OfTheReader');
    const request = operation && parentOf(operation);
    expect(request).toMatchObject({ name: 'POST /graphql' });
    const statements = spans.filter((span) => operation && span.parentSpanId === operation.spanId);
    expect(statements.length).toBeGreaterThan(1);
    for (const { traceId, attributes } of statements) {
      expect(traceId).toBe(request?.traceId);
      expect(attributes.map(({ key }) => key)).toEqual(['db.system.name', 'db.operation.name']);
    }
  });

  test('has an export with its statements, and an address that there is not by no name', () => {
    const [exported] = named('GET /export/:name');
    expect(spans.filter(({ traceId }) => traceId === exported?.traceId).length).toBeGreaterThan(1);
    expect(named('GET none').length).toBe(1);
  });

  test('is named by the line of the log that has the reference of an answer', () => {
    const line = logLines.map((text) => JSON.parse(text)).find(({ reference }) => reference);
    expect(line.trace).toBe(named('GET /fails')[0]?.traceId);
  });
});

describe('the metrics page', () => {
  const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)(?: -?\d+)?$/;
  const lines = () => page.split('\n').filter((line) => line !== '');
  const samples = () =>
    lines()
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? [];
        return { line, name, labels, value: Number(value?.replace('Inf', 'Infinity')) };
      });
  const sampleOf = (name: string, ...labels: string[]) =>
    samples().find((one) => one.name === name && labels.every((label) => one.labels.includes(label)))?.value;

  test('is text that Prometheus reads: each sample once, of a family that says its type', () => {
    expect(page.endsWith('\n')).toBe(true);
    const types = new Set(
      lines().flatMap((line) => /^# TYPE (\S+) (?:counter|gauge|histogram)$/.exec(line)?.[1] ?? []),
    );
    for (const { line, name, value } of samples()) {
      expect([line, types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, ''))]).toEqual([line, true]);
      expect([line, Number.isNaN(value)]).toEqual([line, false]);
    }
    const series = samples().map(({ name, labels }) => `${name}{${labels}}`);
    expect(new Set(series).size).toBe(series.length);
  });

  test('counts requests by route and status, statements by name, and operations by outcome', () => {
    const requests = (route: string, status: number) =>
      sampleOf('http_server_request_duration_count', `http_route="${route}"`, `status_code="${status}"`);
    expect([requests('/graphql', 200), requests('/export/:name', 200), requests('/fails', 500)]).toEqual([2, 1, 1]);
    expect(requests('none', 404)).toBe(1);
    expect(sampleOf('db_client_operation_duration_count', 'name="clock"')).toBeGreaterThan(2);
    expect(sampleOf('graphql_operation_duration_count', 'outcome="OK"', 'type="query"')).toBe(2);
    expect(sampleOf('graphql_operation_duration_count', 'outcome="GRAPHQL_VALIDATION_FAILED"')).toBe(1);
  });

  test('says how the process and its graph are', () => {
    expect(sampleOf('neo4j_up')).toBe(1);
    expect(sampleOf('clock_age')).toBeGreaterThan(0);
    expect(sampleOf('process_memory', 'kind="rss"')).toBeGreaterThan(10_000_000);
    expect(sampleOf('event_loop_delay', 'quantile="0.99"')).toBeGreaterThan(0);
    expect(sampleOf('neo4j_sessions')).toBeGreaterThanOrEqual(0);
  });
});

test('neither a trace nor a metric has a value, an id, an address or a header of a request', () => {
  expect(spans.length).toBeGreaterThan(10);
  for (const value of VALUES)
    expect([value, bodies.includes(value), page.includes(value)]).toEqual([value, false, false]);
});
