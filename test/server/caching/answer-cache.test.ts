import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { AnswerCache } from '../../../src/server/caching/answer-cache.js';

/** What is kept of answers, and for how long. */

const STATE = { through: '2026-01-01T00:00:00.000Z', head: 'a' };
const LATER = { through: '2026-01-02T00:00:00.000Z', head: 'b' };
const RESTORED = { ...STATE, head: 'c' };
const MOST_BYTES = 100_000;

const post = (body: unknown, { method = 'POST', url = '/graphql', headers = {} } = {}) =>
  ({ method, url, headers: { 'content-type': 'application/json', ...headers }, body }) as unknown as FastifyRequest;
const answer = (body: string) => ({ body, contentType: 'application/json', cost: 1 });

const QUESTION = post({ query: '{ a }', variables: { id: 1 } });

function keeping(mostBytes = MOST_BYTES): AnswerCache {
  const answers = new AnswerCache(mostBytes);
  expect(answers.get(QUESTION, STATE)).toBeUndefined();
  answers.keep(QUESTION, STATE, answer('kept'));
  return answers;
}

test('an answer is kept for the same request in the same state', () => {
  const answers = keeping();
  const same = post({ query: '{ a }', variables: { id: 1 } });
  expect([answers.get(same, STATE), answers.get(same, STATE)]).toEqual([answer('kept'), answer('kept')]);
});

test.each([
  ['variables', post({ query: '{ a }', variables: { id: 2 } })],
  ['document', post({ query: '{ b }', variables: { id: 1 } })],
  ['operation name', post({ query: '{ a }', variables: { id: 1 }, operationName: 'A' })],
  ['address', post({ query: '{ a }', variables: { id: 1 } }, { url: '/graphql?query={b}' })],
  ['method', post({ query: '{ a }', variables: { id: 1 } }, { method: 'GET' })],
  ['wished form', post({ query: '{ a }', variables: { id: 1 } }, { headers: { accept: 'application/json' } })],
])('a request with another %s has an answer of its own', (_part, other) => {
  expect(keeping().get(other, STATE)).toBeUndefined();
});

test('HEAD is answered as GET is', () => {
  const answers = keeping();
  const url = '/graphql?query={a}';
  answers.keep(post(undefined, { method: 'GET', url }), STATE, answer('by GET'));
  expect(answers.get(post(undefined, { method: 'HEAD', url }), STATE)).toEqual(answer('by GET'));
});

test.each([
  ['a change', LATER],
  ['a restore to the same instant', RESTORED],
])('nothing is left after %s', (_what, state) => {
  const answers = keeping();
  expect([answers.get(QUESTION, state), answers.get(QUESTION, STATE)]).toEqual([undefined, undefined]);
});

test('an answer of an earlier state is not kept once a later one was read', () => {
  const answers = keeping();
  answers.get(QUESTION, LATER);
  answers.keep(QUESTION, STATE, answer('late'));
  expect(answers.get(QUESTION, LATER)).toBeUndefined();
});

test('answers take no more than they may, and those go first that were asked for longest ago', () => {
  const answers = keeping();
  const requests = Array.from({ length: 200 }, (_, index) => post({ query: `{ a${index} }` }));
  for (const request of requests) answers.keep(request, STATE, answer('x'.repeat(1_000)));
  const isKept = requests.map((request) => answers.get(request, STATE) !== undefined);
  // Each takes 1,000 characters of two bytes, and 500 bytes.
  expect(isKept).toEqual(requests.map((_request, index) => index >= 200 - MOST_BYTES / 2_500));
  answers.keep(QUESTION, STATE, answer('x'.repeat(MOST_BYTES)));
  expect(answers.get(QUESTION, STATE)).toBeUndefined();
});

test('nothing is kept where nothing may be', () => {
  expect(keeping(0).get(QUESTION, STATE)).toBeUndefined();
});
