import { expect, test } from '@jest/globals';
import { errorDetails } from '../../src/server/log.js';
import { graph, useGraph } from '../support/graph.js';
import { post, query, send, useServer } from '../support/server.js';

/** What a real server writes into its log. */

useGraph('fictional');
const TOKEN = 'token-of-this-test-0123456789';
const lines: string[] = [];
const address = useServer({
  writeToken: TOKEN,
  logLevel: 'trace',
  logTo: { write: (line) => void lines.push(line) },
});

/** The lines that something makes, and their whole text. */
async function logOf(work: () => Promise<unknown>) {
  lines.length = 0;
  await work();
  // The line on a request is written after its answer was sent.
  await new Promise((done) => setTimeout(done, 50));
  return { entries: lines.map((line) => JSON.parse(line)), text: lines.join('') };
}

test('an error is in the log under the reference that the client gets, with its code and stack, without the value', async () => {
  await graph().command(
    'test',
    "MATCH (n:Person {id: 'person-fx-anders'})<-[:OF]-(p:Posting) SET p.role = 'SECRET_WORD'",
  );
  let message = '';
  const { entries, text } = await logOf(async () => {
    const { json } = await query(address(), '{ person(id: "person-fx-anders") { postings { nodes { role } } } }');
    message = json.errors[0].message;
  });
  const fault = entries.find(({ level }) => level === 50);
  expect(message).toBe(`Something went wrong on our side; the log has it under ${fault.reference}.`);
  expect(fault).toMatchObject({
    msg: 'A fault of ours.',
    err: { type: 'GraphQLError', message: 'Enum …', stack: expect.stringMatching(/^ {4}at .*graphql/) },
  });
  expect(text).not.toContain('SECRET_WORD');
});

test.each([
  ['a second node under an id', "CREATE (:Person {id: 'person-fx-anders'})", 'ConstraintValidationFailed'],
  ['a text for a day', "WITH 'person-fx-anders' AS day RETURN date(day)", 'ArgumentError|SyntaxError|TypeError'],
  ['a text for a number', 'RETURN $secret % 2', 'TypeError|SyntaxError'],
  ['a list for a number', 'UNWIND [[$secret]] AS one RETURN one * 2', 'TypeError|SyntaxError'],
  ['a map as a property', 'CREATE (:Nothing {value: {name: $secret}})', 'TypeError|SyntaxError'],
  ['a search that Lucene cannot read', "CALL db.index.fulltext.queryNodes('none', $secret)", 'ProcedureCallFailed'],
  ['a division by zero', 'RETURN size($secret) / 0', 'ArithmeticError'],
])(
  'an error of Neo4j is shown by its code and stack, without the values that it quotes: %s',
  async (_what, text, code) => {
    const secret = 'person-fx-anders\' ("O\'Brien"';
    const error = await graph()
      .command('test', text, { secret })
      .catch((thrown: Error) => thrown);
    const details = JSON.stringify(errorDetails(error));
    expect(details).toMatch(new RegExp(`"code":"Neo\\.\\w+\\.\\w+\\.(?:${code})"`));
    expect(details).toMatch(/"stack":" {4}at /);
    expect(details).not.toMatch(/anders|Brien/);
  },
);

test.each([
  ['a text', 'secret', { type: 'string' }],
  ['nothing', undefined, { type: 'undefined' }],
  ['text that cannot be parsed', thrownBy(() => JSON.parse('secret')), { type: 'SyntaxError' }],
  [
    'a property with a secret in it',
    Object.assign(new Error('Failed.'), { parameters: { secret: 1 } }),
    { message: 'Failed.' },
  ],
  ['a cause', new Error('Failed.', { cause: new Error('No "secret".') }), { cause: { message: 'No …' } }],
  ['several errors', new AggregateError([new Error("It's secret")]), { errors: [{ message: 'It…' }] }],
])('an error is shown without its values: %s', (_what, error, expected) => {
  const details = errorDetails(error);
  expect(details).toMatchObject(expected);
  expect(JSON.stringify(details).replace(/"stack":"[^"]*"/g, '')).not.toContain('secret');
});

test('an error whose cause is itself is shown to an end', () => {
  const error = new Error('Failed.');
  error.cause = error;
  expect(JSON.stringify(errorDetails(error)).split('Failed.')).toHaveLength(6);
});

test('a request is in the log by its method and path, without parameters, headers and address', async () => {
  const { entries, text } = await logOf(async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'x-actor': 'Ada', cookie: 'secret-cookie' };
    await send(`${address()}/healthz?secret=1`, { headers });
    await send(`${address()}/nothing?secret=1`, { headers });
    await send(`${address()}/export/nothing.csv?secret=%E0`, { headers });
    await send(`${address()}/%E0?secret=1`, { headers });
    await post(address(), '{"query": "{ secret }"}', headers);
  });
  expect(entries[0]).toMatchObject({ msg: 'incoming request', req: { method: 'GET', url: '/healthz' } });
  expect(Object.keys(entries[0].req)).toEqual(['method', 'url']);
  expect(text).not.toMatch(/secret|Ada|Bearer|authorization|127\.0\.0\.1/);
  expect(text).not.toContain(TOKEN);
});

test('wrong tokens leave one line at once, however many come, and none of them is in it', async () => {
  const { entries, text } = await logOf(async () => {
    for (let index = 0; index < 40; index += 1)
      await send(`${address()}/nothing`, { headers: { authorization: `Bearer guess-${index}` } });
    for (let index = 0; index < 40; index += 1)
      await send(`${address()}/nothing`, { headers: { authorization: `Bearer ${TOKEN}`, via: '1.1 proxy' } });
  });
  expect(entries.filter(({ level }) => level === 40)).toEqual([
    expect.objectContaining({ requests: 1, msg: 'Requests with a wrong token were refused.' }),
    expect.objectContaining({ requests: 1, msg: 'Requests with a token from elsewhere were refused.' }),
  ]);
  expect(text).not.toContain('guess-');
  expect(text).not.toContain(TOKEN);
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
