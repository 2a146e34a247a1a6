import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Driver } from 'neo4j-driver';
import { readConfig } from '../../src/config.js';
import { isEmpty } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { openGraph } from '../../src/graph/open.js';
import { createServer } from '../../src/server/server.js';
import { Dice } from '../exchange/import/country/dice.js';
import { SETTINGS } from '../support/server.js';
import { type About, type Operation, operations } from './operations.js';
import { loadWorld } from './world.js';

/**
 * `npm run bench`: how long the product takes for what people ask most, beside hand-written Cypher for the same answer (the
 * limit) and beside `@neo4j/graphql` (the peer), in one process and in turns. Before anything is timed, the limit must give
 * the very answer of the product. Read the ratios: milliseconds are those of one machine on one day.
 *
 *   --size 1       how large the graph is: 1 is 1,000 units with 44,000 citations
 *   --rounds 40    how often each question is asked
 *   --data FOLDER  keeps the graph there, and uses it where it is there already
 */

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
    seed: { type: 'string', default: '20240601' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});

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
const peer = await openPeer();
try {
  if (await isEmpty(graph)) {
    const began = Date.now();
    await loadWorld(graph, join(folder, 'sheets'), Number(options.size), Number(options.seed));
    say(`Loaded a graph of size ${options.size} in ${Math.round((Date.now() - began) / 1_000)} s.`);
  }
  const questions = operations(await chosen(driver)).filter(({ name }) => name.includes(options.only ?? ''));
  const answerers: Answerer[] = [
    { name: 'product', can: () => true, ask: askProduct },
    { name: 'limit', can: ({ limit }) => limit !== undefined, ask: askLimit },
    ...(peer ? [{ name: 'peer', can: (one: Operation) => one.peer !== undefined, ask: peer.ask }] : []),
  ];
  print(await measured(questions, answerers, Number(options.rounds)));
} finally {
  await peer?.close();
  await app.close();
  await driver.close();
  await close();
  if (!options.data) await rm(folder, { recursive: true, force: true });
}

async function askProduct({ question }: Operation): Promise<string> {
  const { body } = await app.inject({ method: 'POST', url: '/graphql', payload: { query: question } });
  return body;
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

/** The peer, where its packages are installed. */
async function openPeer(): Promise<{ ask: Ask; close: () => Promise<void> } | undefined> {
  const program = new URL('../../.config/bench/peer.js', import.meta.url);
  if (!existsSync(new URL('node_modules', program))) return undefined;
  const { startPeer } = await import(program.href);
  const { inject, close: closePeer } = await startPeer({ ...address, database: config.database });
  return { ask: ({ peer: question }) => inject(question), close: closePeer };
}

/** The records that questions are about: the same rule in each graph. */
async function chosen(from: Driver): Promise<About> {
  const one = async (text: string) => {
    const { records } = await from.executeQuery(text, {}, { database: config.database });
    return String(records[0]?.get('id'));
  };
  const links = 'COUNT { (u)<-[:SUBORDINATE|SUPERIOR]-() }';
  const incidentOfUnit = '(i:Incident)<-[:OF]-(:Attribution)-[:TO]->(u:Unit)-[]-(:CommandLink)';
  return {
    unit: await one(
      `MATCH (u:Unit) WHERE ${links} = 10 AND COUNT { (u)<-[:AT]-(:Posting) } >= 2 RETURN u.id AS id ORDER BY id LIMIT 1`,
    ),
    hub: await one(`MATCH (u:Unit) RETURN u.id AS id ORDER BY ${links} DESC, id LIMIT 1`),
    person: await one('MATCH (p:Person) RETURN p.id AS id ORDER BY COUNT { (p)<-[:OF]-(:Posting) } DESC, id LIMIT 1'),
    incident: await one(`MATCH ${incidentOfUnit} RETURN i.id AS id ORDER BY id LIMIT 1`),
    day: await one(`MATCH ${incidentOfUnit} RETURN i.first AS id ORDER BY i.id LIMIT 1`),
  };
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  /** Times in milliseconds, by who answered; the first of them was not timed. */
  readonly times: ReadonlyMap<string, number[]>;
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
    const bytes = await equalAnswers(operation, able);
    for (let round = 0; round < 3; round += 1) for (const { ask } of able) await ask(operation);
    rows.push({ name: operation.name, bytes, times: new Map(able.map(({ name }) => [name, []])) });
  }
  const dice = new Dice(Number(options.seed));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, operation] of questions.entries()) {
      const able = answerers.filter(({ can }) => can(operation)).sort(() => dice.next() - 0.5);
      for (const { name, ask } of able) {
        const began = performance.now();
        await ask(operation);
        rows[index]?.times.get(name)?.push(performance.now() - began);
      }
    }
  }
  return rows;
}

/** Gives how long the answer of the product is. Throws where the product does not answer, or the limit answers otherwise. */
async function equalAnswers(operation: Operation, able: readonly Answerer[]): Promise<number> {
  const answers = new Map<string, { text: string; data: unknown }>();
  for (const { name, ask } of able) {
    const text = await ask(operation);
    const { data, errors } = JSON.parse(text);
    if (errors || !data) throw new Error(`${operation.name}: ${name} answered ${text.slice(0, 1_000)}`);
    answers.set(name, { text, data });
  }
  const [product, limit] = [answers.get('product'), answers.get('limit')];
  if (limit && !isDeepStrictEqual(limit.data, product?.data))
    throw new Error(
      `${operation.name}: the limit answered otherwise.\n${product?.text.slice(0, 3_000)}\n${limit.text.slice(0, 3_000)}`,
    );
  return product?.text.length ?? 0;
}

function quantile(times: readonly number[] = [], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

function print(rows: readonly Row[]): void {
  const digits = (number: number, places = 1) => (Number.isNaN(number) ? '–' : number.toFixed(places));
  const lines = rows.map(({ name, bytes, times }) => {
    const [product, limit, other] = ['product', 'limit', 'peer'].map((who) => times.get(who));
    const median = quantile(product, 0.5);
    const both = (of: readonly number[] | undefined) => `${digits(quantile(of, 0.5))} / ${digits(quantile(of, 0.95))}`;
    const ratios = [median / quantile(limit, 0.5), quantile(other, 0.5) / median];
    return `| ${[name, bytes, both(product), both(limit), both(other), ...ratios.map((ratio) => digits(ratio, 2))].join(' | ')} |`;
  });
  const heading = ['operation', 'bytes', 'product, median / p95', 'limit', 'peer', 'product ÷ limit', 'peer ÷ product'];
  const table = [`| ${heading.join(' | ')} |`, `|${'---|'.repeat(heading.length)}`, ...lines];
  process.stdout.write(`${table.join('\n')}\n`);
}
