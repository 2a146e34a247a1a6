import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../support/graph.js';
import { useServer } from '../support/server.js';

/** How long a client may take to send its request. */

useGraphToRead('fictional');
const address = useServer();

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n';

/** Sends a beginning at once and then one byte each 200 ms; gives the seconds until the server closed, and its answer. */
function sentSlowly(beginning: string): Promise<{ readonly seconds: number; readonly answer: string }> {
  const { port } = new URL(address());
  const started = Date.now();
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(beginning);
    const dripping = setInterval(() => socket.write('a'), 200);
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      done({ seconds: (Date.now() - started) / 1_000, answer });
    });
  });
}

test('a request that is not whole after 15 seconds is cut with 408, be it slow in its line, headers or body', async () => {
  const answers = await Promise.all(['GET /', `${HEAD}X-Slow: `, `${HEAD}\r\n{"query":"`].map(sentSlowly));
  for (const { seconds, answer } of answers) {
    expect(seconds).toBeGreaterThan(14);
    expect(seconds).toBeLessThan(22);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  }
}, 60_000);
