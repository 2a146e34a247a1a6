import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '../../src/config.js';
import { isEmpty } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { openGraph } from '../../src/graph/open.js';
import { createServer } from '../../src/server/server.js';
import { Dice } from '../exchange/import/country/dice.js';
import { SETTINGS } from '../support/server.js';
import { chosenRecords, type Operation, operations } from './operations.js';
import { loadWorld } from './world.js';

/**
 * `npm run bench`: how long the product takes for what people ask most, beside hand-written Cypher for the same answer (the
 * limit) and beside `@neo4j/graphql` (the peer), in one process and in turns. Before anything is timed, the limit must give
 * the very answer of the product, and the peer the same ids. Read the ratios: milliseconds are those of one machine on one
 * day.
 *
 *   --size 1       how large the graph is: 1 is 1,000 units with 44,000 citations
 *   --rounds 40    how often each question is asked, one after the other
 *   --seconds 2    for how long each is asked by sixteen at once; 0 leaves that out
 *   --data FOLDER  keeps the graph there, and uses it where it is there already: then first answers are those after a start
 *   --only TEXT    leaves out the questions without the text in their names
 */

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '2' },
    seed: { type: 'string', default: '20240601' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});

/** How many ask at the same time, where several do. */
const AT_ONCE = 16;

/** Whoever answers a question: the time of it goes up to the text of the answer. */
type Ask = (operation: Operation) => Promise<string>;

interface Answerer {
  readonly name: string;
  readonly can: (operation: Operation) => boolean;
  readonly ask: Ask;
}

const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'accountability-graph-bench-')));
const config = {
  ...readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: join(folder, 'data'), NEO4J_HEAP: '2g' }),
  queryTimeoutMs: 60_000,
};
const say = (line: string) => void process.stderr.write(`${line}\n`);

const { graph, address, close } = await openGraph(config, say);
const driver = await openDriver(address, config.database);
const app = await createServer(graph, SETTINGS);
const keepingApp = await createServer(graph, { ...SETTINGS, answerCacheBytes: config.answerCacheBytes });
const peer = await openPeer();
try {
  if (await isEmpty(graph)) {
    const began = Date.now();
    await loadWorld(graph, join(folder, 'sheets'), Number(options.size), Number(options.seed));
    say(`Loaded a graph of size ${options.size} in ${Math.round((Date.now() - began) / 1_000)} s.`);
  }
  const questions = operations(await chosenRecords(idFound)).filter(({ name }) => name.includes(options.only ?? ''));
  const answerers: Answerer[] = [
    { name: 'product', can: () => true, ask: asking(app) },
    { name: 'kept', can: () => true, ask: asking(keepingApp) },
    { name: 'limit', can: ({ limit }) => limit !== undefined, ask: askLimit },
    ...(peer ? [{ name: 'peer', can: (one: Operation) => one.peer !== undefined, ask: peer.ask }] : []),
  ];
  const rows = await measured(questions, answerers, Number(options.rounds));
  print(rows);
  if (Number(options.seconds) > 0) printAtOnce(await measuredAtOnce(questions, answerers, Number(options.seconds)));
} finally {
  await peer?.close();
  await keepingApp.close();
  await app.close();
  await driver.close();
  await close();
  if (!options.data) await rm(folder, { recursive: true, force: true });
}

function asking(server: FastifyInstance): Ask {
  return async ({ question }) => {
    const { body } = await server.inject({ method: 'POST', url: '/graphql', payload: { query: question } });
    return body;
  };
}

async function askLimit({ limit = '' }: Operation): Promise<string> {
  const session = driver.session({ database: config.database, defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(limit);
    return JSON.stringify({ data: records[0]?.get('data') ?? null });
  } finally {
    await session.close();
  }
}

async function idFound(text: string): Promise<string> {
  const { records } = await driver.executeQuery(text, {}, { database: config.database });
  return String(records[0]?.get('id'));
}

/** The peer, where its packages are installed. */
async function openPeer(): Promise<{ ask: Ask; close: () => Promise<void> } | undefined> {
  const program = new URL('../../.config/bench/peer.js', import.meta.url);
  if (!existsSync(new URL('node_modules', program))) return undefined;
  const { startPeer } = await import(program.href);
  const { inject, close: closePeer } = await startPeer({ ...address, database: config.database });
  return { ask: ({ peer: question }) => inject(question), close: closePeer };
}

/** Times in milliseconds, by who answered. */
type Times = ReadonlyMap<string, number[]>;

interface Row {
  readonly name: string;
  readonly bytes: number;
  /** How long the product took for its first answer, in milliseconds. */
  readonly firstMs: number;
  readonly times: Times;
}

/** Asks each question in turns, after everybody has answered it alike. */
async function measured(
  questions: readonly Operation[],
  answerers: readonly Answerer[],
  rounds: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const operation of questions) {
    const able = answerers.filter(({ can }) => can(operation));
    const first = await equalAnswers(operation, able);
    for (let round = 0; round < 3; round += 1) for (const { ask } of able) await ask(operation);
    rows.push({ name: operation.name, ...first, times: new Map(able.map(({ name }) => [name, []])) });
  }
  const dice = new Dice(Number(options.seed));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, operation] of questions.entries()) {
      const able = answerers.filter(({ can }) => can(operation)).sort(() => dice.next() - 0.5);
      for (const { name, ask } of able) rows[index]?.times.get(name)?.push((await timed(ask, operation)).ms);
    }
  }
  return rows;
}

interface RowAtOnce {
  readonly name: string;
  readonly times: Times;
}

/** Has each question asked by sixteen at once, for so many seconds, of one after the other. */
async function measuredAtOnce(
  questions: readonly Operation[],
  answerers: readonly Answerer[],
  seconds: number,
): Promise<RowAtOnce[]> {
  const rows: RowAtOnce[] = [];
  for (const operation of questions) {
    const times = new Map<string, number[]>();
    for (const { name, ask } of answerers.filter(({ can }) => can(operation))) {
      const ofOne: number[] = [];
      const until = performance.now() + seconds * 1_000;
      const askOn = async () => {
        while (performance.now() < until) ofOne.push((await timed(ask, operation)).ms);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, askOn));
      times.set(name, ofOne);
    }
    rows.push({ name: operation.name, times });
  }
  return rows;
}

async function timed(ask: Ask, operation: Operation): Promise<{ readonly text: string; readonly ms: number }> {
  const began = performance.now();
  const text = await ask(operation);
  return { text, ms: performance.now() - began };
}

/** Gives how long the answer of the product is, and took. Throws where somebody does not answer, or answers otherwise. */
async function equalAnswers(
  operation: Operation,
  able: readonly Answerer[],
): Promise<{ readonly bytes: number; readonly firstMs: number }> {
  const [product, ...others] = able;
  if (!product) throw new Error('Expected the product among those who answer.');
  const { text, ms } = await timed(product.ask, operation);
  const data = dataOf(operation, product, text);
  for (const other of others) {
    const itsText = await other.ask(operation);
    const itsData = dataOf(operation, other, itsText);
    const isEqual =
      other.name === 'peer' ? isDeepStrictEqual(idsIn(itsData), idsIn(data)) : isDeepStrictEqual(itsData, data);
    if (!isEqual)
      throw new Error(
        `${operation.name}: the ${other.name} answered otherwise.\n${text.slice(0, 3_000)}\n${itsText.slice(0, 3_000)}`,
      );
  }
  return { bytes: text.length, firstMs: ms };
}

function dataOf({ name: operation }: Operation, { name }: Answerer, text: string): unknown {
  const { data, errors } = JSON.parse(text);
  if (errors || !data) throw new Error(`${operation}: the ${name} answered ${text.slice(0, 1_000)}`);
  return data;
}

/** The ids of all records in an answer: those are the same where the names of fields are others. */
function idsIn(answer: unknown): string[] {
  const ids = new Set<string>();
  JSON.stringify(answer, (key, value) => {
    if (key === 'id') ids.add(String(value));
    return value;
  });
  return [...ids].sort();
}

function quantile(times: readonly number[] = [], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function digits(number: number, places = 1): string {
  return Number.isFinite(number) ? number.toFixed(places) : '–';
}

function printTable(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function print(rows: readonly Row[]): void {
  const cells = rows.map(({ name, bytes, firstMs, times }) => {
    const [product, again, limit, other] = ['product', 'kept', 'limit', 'peer'].map((who) => times.get(who));
    const median = quantile(product, 0.5);
    const both = (of: readonly number[] | undefined) => `${digits(quantile(of, 0.5))} / ${digits(quantile(of, 0.95))}`;
    const ratios = [median / quantile(limit, 0.5), quantile(other, 0.5) / median];
    const all = [product, again, limit, other].map(both);
    return [name, `${bytes}`, digits(firstMs, 0), ...all, ...ratios.map((ratio) => digits(ratio, 2))];
  });
  const who = ['product, median / p95 in ms', 'from what is kept', 'limit', 'peer'];
  printTable(['operation', 'bytes', 'first answer in ms', ...who, 'product ÷ limit', 'peer ÷ product'], cells);
}

function printAtOnce(rows: readonly RowAtOnce[]): void {
  const cells = rows.map(({ name, times }) => {
    const [product, again, limit, other] = ['product', 'kept', 'limit', 'peer'].map((who) => times.get(who));
    const perSecond = (of: readonly number[] = []) =>
      (of.length * 1_000 * AT_ONCE) / of.reduce((sum, ms) => sum + ms, 0);
    const all = [product, again, limit, other].map(
      (of) => `${digits(perSecond(of), 0)} / ${digits(quantile(of, 0.95), 0)}`,
    );
    const ratios = [perSecond(again) / perSecond(product), perSecond(product) / perSecond(other)];
    return [name, ...all, ...ratios.map((ratio) => digits(ratio, 2))];
  });
  const who = ['product, a second / p95 in ms', 'from what is kept', 'limit', 'peer'];
  printTable([`${AT_ONCE} at once`, ...who, 'kept ÷ product', 'product ÷ peer'], cells);
}
