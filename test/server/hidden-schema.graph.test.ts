import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { createSchema } from '../../src/schema.js';
import { useGraphToRead } from '../support/graph.js';
import { query, useServer } from '../support/server.js';

/** With introspection off, no error says a word of the schema that was not sent. */

useGraphToRead('fictional');
const hidden = useServer({ introspection: false });
const open = useServer();

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const words = new Set(
  types.flatMap((type) => [
    type.name,
    ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : []),
    ...(isInputObjectType(type) ? Object.keys(type.getFields()) : []),
    ...(isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap(({ name, args }) => [name, ...args.map((one) => one.name)])
      : []),
  ]),
);

/** Every sentence that an error may say there, whatever was sent. */
const SENTENCES = [
  /^Expected a document that fits the schema; this one does not here\. This server hides its schema \(INTROSPECTION=off\)\.$/,
  /^Expected a value that fits the variable \$\w+; got another\. This server hides its schema \(INTROSPECTION=off\)\.$/,
  /^Expected a text; got .*\.$/,
  /^Expected a day that exists, as YYYY-MM-DD; got .*\.$/,
  /^Expected an instant with a zone, such as 2026-11-20T12:00:00Z; got .*\.$/,
];

const wordsOf = (text: string): string[] => text.match(/\w+/g) ?? [];

/** The words of the schema in the errors that were not sent, of all that no fixed sentence has. */
async function wordsLearned(source: string, variables?: Record<string, unknown>): Promise<string[]> {
  const { json, status } = await query(hidden(), source, variables);
  const sent = new Set(wordsOf(source + JSON.stringify(variables ?? {})));
  expect([status, json.errors?.length > 0]).toEqual([400, true]);
  return json.errors.flatMap(({ message, extensions }: { message: string; extensions: object }) => {
    expect(Object.keys(extensions)).toEqual(['code']);
    const isFixed = SENTENCES.some((sentence) => sentence.test(message));
    const rest = isFixed ? (message.match(/got (.*)\.$/)?.[1] ?? '') : message;
    return wordsOf(rest).filter((word) => words.has(word) && !sent.has(word));
  });
}

/** A name that is nearly another, as a scanner would send it. */
const nearly = (name: string) => `${name.slice(0, -1)}_`;

const selectionOf = ({ type }: GraphQLField<unknown, unknown>) =>
  isCompositeType(getNamedType(type)) ? ' { __typename }' : '';

const FIELDS = Object.values(schema.getQueryType()?.getFields() ?? {});

/** Aliases of one document. */
const AT_ONCE = 25;
const groupsOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, index) =>
    list.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

describe('a wrong document teaches no word of the schema', () => {
  const documents: [string, string[]][] = [
    ['a field that is nearly one', FIELDS.map(({ name }) => `${nearly(name)} { __typename }`)],
    [
      'a field without its required arguments',
      FIELDS.filter(({ args }) => args.some(isRequiredArgument)).map((one) => one.name + selectionOf(one)),
    ],
    [
      'an argument that is nearly one',
      FIELDS.flatMap((one) => one.args.map(({ name }) => `${one.name}(${nearly(name)}: 1)${selectionOf(one)}`)),
    ],
    [
      'an argument of another kind',
      FIELDS.flatMap((one) => one.args.map(({ name }) => `${one.name}(${name}: [[{ x: X }]])${selectionOf(one)}`)),
    ],
    [
      'an argument that is null',
      FIELDS.flatMap((one) => one.args.map(({ name }) => `${one.name}(${name}: null, x: 1)${selectionOf(one)}`)),
    ],
    [
      'a field without its selection',
      FIELDS.filter((one) => selectionOf(one) !== '').map(({ name }) => `${name}(x: 1)`),
    ],
    ['a type that is nearly one', types.map(({ name }) => `... on ${nearly(name)} { id }`)],
    ['a field of each type that is none', types.filter(isObjectType).map(({ name }) => `... on ${name} { idd naame }`)],
    [
      'a variable of another type',
      FIELDS.flatMap((one) => one.args.map(({ name }) => `${one.name}(${name}: $v)${selectionOf(one)}`)),
    ],
    [
      'a directive that is nearly one',
      ['__typename @skipp(if: true)', '__typename @skip', '__typename @include(iff: 1)'],
    ],
    ['the schema', ['__schema { types { name } }', '__type(name: "Person") { name }']],
  ];

  test.each(documents)('%s', async (_what, selections) => {
    for (const group of groupsOf(selections)) {
      const named = group.map((one, index) => (one.startsWith('...') ? one : `a${index}: ${one}`));
      const head = group.some((one) => one.includes('$v')) ? 'query ($v: [[Boolean]])' : 'query';
      expect(await wordsLearned(`${head} { ${named.join(' ')} }`)).toEqual([]);
    }
  });

  test('a variable of a type that is nearly one', async () => {
    for (const { name } of types) expect(await wordsLearned(`query ($v: ${nearly(name)}) { __typename }`)).toEqual([]);
  });
});

test.each(FIELDS.filter(({ args }) => args.length > 0).map((field) => [field.name, field] as const))(
  'a wrong variable for any argument of %s teaches no word of the schema',
  async (name, field) => {
    const { args } = field;
    const head = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const uses = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const source = `query (${head}) { ${name}(${uses})${selectionOf(field)} }`;
    for (const arg of args)
      for (const value of wrongFor(getNamedType(arg.type)))
        expect(await wordsLearned(source, { [arg.name]: value })).toEqual([]);
  },
);

/** Values that do not fit a type. */
function wrongFor(type: GraphQLNamedType): unknown[] {
  const any = [[[{ x: 1 }]], { x: 1 }];
  if (isEnumType(type)) return [...any, ...type.getValues().map(({ name }) => nearly(name))].slice(0, 6);
  if (!isInputObjectType(type)) return any;
  const names = Object.keys(type.getFields());
  return [
    ...any,
    Object.fromEntries(names.map((name) => [nearly(name), 1])),
    Object.fromEntries(names.map((name) => [name, [[{ x: 1 }]]])),
  ];
}

test.each([
  ['a field of an input that is nearly one', { publishedB: 'x' }],
  ['a word that is nearly one', { minReliability: 'AA' }],
  ['a list in the place of a day', { publishedBy: [[1]] }],
  ['a text in the place of a list of words', { statuses: 'ACCEPTE' }],
])('a variable that reaches the execution teaches no word of the schema: %s', async (_what, value) => {
  const source = 'query ($a: EvidenceLens) { units(lens: $a) { nodes { id } } }';
  expect(await wordsLearned(source, { a: value })).toEqual([]);
  expect((await query(open(), source, { a: value })).text).not.toContain('INTROSPECTION');
});

test('a null that an argument does not take is the fault of the client, and named only where the schema is open', async () => {
  const source = 'query ($n: Int = 3) { search(text: "a", first: $n) { score } }';
  for (const [address, message] of [
    [open(), 'Argument "first" of non-null type "Int!" must not be null.'],
    [hidden(), expect.stringContaining('INTROSPECTION=off')],
  ] as const) {
    const { codes, json } = await query(address, source, { n: null });
    expect([codes, json.errors[0].message]).toEqual([['BAD_USER_INPUT'], message]);
  }
});

/** Values of the right type that nobody has, or of which there are too many. */
function sillyFor(type: GraphQLInputType): string[] {
  if (isNonNullType(type)) return sillyFor(type.ofType);
  if (isListType(type)) {
    const inner = sillyFor(type.ofType);
    return ['[]', `[${Array(501).fill(inner[0]).join(', ')}]`, ...inner.map((one) => `[${one}]`)];
  }
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const needed = fields.filter(isRequiredInputField).map((one) => `${one.name}: ${sillyFor(one.type)[0]}`);
    return fields.flatMap((one) =>
      sillyFor(one.type).map(
        (value) =>
          `{${[...needed.filter((part) => !part.startsWith(`${one.name}:`)), `${one.name}: ${value}`].join(', ')}}`,
      ),
    );
  }
  return /^(Int|Float)$/.test(type.name) ? ['-1', '0', '1000000'] : ['""', '"zz"', '"\\u0000"', '"2022-13-40"'];
}

/** The names in the messages of our own errors: in code, in quotation marks, or in capital letters. */
const namesIn = (message: string): string[] =>
  [...message.matchAll(/`([^`]+)`|"([^"]+)"|\b([A-Z][A-Z_]{2,})\b|\b([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b/g)].flatMap(
    (match) => wordsOf(match[0]),
  );

test.each(FIELDS.filter(({ args }) => args.length > 0).map((field) => [field.name, field] as const))(
  'values of %s that fit its types and nothing else teach no word of the schema',
  async (name, field) => {
    const required = field.args.filter(isRequiredArgument);
    const calls = field.args.flatMap((arg) =>
      sillyFor(arg.type).map((value) => {
        const others = required.filter((one) => one !== arg).map((one) => `${one.name}: ${sillyFor(one.type)[0]}`);
        return `${name}(${[...others, `${arg.name}: ${value}`].join(', ')})${selectionOf(field)}`;
      }),
    );
    const learned = new Set<string>();
    for (const group of groupsOf(calls)) {
      const source = `{ ${group.map((call, index) => `a${index}: ${call}`).join(' ')} }`;
      const { json } = await query(hidden(), source);
      const sent = new Set(wordsOf(source));
      for (const { message } of json.errors ?? [])
        for (const word of namesIn(message))
          if (words.has(word) && !sent.has(word)) learned.add(`${word} in: ${message}`);
    }
    expect([...learned]).toEqual([]);
  },
);
