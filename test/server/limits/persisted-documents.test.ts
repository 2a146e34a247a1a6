import { expect, test } from '@jest/globals';
import { MOST_CHARACTERS, persistedDocuments } from '../../../src/server/limits/persisted-documents.js';
import { hashOf } from '../../../src/server/limits/safelist.js';

test('a flood of documents takes no more than the store may hold, and drives out the oldest alone', async () => {
  const store = persistedDocuments();
  const long = (index: number) => `${index} `.padEnd(10_000, 'x');
  for (let index = 0; index < 2_000; index += 1) await store.set(`apq:${index}`, long(index));
  const found = await Promise.all(Array.from({ length: 2_000 }, (_, index) => store.get(`apq:${index}`)));
  expect(found.filter((document) => document !== undefined).length).toBe(MOST_CHARACTERS / 10_000);
  expect([found[0], found.at(-1)]).toEqual([undefined, long(1_999)]);
});

test('a document that is longer than the whole store is not kept, and drives nothing out', async () => {
  const store = persistedDocuments();
  await store.set('apq:one', '{ __typename }');
  await store.set('apq:two', 'x'.repeat(MOST_CHARACTERS + 1));
  expect([await store.get('apq:one'), await store.get('apq:two')]).toEqual(['{ __typename }', undefined]);
});

test('the documents of a safelist are there from the start', async () => {
  const document = '{ __typename }';
  const hash = hashOf(document);
  const store = persistedDocuments({ hashes: new Set([hash]), documents: new Map([[hash, document]]) });
  expect(await store.get(`apq:${hash}`)).toBe(document);
});
