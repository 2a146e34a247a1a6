import { describe, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { Dice } from '../../exchange/import/country/dice.js';
import { fictional } from '../../support/fictional.js';
import { graph, useGraph } from '../../support/graph.js';
import { post, type Reply, send, useServer } from '../../support/server.js';
import { CORRECT, create, faults, mutate, on, RETRACT } from '../../writing/edit/edit-requests.js';

/** Answers that are kept while the graph is unchanged are the bytes that would be worked out anew. */

useGraph('fictional');
const TOKEN = 'a-token-of-this-test';
const LIMIT = 10_000_000;
const keeping = useServer({ writeToken: TOKEN, answerCacheBytes: 10_000_000, rateLimit: LIMIT });
const asking = useServer({ writeToken: TOKEN, rateLimit: LIMIT });
const AS_EDITOR = { authorization: `Bearer ${TOKEN}` };

const QUESTIONS = [
  '{ reports(first: 100) { totalCount nodes { id title publishedOn } } }',
  '{ units(first: 20) { totalCount nodes { id name postings { nodes { role person { name } citations { report { title } } } } } } }',
  '{ search(text: "notes") { score matched record { id } } }',
  '{ node(id: "report-kept-1") { id } datasets { id version } }',
  '{ incident(id: "incident-fx-i2") { commandResponsibility { people { person { id } elements { element grade } } basis { contentHash } } } }',
];

const REPORT = { id: 'report-on-its-way', title: 'Notes', publisher: 'body-fx-lantern', publishedOn: '2022-04-01' };

const askFor = (address: string, source: string, headers: Record<string, string> = {}) =>
  post(address, JSON.stringify({ query: source }), headers);

/** What work reads of the graph beside the clock: the names of its statements. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const read = graph().read;
  const statements: string[] = [];
  graph().read = (statement, ...parameters) => {
    statements.push(statement.name);
    return read.call(graph(), statement, ...parameters);
  };
  await work();
  graph().read = read;
  return statements;
}

/** Asks until an answer is given again: one is kept once nothing can be on its way into the graph any more. */
async function askUntilKept(source: string): Promise<Reply> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    let reply: Reply | undefined;
    const statements = await statementsOf(async () => {
      reply = await askFor(keeping(), source);
    });
    if (reply && statements.length === 0) return reply;
  }
  throw new Error(`Expected an answer to be given again; got none to ${source}`);
}

const headersOf = ({ headers }: Reply) => {
  const { date: _date, ratelimit: _left, ...others } = Object.fromEntries(headers);
  return others;
};

test.each(QUESTIONS)('%s is answered again by the same bytes and headers, without a statement', async (source) => {
  const first = await askUntilKept(source);
  expect([first.status, first.codes]).toEqual([200, []]);
  let again = first;
  const statements = await statementsOf(async () => {
    again = await askFor(keeping(), source);
  });
  expect(statements).toEqual([]);
  expect([again.status, again.text, headersOf(again)]).toEqual([200, first.text, headersOf(first)]);
  expect((await askFor(asking(), source)).text).toBe(first.text);
});

test('an answer that was kept has a tag by GET, costs as much as one that was not, and is a 304 for who holds it', async () => {
  const url = `${keeping()}/graphql?query=${encodeURIComponent('{ people(first: 3) { nodes { id name } } }')}`;
  const left = ({ headers }: Reply) => Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1]);
  await askUntilKept('{ people(first: 1) { totalCount } }');
  const first = await send(url);
  const second = await send(url);
  const tag = first.headers.get('etag') ?? '';
  const third = await fetch(url, { headers: { 'if-none-match': tag } });
  expect([second.text, second.headers.get('etag'), third.status]).toEqual([first.text, tag, 304]);
  expect(left(first) - left(second)).toBe(first.json.extensions.cost.requested + 1);
});

describe('what is answered anew each time', () => {
  test('what an editor asks, who is never told what was kept for others', async () => {
    const source = QUESTIONS[0] ?? '';
    await askFor(keeping(), source);
    for (const _again of [1, 2]) {
      const statements = await statementsOf(async () => {
        expect((await askFor(keeping(), source, AS_EDITOR)).text).toContain('report-fx-confidential-dossier');
      });
      expect(statements).toContain('reports');
    }
    expect((await askFor(keeping(), source)).text).not.toContain('report-fx-confidential-dossier');
  });

  test('an answer with an error', async () => {
    const source =
      '{ units(first: 1) { nodes { id } } person(id: "person-none") { id } people(after: "no") { totalCount } }';
    for (const _again of [1, 2])
      expect(
        await statementsOf(() => askFor(keeping(), source).then(({ codes }) => expect(codes).toEqual(['BAD_CURSOR']))),
      ).toContain('units');
  });
});

/** One change at random: a new report, or one of `written` corrected or retracted. */
async function changeSomething(dice: Dice, written: Set<string>, step: number): Promise<void> {
  const isNew = written.size < 3 || dice.chance(0.3);
  const id = isNew ? `report-kept-${step}` : dice.one([...written]);
  const access = dice.one(['PUBLIC', 'PARTNER', 'CONFIDENTIAL']);
  const content = { id, title: `Notes ${step}`, publisher: 'body-fx-lantern', publishedOn: '2022-04-01', access };
  const retracts = !isNew && dice.chance(0.3);
  const payload = retracts
    ? await mutate(RETRACT, await on(id))
    : isNew
      ? await create({ report: content })
      : await mutate(CORRECT, await on(id, { record: { report: content } }));
  expect(faults(payload)).toEqual([]);
  if (retracts) written.delete(id);
  else written.add(id);
}

test('over a random history of changes, each answer is the one of a server that keeps none', async () => {
  const dice = new Dice(20261201);
  const written = new Set<string>();
  const answers = new Set<string>();
  let givenAgain = 0;
  for (let step = 0; step < 60; step += 1) {
    await changeSomething(dice, written, step);
    for (const source of QUESTIONS.slice(0, 4)) {
      const { text } = await askFor(asking(), source);
      answers.add(text);
      for (const _again of [1, 2, 3]) {
        const statements = await statementsOf(async () => {
          expect((await askFor(keeping(), source)).text).toBe(text);
        });
        if (statements.length === 0) givenAgain += 1;
      }
    }
  }
  expect(answers.size).toBeGreaterThan(60);
  expect(givenAgain).toBeGreaterThan(200);
});

test('no answer is kept while a change may still be on its way into the graph', async () => {
  const source = '{ reports(first: 2) { nodes { title } } }';
  expect(faults(await create({ report: REPORT }))).toEqual([]);
  // Whoever commits holds the turn of writers until all of the change can be seen.
  await graph().write('test', async (tx) => {
    await tx.run("MATCH (c:Clock {id: 'graph'}) SET c.turn = true REMOVE c.turn");
    for (const _again of [1, 2, 3])
      expect(await statementsOf(() => askFor(keeping(), source))).toEqual(expect.arrayContaining(['reports']));
  });
  expect((await askUntilKept(source)).codes).toEqual([]);
});

test('legal codes that a load changes are told at once', async () => {
  const source = '{ findings(first: 100) { nodes { id classifications { code title } } } }';
  const { text } = await askUntilKept(source);
  const checked = checkFiles(
    [],
    [...fictional.codes].map((code) => ({
      ...code,
      record: { ...code.record, title: `${code.record.title}, as amended` },
    })),
  );
  await load(graph(), checked, new Date().toISOString());
  const after = await askFor(keeping(), source);
  expect(after.text).not.toBe(text);
  expect(after.text).toContain(', as amended');
});
