import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { fromHere } from '../../src/server/this-machine.js';
import { useGraphToRead } from '../support/graph.js';
import { useServer } from '../support/server.js';

/** The token is good straight from this machine alone. */

useGraphToRead('fictional');
const TOKEN = 'token-of-this-test-0123456789';
const PAGE = 'https://editor.example';
const address = useServer({ writeToken: TOKEN });
const withOrigins = useServer({ writeToken: TOKEN, corsOrigins: [PAGE, 'http://localhost:5173'] });
const withAnyOrigin = useServer({ writeToken: TOKEN, corsOrigins: ['*'] });

const BODY = JSON.stringify({ query: '{ person(id: "person-fx-kesh") { name } }' });

/** The status of a request whose headers are written as they stand, and its answer. */
async function sent(to: string, headers: readonly string[], { target = '/graphql', token = TOKEN } = {}) {
  const { port, host } = new URL(to);
  const socket = connect(Number(port), '127.0.0.1');
  const hosts = headers.some((header) => /^host:/i.test(header)) ? [] : [`Host: ${host}`];
  const lines = [
    `POST ${target} HTTP/1.1`,
    ...hosts,
    ...(token === '' ? [] : [`Authorization: Bearer ${token}`]),
    'Content-Type: application/json',
    `Content-Length: ${BODY.length}`,
    'Connection: close',
    ...headers,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${BODY}`);
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  await once(socket, 'close');
  return { status: Number(text.split(' ')[1]), text };
}

const portOf = (to: string) => new URL(to).port;

describe('the token is refused with 403', () => {
  test.each([
    'X-Forwarded-For: 203.0.113.7',
    'x-forwarded-for: 127.0.0.1',
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: https',
    'X-Forwarded: for=127.0.0.1',
    'X-Original-Forwarded-For: 127.0.0.1',
    'X-Forwarded-For:',
    'Forwarded: for=127.0.0.1',
    'Forwarded-For: 127.0.0.1',
    'Via: 1.1 proxy',
    'X-Real-IP: 203.0.113.7',
    'X-Client-IP: 203.0.113.7',
    'Client-IP: 127.0.0.1',
    'X-Cluster-Client-IP: 127.0.0.1',
    'X-Originating-IP: 127.0.0.1',
    'X-Remote-Addr: 127.0.0.1',
    'CF-Connecting-IP: 203.0.113.7',
    'CF-Connecting-IPv6: 2001:db8::1',
    'CF-Ray: 1',
    'CDN-Loop: cloudflare',
    'True-Client-IP: 203.0.113.7',
    'Fastly-Client-IP: 203.0.113.7',
    'Fly-Client-IP: 203.0.113.7',
    'X-Azure-ClientIP: 203.0.113.7',
    'X-Amzn-Trace-Id: Root=1',
    'X-Envoy-External-Address: 203.0.113.7',
    'X-ProxyUser-Ip: 203.0.113.7',
    'X-Varnish: 1',
    'Proxy-Connection: keep-alive',
  ])('with a header of a proxy, %s', async (header) => {
    const { status, text } = await sent(address(), [header]);
    expect(status).toBe(403);
    expect(text).toContain('"code":"FORBIDDEN"');
    expect(text).toContain(`got the header \`${header.split(':')[0]?.toLowerCase()}\`, which proxies add.`);
    expect(text).not.toContain('Kesh');
  });

  test.each([
    'evil.example',
    'evil.example:PORT',
    'localhost.evil.example:PORT',
    '127.0.0.1.nip.io:PORT',
    'localhost:1',
    'localhost',
    '203.0.113.7:PORT',
    '[2001:db8::1]:PORT',
    'localhost:PORT@evil.example',
    'user@localhost:PORT',
    '0.0.0.0:PORT',
    '',
  ])('for the host %j', async (host) => {
    const { status, text } = await sent(address(), [`Host: ${host.replace('PORT', portOf(address()))}`]);
    expect(status).toBe(403);
    expect(text).toContain('got the `Host`');
  });

  test('for two hosts', async () => {
    const to = new URL(address()).host;
    expect((await sent(address(), [`Host: ${to}`, 'Host: evil.example'])).status).toBe(403);
    expect((await sent(address(), [`Host: ${to}`, `Host: ${to}`])).status).toBe(403);
  });

  test('for an address in the place of a path', async () => {
    expect((await sent(address(), [], { target: 'http://evil.example/graphql' })).status).toBe(403);
    expect((await sent(address(), [], { target: `${address()}/graphql` })).status).toBe(403);
  });

  test.each([
    'https://evil.example',
    'http://evil.example:PORT',
    'http://localhost:1',
    'https://localhost:PORT',
    'http://localhost:PORT.evil.example',
    'http://evil.example@localhost:PORT',
    'null',
    'file://',
    '*',
    '',
  ])('from a page of the origin %j', async (origin) => {
    for (const to of [address(), withAnyOrigin()]) {
      const { status, text } = await sent(to, [`Origin: ${origin.replace('PORT', portOf(to))}`]);
      expect(status).toBe(403);
      expect(text).toContain('got the `Origin`');
    }
  });

  test('before it is compared, so that a proxy learns nothing of it', async () => {
    const [right, wrong] = await Promise.all(
      [TOKEN, 'guessed'].map((token) => sent(address(), ['Via: 1.1 proxy'], { token })),
    );
    const bodies = [right, wrong].map((answer) => answer?.text.split('\r\n\r\n')[1]);
    expect(bodies[0]).toBe(bodies[1]);
  });
});

describe('the token is good', () => {
  test.each(['localhost:PORT', 'LOCALHOST:PORT', '127.0.0.1:PORT', '127.1.2.3:PORT', '[::1]:PORT'])(
    'for the host %s and a page of it',
    async (host) => {
      const here = host.replace('PORT', portOf(address()));
      const { status, text } = await sent(address(), [`Host: ${here}`, `Origin: http://${here}`]);
      expect([status, text.includes('Orlo Kesh')]).toEqual([200, true]);
    },
  );

  test('for the hosts and pages of the origins that the settings name', async () => {
    for (const origin of [PAGE, 'http://localhost:5173']) {
      expect((await sent(withOrigins(), [`Origin: ${origin}`])).status).toBe(200);
      expect((await sent(withOrigins(), [`Host: ${new URL(origin).host}`])).status).toBe(200);
    }
    for (const origin of ['http://editor.example', 'https://editor.example:444', 'https://other.example'])
      expect((await sent(withOrigins(), [`Origin: ${origin}`])).status).toBe(403);
  });
});

test.each(['X-Forwarded-For: 203.0.113.7', 'Via: 1.1 proxy', 'Host: api.example', 'Origin: https://any.example'])(
  'a public reader is answered with %s',
  async (header) => {
    const { status, text } = await sent(address(), [header], { token: '' });
    expect([status, text.includes('{"data":{"person":null}')]).toEqual([200, true]);
  },
);

describe('this machine', () => {
  test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.2'])('is %s', (from) => {
    expect(fromHere(from)).toBe(true);
  });

  test.each(['10.0.0.1', '128.0.0.1', '::2', '::ffff:10.0.0.1', '127.0.0.1.example.org', '1270.0.0.1', '', undefined])(
    'is not %s',
    (from) => {
      expect(fromHere(from)).toBe(false);
    },
  );
});
