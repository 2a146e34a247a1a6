import { expect, test } from '@jest/globals';
import { answer, ask, graph, RECORDED_AT, useGraph } from '../support/graph.js';

useGraph('fictional');

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
const PEOPLE = 'people';

const page = async (field: string, args: string): Promise<Page> =>
  (await answer(`{ page: ${field}(${args}) ${PAGE} }`)).page;
const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** All pages of a list, one after the other; `between` runs after each page but the last. */
async function walk(
  field: string,
  size: number,
  backward: boolean,
  extra = '',
  between = async (_seen: readonly string[]) => {},
): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  for (;;) {
    const window = backward
      ? `last: ${size}${cursor && `, before: "${cursor}"`}`
      : `first: ${size}${cursor && `, after: "${cursor}"`}`;
    const here = await page(field, `${window}${extra}`);
    if (backward) ids.unshift(...idsOf(here));
    else ids.push(...idsOf(here));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = here.pageInfo;
    if (!(backward ? hasPreviousPage : hasNextPage)) return ids;
    cursor = (backward ? startCursor : endCursor) ?? '';
    await between(ids);
  }
}

async function addPerson(id: string, name: string): Promise<void> {
  await graph().command(
    'test',
    `MATCH (report:Report {id: 'report-fx-un-2022'})
     CREATE (person:Record:Entity:Person {id: $id, recordedAt: $at}),
       (name:Record:Claim:Name {id: 'claim-' + $id, value: $name, sortKey: toLower($name), searchText: toLower($name), kind: 'PREFERRED', lang: 'en', script: 'Latn',
         status: 'ACCEPTED', credibility: 2, access: 'PUBLIC', dataset: 'fictional', recordedAt: $at}),
       (name)-[:OF]->(person), (name)-[:CITES]->(report)`,
    { id, name, at: RECORDED_AT },
  );
}

async function removePerson(id: string): Promise<void> {
  await graph().command(
    'test',
    'MATCH (person:Person {id: $id}) OPTIONAL MATCH (person)<-[:OF]-(name:Name) DETACH DELETE person, name',
    { id },
  );
}

test.each([
  [PEOPLE, ''],
  [PEOPLE, ', orderBy: NAME_DESC'],
  ['units', ''],
  ['bodies', ''],
  ['locations', ''],
  ['incidents', ''],
  ['incidents', ', orderBy: TITLE'],
  ['findings', ''],
  ['findings', ', orderBy: PUBLISHED'],
  ['reports', ', orderBy: TITLE'],
])(
  'the pages of %s%s give every item once, forward and backward',
  async (field, order) => {
    const all = idsOf(await page(field, `first: 100${order}`));
    expect(all.length).toBeGreaterThan(5);
    for (const size of [1, 2, 3, all.length, 100]) {
      expect(await walk(field, size, false, order)).toEqual(all);
      expect(await walk(field, size, true, order)).toEqual(all);
    }
  },
  60_000,
);

test('a nested list has the same paging as a root list', async () => {
  const nested = async (args: string): Promise<Page> =>
    (await answer(`{ unit(id: "unit-fx-u2") { page: postings(${args}) ${PAGE} } }`)).unit.page;
  const all = idsOf(await nested('first: 100'));
  expect(all).toHaveLength(6);
  const first = await nested('first: 4');
  const second = await nested(`first: 4, after: "${first.pageInfo.endCursor}"`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(all);
});

test('items with equal sort keys are ordered by id, and none is lost between pages', async () => {
  const same = Array.from({ length: 9 }, (_, index) => `person-same-${index}`);
  for (const id of [...same].reverse()) await addPerson(id, 'Same Name');
  const filter = ', filter: { name: "same name" }';
  for (const size of [1, 2, 4]) {
    expect(await walk(PEOPLE, size, false, filter)).toEqual(same);
    expect(await walk(PEOPLE, size, true, filter)).toEqual(same);
    expect(await walk(PEOPLE, size, false, `${filter}, orderBy: NAME_DESC`)).toEqual([...same].reverse());
  }
  for (const id of same) await removePerson(id);
});

test.each([false, true])(
  'no item is skipped or repeated while records are added and retracted between pages (backward: %s)',
  async (backward) => {
    const stay = Array.from({ length: 8 }, (_, index) => `person-stay-${index}`);
    for (const [index, id] of stay.entries()) await addPerson(id, `Mover ${index}0`);
    await addPerson('person-gone', 'Mover 45');
    let round = 0;
    const ids = await walk(PEOPLE, 2, backward, ', filter: { name: "mover" }', async (sofar) => {
      round += 1;
      await addPerson(`person-early-${round}`, `Mover 0${round}`);
      await addPerson(`person-late-${round}`, `Mover 9${round}`);
      const edge = backward ? sofar[0] : sofar.at(-1);
      if (round === 2 && edge) {
        await removePerson(edge);
        await removePerson('person-gone');
      }
    });
    expect(ids.filter((id) => stay.includes(id))).toEqual(stay);
    expect(new Set(ids).size).toBe(ids.length);
    expect(round).toBeGreaterThan(3);
    await graph().command(
      'test',
      "MATCH (person:Person) WHERE person.id =~ 'person-(stay|early|late|gone).*' OPTIONAL MATCH (person)<-[:OF]-(name) DETACH DELETE person, name",
    );
  },
);

test('pageInfo says whether there are pages before and after', async () => {
  const all = idsOf(await page(PEOPLE, 'first: 100'));
  const first = await page(PEOPLE, 'first: 3');
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect([first.pageInfo.startCursor, first.pageInfo.endCursor]).toEqual([
    first.edges[0]?.cursor,
    first.edges[2]?.cursor,
  ]);
  const middle = await page(PEOPLE, `first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(middle.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  const last = await page(PEOPLE, 'last: 3');
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(idsOf(last)).toEqual(all.slice(-3));
  expect(await page(PEOPLE, 'first: 3, filter: { name: "nobody" }')).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('nodes equals the nodes of edges, and a page has twenty items by default', async () => {
  const { reports } = await answer('{ reports { nodes { id } edges { node { id } } } }');
  expect(reports.nodes).toHaveLength(20);
  expect(reports.edges.map(({ node }: { node: { id: string } }) => node)).toEqual(reports.nodes);
});

test('totalCount counts the whole list, and takes a statement only where it is selected', async () => {
  const without = await ask('{ people(first: 2) { nodes { id } } }');
  expect(without.statements).toEqual(['people']);
  const counted = await ask('{ people(first: 2) { totalCount nodes { id } } }');
  expect(counted.statements).toEqual(['people', 'people count']);
  expect(counted.data.people.totalCount).toBe(10);
  const { people } = await answer('{ people(first: 2, filter: { post: { at: "unit-fx-u2" } }) { totalCount } }');
  expect(people.totalCount).toBe(3);
});
