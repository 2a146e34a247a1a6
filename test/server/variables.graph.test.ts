import { describe, expect, test } from '@jest/globals';
import { useGraph } from '../support/graph.js';
import { post, type Reply, useServer } from '../support/server.js';

/** Variables that do not fit are the client's to mend, whatever is wrong with them. */

useGraph('fictional');
const TOKEN = 'token-of-this-test-0123456789';
const lines: string[] = [];
const address = useServer({
  writeToken: TOKEN,
  logLevel: 'error',
  logTo: { write: (line) => void lines.push(line) },
});

/** JSON text that nests as deep as a stack does not reach. */
const deepList = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const NO_FAULT_OF_OURS = ['BAD_INPUT', 'BAD_USER_INPUT', 'BAD_REQUEST'];

const ask = (source: string, variables: string, headers = {}) =>
  post(address(), `{"query":${JSON.stringify(source)},"variables":${variables}}`, headers);

function refused({ status, codes, json, text }: Reply): void {
  expect([status, codes.length > 0, json.data]).toEqual([400, true, undefined]);
  expect(NO_FAULT_OF_OURS).toEqual(expect.arrayContaining([...new Set(codes)]));
  expect(text).not.toMatch(/Maximum call stack|RangeError|on our side/);
  expect(lines).toEqual([]);
}

const LENS = 'query ($a: EvidenceLens) { people(lens: $a) { totalCount } }';

const QUESTIONS: [string, string, (value: string) => string][] = [
  ['a day', 'query ($a: Date!) { unit(id: "u") { chainOfCommand(on: $a) { warnings } } }', (value) => `{"a":${value}}`],
  ['a day in an input', LENS, (value) => `{"a":{"publishedBy":${value}}}`],
  ['an instant in an input', LENS, (value) => `{"a":{"recordedBy":${value}}}`],
  ['an enum in an input', LENS, (value) => `{"a":{"minReliability":${value}}}`],
  ['a list of ids in an input', LENS, (value) => `{"a":{"excludeReports":[${value}]}}`],
  [
    'a list of enums',
    'query ($k: [SearchKind!]) { search(text: "a", kinds: $k) { score } }',
    (value) => `{"k":${value}}`,
  ],
  ['an input', LENS, (value) => `{"a":${value}}`],
  ['a text', 'query ($t: String!) { search(text: $t) { score } }', (value) => `{"t":${value}}`],
  ['a whole number', 'query ($n: Int) { people(first: $n) { totalCount } }', (value) => `{"n":${value}}`],
  [
    'a number',
    'query ($n: Float!) { locations(filter: { near: { latitude: $n, longitude: 0, kilometres: 1 } }) { totalCount } }',
    (value) => `{"n":${value}}`,
  ],
  ['an id', 'query ($i: ID!) { person(id: $i) { id } }', (value) => `{"i":${value}}`],
  ['a yes or no', 'query ($b: Boolean!) { __typename @include(if: $b) }', (value) => `{"b":${value}}`],
];

describe.each(QUESTIONS)('a variable for %s', (_what, source, variables) => {
  test.each([
    ['a list that nests 100,000 deep', deepList(100_000)],
    ['an object that nests 30,000 deep', deepObject(30_000)],
    ['a list that nests deep in its second item', `[1,${deepList(50_000)}]`],
    ['an object with the name of a prototype', '{"constructor":{"name":1}}'],
  ])('is refused without a fault of ours for %s', async (_value, value) => {
    refused(await ask(source, variables(value)));
  });
});

test.each([1, 49, 50, 51, 5_000])('%d wrong values in one list are told as the fault of the client', async (count) => {
  const wrong = JSON.stringify(Array.from({ length: count }, (_, index) => `X${index}`));
  for (const [source, variables] of [
    ['query ($k: [SearchKind!]) { search(text: "a", kinds: $k) { score } }', `{"k":${wrong}}`],
    ['query ($k: [Int!]) { people(first: $k) { totalCount } }', `{"k":${wrong}}`],
    [LENS, `{"a":{"statuses":${wrong}}}`],
    [LENS, `{"a":{${Array.from({ length: count }, (_, index) => `"x${index}":1`).join(',')}}}`],
  ] as const) {
    const reply = await ask(source, variables);
    expect([reply.status, reply.codes.every((code) => /^BAD_|^GRAPHQL_V/.test(code))]).toEqual([400, true]);
    if (count > 50 && !source.includes('[Int!]'))
      expect(reply.json.errors).toEqual([
        expect.objectContaining({
          message:
            'Expected variables that fit their types; got values that nest too deeply, or more than 50 that do not fit.',
        }),
      ]);
  }
  expect(lines).toEqual([]);
});

test('many variables that each lack their value are told as the fault of the client', async () => {
  const names = Array.from({ length: 80 }, (_, index) => `$v${index}: ID!`).join(', ');
  const uses = Array.from({ length: 20 }, (_, index) => `a${index}: person(id: $v${index}) { id }`).join(' ');
  const { status, codes } = await ask(`query (${names}) { ${uses} }`, '{}');
  expect([status, codes.every((code) => /^BAD_|^GRAPHQL_V/.test(code))]).toEqual([400, true]);
});

test('deep JSON outside the variables is refused without a fault of ours', async () => {
  for (const body of [
    deepList(100_000),
    `{"query":"{__typename}","extensions":${deepObject(30_000)}}`,
    `{"query":${deepList(100_000)}}`,
    `{"query":"{__typename}","operationName":${deepList(100_000)}}`,
    `{"query":"{__typename}","variables":${deepList(100_000)}}`,
  ]) {
    const { status, text } = await post(address(), body);
    expect([200, 400]).toContain(status);
    expect(text).not.toContain('on our side');
  }
  expect(lines).toEqual([]);
});

test('a record that an editor gives with deep values is refused without a fault of ours', async () => {
  const source =
    'mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { created userErrors { code message } } }';
  for (const record of [`{"person":${deepList(50_000)}}`, `{"person":{"id":${deepList(50_000)}}}`, deepObject(30_000)])
    refused(
      await ask(source, `{"input":{"dataset":"fictional","reason":"t","record":${record}}}`, {
        authorization: `Bearer ${TOKEN}`,
      }),
    );
});

test('a long value is not sent back whole', async () => {
  const { text } = await ask(LENS, `{"a":{"publishedBy":"${'9'.repeat(100_000)}"}}`);
  expect(text.length).toBeLessThan(500);
});
