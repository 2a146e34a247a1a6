import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ConfigError } from '../../../src/model/errors.js';
import { hashOf, readSafelist } from '../../../src/server/limits/safelist.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accountability-graph-safelist-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DOCUMENTS = ['{ __typename }', 'query Units { units { nodes { id } } }'];

async function read(text: string) {
  const path = join(folder, 'list');
  await writeFile(path, text);
  return readSafelist(path);
}

test('no file is no list', async () => {
  expect(await readSafelist(undefined)).toBeUndefined();
});

test.each([
  [
    'of GraphQL Code Generator and Relay',
    Object.fromEntries(DOCUMENTS.map((document, index) => [`hash${index}`, document])),
  ],
  [
    'of Apollo',
    {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: DOCUMENTS.map((body, index) => ({ id: `${index}`, body, name: 'A', type: 'query' })),
    },
  ],
  ['that is a plain list', DOCUMENTS],
])('a manifest %s gives its documents under their own SHA-256', async (_whose, manifest) => {
  const list = await read(JSON.stringify(manifest));
  expect([...(list?.documents ?? [])]).toEqual(DOCUMENTS.map((document) => [hashOf(document), document]));
  expect([...(list?.hashes ?? [])]).toEqual(DOCUMENTS.map(hashOf));
});

test('a text gives the SHA-256 of each line, with comments and in either case', async () => {
  const [one = '', two = ''] = DOCUMENTS.map(hashOf);
  const list = await read(`# ours\n${one.toUpperCase()}  # types\r\n\n${two}\n`);
  expect([[...(list?.hashes ?? [])], list?.documents.size]).toEqual([[one, two], 0]);
});

test.each([
  ['{"a": 1}', 'JSON of another form'],
  ['{ __typename }', 'JSON of another form'],
  ['[]', 'names none'],
  ['# nothing\n', 'names none'],
  [`${'a'.repeat(64)}\nquery.graphql`, 'line 2 of'],
])('a file of another form stops the start with what was expected: %s', async (text, fault) => {
  const reading = read(text);
  await expect(reading).rejects.toThrow(ConfigError);
  await expect(reading).rejects.toThrow(fault);
});

test('a file that is not there stops the start', async () => {
  await expect(readSafelist(join(folder, 'none'))).rejects.toThrow('cannot be read (ENOENT)');
});
