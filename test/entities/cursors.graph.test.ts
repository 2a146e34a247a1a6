import { expect, test } from '@jest/globals';
import { ApiError } from '../../src/model/errors.js';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const refusal = async (args: string, variables: Record<string, unknown> = {}) => {
  const declared = Object.keys(variables).length > 0 ? 'query ($cursor: String!)' : '';
  const { data, errors } = await ask(`${declared} { people(${args}) { nodes { id } } }`, variables);
  const [cause] = errors.map(({ originalError }) => originalError);
  return { data, message: errors[0]?.message, code: cause instanceof ApiError ? cause.code : undefined };
};
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['first: 0', 'Expected `first` from 1 to 100; got 0.'],
  ['first: -1', 'Expected `first` from 1 to 100; got -1.'],
  ['first: 101', 'Expected `first` from 1 to 100; got 101.'],
  ['last: 0', 'Expected `last` from 1 to 100; got 0.'],
  ['last: 101', 'Expected `last` from 1 to 100; got 101.'],
  ['first: 1, last: 1', 'Expected either `first` or `last`; got both.'],
  ['first: 1, after: "a", before: "b"', 'Expected either `after` or `before`; got both.'],
  ['last: 1, after: "a"', 'Expected `before` with `last`; got `after`.'],
  ['first: 1, before: "b"', 'Expected `last` with `before`; got none.'],
  ['before: "b"', 'Expected `last` with `before`; got none.'],
])('people(%s) is refused: %s', async (args, message) => {
  expect(await refusal(args)).toEqual({ data: null, message, code: 'BAD_INPUT' });
});

test.each([
  ['', '""'],
  ['not base64!', '"not base64!"'],
  ['[]', '"[]"'],
  [Buffer.from('no json').toString('base64url'), '"bm8ganNvbg"'],
  [encoded({}), '"e30"'],
  [encoded(['people', 'NAME', 'key']), '"WyJwZW9wbGUiLCJOQU1FIiwia2V5Il0"'],
  [encoded(['people', 'NAME', null, 'person-fx-anders']), '"WyJwZW9wbGUiLCJOQU1FIixudWxsLCJwZXJzb24tZngtYW5kZXJzIl0"'],
  [encoded(['people', 'NAME', { a: 1 }, 'x']), '"WyJwZW9wbGUiLCJOQU1FIix7ImEiOjF9LCJ4Il0"'],
  ['🦉', '"🦉"'],
])('the cursor %j is refused, since this API never gave it', async (cursor, message) => {
  expect(await refusal('first: 1, after: $cursor', { cursor })).toEqual({
    data: null,
    message: `Expected a cursor that this list gave; got ${message}.`,
    code: 'BAD_CURSOR',
  });
});

test('a huge cursor is refused with a short message', async () => {
  const { message, code } = await refusal('first: 1, after: $cursor', { cursor: 'x'.repeat(100_000) });
  expect(message).toBe(`Expected a cursor that this list gave; got "${'x'.repeat(60)}".`);
  expect(code).toBe('BAD_CURSOR');
});

test('a cursor of another list, or of another order of this list, is refused', async () => {
  const { units, people } = await answer(
    '{ units(first: 1) { edges { cursor } } people(first: 1) { edges { cursor } } }',
  );
  expect(await refusal('first: 1, after: $cursor', { cursor: units.edges[0].cursor })).toEqual({
    data: null,
    message: 'Expected a cursor of the list people in the order NAME; got one of units in the order NAME.',
    code: 'BAD_CURSOR',
  });
  expect(await refusal('first: 1, after: $cursor, orderBy: NAME_DESC', { cursor: people.edges[0].cursor })).toEqual({
    data: null,
    message: 'Expected a cursor of the list people in the order NAME_DESC; got one of people in the order NAME.',
    code: 'BAD_CURSOR',
  });
});

test.each([
  ['a name that is no text', [{ toString: 1, valueOf: 1 }, 'NAME', 'key', 'id']],
  ['an order that is no text', ['people', { toString: 1, valueOf: 1 }, 'key', 'id']],
  ['a name of ten thousand letters', ['x'.repeat(10_000), 'NAME', 'key', 'id']],
])('a forged cursor with %s is refused with the same short message as any other', async (_what, forged) => {
  const { message, code } = await refusal('first: 1, after: $cursor', { cursor: encoded(forged) });
  expect(code).toBe('BAD_CURSOR');
  expect(message?.length).toBeLessThan(300);
});

test('Cypher in the key of a forged cursor is compared as text and never run', async () => {
  const forged = encoded(['people', 'NAME', "z' OR 1=1 RETURN n //", "x'}) DETACH DELETE n //"]);
  const { people } = await answer('query ($cursor: String!) { people(first: 100, after: $cursor) { nodes { id } } }', {
    cursor: forged,
  });
  expect(people.nodes).toEqual([]);
  expect((await answer('{ people { totalCount } }')).people.totalCount).toBe(10);
});

test('a cursor whose item was retracted still marks its place in the list', async () => {
  const deletedCursor = encoded(['people', 'NAME', 'petra gone', 'person-gone']);
  const { people } = await answer('query ($cursor: String!) { people(first: 1, after: $cursor) { nodes { name } } }', {
    cursor: deletedCursor,
  });
  expect(people.nodes).toEqual([{ name: 'Petra Gran' }]);
});
