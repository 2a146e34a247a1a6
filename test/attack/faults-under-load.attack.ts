import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { load } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { Graph } from '../../src/graph/graph.js';
import { migrate } from '../../src/graph/migrations.js';
import { Api, pause, programFolder, sweep } from '../support/api.js';
import { fictional } from '../support/fictional.js';
import { RECORDED_AT } from '../support/graph.js';
import { OwnNeo4j } from '../support/own-neo4j.js';
import { post, query, type Reply } from '../support/server.js';
import { CREATE, posting } from '../writing/edit/edit-requests.js';

/**
 * An API under load, in a process of its own, whose Neo4j is killed, frozen and started again, and which is told to stop:
 * every answer is right or a refusal that the documentation names, all are right again after the return of Neo4j, which it
 * prints the time of, and no write is lost that was answered.
 */

const READERS = 40;
const WRITERS = 4;
const MINUTE = 60_000;

const AS_RECORDED = `lens: { recordedBy: "${RECORDED_AT}" }`;
const QUESTIONS = [
  `{ unit(id: "unit-fx-u2", ${AS_RECORDED}) { name postings(first: 5) { nodes { role person { name } } } } }`,
  `{ unit(id: "unit-fx-u3", ${AS_RECORDED}) { chainOfCommand(on: "2022-03-20") { levels { units { unit { name } } } } } }`,
  `{ people(first: 20, ${AS_RECORDED}) { nodes { name } } }`,
  `{ incident(id: "incident-fx-i2", ${AS_RECORDED}) { commandResponsibility(on: "2022-03-20") { people { person { name } elements { element grade } } } } }`,
  `{ search(text: "Anders", ${AS_RECORDED}) { score record { id } } }`,
];
const REFUSALS = new Set(['GRAPH_UNAVAILABLE', 'TIMEOUT', 'TOO_MANY_OPERATIONS', 'RATE_LIMITED', 'STOPPING']);

let neo4j: OwnNeo4j;
let graph: Graph;
let api: Api;
let url = '';
let token = '';
const expected = new Map<string, string>();

beforeAll(async () => {
  neo4j = await OwnNeo4j.at(join(await programFolder(), 'neo4j'));
  await neo4j.start();
  graph = new Graph(await openDriver(neo4j.address, 'neo4j'), 'neo4j', 20_000);
  await migrate(graph);
  await load(graph, fictional, RECORDED_AT);
  const { uri, username, password } = neo4j.address;
  api = new Api({
    ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: await programFolder() },
    ...{ RATE_LIMIT: '0', TRUSTED_PROXIES: '127.0.0.1' },
  });
  url = await api.ready();
  [, token = ''] = await api.says(/authorization: Bearer (\S+)/);
  for (const question of QUESTIONS) {
    let reply = await query(url, question);
    // Neo4j plans each statement on its first use, which may take it longer than the API waits.
    for (let tries = 0; reply.codes.includes('TIMEOUT') && tries < 5; tries += 1) reply = await query(url, question);
    if (reply.codes.length > 0) throw new Error(`No answer to ${question}: ${reply.text}`);
    expected.set(question, reply.text);
  }
}, 5 * MINUTE);
afterAll(async () => {
  await graph.close();
  await neo4j.kill();
  await sweep();
}, MINUTE);

/** A question of a client with an address of its own. */
const askAs = (client: string, question: string): Promise<Reply> =>
  post(url, JSON.stringify({ query: question }), { 'x-forwarded-for': client });

/** Readers and writers who go on until they are told to stop. */
class Load {
  /** How many answers had which outcome. */
  readonly outcomes = new Map<string, number>();
  readonly faults: string[] = [];
  /** When readers had right answers. */
  readonly rightAt: number[] = [];
  /** What was answered as written. */
  readonly written: string[] = [];
  private isOver = false;
  private readonly clients: Promise<void>[];

  constructor(private readonly canEnd = false) {
    this.clients = [
      ...Array.from({ length: READERS }, (_, index) =>
        this.goOn((turn) => this.read(`198.51.100.${index + 1}`, index + turn)),
      ),
      ...Array.from({ length: WRITERS }, (_, index) => this.goOn((turn) => this.write(`rank ${index} ${turn}`))),
    ];
  }

  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  private async goOn(ask: (turn: number) => Promise<Reply | undefined>): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      const reply = await ask(turn).catch((error: Error) => {
        if (!this.canEnd)
          this.faults.push(`no answer: ${error.message} ${(error.cause as Error | undefined)?.message}`);
        return undefined;
      });
      // A client that was refused waits before it tries again.
      if (reply?.status !== 200) await pause(200);
    }
  }

  private async read(client: string, turn: number): Promise<Reply> {
    const question = QUESTIONS[turn % QUESTIONS.length] ?? '';
    const reply = await askAs(client, question);
    const isRight = reply.text === expected.get(question);
    if (isRight) this.rightAt.push(Date.now());
    this.note(reply, 'read', isRight);
    return reply;
  }

  private async write(rank: string): Promise<Reply> {
    const unique = `${rank} ${Date.now()}`;
    const input = { dataset: 'fictional', reason: 'For a test.', record: posting({ rank: unique }) };
    const body = JSON.stringify({ query: CREATE, variables: { input } });
    const reply = await post(url, body, { authorization: `Bearer ${token}` });
    const isWritten = reply.json?.data?.recordCreate?.created === true;
    if (isWritten) this.written.push(unique);
    this.note(reply, 'write', isWritten);
    return reply;
  }

  private note({ status, codes, text }: Reply, what: string, isRight: boolean): void {
    const isRefusal = codes.length > 0 && codes.every((code) => REFUSALS.has(code));
    const outcome = `${what} ${status} ${isRight ? 'right' : codes.join(' ')}`;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (!isRight && !isRefusal) this.faults.push(`${outcome}: ${text.slice(0, 500)}`);
  }
}

/** Waits until each question was answered rightly, asked at once; gives how long it took, or infinity where it is not within a minute. */
async function allRight(): Promise<number> {
  const began = Date.now();
  const right = async (question: string, index: number) => {
    while ((await askAs(`203.0.113.${index + 1}`, question)).text !== expected.get(question)) {
      if (Date.now() - began > MINUTE) return Number.POSITIVE_INFINITY;
      await pause(50);
    }
    return Date.now() - began;
  };
  return Math.max(...(await Promise.all(QUESTIONS.map(right))));
}

const report = (what: string, { outcomes }: Load, more: string) =>
  process.stderr.write(`${what}: ${more}; ${[...outcomes].map(([kind, count]) => `${count} × ${kind}`).join(', ')}\n`);

async function lost(written: readonly string[]): Promise<string[]> {
  const rows = await graph.read(
    { name: 'written', text: 'MATCH (n:Posting) WHERE n.rank IN $written RETURN n.rank AS rank' },
    { written },
  );
  const found = new Set(rows.map(({ rank }) => rank));
  return written.filter((rank) => !found.has(rank));
}

test.each([
  ['killed, and started again', () => neo4j.kill(), () => neo4j.start(), 3_000],
  ['frozen for ten seconds', () => neo4j.hang(), async () => neo4j.goOn(), 10_000],
  ['killed and started again at once', () => neo4j.kill(), () => neo4j.start(), 0],
] as const)(
  'while Neo4j is %s, each answer is right or a declared refusal, all are right again after its return, and no write is lost that was answered',
  async (what, stop, goOn, awayMs) => {
    const clients = new Load();
    await pause(5_000);
    const usualMs = await allRight();
    await stop();
    await pause(awayMs);
    await goOn();
    const returnedAt = Date.now();
    // A Neo4j that was started again plans each statement anew.
    const allMs = await allRight();
    await pause(5_000);
    await clients.end();
    const firstMs = Math.min(...clients.rightAt.filter((at) => at > returnedAt)) - returnedAt;
    const times = `first right answer after ${firstMs} ms, all questions after ${allMs} ms (before: ${usualMs} ms)`;
    report(what, clients, `${times}, ${clients.written.length} written`);
    expect(clients.faults).toEqual([]);
    expect(allMs).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(clients.outcomes.get('read 200 right')).toBeGreaterThan(100);
    expect(clients.written.length).toBeGreaterThan(0);
    expect(await lost(clients.written)).toEqual([]);
  },
  4 * MINUTE,
);

test(
  'an API that is told to stop loses no write that it has answered, and ends with 0',
  async () => {
    const clients = new Load(true);
    await pause(5_000);
    const { code } = await api.kill('SIGTERM');
    await clients.end();
    report('told to stop', clients, `${clients.written.length} written`);
    expect(code).toBe(0);
    expect(clients.faults).toEqual([]);
    expect(clients.written.length).toBeGreaterThan(0);
    expect(await lost(clients.written)).toEqual([]);
  },
  4 * MINUTE,
);
