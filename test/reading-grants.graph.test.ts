import { beforeAll, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { Context } from '../src/context.js';
import { openExport } from '../src/exchange/export/export.js';
import { openChanges } from '../src/exchange/sync/changes-json-lines.js';
import { Reader } from '../src/graph/graph.js';
import type { ReadingRights } from '../src/model/lens.js';
import { createSchema } from '../src/schema.js';
import { publishedThrough } from '../src/writing/change/clock.js';
import { cursorOf, manifestIn } from './exchange/sync/read-feed.js';
import { graph, RECORDED_AT, useGraph } from './support/graph.js';
import { PARTNER, PUBLIC } from './support/secrets.js';
import { BEGINNINGS, fictionalArgument, questionsOnAll } from './support/whole-schema.js';

/**
 * Readers who reach a level in some datasets alone. A world is divided into three datasets, each with statements and
 * reports of partners. What a reader is told who is a partner for one of them is what it is told where the others never
 * had any.
 */

useGraph('fictional');

const schema = createSchema();
const GRANTED: ReadingRights = { clearance: PUBLIC, grants: { granted: PARTNER } };
const RIGHTS = {
  public: { clearance: PUBLIC, grants: {} },
  granted: GRANTED,
  withheld: { clearance: PUBLIC, grants: { withheld: PARTNER } },
  partner: { clearance: PARTNER, grants: {} },
} satisfies Record<string, ReadingRights>;

const DIVIDE = [
  `MATCH (d:Dataset {id: 'fictional'}) UNWIND ['granted', 'withheld'] AS id
   CREATE (n:Dataset {id: id}) SET n += d {.title, .description, .licence, .attribution, .redistribute}
   WITH n UNWIND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'] AS clearance
   CREATE (n)-[:HAD]->(:DatasetVersion {clearance: clearance, version: n.id + ' ' + clearance, at: '${RECORDED_AT}'})`,
  `MATCH (n:Record) WHERE n.dataset = 'fictional' AND NOT n:Entity
   WITH head([label IN labels(n) WHERE NOT label IN ['Record', 'Claim']]) AS kind, n ORDER BY n.id
   WITH kind, collect(n) AS ordered
   UNWIND range(0, size(ordered) - 1) AS at
   WITH ordered[at] AS n, at
   SET n.dataset = ['fictional', 'granted', 'withheld'][at % 3]
   WITH n, at WHERE at % 2 = 1 AND n.access = 'PUBLIC' AND NOT n.id IN $beginnings
     AND NOT EXISTS { (n)-[:OF]->(end) WHERE end.id IN $beginnings AND n:Name }
   SET n.access = 'PARTNER'`,
];
const NEVER =
  "MATCH (n:Record) WHERE n.access <> 'PUBLIC' AND n.dataset <> 'granted' DETACH DELETE n RETURN count(*) AS gone";

const contextFor = async ({ clearance, grants }: ReadingRights) =>
  new Context(new Reader(graph()), clearance, await publishedThrough(graph()), undefined, {}, grants);

async function joined(pieces: AsyncIterable<string> | undefined): Promise<string> {
  const texts: string[] = [];
  for await (const piece of pieces ?? []) texts.push(piece);
  return texts.join('');
}

const exported = async (name: string, rights: ReadingRights) =>
  joined((await openExport(await contextFor(rights), name, {}))?.text);
const feed = async (rights: ReadingRights, since?: string) =>
  joined(await openChanges(await contextFor(rights), since === undefined ? {} : { since }, 25));

/** What a reader gets, by what is asked, with the statements that it took. */
async function answers(rights: ReadingRights): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const source of questionsOnAll(schema, fictionalArgument, Object.keys(BEGINNINGS)).questions) {
    const contextValue = await contextFor(rights);
    const { data, errors = [] } = await graphql({ schema, source, contextValue });
    // Of several fields that may not be null and are, chance decides which one is told.
    const messages = errors.map(({ message }) => message.replace(/ for non-nullable field .*/, ''));
    found.set(source, JSON.stringify([data, messages], undefined, 1));
  }
  for (const name of ['records.jsonl', 'postings.csv', 'locations.geojson'])
    found.set(name, await exported(name, rights));
  found.set('changes', await feed(rights));
  return found;
}

const texts = new Map<string, string>();
let before: Map<string, string>;
let after: Map<string, string>;

beforeAll(async () => {
  const beginnings = [...Object.values(BEGINNINGS), 'person-fx-berg'];
  for (const statement of DIVIDE) await graph().command('divide', statement, { beginnings });
  for (const [name, rights] of Object.entries(RIGHTS)) texts.set(name, await exported('records.jsonl', rights));
  before = await answers(GRANTED);
  const [row] = await graph().command('never', NEVER);
  expect(Number(row?.gone)).toBeGreaterThan(20);
  after = await answers(GRANTED);
}, 900_000);

test('a reader with a grant is told the same, byte for byte, as if no other dataset had ever had anything of its level', () => {
  const differing = [...before].flatMap(([key, text]) => {
    const [lines, others] = [text.split('\n'), (after.get(key) ?? '').split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    return at < 0 && lines.length === others.length ? [] : [`${key.slice(0, 300)} … ${lines[at]} | ${others[at]}`];
  });
  expect(differing).toEqual([]);
  expect(before.size).toBeGreaterThan(50);
});

test('a reader with a grant is told more than the public and less than a partner, and the version of each dataset that goes with it', () => {
  const lines = (name: string) => (texts.get(name) ?? '').split('\n').length;
  expect([lines('public') < lines('granted'), lines('granted') < lines('partner')]).toEqual([true, true]);
  const versions = manifestIn(texts.get('granted') ?? '').datasets.flatMap(({ id, version }: Record<string, string>) =>
    id === 'fictional' ? [] : [version],
  );
  expect(versions).toEqual(['granted PARTNER', 'withheld PUBLIC']);
  expect(manifestIn(texts.get('granted') ?? '')).toMatchObject({ clearance: 'PARTNER', lens: { publishedBy: null } });
  expect(JSON.stringify(manifestIn(texts.get('granted') ?? '').lens)).not.toContain('grants');
});

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
