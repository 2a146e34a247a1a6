import { afterAll, beforeAll } from '@jest/globals';
import { type GraphQLError, graphql } from 'graphql';
import { Context } from '../../src/context.js';
import { checkDatasets, load } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { Graph, Reader } from '../../src/graph/graph.js';
import { migrate } from '../../src/graph/migrations.js';
import type { Clearance } from '../../src/model/lens.js';
import { ACCESS, words } from '../../src/model/vocabulary.js';
import { createSchema } from '../../src/schema.js';
import { publishedThrough, readAnew } from '../../src/writing/change/clock.js';
import { Editor } from '../../src/writing/change/editor.js';

/** When the test graphs were recorded: a fixed instant, so that answers are the same bytes on every run. */
export const RECORDED_AT = '2026-01-01T00:00:00.000Z';

const PUBLIC: Clearance = ['PUBLIC'];
const schema = createSchema();
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
  useOpenGraph(async () => {
    await emptyGraph();
    await migrate(graph());
    if (datasets.length > 0) await load(graph(), await checkDatasets(datasets), RECORDED_AT);
  });
}

/**
 * The same for test files that only read: what an earlier one of them loaded is taken as it stands. A file that writes
 * says `useGraph`, which empties the graph and the mark that this leaves.
 */
export function useGraphToRead(...datasets: string[]): void {
  const world = datasets.join(' ');
  useOpenGraph(async () => {
    const marks = await graph().command('test', 'MATCH (w:TestWorld {datasets: $world}) RETURN w.datasets', { world });
    if (marks.length > 0) return;
    await emptyGraph();
    await migrate(graph());
    await load(graph(), await checkDatasets(datasets), RECORDED_AT);
    await graph().command('test', 'CREATE (:TestWorld {datasets: $world})', { world });
  });
}

function useOpenGraph(fill: () => Promise<void>): void {
  beforeAll(async () => {
    const address = process.env.TEST_NEO4J;
    if (!address) throw new Error('Graph tests need the Neo4j that `npm test` starts.');
    open = new Graph(await openDriver(JSON.parse(address), 'neo4j'), 'neo4j', 20_000);
    await fill();
  }, 120_000);
  afterAll(async () => {
    await open?.close();
    open = undefined;
  });
}

/** The open graph. */
export function graph(): Graph {
  if (!open) throw new Error('Call useGraph() at the top of the test file.');
  return open;
}

export async function emptyGraph(): Promise<void> {
  await graph().command('test', 'MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
}

/** Writes past the product, and moves the clock there, so that readers see it. */
export async function writeAt(at: string, text: string, parameters: Record<string, unknown> = {}): Promise<void> {
  await graph().command('test', text, parameters);
  await graph().command('test', "MERGE (c:Clock {id: 'graph'}) SET c.at = $at", { at });
  readAnew(graph());
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
  return run(source, variableValues, words(ACCESS), new Editor(actor, graph()));
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
