import { beforeAll, expect, test } from '@jest/globals';
import type { ApiError } from '../../../src/model/errors.js';
import { ask, graph, useGraph } from '../../support/graph.js';
import { PUBLIC } from '../../support/secrets.js';
import { type Copy, copyOf, snapshotOf } from './partner.js';
import { feed, manifestIn, snapshot } from './read-feed.js';
import { bringBack, instants, record, say, takeBack } from './write-changes.js';

useGraph('fictional');

const UN = [{ report: 'report-fx-un-2022' }];
const now = instants();

const PAGE = `query ($since: String, $first: Int, $dataset: [ID!]) {
  changes(since: $since, first: $first, dataset: $dataset) {
    edges { cursor node { op id: recordId kind line } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Edge {
  readonly cursor: string;
  readonly node: { readonly op: string; readonly id: string; readonly kind: string; readonly line: string | null };
}

async function page(variables: Record<string, unknown>) {
  const { data, errors, statements } = await ask(PAGE, variables);
  const edges: Edge[] = data?.changes.edges ?? [];
  return {
    edges,
    info: data?.changes.pageInfo,
    codes: errors.map(({ originalError }) => (originalError as ApiError | undefined)?.code),
    errors,
    statements,
  };
}

/** All pages behind a cursor, each begun where the one before says. */
async function allPages(since: string | null, first: number, next: 'END' | 'LAST_EDGE' = 'END') {
  const edges: Edge[] = [];
  let cursor = since;
  for (;;) {
    const { edges: some, info } = await page({ since: cursor, first });
    edges.push(...some);
    cursor = next === 'END' ? info.endCursor : (some.at(-1)?.cursor ?? info.endCursor);
    if (!info.hasNextPage && (next === 'END' || some.length === 0)) return { edges, cursor };
  }
}

function folded(copy: Copy, edges: readonly Edge[]): Copy {
  const next = new Map(copy);
  for (const { node } of edges) {
    if (node.line === null) next.delete(node.id);
    else next.set(node.id, node.line);
  }
  return next;
}

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `person-page-${from + index}`,
    names: [`Page ${from + index}`],
    cites: UN,
  }));

let begin = '';
let before: Copy = new Map();

beforeAll(async () => {
  const text = await snapshot(PUBLIC);
  [begin, before] = [manifestIn(text).cursor, copyOf(text)];
  await record(now(), { people: people(10, 20) });
  await takeBack(now(), 'report-fx-lantern-2022-03');
}, 60_000);

const isSnapshot = async (copy: Copy) => {
  const text = await snapshot(PUBLIC);
  return snapshotOf(copy, text.slice(0, text.indexOf('\n'))) === text;
};

test.each([1, 7, 100])(
  'pages of %d changes give the changes of the feed, by id, each once',
  async (first) => {
    const { edges, cursor } = await allPages(begin, first);
    const lines = (await feed(PUBLIC, { since: begin }))
      .split('\n')
      .slice(0, -2)
      .map((line) => JSON.parse(line));
    expect(edges.map(({ node }) => [node.op, node.id, node.kind])).toEqual(
      lines.map(({ op, id, kind }) => [op, id, kind]),
    );
    expect(edges.map(({ node }) => node.line)).toEqual(
      lines.map(({ record }) => (record ? JSON.stringify(record) : null)),
    );
    expect(edges.map(({ node }) => node.id)).toEqual([...new Set(edges.map(({ node }) => node.id))].sort());
    expect(cursor).toBe(manifestIn(await snapshot(PUBLIC)).cursor);
    expect(await isSnapshot(folded(before, edges))).toBe(true);
  },
  120_000,
);

test('pages of changes without a cursor give all records', async () => {
  const { edges } = await allPages(null, 100);
  expect(new Set(edges.map(({ node }) => node.op))).toEqual(new Set(['ADD']));
  expect(await isSnapshot(folded(new Map(), edges))).toBe(true);
}, 120_000);

test('the cursor of a change continues right after it, in pages and in JSON lines', async () => {
  const { edges } = await allPages(begin, 100);
  for (const index of [0, 11, edges.length - 2]) {
    const since = edges[index]?.cursor;
    const rest = await page({ since, first: 100 });
    expect(rest.edges.map(({ node }) => node)).toEqual(edges.slice(index + 1).map(({ node }) => node));
    expect(rest.info.hasPreviousPage).toBe(true);
    const lines = (await feed(PUBLIC, { since })).split('\n').slice(0, -2);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(edges.slice(index + 1).map(({ node }) => node.id));
  }
});

test('pages of changes show the state at which the first was read, and then continue to the next state', async () => {
  const { edges: first, info } = await page({ since: begin, first: 5 });
  const there = first.map(({ node }) => node);
  await takeBack(now(), 'report-fx-archive-2023');
  await record(now(), { people: people(40, 3) });
  for (const next of ['END', 'LAST_EDGE'] as const) {
    const since = next === 'END' ? info.endCursor : (first.at(-1)?.cursor ?? null);
    const { edges } = await allPages(since, 9, next);
    const copy = folded(folded(before, first), edges);
    expect(await isSnapshot(copy)).toBe(true);
    expect(edges.length).toBeGreaterThan(there.length);
  }
  await bringBack(now(), 'report-fx-archive-2023');
}, 120_000);

test('a client with the cursor of the last change gets later changes alone', async () => {
  const { edges } = await allPages(begin, 100, 'LAST_EDGE');
  const since = edges.at(-1)?.cursor;
  expect(await page({ since })).toMatchObject({ edges: [], info: { hasNextPage: false } });
  const [person = ''] = await record(now(), { people: people(60, 1) });
  const later = await page({ since });
  expect(later.edges.map(({ node }) => [node.op, node.id])).toContainEqual(['ADD', person]);
  expect(later.info.hasNextPage).toBe(false);
});

test('a page takes as many statements for one change as for a hundred', async () => {
  const [one, many] = [await page({ since: begin, first: 1 }), await page({ since: begin, first: 100 })];
  const reading = ['changes: width', 'later corrections', 'changes: candidates', 'later corrections'];
  expect(one.statements).toEqual(['export: datasets', 'export: datasets', ...reading]);
  expect(many.statements).toEqual(one.statements);
  expect(many.edges.length).toBeGreaterThan(30);
  const further = await page({ since: one.info.endCursor, first: 50 });
  expect(further.statements).toEqual([...Array(3).fill('export: datasets'), ...reading]);
});

test('a change gives its record as of the later state, and totalCount where it is selected', async () => {
  const source = `query ($since: String) { changes(since: $since, first: 100) { totalCount nodes { op recordId node { __typename id ... on Person { name } ... on Name { value } } } } }`;
  const { data, statements } = await ask(source, { since: begin });
  const { nodes, totalCount } = data.changes;
  expect(totalCount).toBe(nodes.length);
  const person = nodes.find(({ recordId }: { recordId: string }) => recordId === 'person-page-10');
  expect(person).toEqual({
    op: 'ADD',
    recordId: 'person-page-10',
    node: { __typename: 'Person', id: 'person-page-10', name: 'Page 10' },
  });
  type Row = { op: string; recordId: string; node: { id: string } | null };
  const present = nodes.filter(({ op }: Row) => op !== 'DEL');
  expect(present.filter(({ node, recordId }: Row) => node && node.id !== recordId)).toEqual([]);
  // Whom the claim is about, and who made the finding, have no name any more since the report was taken back.
  expect(present.filter(({ node }: Row) => node === null).map(({ recordId }: Row) => recordId)).toEqual([
    'claim-df42a14798d9e448714b9515',
    'finding-fx-i5-allegation',
  ]);
  expect(nodes.filter(({ op, node }: Row) => op === 'DEL' && node !== null)).toEqual([]);
  expect(nodes.filter(({ op }: { op: string }) => op === 'DEL').length).toBeGreaterThan(0);
  expect(new Set(statements).size).toBeLessThanOrEqual(13);
});

test('a restored record has its kind again in the changes', async () => {
  const [row] = await graph().read(
    {
      name: 'test',
      text: "MATCH (n:CommandLink)-[:CITES]->(r:Report {access: 'PUBLIC'}) WHERE n.access = 'PUBLIC' AND n.retractedAt IS NULL RETURN n.id AS id ORDER BY id LIMIT 1",
    },
    {},
  );
  const id = String(row?.id);
  await takeBack(now(), id);
  const since = manifestIn(await snapshot(PUBLIC)).cursor;
  await bringBack(now(), id);
  const { data } = await ask(
    'query ($since: String) { changes(since: $since) { nodes { op kind node { __typename } } } }',
    { since },
  );
  expect(data.changes.nodes).toEqual([{ op: 'ADD', kind: 'CommandLink', node: { __typename: 'CommandLink' } }]);
});

test('pages of changes end with a message when the datasets that may be redistributed change between them', async () => {
  const { info } = await page({ since: begin, first: 3 });
  expect((await page({ since: info.endCursor, dataset: ['fictional'] })).codes).toEqual([]);
  await say(now(), 'lent', true);
  await record(
    now(),
    { reports: [{ id: 'report-page-lent', title: 'Lent', publisher: 'body-fx-observer', publishedOn: '2023-01-01' }] },
    'lent',
  );
  const { info: later } = await page({ since: begin, first: 3 });
  expect((await page({ since: later.endCursor, dataset: ['fictional'] })).codes).toEqual(['BAD_CURSOR']);
  await say(now(), 'lent', false);
  const { codes, errors } = await page({ since: later.endCursor });
  expect(codes).toEqual(['BAD_CURSOR']);
  expect(errors[0]?.message).toContain('Start again at the cursor before the first page');
});

test.each([
  [{ first: 0 }, 'BAD_INPUT', 'Expected `first` from 1 to 100; got 0.'],
  [{ first: 101 }, 'BAD_INPUT', 'Expected `first` from 1 to 100; got 101.'],
  [{ since: 'nothing' }, 'BAD_CURSOR', 'Expected a cursor that a snapshot or the feed of changes gave; got "nothing".'],
  [{ dataset: ['nothing'] }, 'BAD_INPUT', 'Expected `dataset` as some of fictional, lent; got "nothing".'],
])('the arguments %j of changes are refused', async (variables, code, message) => {
  const { codes, errors } = await page(variables);
  expect(codes).toEqual([code]);
  expect(errors[0]?.message).toBe(message);
});

test('a cursor of a list is refused by changes', async () => {
  const { data } = await ask('{ people(first: 1) { pageInfo { endCursor } } }');
  expect((await page({ since: data.people.pageInfo.endCursor })).codes).toEqual(['BAD_CURSOR']);
});
