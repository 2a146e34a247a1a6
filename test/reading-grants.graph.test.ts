import { expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { Context } from '../src/context.js';
import { openChanges } from '../src/exchange/sync/changes-json-lines.js';
import { Reader } from '../src/graph/graph.js';
import type { ReadingRights } from '../src/model/lens.js';
import { createSchema } from '../src/schema.js';
import { publishedThrough } from '../src/writing/change/clock.js';
import { cursorOf } from './exchange/sync/read-feed.js';
import { graph, useGraph } from './support/graph.js';
import { PARTNER, PUBLIC } from './support/secrets.js';

/** Readers who reach a level in some datasets alone, and lenses that name what a reader may not know of. */

useGraph('fictional');

const schema = createSchema();
const GRANTED: ReadingRights = { clearance: PUBLIC, grants: { granted: PARTNER } };
const RIGHTS = {
  public: { clearance: PUBLIC, grants: {} },
  granted: GRANTED,
  withheld: { clearance: PUBLIC, grants: { withheld: PARTNER } },
  partner: { clearance: PARTNER, grants: {} },
} satisfies Record<string, ReadingRights>;

const contextFor = async ({ clearance, grants }: ReadingRights) =>
  new Context(new Reader(graph()), clearance, await publishedThrough(graph()), undefined, {}, grants);

async function joined(pieces: AsyncIterable<string> | undefined): Promise<string> {
  const texts: string[] = [];
  for await (const piece of pieces ?? []) texts.push(piece);
  return texts.join('');
}

const feed = async (rights: ReadingRights, since?: string) =>
  joined(await openChanges(await contextFor(rights), since === undefined ? {} : { since }, 25));

test('a cursor goes on for the same rights, and is refused once the grants of its reader are others', async () => {
  const cursor = cursorOf(await feed(GRANTED));
  expect((await feed(GRANTED, cursor)).split('\n').filter(Boolean)).toHaveLength(1);
  for (const name of ['public', 'withheld', 'partner'] as const)
    await expect(feed(RIGHTS[name], cursor)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

test('to leave out a publisher that the reader may not know of leaves out nothing', async () => {
  const ask = async (rights: ReadingRights, id: string) => {
    const contextValue = await contextFor(rights);
    const source = `query ($id: ID!) { reports(lens: { excludePublishers: [$id] }) { totalCount } }`;
    const { data } = await graphql({ schema, source, variableValues: { id }, contextValue });
    return [JSON.stringify(data), contextValue.reader.statements];
  };
  await graph().command(
    'hide',
    "MATCH (name:Name)-[:OF]->(:Body {id: 'body-fx-lantern'}) SET name.access = 'CONFIDENTIAL'",
  );
  const [hidden, statements] = await ask(RIGHTS.public, 'body-fx-lantern');
  expect(hidden).toBe((await ask(RIGHTS.public, 'body-that-is-not'))[0]);
  expect(statements).toEqual(['publishers left out', 'reports', 'reports count']);
  const editor: ReadingRights = { clearance: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'], grants: {} };
  expect((await ask(editor, 'body-fx-lantern'))[0]).not.toBe((await ask(editor, 'body-that-is-not'))[0]);
});
