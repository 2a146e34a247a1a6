import { beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../exchange/sync/write-changes.js';
import { graph, useGraph } from '../../support/graph.js';
import { send, useServer } from '../../support/server.js';

/** ETag and 304, by which a client that has an answer learns that it still holds. */

useGraph('fictional');
const TOKEN = 'a-token-of-this-test';
const address = useServer({ writeToken: TOKEN });
const AS_EDITOR = { authorization: `Bearer ${TOKEN}` };

const QUERY = `/graphql?query=${encodeURIComponent('{ reports(first: 100) { totalCount nodes { id } } }')}`;
const STREAMED = ['/export/records.jsonl', '/export/manifest.json', '/export/reports.csv'];
const WHOLE = [QUERY, '/case/incident-fx-i2?format=json', '/reconcile', '/import/templates/units.csv', '/'];

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${address()}${path}`, { method, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const tagOf = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, headers)).headers.get('etag');

const tags = new Map<string, string>();
beforeAll(async () => {
  for (const path of [...STREAMED, ...WHOLE]) tags.set(path, (await tagOf(path)) ?? 'no tag');
}, 120_000);
const firstTag = (path: string): string => tags.get(path) ?? '';

describe.each([...STREAMED, ...WHOLE])('the answer at %s', (path) => {
  test('has a weak tag, and may be stored by who asks again before each use', async () => {
    const { status, headers } = await get(path);
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, firstTag(path), 'no-cache']);
    expect(firstTag(path)).toMatch(/^W\/"[\w-]{27}"$/);
    expect(headers.get('vary')).toContain('authorization');
  });

  test('is a 304 without content for a client that holds it', async () => {
    const tag = firstTag(path);
    for (const sentTag of [tag, tag.replace('W/', ''), `"other", ${tag}`, `W/"other",${tag}`, '*'])
      for (const method of ['GET', 'HEAD']) {
        const { status, text, headers } = await get(path, { 'if-none-match': sentTag }, method);
        expect([sentTag, status, text, headers.get('etag')]).toEqual([sentTag, 304, '', tag]);
        expect(headers.get('content-length')).toBeNull();
        expect(headers.get('vary')).toContain('authorization');
      }
    const other = await get(path, { 'if-none-match': 'W/"other", nothing' });
    expect([other.status, other.headers.get('etag')]).toEqual([200, tag]);
  });

  test('is never a 304 for an editor, and is stored nowhere', async () => {
    for (const sentTag of [firstTag(path), '*']) {
      const { status, headers } = await get(path, { ...AS_EDITOR, 'if-none-match': sentTag });
      expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'no-store']);
    }
    expect((await get(path, { authorization: 'Bearer no', 'if-none-match': '*' })).status).toBe(401);
  });
});

test('a tag of an export is another one for another export, dataset, profile and lens', async () => {
  const paths = [
    ...STREAMED,
    '/export/records.ftm.json',
    '/export/records.ftm.json?profile=compat',
    '/export/reports.csv?dataset=fictional',
    '/export/reports.csv?publishedBy=2022-05-01',
    '/export/reports.csv?recordedBy=2024-01-01T00:00:00Z',
  ];
  const tagged = new Map<string, string>();
  for (const path of paths) tagged.set((await tagOf(path)) ?? `no tag of ${path}`, path);
  expect([...tagged.values()]).toEqual(paths);
  expect([...tagged.keys()].filter((tag) => tag.startsWith('no tag'))).toEqual([]);
});

test('an export that the client holds takes one statement and the clock', async () => {
  const read = graph().read;
  const statements: string[] = [];
  graph().read = (statement, ...parameters) => {
    statements.push(statement.name);
    return read.call(graph(), statement, ...parameters);
  };
  const { status } = await get('/export/records.jsonl', { 'if-none-match': firstTag('/export/records.jsonl') });
  graph().read = read;
  expect([status, statements.length <= 2]).toEqual([304, true]);
});

test.each(['/healthz', '/readyz', '/changes?since=nothing', '/export/nothing.csv', '/case/nothing', '/nothing'])(
  'the answer at %s has no tag and is never a 304',
  async (path) => {
    const { status, headers } = await get(path, { 'if-none-match': '*' });
    expect([status === 304, headers.get('etag')]).toEqual([false, null]);
  },
);

test('a POST to GraphQL has no tag and is stored nowhere', async () => {
  const { status, headers } = await send(`${address()}/graphql`, {
    method: 'POST',
    body: '{"query": "{ __typename }"}',
    headers: { 'content-type': 'application/json', 'if-none-match': '*' },
  });
  expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'no-store']);
});

describe('a change', () => {
  const report = (id: string, access: 'PUBLIC' | 'PARTNER' | 'CONFIDENTIAL') => ({
    reports: [{ id, title: 'Notes', publisher: 'body-fx-lantern', publishedOn: '2022-04-01', access }],
  });

  test('the tags of a public reader stay where a change is hidden', async () => {
    await record('2026-03-01T00:00:00.000Z', report('report-tag-confidential', 'CONFIDENTIAL'));
    await record('2026-03-02T00:00:00.000Z', report('report-tag-partner', 'PARTNER'));
    const editor = await get(QUERY, AS_EDITOR);
    expect(editor.text).toContain('report-tag-confidential');
    for (const [path, tag] of tags) expect([path, await tagOf(path)]).toEqual([path, tag]);
  });

  test('the tags of a public reader change with what they stand for', async () => {
    await record('2026-03-03T00:00:00.000Z', report('report-tag-public', 'PUBLIC'));
    for (const path of [...STREAMED, QUERY]) {
      const { status, headers } = await get(path, { 'if-none-match': firstTag(path) });
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('etag')).not.toBe(firstTag(path));
    }
    expect((await get('/reconcile', { 'if-none-match': firstTag('/reconcile') })).status).toBe(304);
  });
});
