import { beforeAll, expect, test } from '@jest/globals';
import { createSchema } from '../../src/schema.js';
import { planAhead, QUESTIONS } from '../../src/server/plan-ahead.js';
import { operations } from '../bench/operations.js';
import { ask, graph, useGraphToRead } from '../support/graph.js';
import { send, useServer } from '../support/server.js';

/** What is planned after a start, before the server says that it is ready. */

useGraphToRead('fictional');
const address = useServer({ plansAhead: true });

const ABOUT = {
  unit: 'unit-fx-u1',
  hub: 'unit-fx-u5',
  person: 'person-fx-dahl',
  incident: 'incident-fx-i2',
  day: '2022-03-20',
};
/** With filters, of which each set is another text. */
const FILTERED = ['100 findings with subjects, codes and reports', 'incidents in a circle, with their count'];

let texts: ReadonlySet<string>;

/** The texts of the statements that work sends. */
async function textsOf(work: () => Promise<unknown>): Promise<Set<string>> {
  const read = graph().read;
  const sent = new Set<string>();
  graph().read = (statement, ...parameters) => {
    sent.add(statement.text);
    return read.call(graph(), statement, ...parameters);
  };
  await work();
  graph().read = read;
  return sent;
}

beforeAll(async () => {
  texts = await textsOf(() => planAhead(createSchema(), graph()));
}, 60_000);

test.each(QUESTIONS.map((question) => [question]))('%s is answered without an error', async (question) => {
  const { errors } = await ask(question, { ...ABOUT, on: ABOUT.day });
  expect(errors.map(({ message }) => message)).toEqual([]);
});

test('there are so many texts, and no more', () => {
  expect(texts.size).toBe(45);
});

test.each(
  operations(ABOUT)
    .filter(({ name }) => !FILTERED.includes(name))
    .map(({ name, question }) => [name, question]),
)('what people ask most needs no other text: %s', async (_name, question) => {
  const sent = await textsOf(async () => expect((await ask(question)).errors).toEqual([]));
  expect([...sent].filter((text) => !texts.has(text))).toEqual([]);
  expect(sent.size).toBeGreaterThan(0);
});

test('a server is ready once its statements are planned, and answers questions before', async () => {
  const deadline = Date.now() + 60_000;
  let ready = await send(`${address()}/readyz`);
  while (ready.status !== 200 && Date.now() < deadline) {
    expect([ready.status, ready.codes]).toEqual([503, ['STARTING']]);
    ready = await send(`${address()}/readyz`);
  }
  expect(ready.json).toEqual({ status: 'ready' });
});
