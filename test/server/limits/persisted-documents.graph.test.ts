import { describe, expect, test } from '@jest/globals';
import { hashOf } from '../../../src/server/limits/safelist.js';
import { useGraphToRead } from '../../support/graph.js';
import { post, query, send, useServer } from '../../support/server.js';

useGraphToRead('fictional');
const address = useServer();

const ANDERS = '{ person(id: "person-fx-anders") { name } }';
const LISTED = 'query Listed { datasets { id } }';
const list = (...documents: string[]) => ({
  hashes: new Set(documents.map(hashOf)),
  documents: new Map(documents.map((document) => [hashOf(document), document])),
});
const listed = useServer({ safelist: list(LISTED) });

const persisted = (document: string, version = 1) => ({ persistedQuery: { version, sha256Hash: hashOf(document) } });
const ask = (url: string, body: object) => post(url, JSON.stringify(body));

describe('automatic persisted queries', () => {
  test('a client sends a hash, then the query with it, then the hash alone, by POST and by GET', async () => {
    const extensions = persisted(ANDERS);
    expect((await ask(address(), { extensions })).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const whole = await ask(address(), { query: ANDERS, extensions });
    expect(whole.json.data).toEqual({ person: { name: 'Tomas Anders' } });
    expect((await ask(address(), { extensions })).text).toBe(whole.text);
    const byGet = await send(`${address()}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`);
    expect(byGet.text).toBe(whole.text);
  });

  test.each([
    ['of another document', { query: ANDERS, extensions: persisted('{ __typename }') }],
    ['of another version', { query: ANDERS, extensions: persisted(ANDERS, 2) }],
    ['that is a number', { extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } }],
    ['that is a path', { extensions: { persistedQuery: { version: 1, sha256Hash: '../../etc/passwd' } } }],
    ['that is none', { extensions: { persistedQuery: null } }],
  ])('a hash %s is refused with what was expected', async (_what, body) => {
    const { status, codes } = await ask(address(), body);
    expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  });

  test('a document that is refused is not kept', async () => {
    const wrong = '{ nothingOfThisName }';
    const dear =
      '{ people(first: 100) { nodes { postings(first: 100) { nodes { unit { postings(first: 100) { nodes { id } } } } } } } }';
    for (const document of [wrong, dear]) {
      expect((await ask(address(), { query: document, extensions: persisted(document) })).status).toBe(400);
      expect((await ask(address(), { extensions: persisted(document) })).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    }
  });
});

describe('with a safelist', () => {
  test('a document that is on it is answered, whole or by its hash alone', async () => {
    const whole = await query(listed(), LISTED);
    expect(whole.json.data.datasets).toEqual([{ id: 'fictional' }]);
    expect((await ask(listed(), { extensions: persisted(LISTED) })).text).toBe(whole.text);
  });

  test.each([`${LISTED} `, ANDERS, '{ __schema { types { name } } }', '{ no'])(
    'any other document is refused with its SHA-256, by POST and by GET: %s',
    async (document) => {
      const replies = [
        await query(listed(), document),
        await ask(listed(), { query: document, extensions: persisted(document) }),
        await send(`${listed()}/graphql?query=${encodeURIComponent(document)}`),
      ];
      for (const { status, codes, json } of replies) {
        expect([status, codes]).toEqual([400, ['NOT_ON_SAFELIST']]);
        expect(json.errors[0].message).toContain(hashOf(document));
      }
      expect((await ask(listed(), { extensions: persisted(document) })).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    },
  );
});
