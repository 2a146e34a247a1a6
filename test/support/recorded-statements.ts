import { graphql } from 'graphql';
import { Context } from '../../src/context.js';
import { type CypherStatement, type Graph, Reader, type ResultRow } from '../../src/graph/graph.js';
import { createSchema } from '../../src/schema.js';

/** The Cypher that the product sends, without a graph: statements are recorded, and get the rows that a test has for them. */

export interface SentStatement extends CypherStatement {
  readonly parameters: ResultRow;
}

/** The rows that the statement of a name gets; the others get none. */
export type Rows = Readonly<Record<string, readonly ResultRow[]>>;

/** When the graph that is not there was published. */
const PUBLISHED = '2026-01-01T00:00:00.000Z';

const schema = createSchema();

/** The statements that a piece of work sends, for a public reader. */
export async function recorded(work: (context: Context) => Promise<unknown>, rows: Rows = {}) {
  const statements: SentStatement[] = [];
  const read = async ({ name, text }: CypherStatement, parameters: ResultRow) => {
    statements.push({ name, text, parameters });
    return [...(rows[name] ?? [])];
  };
  const reader = new Reader({ read } as unknown as Graph);
  await work(new Context(reader, ['PUBLIC'], PUBLISHED));
  return statements;
}

/** The statements that a question to the API sends. */
export const recordedFor = (source: string, rows: Rows = {}) =>
  recorded(async (contextValue) => {
    const { errors } = await graphql({ schema, source, contextValue });
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  }, rows);
