import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const QUESTION = `query ($id: ID!, $reach: FindingReach, $filter: FindingFilter, $order: FindingOrder, $first: Int, $after: String, $lens: EvidenceLens) {
  person(id: $id, lens: $lens) { findings(reach: $reach, filter: $filter, orderBy: $order, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } } }`;

const reachOf = async (person: string, more: object = {}) =>
  (await answer(QUESTION, { id: `person-fx-${person}`, reach: 'COMMAND_PERIOD', order: 'PUBLISHED', ...more })).person
    .findings;
const ids = ({ nodes }: { nodes: readonly { id: string }[] }) => nodes.map(({ id }) => id.replace('finding-fx-', ''));

test('the findings of a person are by default only those that name the person', async () => {
  expect(
    ids((await answer('{ person(id: "person-fx-anders") { findings { nodes { id } } } }')).person.findings),
  ).toEqual(['c']);
});

test.each([
  ['anders', ['a', 'b', 'c', 'd', 'e']],
  ['carls', ['a', 'b', 'c', 'd', 'e']],
  ['dahl', ['a', 'b', 'c', 'd', 'e']],
  ['berg', []],
  ['holt', []],
  ['eklund', []],
  ['gran', []],
])('the findings within the command of %s are %j', async (person, expected) => {
  expect(ids(await reachOf(person))).toEqual(expected);
});

test('the findings within a command are a list with filter, order, pages and a count', async () => {
  expect(ids(await reachOf('anders', { filter: { bodyKinds: ['COURT'] } }))).toEqual(['c', 'd', 'e']);
  expect(ids(await reachOf('anders', { order: 'PUBLISHED_DESC' }))).toEqual(['e', 'd', 'c', 'b', 'a']);
  const first = await reachOf('anders', { first: 2 });
  expect([ids(first), first.pageInfo.hasNextPage]).toEqual([['a', 'b'], true]);
  expect(ids(await reachOf('anders', { first: 5, after: first.pageInfo.endCursor }))).toEqual(['c', 'd', 'e']);
  const { person } = await answer(
    '{ person(id: "person-fx-anders") { findings(reach: COMMAND_PERIOD) { totalCount } } }',
  );
  expect(person.findings.totalCount).toBe(5);
});

test('the findings within a command without its link, under a lens, are the warrant alone', async () => {
  const lens = { excludeReports: ['report-fx-un-2022', 'report-fx-archive-2023'] };
  expect(ids(await reachOf('anders', { lens }))).toEqual(['c']);
});

test('the findings within a command take five statements, and show a public reader nothing hidden', async () => {
  for (const id of ['person-fx-carls', 'person-fx-falk']) {
    const { data, errors, statements } = await ask(QUESTION, { id, reach: 'COMMAND_PERIOD' });
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(5);
    expect(JSON.stringify(data)).not.toMatch(/i7|night|kesh|juna/);
  }
  const editor = await answer(QUESTION, { id: 'person-fx-carls', reach: 'COMMAND_PERIOD' }, [
    'PUBLIC',
    'PARTNER',
    'CONFIDENTIAL',
  ]);
  expect(ids(editor.person.findings)).toContain('i7-confidential');
});
