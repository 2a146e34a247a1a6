import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { ApiKeys, KEY_AGE_MS } from '../../src/accounts/api-keys.js';
import { ReadAudit } from '../../src/accounts/reads.js';
import { readingRightsOf } from '../../src/model/permissions.rules.js';
import { openBackup } from '../../src/ops/backup/backup.js';
import { graph, useGraph } from '../support/graph.js';
import { post, send, useServer } from '../support/server.js';

/** API keys over HTTP, on two servers with one graph. */

useGraph('fictional');
const TOKEN = 'a-token-of-this-test';
const address = useServer({ writeToken: TOKEN });
const other = useServer();
const closed = useServer({ publicReading: false });

const AS_ADMIN = { authorization: `Bearer ${TOKEN}` };
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const ask = (to: string, query: string, headers: Record<string, string>, variables: object = {}) =>
  post(to, JSON.stringify({ query, variables }), headers);

const KEY = 'apiKey { id name role datasets state issuedBy reason formerUntil revokedBy revokedReason usedOn }';
const ISSUE = `mutation ($input: ApiKeyIssueInput!) { apiKeyIssue(input: $input) { secret ${KEY} userErrors { field code message } } }`;
const ROTATE = `mutation ($input: ApiKeyRotateInput!) { apiKeyRotate(input: $input) { secret ${KEY} userErrors { field code } } }`;
const REVOKE = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) { ${KEY} userErrors { field code } } }`;
const LIST = '{ apiKeys { name state usedOn } }';
const CANARY = '{ people(first: 100) { totalCount } }';

async function issue(name: string, role: string, more: object = {}) {
  const input = { name, role, reason: 'For this test.', ...more };
  const { json } = await ask(address(), ISSUE, AS_ADMIN, { input });
  return json.data.apiKeyIssue;
}
const keyOf = async (name: string, role: string, more: object = {}): Promise<string> =>
  (await issue(name, role, more)).secret;
const people = async (to: string, headers: Record<string, string>) =>
  (await ask(to, CANARY, headers)).json.data.people.totalCount;
const refusalOf = async (to: string, headers: Record<string, string>) => {
  const { status, codes, json } = await ask(to, '{ __typename }', headers);
  return [status, codes, json.errors?.[0].message];
};

const create = (id: string) => ({
  input: {
    dataset: 'fictional',
    reason: 'For this test.',
    record: {
      report: {
        id: `report-${id}`,
        title: id,
        publisher: 'body-fx-lantern',
        publishedOn: '2022-04-01',
        access: 'PUBLIC',
      },
    },
  },
});
const CREATE =
  'mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { created entry { actor } userErrors { message } } }';

describe('a key', () => {
  test('is shown once, and its hash alone is stored', async () => {
    const { secret, apiKey } = await issue('editor-one', 'EDITOR');
    expect(secret).toMatch(/^agk_[0-9a-f]{16}_[0-9a-f]{64}$/);
    expect(apiKey).toMatchObject({ id: secret.slice(4, 20), name: 'editor-one', state: 'ACTIVE', usedOn: null });
    const nodes = await graph().command('test', 'MATCH (n) RETURN properties(n) AS properties');
    const text = JSON.stringify(nodes);
    expect(text).toContain(apiKey.id);
    expect(text).not.toContain(secret.slice(21));
  });

  test('writes by its role, and stands in the journal by its name', async () => {
    const key = await keyOf('editor-two', 'EDITOR');
    const { json } = await ask(other(), CREATE, bearer(key), create('by-key'));
    expect(json.data.recordCreate).toEqual({ created: true, entry: { actor: 'editor-two' }, userErrors: [] });
    const [status, codes] = await refusalOf(other(), { ...bearer(key), 'x-actor': 'somebody else' });
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    expect((await ask(other(), LIST, bearer(key))).codes).toEqual(['FORBIDDEN']);
    expect((await ask(other(), '{ journal(first: 1) { nodes { actor } } }', bearer(key))).json.data).toEqual({
      journal: { nodes: [{ actor: 'editor-two' }] },
    });
  });

  test('shows on which day it was last used', async () => {
    const key = await keyOf('admin-one', 'ADMIN');
    await people(other(), bearer(key));
    const { json } = await ask(other(), LIST, bearer(key));
    const today = new Date().toISOString().slice(0, 10);
    expect(json.data.apiKeys).toContainEqual({ name: 'admin-one', state: 'ACTIVE', usedOn: today });
  });

  test('sees what its role sees, through proxies and on every address', async () => {
    const [reader, partner, editor] = await Promise.all(
      ['READER', 'PARTNER', 'EDITOR'].map((role) => keyOf(`sees-${role.toLowerCase()}`, role)),
    );
    const all = { 'x-forwarded-for': '203.0.113.7', host: 'api.example' };
    const counts = await Promise.all(
      [{}, bearer(reader ?? ''), bearer(partner ?? ''), bearer(editor ?? ''), AS_ADMIN].map((headers) =>
        people(address(), headers as Record<string, string>),
      ),
    );
    expect(counts[1]).toBe(counts[0]);
    expect(counts[2]).toBeGreaterThanOrEqual(counts[1]);
    expect(counts[3]).toBeGreaterThan(counts[0]);
    expect(counts[4]).toBe(counts[3]);
    expect(await people(address(), { ...bearer(editor ?? ''), ...all })).toBe(counts[3]);
    const records = async (headers: Record<string, string>) =>
      (await (await fetch(`${address()}/export/records.jsonl`, { headers })).text()).split('\n').length;
    expect(await records(bearer(reader ?? ''))).toBe(await records({}));
    expect(await records(bearer(editor ?? ''))).toBeGreaterThan(await records({}));
    for (const path of ['/export/people.csv', '/changes', '/case/incident-fx-i2', '/reconcile', CANARY_BY_GET]) {
      const { status, headers } = await fetch(address() + path, { headers: bearer(partner ?? '') });
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      expect(headers.get('vary')).toContain('authorization');
    }
  });

  test('limited to datasets sees what is hidden in those, and writes in those alone', async () => {
    const key = await keyOf('limited-editor', 'EDITOR', { datasets: ['fictional'] });
    await graph().command('test', "MERGE (d:Dataset {id: 'elsewhere'}) SET d.title = 'Elsewhere'");
    const without = await keyOf('limited-none', 'EDITOR', { datasets: ['elsewhere'] });
    expect(await people(address(), bearer(key))).toBe(await people(address(), AS_ADMIN));
    expect(await people(address(), bearer(without))).toBe(await people(address(), {}));
    const { json } = await ask(address(), CREATE, bearer(key), create('limited'));
    expect(json.data.recordCreate.created).toBe(true);
    const away = create('elsewhere');
    const there = await ask(address(), CREATE, bearer(key), { input: { ...away.input, dataset: 'elsewhere' } });
    expect(there.codes).toEqual(['FORBIDDEN']);
    for (const source of ['journal(first: 1) { totalCount }', 'importBatches { id }', 'importRun(id: "1") { id }'])
      expect((await ask(address(), `{ ${source} }`, bearer(key))).codes).toEqual(['FORBIDDEN']);
    const report = await send(`${address()}/import/reports/import-1/problems.csv`, { headers: bearer(key) });
    expect(report.status).toBe(403);
    const retract = 'mutation ($input: ClaimRetractInput!) { claimRetract(input: $input) { retracted } }';
    const elsewhere = await keyOf('limited-elsewhere', 'EDITOR', { datasets: ['elsewhere'] });
    const answers = await Promise.all(
      ['incident-fx-i1', 'incident-fx-i7', 'incident-none'].map((id) =>
        ask(address(), retract, bearer(elsewhere), { input: { id, version: 'x', reason: 'y' } }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.codes).toEqual(['FORBIDDEN']);
  });

  test('limited to datasets is not told which records need one that it would retract', async () => {
    const key = await keyOf('limited-retract', 'EDITOR', { datasets: ['fictional'] });
    const read = await ask(address(), '{ report(id: "report-fx-un-2022") { version } }', bearer(key));
    const input = { id: 'report-fx-un-2022', version: read.json.data.report.version, reason: 'A test.' };
    const retract =
      'mutation ($input: ClaimRetractInput!) { claimRetract(input: $input) { userErrors { code message got } } }';
    const errorsFor = async (headers: Record<string, string>) =>
      (await ask(address(), retract, headers, { input })).json.data.claimRetract.userErrors;
    expect(await errorsFor(bearer(key))).toEqual([
      { code: 'IN_USE', message: 'Other records need it, here or in other datasets.', got: null },
    ]);
    expect((await errorsFor(AS_ADMIN))[0].message).toContain('records would lose their last source');
  });

  test('is rotated: the new secret is good, and the former one for a while', async () => {
    const first = await keyOf('rotated', 'READER');
    const rotate = async (overlapHours: number) => {
      const { json } = await ask(address(), ROTATE, AS_ADMIN, {
        input: { key: 'rotated', overlapHours, reason: 'Time.' },
      });
      return json.data.apiKeyRotate;
    };
    const { secret: second, apiKey } = await rotate(1);
    expect(Date.parse(apiKey.formerUntil) - Date.now()).toBeGreaterThan(3_500_000);
    expect([(await refusalOf(address(), bearer(first)))[0], (await refusalOf(address(), bearer(second)))[0]]).toEqual([
      200, 200,
    ]);
    const { secret: third } = await rotate(0);
    expect((await refusalOf(address(), bearer(third)))[0]).toBe(200);
    expect(await refusalOf(address(), bearer(first))).toEqual(NOT_OURS);
    expect((await refusalOf(address(), bearer(second)))[2]).toContain(
      'got the former secret of a key that was rotated',
    );
  });

  test('is refused after it was revoked: here at once, by another server within two seconds', async () => {
    const key = await keyOf('revoked', 'PARTNER');
    expect((await refusalOf(other(), bearer(key)))[0]).toBe(200);
    const input = { key: 'revoked', reason: 'It was lost.' };
    const { json } = await ask(address(), REVOKE, AS_ADMIN, { input });
    expect(json.data.apiKeyRevoke).toMatchObject({
      userErrors: [],
      apiKey: { state: 'REVOKED', revokedBy: 'local editor', revokedReason: 'It was lost.' },
    });
    expect((await refusalOf(address(), bearer(key)))[2]).toContain('got one that was revoked at ');
    await pause(KEY_AGE_MS + 100);
    const [status, codes] = await refusalOf(other(), bearer(key));
    expect([status, codes]).toEqual([401, ['UNAUTHENTICATED']]);
    for (const path of ['/export/people.csv', '/changes', '/changes/stream', '/', '/nothing'])
      expect((await send(other() + path, { headers: bearer(key) })).status).toBe(401);
    const again = await ask(address(), ROTATE, AS_ADMIN, { input });
    expect(again.json.data.apiKeyRotate.userErrors).toEqual([{ field: ['input', 'key'], code: 'RETRACTED' }]);
  });

  test('is refused after its time', async () => {
    const keys = new ApiKeys(graph(), () => new Date(Date.now() - 2 * 86_400_000).toISOString());
    const { key } = await keys.issue({ name: 'expired', role: 'READER', days: 1, actor: 'Test', reason: 'Test.' });
    const [status, , message] = await refusalOf(address(), bearer(key));
    expect([status, message]).toEqual([401, expect.stringContaining('got one that expired at ')]);
  });

  test('ends a stream of changes, where it was revoked, before it learns of the next one', async () => {
    const key = await keyOf('streams', 'PARTNER');
    const response = await fetch(`${other()}/changes/stream`, { headers: bearer(key) });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader?.read();
    expect(first?.value).toContain('event: changed');
    await ask(address(), REVOKE, AS_ADMIN, { input: { key: 'streams', reason: 'It was lost.' } });
    await pause(KEY_AGE_MS + 100);
    await ask(address(), CREATE, AS_ADMIN, create('after-revocation'));
    let later = '';
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) later += next.value;
    expect(later).not.toContain('cursor');
  });

  test('opens a server without public reading', async () => {
    expect((await refusalOf(closed(), {}))[0]).toBe(401);
    expect(await people(closed(), bearer(await keyOf('reads-closed', 'READER')))).toBeGreaterThan(0);
  });
});

const CANARY_BY_GET = `/graphql?query=${encodeURIComponent(CANARY)}`;
const NOT_OURS = [
  401,
  ['UNAUTHENTICATED'],
  'Expected `authorization: Bearer` with an API key of this server; got another.',
];

test('whoever guesses at a key learns nothing of it', async () => {
  const key = await keyOf('guessed-at', 'ADMIN');
  const flipped = key.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const nobodys = `agk_${'0'.repeat(16)}_${'0'.repeat(64)}`;
  expect(await refusalOf(address(), bearer(flipped))).toEqual(NOT_OURS);
  expect(await refusalOf(address(), bearer(nobodys))).toEqual(NOT_OURS);
  for (const part of [key.slice(0, 20), key.slice(0, -1), `${key}0`, key.toUpperCase().replace('AGK', 'agk')])
    expect((await refusalOf(address(), bearer(part)))[0]).toBe(401);
  expect((await refusalOf(address(), { authorization: `Basic ${key}` }))[0]).toBe(401);
  expect((await send(`${address()}/graphql?query={__typename}&access_token=${key}`)).status).toBe(400);
});

test.each([
  [{ name: 'No' }, 'name', 'BAD_INPUT'],
  [{ name: '0123456789abcdef' }, 'name', 'BAD_INPUT'],
  [{ name: 'local editor' }, 'name', 'BAD_INPUT'],
  [{ days: 0 }, 'days', 'BAD_INPUT'],
  [{ days: 367 }, 'days', 'BAD_INPUT'],
  [{ datasets: [] }, 'datasets', 'BAD_INPUT'],
  [{ datasets: ['missing'] }, 'datasets', 'NOT_FOUND'],
  [{ reason: ' ' }, 'reason', 'BAD_INPUT'],
])('a key with %j is refused, and none is made', async (more, field, code) => {
  const { secret, userErrors } = await issue('refused-key', 'READER', more);
  expect([secret, userErrors]).toEqual([null, [expect.objectContaining({ field: ['input', field], code })]]);
});

test('the name of a key is never another key', async () => {
  await issue('only-once', 'READER');
  expect((await issue('only-once', 'READER')).userErrors).toMatchObject([{ code: 'TAKEN' }]);
});

test('administrators alone keep keys', async () => {
  const editor = await keyOf('no-admin', 'EDITOR');
  for (const headers of [{}, bearer(editor)]) {
    expect((await ask(address(), LIST, headers)).codes).toEqual(['FORBIDDEN']);
    const input = { key: 'no-admin', reason: 'x' };
    expect((await ask(address(), REVOKE, headers, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await ask(address(), ROTATE, headers, { input })).codes).toEqual(['FORBIDDEN']);
  }
});

describe('the audit of reads', () => {
  const READS = '{ reads(first: 5) { at actor role clearance route operation hash } }';
  const entries = async (actor: string) =>
    (await new ReadAudit(graph()).list({ actor })).map(({ id, at, ...rest }) => rest);

  test('has an entry for each request of who sees more than what is public, and none of what was answered', async () => {
    const partner = bearer(await keyOf('audited', 'PARTNER'));
    await ask(address(), 'query Who($id: ID!) { person(id: $id) { name } }', partner, { id: 'person-fx-kesh' });
    await send(`${address()}/export/people.csv?lens=x`, { headers: partner });
    await send(`${address()}/case/incident-fx-i2?format=json`, { headers: partner });
    const common = {
      actor: 'audited',
      role: 'PARTNER',
      clearance: 'PARTNER',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    };
    const found = await entries('audited');
    expect(found).toEqual([
      { ...common, route: 'GET /case/:incident', operation: null },
      { ...common, route: 'GET /export/:name', operation: null },
      { ...common, route: 'POST /graphql', operation: 'Who' },
    ]);
    expect(new Set(found.map(({ hash }) => hash)).size).toBe(3);
    expect(JSON.stringify(found)).not.toMatch(/Kesh|fx-/);
  });

  test('has no entry of who sees what is public, nor of what could not be asked', async () => {
    const reader = await keyOf('not-audited', 'READER');
    await people(address(), bearer(reader));
    await people(address(), {});
    expect(await entries('not-audited')).toEqual([]);
    const partner = bearer(await keyOf('wrong-question', 'PARTNER'));
    await ask(address(), '{ nothing }', partner);
    expect(await entries('wrong-question')).toEqual([]);
  });

  test('is for administrators alone', async () => {
    const editor = await keyOf('reads-nothing', 'EDITOR');
    expect((await ask(address(), READS, bearer(editor))).codes).toEqual(['FORBIDDEN']);
    expect((await ask(address(), READS, {})).codes).toEqual(['FORBIDDEN']);
    const { json } = await ask(address(), READS, AS_ADMIN);
    expect(json.data.reads.length).toBe(5);
    expect(json.data.reads[0]).toMatchObject({ actor: 'local editor', role: 'ADMIN', clearance: 'CONFIDENTIAL' });
  });

  test('has an entry of a question that nests deeper than JSON can be written', async () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const sender = { kind: 'API_KEY', role: 'PARTNER', datasets: null, actor: 'nests-deep' } as const;
    const request = { route: 'POST /graphql', operation: 'Deep', content: ['{ datasets { id } }', deep] };
    await new ReadAudit(graph()).note(sender, readingRightsOf(sender), request);
    expect((await entries('nests-deep')).map(({ operation }) => operation)).toEqual(['Deep']);
  });

  test('is kept for its time', async () => {
    const audit = new ReadAudit(graph(), 30);
    const sender = { kind: 'API_KEY', role: 'PARTNER', datasets: null, actor: 'long-ago' } as const;
    const before = new ReadAudit(graph(), 30, () => '2020-01-01T00:00:00.000Z');
    await before.note(sender, readingRightsOf(sender), { route: 'GET /a', content: [] });
    expect((await entries('long-ago')).length).toBe(1);
    await audit.forget(new Date().toISOString());
    expect([(await entries('long-ago')).length, (await entries('audited')).length]).toEqual([0, 3]);
  });
});

test('a backup has neither keys nor reads', async () => {
  let text = '';
  for await (const page of (await openBackup(graph())).pages) text += page.text;
  expect(text.length).toBeGreaterThan(10_000);
  expect(text).not.toMatch(/ApiKey|ReadEntry/);
});
