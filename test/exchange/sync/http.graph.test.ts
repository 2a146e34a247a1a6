import { beforeAll, describe, expect, test } from '@jest/globals';
import { useGraph } from '../../support/graph.js';
import { OF_EDITORS, OF_PARTNERS } from '../../support/secrets.js';
import { send, useServer } from '../../support/server.js';
import { type Copy, copyOf, fold, snapshotOf } from './partner.js';
import { manifestIn } from './read-feed.js';
import { record, takeBack } from './write-changes.js';

useGraph('fictional');
const TOKEN = 'a-token-of-the-tests';
const address = useServer({ writeToken: TOKEN });
const EDITOR = { headers: { authorization: `Bearer ${TOKEN}` } };

/** JSON lines as they come. */
async function lines(path: string, init: RequestInit = {}) {
  const response = await fetch(`${address()}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('a partner that keeps a copy over HTTP', () => {
  let copy: Copy = new Map();
  let since = '';

  beforeAll(async () => {
    const { text } = await lines('/export/records.jsonl');
    [copy, since] = [copyOf(text), manifestIn(text).cursor];
    await record('2026-03-01T00:00:00.000Z', {
      people: [{ id: 'person-http', names: ['Over the Wire'], cites: [{ report: 'report-fx-un-2022' }] }],
    });
    await takeBack('2026-03-02T00:00:00.000Z', 'report-fx-archive-2023');
  }, 60_000);

  test('has the snapshot of now after it took the changes in, byte for byte', async () => {
    const { status, headers, text } = await lines(`/changes?since=${since}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    const { copy: next, manifest, cursor } = fold(copy, text);
    expect(snapshotOf(next, manifest)).toBe((await lines('/export/records.jsonl')).text);
    expect(cursor).not.toBe(since);
    const again = (await lines(`/changes?since=${cursor}`)).text;
    expect(again.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(again)).toMatchObject({ cursor, lines: 0, manifest: JSON.parse(manifest) });
  });

  test('gets all records without a cursor, and nothing hidden', async () => {
    const { text } = await lines('/changes');
    const { copy: whole, manifest } = fold(new Map(), text);
    expect(snapshotOf(whole, manifest)).toBe((await lines('/export/records.jsonl')).text);
    for (const secret of [...OF_PARTNERS, ...OF_EDITORS, '"PARTNER"', '"CONFIDENTIAL"'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  test('gets what an editor may see with the token of an editor', async () => {
    const { text } = await lines('/changes', EDITOR);
    const { copy: whole, manifest } = fold(new Map(), text);
    expect(snapshotOf(whole, manifest)).toBe((await lines('/export/records.jsonl', EDITOR)).text);
    expect(JSON.parse(manifest).clearance).toBe('CONFIDENTIAL');
    for (const secret of [...OF_PARTNERS, ...OF_EDITORS])
      expect([secret, text.includes(secret)]).toEqual([secret, true]);
  });

  test('gets one dataset with what it requires', async () => {
    const { text } = await lines('/changes?dataset=fictional');
    expect(text.replace('"requires":[],', '')).toBe((await lines('/changes')).text);
    expect(text).toContain('"requires":[],');
  });
});

test.each([
  [
    'publishedBy=2023-01-01',
    'BAD_INPUT',
    'Expected parameters of since, dataset; got "publishedBy". The feed shows what the graph holds and takes no lens',
  ],
  ['recordedBy=2026-01-01T00:00:00Z', 'BAD_INPUT', 'takes no lens'],
  ['excludeDatasets=fictional', 'BAD_INPUT', 'takes no lens'],
  ['limit=5', 'BAD_INPUT', 'Expected parameters of since, dataset; got "limit".'],
  ['since=', 'BAD_INPUT', 'Expected `since` as one cursor; got "".'],
  ['since=a&since=b', 'BAD_INPUT', 'Expected `since` as one cursor; got ["a","b"].'],
  ['dataset=nothing', 'BAD_INPUT', 'Expected `dataset` as some of fictional; got "nothing".'],
  ['since=nothing', 'BAD_CURSOR', 'Expected a cursor that a snapshot or the feed of changes gave; got "nothing".'],
])('the request /changes?%s is refused', async (parameters, code, message) => {
  const { status, codes, json } = await send(`${address()}/changes?${parameters}`);
  expect([status, codes]).toEqual([400, [code]]);
  expect(json.errors[0].message).toContain(message);
});
