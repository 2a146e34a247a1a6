import { afterAll, beforeAll, expect } from '@jest/globals';
import { type GraphQLError, graphql } from 'graphql';
import { Context } from '../../src/context.js';
import { checkDatasets, load } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { Graph, Reader, type ResultRow } from '../../src/graph/graph.js';
import type { Neo4jAddress } from '../../src/graph/local-neo4j/managed.js';
import { migrate } from '../../src/graph/migrations.js';
import type { Clearance } from '../../src/model/lens.js';
import { ACCESS, words } from '../../src/model/vocabulary.js';
import { createSchema } from '../../src/schema.js';
import { publishedThrough } from '../../src/writing/change/clock.js';
import { Editor } from '../../src/writing/change/editor.js';
import { differingRecords, storeAllStanding } from '../../src/writing/change/store-standing.js';
import { giveBack, type Lease, leaseToRead, leaseToWrite, shareLoaded } from './neo4j-pool.js';

/** When the test graphs were recorded: a fixed instant, so that answers are the same bytes on every run. */
export const RECORDED_AT = '2026-01-01T00:00:00.000Z';

const PUBLIC: Clearance = ['PUBLIC'];
/** Longer than any statement of a test: hundreds that are planned at once on a busy machine take a minute, and time decides no test. */
const STATEMENT_LIMIT_MS = 300_000;
const schema = createSchema();
const NOT_OPEN = 'Call useGraph() at the top of the test file.';
let lease: Lease | undefined;
let open: Graph | undefined;

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly data: any;
  readonly errors: readonly GraphQLError[];
  /** Names of the Cypher statements that the answer took. */
  readonly statements: readonly string[];
}

/** The graph of this test file: emptied and loaded with the datasets before its tests. Fails when there is no Neo4j. */
export function useGraph(...datasets: string[]): void {
  openBeforeAll(leaseToWrite, datasets);
}

/** The same for a test file that only reads: it shares the graph with others that read the same datasets. */
export function useGraphToRead(...datasets: string[]): void {
  openBeforeAll(() => leaseToRead(datasets.join(' ')), datasets, shareLoaded);
}

function openBeforeAll(
  take: () => Promise<Lease>,
  datasets: readonly string[],
  whenLoaded: (lease: Lease) => Promise<void> = async () => {},
): void {
  beforeAll(async () => {
    lease = await take();
    open = new TestGraph(await openDriver(lease.address, 'neo4j'), 'neo4j', STATEMENT_LIMIT_MS);
    if (lease.isLoaded) return;
    await emptyGraph();
    await migrate(open);
    if (datasets.length > 0) await load(open, await checkDatasets(datasets), RECORDED_AT);
    await whenLoaded(lease);
  }, 120_000);
  afterAll(async () => {
    try {
      if (open) expect(await differingRecords(open)).toEqual([]);
    } finally {
      await open?.close();
      if (lease) await giveBack(lease);
      [open, lease] = [undefined, undefined];
    }
  });
}

/** What tests write past the product, it cannot keep in step: it is worked out anew. */
class TestGraph extends Graph {
  override async command(origin: string, text: string, parameters: ResultRow = {}): Promise<ResultRow[]> {
    const rows = await super.command(origin, text, parameters);
    if (ORIGINS_OF_TESTS.has(origin) && /\b(CREATE|SET|REMOVE|DELETE)\b/.test(text)) await storeAllStanding(this);
    return rows;
  }
}

const ORIGINS_OF_TESTS = new Set(['test', 'canaries', 'divide', 'hide', 'never']);

/** The address of the open graph. */
export function neo4jAddress(): Neo4jAddress {
  if (!lease) throw new Error(NOT_OPEN);
  return lease.address;
}

/** The open graph. */
export function graph(): Graph {
  if (!open) throw new Error(NOT_OPEN);
  return open;
}

export async function emptyGraph(): Promise<void> {
  await graph().command('test', 'MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
}

/** Writes past the product, and moves the clock there, so that readers see it. */
export async function writeAt(at: string, text: string, parameters: Record<string, unknown> = {}): Promise<void> {
  await graph().command('test', text, parameters);
  await graph().command('test', "MERGE (c:Clock {id: 'graph'}) SET c.at = $at", { at });
}

/** Answers a question as the API would, for a reader with that clearance. */
export async function ask(
  source: string,
  variableValues: Record<string, unknown> = {},
  clearance: Clearance = PUBLIC,
): Promise<Answer> {
  return run(source, variableValues, clearance);
}

/** Answers as the API would, for an editor: who may see all and write. */
export async function askAsEditor(
  source: string,
  variableValues: Record<string, unknown> = {},
  actor = 'Test Editor',
): Promise<Answer> {
  return run(source, variableValues, words(ACCESS), new Editor(actor, graph(), { role: 'ADMIN', datasets: null }));
}

/** The data that an editor gets, where there must be no errors. */
export async function edit(source: string, variables: Record<string, unknown> = {}, actor?: string) {
  const { data, errors } = await askAsEditor(source, variables, actor);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return data;
}

async function run(
  source: string,
  variableValues: Record<string, unknown>,
  clearance: Clearance,
  editor?: Editor,
): Promise<Answer> {
  const reader = new Reader(graph());
  const contextValue = new Context(reader, clearance, await publishedThrough(graph()), editor);
  const result = await graphql({ schema, source, variableValues, contextValue });
  return { data: result.data, errors: result.errors ?? [], statements: reader.statements };
}

/** The data of an answer that must not have errors. */
export async function answer(source: string, variables: Record<string, unknown> = {}, clearance: Clearance = PUBLIC) {
  const { data, errors } = await ask(source, variables, clearance);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return data;
}
