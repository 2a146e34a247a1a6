import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed, shorts } from '../support/list.js';

useGraphToRead('fictional');

const ALL = ['carls', 'dahl', 'holt', 'okari', 'falk', 'gran', 'vyrhalets', 'eklund', 'anders', 'berg'];

test('a person is had by id, and an unknown id is null', async () => {
  expect(
    await answer('{ person(id: "person-fx-anders") { __typename id name } no: person(id: "person-none") { id } }'),
  ).toEqual({
    person: { __typename: 'Person', id: 'person-fx-anders', name: 'Tomas Anders' },
    no: null,
  });
});

test('the id of a unit is no person', async () => {
  expect(await answer('{ person(id: "unit-fx-u3") { id } }')).toEqual({ person: null });
});

test('people are listed by name, in either direction', async () => {
  expect(await listed('people')).toEqual(ALL);
  expect(await listed('people', 'orderBy: NAME_DESC')).toEqual([...ALL].reverse());
});

test.each([
  ['name: "ANDER"', ['anders']],
  ['name: "Виргалець"', ['vyrhalets']],
  ['name: "nobody"', []],
  ['post: { role: COMMANDER }', ['carls', 'dahl', 'okari', 'falk', 'eklund', 'anders', 'berg']],
  ['post: { role: HEAD }', ['gran']],
  ['post: { at: "unit-fx-u2" }', ['holt', 'anders', 'berg']],
  ['post: { at: "unit-fx-u2", role: COMMANDER }', ['anders', 'berg']],
  ['post: { unitKind: GOVERNMENT }', ['gran']],
  ['post: { title: "TASK force" }', ['vyrhalets', 'eklund']],
  ['post: { at: "unit-fx-u2", on: "2022-03-20" }', ['holt', 'anders']],
  ['post: { at: "unit-fx-u2", on: "2022-04-12" }', ['holt', 'anders', 'berg']],
  ['post: { role: DEPUTY, on: "2023-06-01" }', ['dahl']],
  ['namedInFinding: true', ['carls', 'anders']],
  ['namedInFinding: false', ALL.filter((id) => id !== 'carls' && id !== 'anders')],
  ['name: "a", namedInFinding: true, post: { at: "unit-fx-u3" }', ['carls']],
])('people with %s', async (filter, expected) => {
  expect(await listed('people', `filter: { ${filter} }`)).toEqual(expected);
});

test('a post that a stated end beats is no post on the day after, for a filter as for a chain', async () => {
  const on = (day: string) => listed('people', `filter: { post: { role: DEPUTY, at: "unit-fx-u0", on: "${day}" } }`);
  expect(await on('2023-11-30')).toEqual(['dahl']);
  expect(await on('2023-12-01')).toEqual([]);
});

const POSTINGS = async (person: string, args: string) =>
  (
    await answer(
      `{ person(id: "person-fx-${person}") { postings${args} { nodes { role cover range { first last } unit { id } person { id } } } } }`,
    )
  ).person.postings.nodes;

test('a posting leads back to its person and on to its unit', async () => {
  expect(await POSTINGS('carls', '')).toEqual([
    {
      role: 'COMMANDER',
      cover: null,
      range: { first: '2022-01-01', last: '2022-12-31' },
      unit: { id: 'unit-fx-u3' },
      person: { id: 'person-fx-carls' },
    },
  ]);
  const { unit } = await answer(
    '{ unit(id: "unit-fx-u3") { postings { nodes { person { postings { nodes { unit { id } } } } } } } }',
  );
  expect(unit.postings.nodes).toEqual([{ person: { postings: { nodes: [{ unit: { id: 'unit-fx-u3' } }] } } }]);
});

test.each([
  ['', ['2021-01-01', '2023-01-01', '2023-11-30']],
  ['(orderBy: FIRST_DESC)', ['2023-11-30', '2023-01-01', '2021-01-01']],
  ['(roles: [DEPUTY])', ['2023-01-01', '2023-11-30']],
  ['(roles: [STAFF])', []],
  ['(from: "2023-12-01")', ['2021-01-01', '2023-01-01']],
  ['(to: "2021-06-01")', ['2021-01-01', '2023-11-30']],
  ['(on: "2023-06-01")', ['2021-01-01', '2023-01-01']],
  ['(on: "2024-06-01")', []],
  ['(on: "2024-06-01", cover: [OPEN])', ['2021-01-01']],
])('the postings of Dahl%s', async (args, firsts) => {
  const nodes = await POSTINGS('dahl', args);
  expect(nodes.map(({ range }: { range: { first: string } }) => range.first)).toEqual(firsts);
});

test('who appointed a commander is told where a source says it', async () => {
  const { person } = await answer(
    '{ person(id: "person-fx-berg") { postings(to: "2022-04-10") { nodes { appointedBy { name } citations { report { id } } } } } }',
  );
  expect(person.postings.nodes).toContainEqual({
    appointedBy: { name: 'Magnus Falk' },
    citations: [{ report: { id: 'report-fx-ministry-orders-2022' } }],
  });
});

test('findings, indicators and measures lead to the person and back', async () => {
  const { person } = await answer(`{ person(id: "person-fx-anders") {
    findings { nodes { id about { ... on Person { id } } } }
    indicators { code on concerns { id } }
    measures { kind on concerns { id } } } }`);
  expect(person.findings.nodes).toEqual([{ id: 'finding-fx-c', about: [{ id: 'person-fx-anders' }] }]);
  expect(person.indicators).toHaveLength(8);
  expect(person.measures.map(({ kind, on }: { kind: string; on: string }) => `${kind} ${on}`).sort()).toEqual([
    'INQUIRY_OPENED 2022-03-15',
    'NONE_REPORTED 2022-03-19',
    'NONE_REPORTED 2022-04-14',
    'PROMOTION_OR_HONOUR_AFTER 2022-08-01',
    'REMINDER_OF_LAW 2022-01-10',
  ]);
  for (const { concerns } of [...person.indicators, ...person.measures]) expect(shorts(concerns)).toContain('anders');
});

test('names, facts and identifiers are claims with their reports', async () => {
  const { person } = await answer(`{ person(id: "person-fx-carls") {
    names { value kind citations { report { id } } } identifiers { value }
    facts { property value credibility citations { pinpoint report { id } } } } }`);
  expect(person).toEqual({
    names: [
      {
        value: 'Edda Carls',
        kind: 'PREFERRED',
        citations: [{ report: { id: 'report-fx-archive-2023' } }, { report: { id: 'report-fx-observer-2023' } }],
      },
    ],
    identifiers: [],
    facts: [
      {
        property: 'BORN',
        value: '1979~',
        credibility: 2,
        citations: [{ pinpoint: 'para. 3', report: { id: 'report-fx-judgment-2024' } }],
      },
    ],
  });
});
