import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { AnswerCache } from '../../../src/server/caching/answer-cache.js';

/** What is kept of answers, and for how long. */

const STATE = { through: '2026-01-01T00:00:00.000Z', head: 'a', folding: 1 };
const LATER = { through: '2026-01-02T00:00:00.000Z', head: 'b', folding: 1 };
const RESTORED = { ...STATE, head: 'c' };
const FOLDED_ANEW = { ...STATE, folding: 2 };
const MOST_BYTES = 100_000;

const post = (body: unknown, { method = 'POST', url = '/graphql', headers = {} } = {}) =>
  ({
    ...{ method, url, headers: { 'content-type': 'application/json', ...headers } },
    jsonBytes: body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  }) as unknown as FastifyRequest;
const answer = (body: string) => ({ body, contentType: 'application/json', cost: 1 });

const QUESTION = post({ query: '{ a }', variables: { id: 1 } });

/** Whoever waits for a settled state has it by then. */
const settled = () => new Promise((done) => setImmediate(done));

async function keeping(mostBytes = MOST_BYTES, settle = async () => STATE): Promise<AnswerCache> {
  const answers = new AnswerCache(mostBytes, settle);
  answers.get(QUESTION, STATE);
  await settled();
  keepFor(answers, QUESTION, 'kept');
  return answers;
}

/** A request begins, and its answer is kept if it may be. */
function keepFor(answers: AnswerCache, request: FastifyRequest, body: string, state = STATE): void {
  answers.get(request, state);
  answers.keep(request, state, answer(body));
}

test('an answer is kept for the same request in the same state', async () => {
  const answers = await keeping();
  const same = post({ query: '{ a }', variables: { id: 1 } });
  expect([answers.get(same, STATE), answers.get(same, STATE)]).toEqual([answer('kept'), answer('kept')]);
});

test.each([
  ['variables', post({ query: '{ a }', variables: { id: 2 } })],
  ['document', post({ query: '{ b }', variables: { id: 1 } })],
  ['number, beyond those that there are', post('{"query":"{ a }","variables":{"id":1e999}}')],
  ['operation name', post({ query: '{ a }', variables: { id: 1 }, operationName: 'A' })],
  ['address', post({ query: '{ a }', variables: { id: 1 } }, { url: '/graphql?query={b}' })],
  ['method', post({ query: '{ a }', variables: { id: 1 } }, { method: 'GET' })],
  ['wished form', post({ query: '{ a }', variables: { id: 1 } }, { headers: { accept: 'application/json' } })],
])('a request with another %s has an answer of its own', async (_part, other) => {
  expect((await keeping()).get(other, STATE)).toBeUndefined();
});

test('HEAD is answered as GET is', async () => {
  const answers = await keeping();
  const url = '/graphql?query={a}';
  keepFor(answers, post(undefined, { method: 'GET', url }), 'by GET');
  expect(answers.get(post(undefined, { method: 'HEAD', url }), STATE)).toEqual(answer('by GET'));
});

test.each([
  ['a change', LATER],
  ['a restore to the same instant', RESTORED],
  ['names that were folded anew', FOLDED_ANEW],
])('nothing is left after %s', async (_what, state) => {
  const answers = await keeping();
  expect([answers.get(QUESTION, state), answers.get(QUESTION, STATE)]).toEqual([undefined, undefined]);
});

test('an answer of an earlier state is not kept once a later one was read', async () => {
  const answers = await keeping();
  answers.get(QUESTION, LATER);
  answers.keep(QUESTION, STATE, answer('late'));
  expect(answers.get(QUESTION, LATER)).toBeUndefined();
});

test('answers take no more than they may, and those go first that were asked for longest ago', async () => {
  const answers = await keeping();
  const requests = Array.from({ length: 200 }, (_, index) => post({ query: `{ a${index} }` }));
  for (const request of requests) keepFor(answers, request, 'x'.repeat(1_000));
  const isKept = requests.map((request) => answers.get(request, STATE) !== undefined);
  // Each takes 1,000 characters of two bytes, and 500 bytes.
  expect(isKept).toEqual(requests.map((_request, index) => index >= 200 - MOST_BYTES / 2_500));
  keepFor(answers, QUESTION, 'x'.repeat(MOST_BYTES));
  expect(answers.get(QUESTION, STATE)).toBeUndefined();
});

test('nothing is kept where nothing may be', async () => {
  expect((await keeping(0)).get(QUESTION, STATE)).toBeUndefined();
});

test('nothing is kept for a request that began before the whole of its state was there, and it is for one that began later', async () => {
  let arrive = (): void => undefined;
  const whole = new Promise<typeof LATER>((done) => {
    arrive = () => done(LATER);
  });
  const answers = await keeping(MOST_BYTES, () => whole);
  const early = post({ query: '{ early }' });
  answers.get(early, LATER);
  answers.keep(early, LATER, answer('half of it'));
  expect(answers.get(post({ query: '{ early }' }), LATER)).toBeUndefined();
  arrive();
  await settled();
  answers.keep(early, LATER, answer('half of it'));
  expect(answers.get(post({ query: '{ early }' }), LATER)).toBeUndefined();
  const later = post({ query: '{ early }' });
  keepFor(answers, later, 'all of it', LATER);
  expect(answers.get(later, LATER)).toEqual(answer('all of it'));
});

test('where the state cannot be settled, the next request begins it anew', async () => {
  let attempts = 0;
  const answers = await keeping(MOST_BYTES, async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('The graph does not answer.');
    return STATE;
  });
  expect(answers.get(QUESTION, STATE)).toBeUndefined();
  await settled();
  keepFor(answers, QUESTION, 'kept');
  expect([attempts, answers.get(QUESTION, STATE)]).toEqual([2, answer('kept')]);
});
