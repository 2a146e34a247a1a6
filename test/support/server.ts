import { afterAll, beforeAll } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../src/server/server.js';
import { graph } from './graph.js';

type Settings = Parameters<typeof createServer>[1];

/** The limits that `npm start` has. */
export const SETTINGS: Settings = {
  logLevel: 'silent',
  maxQueryCost: 20_000,
  maxQueryDepth: 16,
  introspection: true,
  corsOrigins: [],
};

/** The server of this test file over its graph, on a free port: gives what reads its address. */
export function useServer(settings: Partial<Settings> = {}): () => string {
  let app: FastifyInstance | undefined;
  let address = '';
  beforeAll(async () => {
    app = await createServer(graph(), { ...SETTINGS, ...settings });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    const closing = app?.close();
    app?.server.closeAllConnections();
    await closing;
  });
  return () => address;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  readonly json: any;
  /** The codes of the errors, in order. */
  readonly codes: readonly string[];
}

export async function send(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : undefined;
  const codes = (json?.errors ?? []).map((error: { extensions?: { code?: string } }) => error.extensions?.code ?? '');
  return { status: response.status, headers: response.headers, text, json, codes };
}

/** A POST of any body to the API. */
export const post = (address: string, body: string, headers: Record<string, string> = {}): Promise<Reply> =>
  send(`${address}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

/** A question to the API, as a client would ask it. */
export const query = (address: string, source: string, variables?: Record<string, unknown>): Promise<Reply> =>
  post(address, JSON.stringify({ query: source, variables }));
