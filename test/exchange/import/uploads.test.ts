import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Uploads } from '../../../src/exchange/import/api/uploads.js';

/** Files that editors send ahead of an import: how much room they take, and for how long. */

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accountability-graph-uploads-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HOUR_MS = 3_600_000;
const LIMITS = { ofOne: 1_000, ofAll: 2_500, ageMs: HOUR_MS };
const file = (letter: string, bytes: number) => Readable.from([Buffer.alloc(bytes, letter)]);

test('files of more than the room for all are refused, and nothing of them is stored', async () => {
  const uploads = new Uploads(folder, LIMITS);
  await uploads.keep(file('a', 1_000));
  await uploads.keep(file('b', 1_000));
  await expect(uploads.keep(file('c', 1_000))).rejects.toMatchObject({
    code: 'UPLOADS_FULL',
    message:
      'Expected files of at most 2500 bytes in all, unpacked; with this one there are more. A file is removed 1 hours after it was sent.',
  });
  expect((await readdir(folder)).length).toBe(2);
  expect((await uploads.keep(file('d', 400))).bytes).toBe(400);
});

test('files that arrive at once share the room', async () => {
  const uploads = new Uploads(folder, LIMITS);
  const results = await Promise.allSettled(
    ['a', 'b', 'c', 'd', 'e'].map((letter) => uploads.keep(file(letter, 1_000))),
  );
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
  expect((await readdir(folder)).every((name) => !name.endsWith('.part'))).toBe(true);
});

test('a sweep removes what was sent too long ago and what never arrived whole, and leaves what an import reads', async () => {
  const inUse = new Set<string>();
  const uploads = new Uploads(folder, LIMITS, (reference) => inUse.has(reference));
  const [old, read, fresh] = await Promise.all(['a', 'b', 'c'].map((letter) => uploads.keep(file(letter, 10))));
  const before = new Date(Date.now() - 2 * HOUR_MS);
  for (const one of [old, read]) await utimes(join(folder, one?.reference ?? ''), before, before);
  await writeFile(join(folder, 'cut-off.part'), 'half');
  inUse.add(read?.reference ?? '');
  await uploads.sweep();
  expect((await readdir(folder)).sort()).toEqual([read?.reference, fresh?.reference].sort());
  inUse.clear();
  await uploads.sweep();
  expect(await readdir(folder)).toEqual([fresh?.reference]);
});

test('a file that is sent again counts from then on', async () => {
  const uploads = new Uploads(folder, LIMITS);
  const { reference } = await uploads.keep(file('a', 10));
  const before = new Date(Date.now() - 2 * HOUR_MS);
  await utimes(join(folder, reference), before, before);
  // The sweep before it is kept removes the old one.
  await uploads.keep(file('a', 10));
  await uploads.sweep();
  expect(await readdir(folder)).toEqual([reference]);
});
