import { describe, expect, test } from '@jest/globals';
import { useGraphToRead } from '../support/graph.js';
import { send, useServer } from '../support/server.js';

/** Which pages of other sites may read the answers. */

useGraphToRead('fictional');
const TOKEN = 'a-token-of-this-test';
const closed = useServer();
const some = useServer({ corsOrigins: ['https://one.example', 'http://localhost:5173'], writeToken: TOKEN });
const all = useServer({ corsOrigins: ['*'] });

const ADDRESSES = [
  '/graphql?query=%7B__typename%7D',
  '/export/columns.json',
  '/changes?since=nothing',
  '/changes/stream',
  '/case/nothing',
  '/import/templates/units.csv',
  '/nothing',
];

const allowed = ({ headers }: { readonly headers: Headers }) => headers.get('access-control-allow-origin');

/** The head of an answer, which may have no end. */
async function headOf(url: string, headers: Record<string, string>): Promise<Response> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  controller.abort();
  return response;
}

const preflight = (url: string, origin: string, headers = 'authorization,content-type') =>
  send(url, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': headers },
  });

describe.each(ADDRESSES)('the address %s', (path) => {
  test('names no origin where none is allowed', async () => {
    expect(allowed(await headOf(`${closed()}${path}`, { origin: 'https://one.example' }))).toBeNull();
    const { status, headers } = await preflight(`${closed()}${path}`, 'https://one.example');
    expect([404, 405]).toContain(status);
    expect(allowed({ headers })).toBeNull();
  });

  test('names each origin that is allowed, and no other', async () => {
    for (const origin of ['https://one.example', 'http://localhost:5173']) {
      const answer = await headOf(`${some()}${path}`, { origin });
      expect(allowed(answer)).toBe(origin);
      expect(answer.headers.get('vary')).toContain('Origin');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      const permission = await preflight(`${some()}${path}`, origin);
      expect([permission.status, allowed(permission), permission.headers.get('access-control-allow-headers')]).toEqual([
        204,
        origin,
        'authorization,content-type',
      ]);
    }
    for (const origin of ['https://two.example', 'https://one.example.evil.example', 'http://one.example', 'null']) {
      expect(allowed(await headOf(`${some()}${path}`, { origin }))).toBeNull();
      expect(allowed(await preflight(`${some()}${path}`, origin))).toBeNull();
    }
  });

  test('names every origin where all are allowed', async () => {
    expect(allowed(await headOf(`${all()}${path}`, { origin: 'https://two.example' }))).toBe('*');
    expect(allowed(await preflight(`${all()}${path}`, 'https://two.example'))).toBe('*');
  });
});

test('a page of an allowed origin may read the name of a file and its tag, and shows a token as others do', async () => {
  const headers = { origin: 'https://one.example', authorization: `bearer ${TOKEN}` };
  const answer = await send(`${some()}/export/columns.json`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-expose-headers')).toBe(
    'allow, content-disposition, etag, ratelimit, ratelimit-policy, retry-after',
  );
  const refused = await send(`${some()}/export/columns.json`, { headers: { ...headers, authorization: 'Bearer no' } });
  expect([refused.status, allowed(refused), refused.headers.get('www-authenticate')]).toEqual([
    401,
    'https://one.example',
    'Bearer',
  ]);
});

test('the reconciliation service is for pages of all origins, and takes a token from none', async () => {
  for (const server of [closed, some, all])
    for (const origin of ['https://one.example', 'https://two.example']) {
      expect(allowed(await send(`${server()}/reconcile`, { headers: { origin } }))).toBe('*');
      const { status, headers } = await preflight(`${server()}/reconcile/suggest/entity`, origin);
      expect([status, allowed({ headers }), headers.get('access-control-allow-headers')]).toEqual([
        204,
        '*',
        'content-type',
      ]);
    }
});
