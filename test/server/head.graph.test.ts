import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { useGraphToRead } from '../support/graph.js';
import { useServer } from '../support/server.js';

/** HEAD, by which load balancers, GDAL, DuckDB and checkers of links ask before they read. */

useGraphToRead('fictional');
const address = useServer();

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: number;
}

/** What one answer has at its time, and what only its content tells: whether it is worth compressing. */
const OWN_TO_ONE_ANSWER = new Set(['date', 'transfer-encoding', 'content-encoding', 'vary']);

/** The answer of a client that closes its connection, so that nothing of one answer can be taken for the next. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(address());
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const answer = { status: response.statusCode, headers: response.headers };
      const named = Object.entries(answer.headers).filter(([name]) => !OWN_TO_ONE_ANSWER.has(name));
      const end = (bytes: number) => done({ ...answer, headers: Object.fromEntries(named), bytes });
      // A stream of events has no end.
      if (path === '/changes/stream' && method === 'GET') {
        response.destroy();
        return end(0);
      }
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on('end', () => end(bytes));
    });
    sent.on('error', failed).end();
  });
}

const QUERY = `/graphql?query=${encodeURIComponent('{ datasets { id } }')}`;

describe.each<Record<string, string>>([{}, { 'accept-encoding': 'gzip' }])('to a client that sends %j', (headers) => {
  test.each([
    '/',
    '/healthz',
    '/readyz',
    QUERY,
    `/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
    '/graphql?query=%7B',
    '/export/manifest.json',
    '/export/columns.json',
    '/export/records.jsonl',
    '/export/people.csv?recordedBy=soon',
    '/export/nothing.csv',
    '/export/chain.graphml',
    '/changes',
    '/changes?since=nothing',
    '/changes/stream',
    '/case/incident-fx-i2?format=json',
    '/case/incident-fx-i2',
    '/case/nothing',
    '/dossier/nobody/nothing',
    '/reconcile',
    '/reconcile?queries=nothing',
    '/reconcile/suggest/entity?prefix=And',
    '/import/templates/units.csv',
    '/import/templates/nothing.csv',
    '/import/reports/a/report.json',
    '/nothing',
  ])('HEAD %s has the status and the headers of GET, and no content', async (path) => {
    const get = await ask('GET', path, headers);
    const head = await ask('HEAD', path, headers);
    // A stream tells its length by its end.
    const { 'content-length': length, ...named } = head.headers;
    const { 'content-length': _length, ...expected } = get.headers;
    expect([head.status, named, head.bytes]).toEqual([get.status, expected, 0]);
    expect([undefined, String(get.bytes)]).toContain(length);
  });
});
