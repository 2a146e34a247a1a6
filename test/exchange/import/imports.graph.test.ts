import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, createGunzip, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { UPLOAD_LIMITS, Uploads } from '../../../src/exchange/import/api/uploads.js';
import { useGraph } from '../../support/graph.js';
import { post, send, useServer } from '../../support/server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { sheetsOf } from './sheets.js';

/** Imports over the network: files are sent ahead, and the import goes on while its editor asks after it. */

useGraph();
const TOKEN = 'a-token-of-this-test';
const FOLDER = join(temporaryFolder(), 'imports');
const address = useServer({ writeToken: TOKEN, importFolder: FOLDER });
const AS_EDITOR = { authorization: `Bearer ${TOKEN}`, 'x-actor': 'Mira' };

const upload = (body: string, headers: Record<string, string> = AS_EDITOR) =>
  send(`${address()}/import/files`, { method: 'POST', body, headers: { 'content-type': 'text/csv', ...headers } });

const query = (query: string, variables: object, headers: Record<string, string> = AS_EDITOR) =>
  post(address(), JSON.stringify({ query, variables }), headers);

const CREATE = 'mutation ($input: ImportCreateInput!) { importCreate(input: $input) { id state } }';
const RUN =
  'query ($id: ID!) { importRun(id: $id) { state fault batch result { report errors created unchanged problemKinds { severity message count example { role row } } problems { severity file role row } links { in out } unknownWords { lexicon asStated count } } } }';

/** What stands in the sheets of `input` and in no lexicon. */
const UNKNOWN_WORDS = [{ lexicon: 'ROLES', asStated: 'Divisional Police Officer', count: 1 }];

async function ended(id: string) {
  for (let tries = 0; tries < 600; tries += 1) {
    const run = (await query(RUN, { id })).json.data.importRun;
    if (run.state !== 'RUNNING') return run;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The import does not end.');
}

async function input(more: object = {}) {
  const files = Object.entries(
    await sheetsOf('sfm-older', { people: (_get, set) => set(2, 'Role', 'Divisional Police Officer') }),
  );
  const sent = await Promise.all(
    files.map(async ([role, path]) => ({ role, ...(await upload(await readFile(path, 'utf8'))).json })),
  );
  return {
    format: 'sfm-older',
    files: sent.map(({ role, reference }) => ({ role, reference })),
    dataset: {
      ...{ id: 'velmora', title: 'Velmora', description: 'Invented.', licence: 'CC0-1.0' },
      ...{ attribution: 'nobody', redistribute: true },
    },
    about: { sourceTitle: 'Sheets', publisher: 'Velmora Monitor', publishedOn: '2022-03-01' },
    reason: 'A test.',
    ...more,
  };
}

test('an import is a dry run by default; once written it is visible to all, and once undone it is gone', async () => {
  const dry = await query(CREATE, { input: await input() });
  expect(await ended(dry.json.data.importCreate.id)).toMatchObject({
    state: 'CHECKED',
    batch: null,
    result: { errors: 0, unknownWords: UNKNOWN_WORDS },
  });
  const wet = await query(CREATE, { input: await input({ dryRun: false }) });
  const run = await ended(wet.json.data.importCreate.id);
  expect(run).toMatchObject({ state: 'WRITTEN', fault: null, result: { errors: 0, unchanged: 0 } });
  const units = async () => (await query('{ units { totalCount } }', {}, {})).json.data.units.totalCount;
  expect(await units()).toBeGreaterThan(2);
  const { json } = await query('{ importBatches { id state actor dataset format } }', {});
  expect(json.data.importBatches).toEqual([
    { id: run.batch, state: 'DONE', actor: 'Mira', dataset: 'velmora', format: 'sfm-older' },
  ]);
  const undone = await query('mutation ($id: ID!) { importUndo(id: $id, reason: "A mistake.") { retracted } }', {
    id: run.batch,
  });
  expect(undone.json.data.importUndo.retracted).toBe(run.result.created);
  expect(await units()).toBe(0);
});

test('a reader who is no editor can send no file, start no import and see none', async () => {
  const files = await upload('a', {});
  expect([files.status, files.codes]).toEqual([403, ['FORBIDDEN']]);
  const wrong = await upload('a', { authorization: 'Bearer another' });
  expect([wrong.status, wrong.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  expect((await query(CREATE, { input: await input() }, {})).codes).toEqual(['FORBIDDEN']);
  expect((await query('{ importBatches { id } }', {}, {})).codes).toEqual(['FORBIDDEN']);
  expect((await query(RUN, { id: 'x' }, {})).codes).toEqual(['FORBIDDEN']);
});

test.each([
  [
    'a reference that leads elsewhere',
    { files: [{ role: 'units', reference: '../../etc/passwd' }] },
    /reference of a file/,
  ],
  ['a format that is none', { format: 'xml' }, /Expected a format of sfm-newer/],
  ['a day that is none', { about: { sourceTitle: 'S', publisher: 'P', publishedOn: 'spring' } }, /publishedOn/],
  ['a new dataset without a licence', { dataset: { id: 'new-one' } }, /new-one is new here/],
] as const)('an import with %s is refused with a message', async (_what, more, message) => {
  const { codes, json } = await query(CREATE, { input: await input(more) });
  expect([codes, json.errors[0].message]).toEqual([['BAD_INPUT'], expect.stringMatching(message)]);
});

test('an import lists its doubts and the statements that have them, as they count now, for editors alone', async () => {
  const wet = await query(CREATE, { input: await input({ dryRun: false }) });
  const { batch } = await ended(wet.json.data.importCreate.id);
  const DOUBTS = `query ($id: ID!, $lens: EvidenceLens) {
    importBatch(id: $id) { id doubts(lens: $lens) { doubt count statements(first: 1) { totalCount nodes { id version doubts doubtsAsStated } } } }
  }`;
  const doubts = async (lens = {}) => (await query(DOUBTS, { id: batch, lens })).json.data.importBatch.doubts;
  const before = await doubts();
  const roles = before.find(({ doubt }: { doubt: string }) => doubt === 'ROLE_UNKNOWN');
  expect(roles).toEqual({
    doubt: 'ROLE_UNKNOWN',
    count: 1,
    statements: {
      totalCount: 1,
      nodes: [
        {
          id: expect.any(String),
          version: expect.any(String),
          doubts: expect.arrayContaining(['ROLE_UNKNOWN']),
          doubtsAsStated: expect.arrayContaining(['Role: Divisional Police Officer']),
        },
      ],
    },
  });
  expect(await doubts({ withoutDoubts: ['ROLE_UNKNOWN'] })).not.toContainEqual(
    expect.objectContaining({ doubt: 'ROLE_UNKNOWN' }),
  );
  const { id, version } = roles.statements.nodes[0];
  await query('mutation ($input: ClaimRetractInput!) { claimRetract(input: $input) { userErrors { message } } }', {
    input: { id, version, reason: 'Wrong.' },
  });
  expect(await doubts()).not.toContainEqual(expect.objectContaining({ doubt: 'ROLE_UNKNOWN' }));
  expect((await query(DOUBTS, { id: batch }, {})).codes).toEqual(['FORBIDDEN']);
  expect((await query(DOUBTS, { id: 'import-1' })).json.data).toEqual({ importBatch: null });
});

test('the complete report of an import is for editors alone', async () => {
  const { json } = await query(CREATE, { input: await input() });
  const { result } = await ended(json.data.importCreate.id);
  const at = (file: string, headers = {}) => send(`${address()}/import/reports/${result.report}/${file}`, { headers });
  const whole = await at('report.json', AS_EDITOR);
  expect([whole.status, whole.json.state, whole.json.unknownWords]).toEqual([200, 'CHECKED', UNKNOWN_WORDS]);
  expect(whole.json).toMatchObject({ problemKinds: result.problemKinds });
  expect(result.problemKinds).not.toEqual([]);
  expect((await at('problems.csv', AS_EDITOR)).headers.get('cache-control')).toBe('no-store');
  expect([(await at('report.json')).codes, (await at('problems.csv')).codes]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  expect((await at('notes.txt', AS_EDITOR)).codes).toEqual(['NOT_FOUND']);
});

test.each([
  ['csv', 'units', 'id,name\nunit-a,\n'],
  ['records', 'records', '{}\n'],
  ['ftm', 'entities', '{"id": 1}\n'],
  ['geojson', 'incidents', '{"type": "Feature"}\n'],
  ['sfm-newer', 'people', 'person:id:admin\n\n'],
])(
  'a problem of a file of the format %s names its role %s beside its reference, and no path',
  async (format, role, content) => {
    const { reference } = (await upload(content)).json;
    const { json } = await query(CREATE, { input: await input({ format, files: [{ role, reference }] }) });
    const { state, result } = await ended(json.data.importCreate.id);
    expect(state).toBe('REFUSED');
    expect(result.problems).toContainEqual({ severity: 'ERROR', file: reference, role, row: expect.any(Number) });
    for (const problem of result.problems) expect(problem).toMatchObject({ file: reference, role });
    for (const kind of result.problemKinds) expect(kind.example.role).toBe(role);
    const table = await send(`${address()}/import/reports/${result.report}/problems.csv`, { headers: AS_EDITOR });
    expect(table.text).toContain(`\r\nERROR,${reference},${role},`);
  },
);

test('an upload of an empty file is refused', async () => {
  const { status, codes } = await upload('');
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
});

test('a question about an import that never existed says so', async () => {
  expect((await query(RUN, { id: 'nobody' })).codes).toEqual(['NOT_FOUND']);
});

/** A file as a program sends it that sets no content type of its own accord. */
const sendFile = (body: Buffer | string | undefined, headers: Record<string, string>): Promise<Reply> =>
  new Promise((done, failed) => {
    const sent = request(`${address()}/import/files`, { method: 'POST', headers: { ...AS_EDITOR, ...headers } });
    sent.on('response', async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      done({ status: response.statusCode, text });
    });
    sent.on('error', failed).end(body);
  });
interface Reply {
  readonly status: number | undefined;
  readonly text: string;
}

const ROWS = 'id,name\nbody-a,A\n';
const storedFiles = () => readdir(join(FOLDER, 'files'));

test.each<[string, Buffer | string, Record<string, string>]>([
  ['no type', ROWS, {}],
  ['the type that curl --data-binary gives', ROWS, { 'content-type': 'application/x-www-form-urlencoded' }],
  ['application/json', ROWS, { 'content-type': 'application/json' }],
  ['no encoding but identity', ROWS, { 'content-encoding': 'identity' }],
  ['a type that is none', ROWS, { 'content-type': 'nonsense' }],
  ['an empty type', ROWS, { 'content-type': '' }],
  ['a type with a broken parameter', ROWS, { 'content-type': 'text/csv; charset' }],
  ['gzip', gzipSync(ROWS), { 'content-encoding': 'gzip' }],
  ['GZIP', gzipSync(ROWS), { 'content-encoding': 'GZIP' }],
  ['x-gzip', gzipSync(ROWS), { 'content-encoding': 'x-gzip' }],
  ['Br', brotliCompressSync(ROWS), { 'content-encoding': 'Br' }],
  ['Identity', ROWS, { 'content-encoding': 'Identity' }],
  ['deflate', deflateSync(ROWS), { 'content-encoding': 'deflate', 'content-type': 'text/csv' }],
  ['brotli', brotliCompressSync(ROWS), { 'content-encoding': 'br', 'content-type': 'text/csv' }],
])('a file that comes with %s is stored as it is, unpacked', async (_how, body, headers) => {
  const { status, text } = await sendFile(body, headers);
  expect([status, JSON.parse(text)]).toEqual([
    201,
    { reference: createHash('sha256').update(ROWS).digest('hex'), bytes: ROWS.length },
  ]);
});

const BROKEN = 'Expected a body that is packed as its `content-encoding` says; got one that';
const AS_BODY = 'Expected the file itself as the body (curl --data-binary @FILE); got';
test.each<[string, Buffer | string | undefined, Record<string, string>, number, string, string]>([
  ['no body and no type', undefined, {}, 400, 'BAD_INPUT', `${AS_BODY} no body.`],
  ['no body', undefined, { 'content-type': 'text/csv' }, 400, 'BAD_INPUT', `${AS_BODY} no body.`],
  ['an empty body', '', { 'content-length': '0' }, 400, 'BAD_INPUT', `${AS_BODY} no body.`],
  ['a packed nothing', gzipSync(''), { 'content-encoding': 'gzip' }, 400, 'BAD_INPUT', 'got nothing'],
  [
    'a form',
    '--x\r\n',
    { 'content-type': 'multipart/form-data; boundary=x' },
    415,
    'BAD_REQUEST',
    `${AS_BODY} a form around it (curl -F).`,
  ],
  [
    'another multipart',
    '--x\r\n',
    { 'content-type': 'Multipart/Mixed; boundary=x' },
    415,
    'BAD_REQUEST',
    `${AS_BODY} a form around it (curl -F).`,
  ],
  [
    'gzip that is none',
    ROWS,
    { 'content-encoding': 'gzip' },
    400,
    'BAD_REQUEST',
    `${BROKEN} "gzip" does not unpack, or only a part of it.`,
  ],
  [
    'gzip that is cut off',
    gzipSync(ROWS.repeat(500)).subarray(0, 40),
    { 'content-encoding': 'gzip', 'content-type': 'text/csv' },
    400,
    'BAD_REQUEST',
    `${BROKEN} "gzip"`,
  ],
  ['brotli that is none', ROWS, { 'content-encoding': 'br' }, 400, 'BAD_REQUEST', `${BROKEN} "br"`],
  [
    'an unknown encoding',
    ROWS,
    { 'content-encoding': 'compress' },
    415,
    'BAD_REQUEST',
    'Expected a `content-encoding` of gzip, deflate, br, identity, or none; got "compress".',
  ],
  ['two encodings', ROWS, { 'content-encoding': 'gzip, br' }, 415, 'BAD_REQUEST', 'got "gzip, br".'],
])('a request with %s is refused, and nothing is stored', async (_what, body, headers, status, code, message) => {
  const before = await storedFiles();
  const answer = await sendFile(body, headers);
  const [error] = JSON.parse(answer.text).errors;
  expect([answer.status, error.extensions.code]).toEqual([status, code]);
  expect(error.message).toContain(message);
  expect(await storedFiles()).toEqual(before);
});

test('a packed file counts as many bytes as it unpacks to', async () => {
  const uploads = new Uploads(join(FOLDER, 'small'), { ...UPLOAD_LIMITS, ofOne: 1_000_000 });
  const packed = gzipSync(Buffer.alloc(5_000_000));
  expect(packed.length).toBeLessThan(10_000);
  await expect(uploads.keep(Readable.from([packed]).pipe(createGunzip()))).rejects.toThrow(
    'Expected a file of at most 1000000 bytes, unpacked; got more.',
  );
  expect(await readdir(join(FOLDER, 'small'))).toEqual([]);
});
