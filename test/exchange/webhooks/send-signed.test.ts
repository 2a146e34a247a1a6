import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resolveBySystem } from '../../../src/exchange/webhooks/public-address.js';
import { type Sending, sendSigned } from '../../../src/exchange/webhooks/send-signed.js';
import { answerWith, newSecret, Receiver, verified, webhookTo } from './receiver.js';

const MESSAGE = { id: 'msg_1', body: '{"type":"graph.changed","data":{"cursor":"Ж"}}' };

const sending = (some: Partial<Sending> = {}): Sending => ({
  timeoutMs: 5_000,
  resolve: resolveBySystem,
  signal: new AbortController().signal,
  ...some,
});

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

describe('a message', () => {
  test('arrives with the headers of Standard Webhooks, signed with each of two secrets', async () => {
    const secrets = [newSecret(), newSecret()];
    const outcome = await sendSigned(webhookTo(receiver.address, { secrets }), MESSAGE, sending());
    expect(outcome).toEqual({ delivered: true, status: 204, failure: null, excerpt: null, retryAfter: null });
    const [arrival] = receiver.arrivals;
    if (!arrival) throw new Error('Nothing arrived.');
    expect([arrival.body, arrival.id]).toEqual([MESSAGE.body, MESSAGE.id]);
    expect(arrival.headers['content-type']).toBe('application/json');
    expect(Math.abs(Number(arrival.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(10);
    expect(arrival.headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
    for (const secret of secrets) expect(verified(secret, arrival)).toEqual(JSON.parse(MESSAGE.body));
    expect(() => verified(newSecret(), arrival)).toThrow('No matching signature found');
    expect(() => verified(secrets[0] ?? '', { ...arrival, body: `${arrival.body} ` })).toThrow();
  });

  test('is signed as the example of the specification says', async () => {
    const { keyOf, signedHeaders } = await import('../../../src/exchange/webhooks/signature.js');
    const key = keyOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') ?? Buffer.alloc(0);
    const body = '{"test": 2432232314}';
    const at = new Date(1_614_265_330_000);
    expect(signedHeaders([key], 'msg_p5jXN8AQM9LWM0D4loKWxJek', body, at)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test.each([
    [500, {}, null],
    [404, {}, null],
    [410, {}, null],
    [429, { 'retry-after': '120' }, '120'],
    [503, { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }, 'Sun, 06 Nov 1994 08:49:37 GMT'],
  ])('fails where the answer is %d', async (status, headers, retryAfter) => {
    receiver.answer = answerWith(status, headers, 'no');
    expect(await sendSigned(webhookTo(receiver.address), MESSAGE, sending())).toEqual({
      delivered: false,
      status,
      failure: `Expected an answer 2xx; got ${status}.`,
      excerpt: 'no',
      retryAfter,
    });
  });

  test.each([301, 302, 303, 307, 308])(
    'fails where the answer is the redirect %d, which is not followed',
    async (status) => {
      receiver.answer = answerWith(status, { location: receiver.address });
      const outcome = await sendSigned(webhookTo(receiver.address), MESSAGE, sending());
      expect([outcome.delivered, outcome.failure]).toEqual([
        false,
        `Expected an answer 2xx; got ${status}, and no redirect is followed.`,
      ]);
      expect(receiver.arrivals).toHaveLength(1);
    },
  );

  test('keeps 200 characters of an answer at most, on one line and without control characters', async () => {
    receiver.answer = answerWith(500, {}, `\u0000 a\r\n\u001b[31mb \u202e ${'\u{1F600}'.repeat(300)}`);
    const { excerpt } = await sendSigned(webhookTo(receiver.address), MESSAGE, sending());
    expect(excerpt?.startsWith('a [31mb \u{1F600}')).toBe(true);
    expect([...(excerpt ?? '')]).toHaveLength(200);
  });

  test('reads no more of an answer without an end than it keeps', async () => {
    let written = 0;
    receiver.answer = (response) => {
      response.writeHead(500);
      const more = () => {
        while (!response.destroyed && written < 500_000_000) {
          written += 65_536;
          if (!response.write('x'.repeat(65_536))) return void response.once('drain', more);
        }
      };
      more();
    };
    const outcome = await sendSigned(webhookTo(receiver.address), MESSAGE, sending());
    expect([outcome.status, outcome.excerpt]).toEqual([500, 'x'.repeat(200)]);
    expect(written).toBeLessThan(50_000_000);
  });

  test('fails where no answer comes in time', async () => {
    receiver.answer = () => undefined;
    const outcome = await sendSigned(webhookTo(receiver.address), MESSAGE, sending({ timeoutMs: 50 }));
    expect([outcome.status, outcome.failure]).toEqual([null, 'Expected an answer within 50 milliseconds.']);
  });

  test('counts by the status of an answer whose content does not end in time', async () => {
    receiver.answer = (response) => response.writeHead(200).write('so far');
    expect((await sendSigned(webhookTo(receiver.address), MESSAGE, sending({ timeoutMs: 50 }))).delivered).toBe(true);
  });

  test('fails where its name is not resolved in time', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const outcome = await sendSigned(webhookTo(receiver.address), MESSAGE, sending({ timeoutMs: 50, resolve }));
    expect(outcome.failure).toBe('Expected an answer within 50 milliseconds.');
  });

  test('fails where nobody listens, where what answers is no HTTP, and where it wants another protocol', async () => {
    await receiver.stop();
    const failureOf = async (address: string) => (await sendSigned(webhookTo(address), MESSAGE, sending())).failure;
    expect(await failureOf(receiver.address)).toBe('Expected an answer; got ECONNREFUSED.');
    for (const [text, failure] of [
      ['not HTTP at all\r\n\r\n', 'HPE_INVALID_CONSTANT'],
      ['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', 'a change of the protocol'],
      ['', 'ECONNRESET'],
    ] as const) {
      const server = createServer(
        (socket) =>
          void socket
            .on('error', () => undefined)
            .resume()
            .end(text),
      );
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as { port: number };
      expect(await failureOf(`http://127.0.0.1:${port}/`)).toBe(`Expected an answer; got ${failure}.`);
      if (text === '') expect(await failureOf(`https://127.0.0.1:${port}/`)).toMatch(/^Expected an answer; got E/);
      await new Promise((done) => server.close(done));
    }
  });
});

describe('a name that leads elsewhere the second time', () => {
  test('is resolved once, and the connection goes to what was checked', async () => {
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
    let lookups = 0;
    const resolve = async () => [{ address: answers[lookups++] ?? '', family: 4 }];
    const address = receiver.address.replace('127.0.0.1', 'rebinding.example');
    const outcome = await sendSigned(webhookTo(address), MESSAGE, sending({ resolve }));
    expect([outcome.delivered, lookups]).toEqual([true, 1]);
    expect(receiver.arrivals[0]?.headers.host).toMatch(/^rebinding\.example:\d+$/);
  });

  test('is not connected to where it leads to this machine', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const address = receiver.address.replace('http://127.0.0.1', 'https://rebinding.example');
    const outcome = await sendSigned(webhookTo(address, { loopback: false }), MESSAGE, sending({ resolve }));
    expect(outcome).toEqual({
      delivered: false,
      status: null,
      failure: 'The address does not fit: expected a host with addresses of the public internet alone; got 127.0.0.1.',
      excerpt: null,
      retryAfter: null,
    });
    expect(receiver.arrivals).toEqual([]);
  });

  test('may not hide one address of this machine behind a public one', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '::1', family: 6 },
    ];
    const address = receiver.address.replace('http://127.0.0.1', 'https://rebinding.example');
    const outcome = await sendSigned(webhookTo(address, { loopback: false }), MESSAGE, sending({ resolve }));
    expect(outcome.failure).toMatch(/got ::1\.$/);
  });
});
