import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { useGraphToRead } from '../support/graph.js';
import { useServer } from '../support/server.js';

/** What GDAL asks of the address of a map: its length, and ranges of its bytes. */

useGraphToRead('fictional');
const TOKEN = 'a-token-of-this-test';
const address = useServer({ writeToken: TOKEN });

const PLAIN = { 'accept-encoding': 'identity' };
/** The client of Node always accepts compressed answers; GDAL does not. */
function bytesOf(name: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const sent = request(`${address()}/export/${name}`, { method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(pieces) }),
      );
    });
    sent.on('error', reject).end();
  });
}

const MAP = 'locations.geojson';

test('a map has a length and takes ranges, and each range is the bytes of the whole', async () => {
  const { headers, bytes } = await bytesOf(MAP);
  const { length } = bytes;
  expect(headers).toMatchObject({ 'content-length': String(length), 'accept-ranges': 'bytes' });
  expect(JSON.parse(bytes.toString()).features.length).toBeGreaterThan(10);
  for (const [range, start, end] of [
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, length - 1],
    ['bytes=-7', length - 7, length - 1],
    [`bytes=50-${length + 999}`, 50, length - 1],
  ] as const) {
    const part = await bytesOf(MAP, { range });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes ${start}-${end}/${length}`]);
    expect(part.bytes.equals(bytes.subarray(start, end + 1))).toBe(true);
  }
});

test('a range behind the end of a map is refused with its length', async () => {
  const { length } = (await bytesOf(MAP)).bytes;
  const { status, headers } = await bytesOf(MAP, { range: `bytes=${length}-` });
  expect([status, headers['content-range']]).toEqual([416, `bytes */${length}`]);
});

test.each([
  ['several ranges', { range: 'bytes=0-1,5-9' }],
  ['a range in words', { range: 'all of it' }],
  ['a range of what may be compressed', { range: 'bytes=0-9', ...PLAIN }],
])('a request for %s gets the whole map', async (_what, headers) => {
  const whole = await bytesOf(MAP);
  const { status, bytes } = await bytesOf(MAP, headers);
  expect(status).toBe(200);
  expect(bytes.equals(whole.bytes)).toBe(true);
});

test('a lens has a map of its own', async () => {
  const narrow = await bytesOf(`${MAP}?publishedBy=2022-01-01`, { range: 'bytes=0-' });
  const whole = await bytesOf(MAP);
  expect(narrow.status).toBe(206);
  expect(narrow.bytes.equals(whole.bytes)).toBe(false);
});

test('the map of an editor is kept nowhere: a range of it is not answered, and the public map stays without what is hidden', async () => {
  const editors = await bytesOf(MAP, { authorization: `Bearer ${TOKEN}`, range: 'bytes=0-9' });
  expect(editors.status).toBe(200);
  expect(editors.headers).not.toHaveProperty('accept-ranges');
  expect(editors.bytes.toString()).toContain('location-fx-hidden');
  expect((await bytesOf(MAP)).bytes.toString()).not.toContain('location-fx-hidden');
});

test('the head of a map, and other exports, are as before: no length, no ranges', async () => {
  expect(await bytesOf(MAP, {}, 'HEAD')).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
  const dump = await bytesOf('records.jsonl', { range: 'bytes=0-9' });
  expect(dump.status).toBe(200);
  expect(dump.headers).not.toHaveProperty('accept-ranges');
});
